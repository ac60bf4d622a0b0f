"""Who takes part in an instrument, as what, and by which act, read from the sentence that reports it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ibidem.document import Passage
from ibidem.edtf import Date
from ibidem.parse.date import FoundDate
from ibidem.parse.lexicon import state_adjectives, treaty_verbs, world_states
from ibidem.record import Act, ActorType, Capacity, Participation
from ibidem.resolve.chain import Reach, acting, actors_after, actors_before
from ibidem.resolve.mention import ActorIndex, ActorMention

_ISSUED = frozenset({"decree", "doctrine", "declaration", "statement", "communique", "resolution", "memorandum"})
_JOINT = _ISSUED - {"decree", "doctrine", "resolution"}
"""The kinds that several issue together: each is a party, then."""
_DATED_ACTS = frozenset({Act.RATIFIED, Act.ACCEDED, Act.SUCCEEDED, Act.WITHDREW, Act.REFUSED})
"""The acts that have a date of their own beside that of the instrument."""
_EXCEPT = re.compile(
    r"\((?:except|without|but\snot|with\sthe\sexception\sof|excluding|minus)\s[^()]{0,120}\)"
    r"|,?\s(?:except|with\sthe\sexception\sof|but\snot)\s[^,.;()]{0,60}"
)
_ABSENT = re.compile(
    r"[\s,]{0,3}(?:which|who)?[\s,]{0,2}(?:also\s)?(?:did\snot\s(?P<verb>sign|join|ratify|accede|participate|take\spart)"
    r"|(?:(?:has|have|had)\s)?never\s(?:signed|ratified|joined|acceded|recogni[sz]ed)\b|refused\b|declined\b|abstained\b|rejected\b|opted\sout|stayed\s(?:out|away)|remained\soutside|boycotted)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\suntil\s(?:the\s)?(?:early|late|mid|end\sof)?[\s-]?")
_LATER = {"sign": Act.SIGNED, "join": Act.ACCEDED, "ratify": Act.RATIFIED, "accede": Act.ACCEDED}
_COUNTED = re.compile(
    r"\b(?:the\s(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?P<both>both))\b"
    r"(?!\s(?:years|months|days|weeks))",
    re.IGNORECASE,
)
_COUNT_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OPENING = re.compile(r"(?<!accordance\s)(?<!connection\s)(?<!line\s)\b(?:between|with|among|amongst|by)\s")
_RELATIVE = re.compile(r",?\s(?:which|that)\s")
_OF = re.compile(r"\sof\s(?!\d)")
_COMMA = re.compile(r",\s")
_HELPERS = (
    (
        Capacity.GUARANTOR,
        re.compile(
            r"\b(?:guaranteed\sby|under\s(?:the\s)?guarantees?\s(?:of|by|from)"
            r"|guarantors?\b[^.;]{0,30}?(?:were|was|are|being|:))\s"
        ),
    ),
    (
        Capacity.MEDIATOR,
        re.compile(
            r"\b(?:(?:mediated|brokered|facilitated)\sby"
            r"|(?:with|through|under|by)\s(?:the\s)?(?:mediation|auspices|aegis|good\soffices|brokerage)\s(?:of|by)"
            r"|mediators?\b[^.;]{0,30}?(?:were|was|are|:))\s"
        ),
    ),
    (
        Capacity.OBSERVER,
        re.compile(r"\b(?:in\sthe\spresence\sof|observed\sby|observers?\s(?:from|of)|witnessed\sby)\s"),
    ),
    (Capacity.DEPOSITARY, re.compile(r"\b(?:deposited\swith|depositary\b[^.;]{0,20}?(?:was|is|being|:))\s")),
)
_AS_HELPER = re.compile(
    r"\s(?:acted\sas|acting\sas|as|was|were|is|are)\s(?:an?\s|the\s|its\s)?(?:[a-z]{3,14}\s)?"
    r"(?P<what>guarantor|mediator|observer|depositar)(?:s|y|ies)?\b"
)


@dataclass(frozen=True, slots=True)
class Report:
    """The sentence that reports an instrument: `verb` is the range of the act's verb, None where there is none.

    `start` and `end` bound the sentence, `left` and `right` the instrument's phrase, `possessor` whose it is;
    `dates` are those of the sentence.
    """

    passage: Passage
    start: int
    end: int
    left: int
    right: int
    verb: tuple[int, int] | None
    act: Act | None
    kind: str
    possessor: tuple[int, int] | None = None
    joint: bool = False
    dates: tuple[FoundDate, ...] = ()


def read_parties(
    report: Report, *, actors: ActorIndex, states: dict[str, str], before: tuple[int, int] | None = None
) -> tuple[Participation, ...]:
    """Read the participations that a report states.

    `states` are the paper's states, name and key; `before` is the sentence before, for "the five signed".
    """
    found = list(_named(report, actors, states, before))
    kept: dict[tuple[str, Capacity], Participation] = {}
    away = {item.actor for item in found if item.capacity is Capacity.ABSTAINING}
    for item in found:
        if item.capacity is Capacity.ABSTAINING or item.actor not in away:
            kept.setdefault((item.actor, item.capacity), item)
    return tuple(kept.values())


def _named(
    report: Report, actors: ActorIndex, states: dict[str, str], before: tuple[int, int] | None
) -> Iterator[Participation]:
    yield from _absent(report, actors)
    parties = acting([*_subject(report, actors), *_listed(report, actors)])
    if not parties and before is not None:
        parties = list(_counted(report, actors, before))
        if parties:
            yield from _absent(replace(report, start=before[0], end=before[1]), actors)
    helpers = tuple(_helpers(report, actors))
    helping = {item.actor for item in helpers}
    keys = dict.fromkeys(mention.actor_key for mention in parties if mention.actor_key not in helping)
    keys = keys or dict.fromkeys(_adjectives(report, states))
    capacity, act = _capacity(report, several=len(keys) > 1)
    if capacity is Capacity.ISSUER and act is Act.WITHDREW:
        keys = {}  # Who revokes a decree has not issued it.
    date = _act_date(report) if act in _DATED_ACTS else None
    yield from (Participation(key, capacity, act, date) for key in keys)
    yield from helpers


def _capacity(report: Report, *, several: bool) -> tuple[Capacity, Act | None]:
    if report.kind not in _ISSUED or report.act is Act.SIGNED or (several and report.act is None):
        return Capacity.PARTY, report.act
    joint = several and report.kind in _JOINT
    return Capacity.PARTY if joint else Capacity.ISSUER, report.act or Act.ISSUED


def _act_date(report: Report) -> Date | None:
    """Give the date nearest to the verb, in its part of the sentence."""
    if report.verb is None:
        return None
    first, last = report.verb
    text = report.passage.text
    near = [date for date in report.dates if ";" not in text[min(date.start, first) : max(date.end, last)]]
    return min(near, key=lambda date: min(abs(date.start - last), abs(first - date.end))).date if near else None


def _absent(report: Report, actors: ActorIndex) -> Iterator[Participation]:
    """Read who is excepted, and who did not sign or refused; "did not ratify until 1994" is a late ratification."""
    text = report.passage.text
    for match in _EXCEPT.finditer(text, report.start, report.end):
        for mention in Reach(report.passage, *match.span()).mentions(actors)[:1]:
            yield Participation(mention.actor_key, Capacity.ABSTAINING, Act.REFUSED, None)
    reach = Reach(report.passage, report.start, report.end)
    for mention in reach.mentions(actors):
        refusal = _ABSENT.match(text, reach.at(mention)[1], report.end)
        if refusal is None:
            continue
        until = next((date for date in report.dates if _UNTIL.search(text[max(0, date.start - 16) : date.start])), None)
        act = _LATER.get((refusal["verb"] or "").casefold())
        for one in actors_before(report.passage, report.start, refusal.start(), actors=actors) or [mention]:
            if until is not None and act is not None and until.start > refusal.end():
                yield Participation(one.actor_key, Capacity.PARTY, act, until.date)
            else:
                yield Participation(one.actor_key, Capacity.ABSTAINING, Act.REFUSED, None)


def _subject(report: Report, actors: ActorIndex) -> list[ActorMention]:
    if report.verb is None:
        return []
    if report.verb[0] <= report.left:
        return actors_before(report.passage, report.start, report.verb[0], actors=actors)
    relative = _RELATIVE.match(report.passage.text, report.right, report.verb[0])
    return actors_before(report.passage, relative.end(), report.verb[0], actors=actors) if relative is not None else []


def _listed(report: Report, actors: ActorIndex) -> Iterator[ActorMention]:
    """Read the actors after "between", "with", "among", "by" or "of" behind the phrase, and the possessor before it."""
    text = report.passage.text
    if report.possessor is not None:
        yield from Reach(report.passage, *report.possessor).mentions(actors)
    if report.kind == "resolution":
        yield from acting(list(Reach(report.passage, report.left, report.right).mentions(actors)))
    tail = max(report.right, report.verb[1] if report.verb else 0)
    starts = [match.end() for match in _OPENING.finditer(text, report.right, min(report.end, tail + 60))]
    if report.kind in _ISSUED:
        starts += [match.end() for match in _OF.finditer(text, report.left, min(report.end, report.left + 40))]
    if report.joint and not starts:
        starts = [match.end() for match in _COMMA.finditer(text, report.right, min(report.end, report.right + 50))]
    for start in starts[:2]:
        yield from actors_after(report.passage, start, report.end, actors=actors)


def _counted(report: Report, actors: ActorIndex, before: tuple[int, int]) -> tuple[ActorMention, ...]:
    """Resolve "the five signed" to the five states of the sentence before, if they are five."""
    until = report.verb[0] if report.verb else report.left
    match = _COUNTED.search(report.passage.text, report.start, until)
    if match is None:
        return ()
    sentence = replace(report, start=before[0], end=before[1])
    away = {item.actor for item in _absent(sentence, actors)}
    states = {
        mention.actor_key: mention
        for mention in Reach(report.passage, *before).mentions(actors)
        if mention.name in world_states() and mention.actor_key not in away
    }
    count = 2 if match["both"] else _COUNT_WORDS.index(match["count"].casefold()) + 2
    return tuple(states.values()) if len(states) == count else ()


def _adjectives(report: Report, by_name: dict[str, str]) -> Iterator[str]:
    """Read the states that a hyphen joins before the noun ("a Franco-German treaty", "the Egypt-Israel treaty")."""
    by_low = {name.casefold(): name for name in by_name}
    for word in report.passage.text[report.left : report.right].split():
        parts = re.split(r"[-–/]", word.casefold())
        names = [state_adjectives().get(part) or by_low.get(part) for part in parts]
        if len(parts) > 1 and all(name is not None and name in by_name for name in names):
            yield from (by_name[name] for name in names if name is not None)


def state_keys(actors: ActorIndex) -> dict[str, str]:
    """Index the paper's states, name and key."""
    return {mention.name: mention.actor_key for mention in actors.mentions if mention.type is ActorType.STATE}


def _helpers(report: Report, actors: ActorIndex) -> Iterator[Participation]:
    text = report.passage.text
    for capacity, pattern in _HELPERS:
        for match in pattern.finditer(text, report.start, report.end):
            for mention in actors_after(report.passage, match.end(), report.end, actors=actors):
                yield Participation(mention.actor_key, capacity, None, None)
    reach = Reach(report.passage, report.start, report.end)
    for mention in reach.mentions(actors):
        role = _AS_HELPER.match(text, reach.at(mention)[1], report.end)
        if role is not None:
            capacity = Capacity.DEPOSITARY if role["what"] == "depositar" else Capacity(role["what"])
            for one in actors_before(report.passage, report.start, role.start(), actors=actors):
                yield Participation(one.actor_key, capacity, None, None)


def act_of(form: str) -> Act | None:
    """Give the act that a verb form of `words/treaty_verbs.tsv` does to an instrument."""
    act, _ = treaty_verbs().get(" ".join(form.casefold().split()), ("", ""))
    return Act(act) if act else None
