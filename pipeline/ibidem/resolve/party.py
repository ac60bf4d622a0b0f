"""Who takes part in an instrument, as what, and by which act, read from the sentence that reports it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ibidem.document import Passage
from ibidem.parse.lexicon import state_adjectives, treaty_verbs
from ibidem.record import Act, ActorType, Capacity, Participation
from ibidem.resolve.mention import ActorIndex, ActorMention

_ISSUED = frozenset({"decree", "doctrine", "declaration", "statement", "communique", "resolution", "memorandum"})
_GLUE = re.compile(
    r"[\s,]*(?:(?:and|along\swith|together\swith|as\swell\sas|with|the|both|then|also|other|of|by|presidents?|leaders?|governments?"
    r"|republics?|members?|states?|countries|delegations?|representatives|ministers?|two|three|four|five|six|seven|eight"
    r"|[^\W\d_]{3,14}(?:an|ian)\s(?=[Rr]epublics))\b[\s,]*){0,7}"
)
_EXCEPT = re.compile(
    r"\((?:except|without|but\snot|with\sthe\sexception\sof|excluding|minus)\s[^()]{0,120}\)|,?\s(?:except|with\sthe\sexception\sof|but\snot)\s[^,.;()]{0,60}"
)
_ASIDE = re.compile(r"\([^()]{0,160}\)")
_ABSENT = re.compile(
    r"[\s,]{0,3}(?:which|who)?[\s,]{0,2}(?:also\s)?(?:did\snot\s(?:sign|join|ratify|accede|participate|take\spart)|refused\b|declined\b|abstained\b|rejected\b"
    r"|opted\sout|stayed\s(?:out|away)|remained\soutside|boycotted)"
)
_COUNTED = re.compile(
    r"\b[Tt]he\s(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s(?:years|months|days|weeks))"
)
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
}
_OPENING = re.compile(r"(?<!accordance\s)(?<!connection\s)(?<!line\s)\b(?:between|with|among|amongst|by)\s")
_COMMA = re.compile(r",\s")
_APPOSED = re.compile(r"(?:the\s|both\s)?(?:[^\W\d_][\w’'-]{1,20}\s){0,4}")
_HELPERS = (
    (
        Capacity.GUARANTOR,
        re.compile(
            r"\b(?:guaranteed\sby|under\s(?:the\s)?guarantees?\s(?:of|by|from)|guarantors?\b[^.;]{0,30}?(?:were|was|are|being|:))\s"
        ),
    ),
    (
        Capacity.MEDIATOR,
        re.compile(
            r"\b(?:(?:mediated|brokered|facilitated)\sby|(?:with|through|under|by)\s(?:the\s)?(?:mediation|auspices|aegis|good\soffices|brokerage)\s(?:of|by)|mediators?\b[^.;]{0,30}?(?:were|was|are|:))\s"
        ),
    ),
    (
        Capacity.OBSERVER,
        re.compile(r"\b(?:in\sthe\spresence\sof|observed\sby|observers?\s(?:from|of)|witnessed\sby)\s"),
    ),
    (Capacity.DEPOSITARY, re.compile(r"\b(?:deposited\swith|depositary\b[^.;]{0,20}?(?:was|is|being|:))\s")),
)
_AS_HELPER = re.compile(
    r"\s(?:acted\sas|acting\sas|as|was|were)\s(?:an?\s|the\s|its\s)?(?P<what>guarantor|mediator|observer|depositary)s?\b"
)


@dataclass(frozen=True, slots=True)
class Report:
    """The sentence that reports an instrument: `verb` is the range of the act's verb, None where there is none.

    `start` and `end` bound the sentence, `left` and `right` the instrument's phrase, `possessor` whose it is.
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
    capacity, act = _capacity(report)
    absent = _absent(report, actors)
    yield from (Participation(mention.actor_key, Capacity.ABSTAINING, Act.REFUSED, None) for mention in absent)
    parties = [*_subject(report, actors), *_listed(report, actors)]
    if not parties and before is not None:
        parties = list(_counted(report, actors, before))
        if parties:
            sentence = replace(report, start=before[0], end=before[1])
            for mention in _absent(sentence, actors):
                yield Participation(mention.actor_key, Capacity.ABSTAINING, Act.REFUSED, None)
    helpers = tuple(_helpers(report, actors))
    helping = {item.actor for item in helpers}
    parties = [mention for mention in parties if mention.actor_key not in helping]
    several = len({mention.actor_key for mention in parties}) > 1
    if capacity is Capacity.ISSUER and several and act in (None, Act.SIGNED):
        capacity = Capacity.PARTY
    yield from (Participation(mention.actor_key, capacity, act, None) for mention in parties)
    yield from (Participation(key, capacity, act, None) for key in _adjectives(report, states, parties))
    yield from helpers


def _capacity(report: Report) -> tuple[Capacity, Act | None]:
    if report.kind in _ISSUED and report.act is not Act.SIGNED:
        return Capacity.ISSUER, report.act or Act.ISSUED
    return Capacity.PARTY, report.act


def _mentions(report: Report, actors: ActorIndex, start: int, end: int) -> tuple[ActorMention, ...]:
    """Give the mentions between two passage offsets, without those that lie inside a longer one."""
    if end <= start:
        return ()
    found = actors.within(report.passage.span(start, end))
    longest: list[ActorMention] = []
    for mention in found:
        if not any(other.span.contains(mention.span) and other.span != mention.span for other in found):
            longest.append(mention)
    return tuple(longest)


def _at(report: Report, mention: ActorMention) -> tuple[int, int]:
    return report.passage.position(mention.span.start), report.passage.position(mention.span.end - 1) + 1


def _absent(report: Report, actors: ActorIndex) -> Iterator[ActorMention]:
    text = report.passage.text
    for match in _EXCEPT.finditer(text, report.start, report.end):
        yield from _mentions(report, actors, *match.span())[:1]
    for mention in _mentions(report, actors, report.start, report.end):
        end = _at(report, mention)[1]
        if _ABSENT.match(text, end, report.end):
            yield mention


def _subject(report: Report, actors: ActorIndex) -> Iterator[ActorMention]:
    """Walk back from the verb through the actors that commas and "and" join."""
    if report.verb is None or report.verb[0] > report.left:
        return
    text = report.passage.text
    at = report.verb[0]
    asides = [match.span() for match in _ASIDE.finditer(text, report.start, at)]
    chain: list[ActorMention] = []
    for mention in reversed(_mentions(report, actors, report.start, at)):
        start, end = _at(report, mention)
        if any(first <= start and end <= last for first, last in asides):
            continue
        gap = _ASIDE.sub("", text[end:at])
        if chain and _GLUE.fullmatch(gap) is None:
            break
        if not chain and (len(gap) > 60 or re.search(r"[;:]|\bthat\b|\bwhich\b", gap)):
            break
        chain.append(mention)
        at = start
    yield from reversed(_acting(chain))


def _acting(chain: list[ActorMention]) -> list[ActorMention]:
    """Where states are in the chain, the persons and peoples beside them only speak for them."""
    kinds = {mention.type for mention in chain}
    if ActorType.STATE in kinds and len(chain) > 1:
        return [mention for mention in chain if mention.type not in (ActorType.PERSON, ActorType.PEOPLE)]
    return chain


def _listed(report: Report, actors: ActorIndex) -> Iterator[ActorMention]:
    """Read the actors after "between", "with", "among", "by" or "of" behind the phrase, and the possessor before it."""
    text = report.passage.text
    if report.possessor is not None:
        yield from _mentions(report, actors, *report.possessor)
    tail = max(report.right, report.verb[1] if report.verb else 0)
    starts = [match.end() for match in _OPENING.finditer(text, report.right, min(report.end, tail + 60))]
    if report.kind in _ISSUED:
        starts += [
            match.end()
            for match in re.compile(r"\sof\s(?!\d)").finditer(text, report.left, min(report.end, report.left + 40))
        ]
    if report.joint and not starts and report.verb is None:
        starts = [match.end() for match in _COMMA.finditer(text, report.right, min(report.end, report.right + 50))]
    for start in starts[:2]:
        yield from _acting(list(_chain(report, actors, start)))


def _chain(report: Report, actors: ActorIndex, start: int) -> Iterator[ActorMention]:
    text = report.passage.text
    at = start
    for index, mention in enumerate(_mentions(report, actors, start, min(report.end, start + 240))):
        first, last = _at(report, mention)
        gap = text[at:first]
        if _GLUE.fullmatch(gap) is None and not (index == 0 and _APPOSED.fullmatch(gap) and " of " not in gap):
            return
        yield mention
        at = last


def _counted(report: Report, actors: ActorIndex, before: tuple[int, int]) -> Iterator[ActorMention]:
    """Resolve "the five signed" to the five states of the sentence before, if they are five."""
    match = _COUNTED.search(report.passage.text, report.start, report.verb[0] if report.verb else report.left)
    if match is None:
        return
    sentence = Report(report.passage, *before, before[1], before[1], None, None, report.kind)
    away = {mention.actor_key for mention in _absent(sentence, actors)}
    states = {
        mention.actor_key: mention
        for mention in _mentions(sentence, actors, *before)
        if mention.type is ActorType.STATE and mention.actor_key not in away
    }
    if len(states) == _COUNTS[match["count"]]:
        yield from states.values()


def _adjectives(report: Report, by_name: dict[str, str], parties: Iterable[ActorMention]) -> Iterator[str]:
    """Read the states in a hyphenated adjective before the noun ("a Franco-German treaty")."""
    if list(parties):
        return
    for word in report.passage.text[report.left : report.right].split():
        parts = re.split(r"[-–/]", word.casefold())
        names = [state_adjectives().get(part) for part in parts]
        if len(parts) > 1 and all(name is not None and name in by_name for name in names):
            yield from (by_name[name] for name in names if name is not None)


def state_keys(actors: ActorIndex) -> dict[str, str]:
    """Index the paper's states, name and key."""
    return {mention.name: mention.actor_key for mention in actors.mentions if mention.type is ActorType.STATE}


def _helpers(report: Report, actors: ActorIndex) -> Iterator[Participation]:
    text = report.passage.text
    for capacity, pattern in _HELPERS:
        for match in pattern.finditer(text, report.start, report.end):
            yield from (
                Participation(mention.actor_key, capacity, None, None)
                for mention in _chain(report, actors, match.end())
            )
    for mention in _mentions(report, actors, report.start, report.end):
        role = _AS_HELPER.match(text, _at(report, mention)[1], report.end)
        if role is not None:
            yield Participation(mention.actor_key, Capacity(role["what"]), None, None)


def act_of(form: str) -> Act | None:
    """Give the act that a verb form of `words/treaty_verbs.tsv` does to an instrument."""
    act, _ = treaty_verbs().get(" ".join(form.casefold().split()), ("", ""))
    return Act(act) if act else None
