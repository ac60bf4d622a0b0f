"""Who takes part in an instrument, as what, and by which act, read from the sentence that reports it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ibidem.edtf import Date
from ibidem.parse.lexicon import state_adjectives, treaty_verbs, world_states
from ibidem.resolve.chain import Reach, acting, actors_after, actors_before
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.resolve.refusal import read_refusals
from ibidem.resolve.report import Report
from ibidem.resolve.third_party import WITH_THIRD_PARTIES, read_third_parties
from ibidem.story import Act, ActorType, Capacity, Participation

_ISSUED = frozenset({"decree", "doctrine", "declaration", "statement", "communique", "resolution", "memorandum"})
_JOINT = _ISSUED - {"decree", "doctrine", "resolution"}
"""The kinds that several issue together: each is a party, then."""
_DATED_ACTS = frozenset({Act.RATIFIED, Act.ACCEDED, Act.SUCCEEDED, Act.WITHDREW, Act.REFUSED})
"""The acts that have a date of their own beside that of the instrument."""
_OWNER = 40
"""How long the name of an owner may be before its last word: "Peter the Great's"."""
_OWN = 16
"""How far behind the phrase, in code points, the date of what is done to it may stand."""
_COUNTED = re.compile(
    r"\b(?:the\s(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?P<both>both))\b"
    r"(?!\s(?:years|months|days|weeks))",
    re.IGNORECASE,
)
_COUNT_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OPENING = re.compile(
    r"(?<!accordance\s)(?<!connection\s)(?<!line\s)\b(?:between|with|among|amongst|by"
    r"|zwischen|mit|entre|par|avec|tra|fra|con|da|dalla|por|между|с)\s"
    r"|\s(?=dall['’])"
)
_RELATIVE = re.compile(r",?\s(?:which|that)\s")
_OF = re.compile(r"\sof\s(?!\d)")
_OF_SUBJECT = re.compile(r",?\s(?:which|who|that)\s(?:[a-z]{2,12}\s){0,3}$")
_BINDING = re.compile(r"(?:^|[\s(\"“])(?:by|under|in|with|through)\s(?:the\s|an?\s|its\s|their\s)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:^|[,;]\s(?:and|but)?)[\s\"“(]*$")
_AGENT = re.compile(r"\bby\s[^;:()]{3,160}\s(?:in|through|under)\s(?:an?|the)\s$")
_OWN_ASIDE = re.compile(r",\s(?:which\swas\s)?[a-z]{4,12}ed\s[^,;.()]{2,60}(?=,)")
_BINDS = re.compile(r"\s(?:imposed\son|obliged|required|committed|bound|allowed|forced|granted)\s(?:the\s)?")
_BY = re.compile(r"\sby\s(?:neither\s)?(?:the\s)?")
_BY_WHICH = re.compile(r",?\s(?:by|under|in|through)\swhich\s(?:the\s)?")
_NEXT = re.compile(r"[,;]\s(?:and|but)\s")
_PASSIVE = re.compile(r"\b(?:was|were|been)\s")
_SIGNED_TOO = re.compile(r"[^.;]{0,50}?\sand\s(?:\w{3,9}ly\s)?(?:signed|ratified)\b")
_BY_DECREE = re.compile(r"\b(?:by|in)\s(?:the\s|an?\s|his\s|her\s|its\s)$")
_FOR = re.compile(r"[A-Z][\w.'’-]{0,30},?\s(?:for|on\sbehalf\sof|representing)\s(?:the\s)?$")
_GAPPED = re.compile(r",?\s(?:and\s)?(?:the\s)?")
_COMMA = re.compile(r",\s")


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


def read_bound(report: Report, *, actors: ActorIndex) -> tuple[Participation, ...]:
    """Read who is bound by an instrument, or keeps away, where nothing says that it was concluded."""
    bound = (Participation(one.actor_key, Capacity.PARTY, None, None) for one in acting(_bound(report, actors)))
    return (
        (*bound, *read_refusals(report, actors)) if report.kind not in _ISSUED else tuple(read_refusals(report, actors))
    )


def _named(
    report: Report, actors: ActorIndex, states: dict[str, str], before: tuple[int, int] | None
) -> Iterator[Participation]:
    doing = _subject(report, actors)
    absent = tuple(read_refusals(report, actors))
    yield from absent
    listed = [*_bound(report, actors), *_listed(report, actors)]
    one = len({item.actor_key for item in acting(listed) if item.type is ActorType.STATE}) == 1
    # "Mengistu signed a treaty with the Soviet Union": he stands for the other side.
    parties = [*doing, *acting(listed)] if one and _are_persons(doing) else acting([*doing, *listed])
    parties = _represented(report, actors) or parties
    if not parties and before is not None:
        parties = list(_counted(report, actors, before))
        if parties:
            yield from read_refusals(replace(report, start=before[0], end=before[1]), actors)
    helpers = tuple(read_third_parties(report, actors))
    helping = {item.actor for item in helpers}
    keys = dict.fromkeys(mention.actor_key for mention in parties if mention.actor_key not in helping)
    keys = keys or dict.fromkeys(_adjectives(report, states))
    if report.act is Act.REFUSED:
        keys = dict.fromkeys(key for key in keys if key not in {item.actor for item in absent})
    capacity, act = _capacity(report, several=len(keys) > 1)
    if capacity is Capacity.ISSUER and act is Act.WITHDREW:
        keys = {}  # Who revokes a decree has not issued it.
    date = _act_date(report) if act in _DATED_ACTS else None
    refusing = _refusing(report, doing, actors) if act is Act.REFUSED else frozenset(keys)
    for key in keys:
        acts = key in refusing
        yield Participation(key, capacity if acts else Capacity.PARTY, act if acts else None, date if acts else None)
    if date is not None:
        yield from (Participation(key, capacity, act, other) for key, other in _gapped(report, actors))
    yield from helpers


def _gapped(report: Report, actors: ActorIndex) -> Iterator[tuple[str, Date]]:
    """Read on in "China acceded to it in 1991 and India in 1992"."""
    for before, after in pairwise(report.dates):
        reach = Reach(report.passage, before.end, after.start)
        found = reach.mentions(actors)
        if before.start < report.right or not found:
            continue
        first, last = reach.at(found[0])
        text = report.passage.text
        if _GAPPED.fullmatch(text, before.end, first) and text[last : after.start].strip() in ("in", "on"):
            yield found[0].actor_key, after.date


def _represented(report: Report, actors: ActorIndex) -> list[ActorMention]:
    """Read for whom it was signed in "by Patrick Dean for Britain and Christian Pineau for France"."""
    text = report.passage.text
    by = _BY.search(text, report.right, report.end)
    if by is None:
        return []
    found = Reach(report.passage, by.end(), report.end)
    return [
        one
        for one in found.mentions(actors)
        if _is_state(one) and _FOR.search(text, by.end(), found.at(one)[0]) is not None
    ]


def _is_state(mention: ActorMention) -> bool:
    return mention.type in (ActorType.STATE, ActorType.INTERNATIONAL_ORGANISATION)


def _are_persons(mentions: list[ActorMention]) -> bool:
    return all(item.type is ActorType.PERSON for item in mentions)


def _refusing(report: Report, doing: list[ActorMention], actors: ActorIndex) -> frozenset[str]:
    """Give who refuses: the subject, or behind a passive those named with "by"; with whom it was agreed is a party."""
    after = _BY.match(report.passage.text, report.verb[1], report.end) if report.verb is not None else None
    agents = actors_after(report.passage, after.end(), report.end, actors=actors) if after is not None else []
    return frozenset(mention.actor_key for mention in (*doing, *agents))


def _capacity(report: Report, *, several: bool) -> tuple[Capacity, Act | None]:
    if report.act is Act.REFUSED:
        return Capacity.ABSTAINING, Act.REFUSED
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
    own = next((date for date in report.dates if report.right < date.start < report.right + _OWN), None)
    if own is not None:
        return own.date
    near = [date for date in report.dates if ";" not in text[min(date.start, first) : max(date.end, last)]]
    return min(near, key=lambda date: min(abs(date.start - last), abs(first - date.end))).date if near else None


def _subject(report: Report, actors: ActorIndex) -> list[ActorMention]:
    if report.verb is None:
        return []
    if report.verb[0] <= report.left:
        relative = _OF_SUBJECT.search(report.passage.text, max(report.start, report.verb[0] - 60), report.verb[0])
        last = report.verb[0] if relative is None else relative.start()
        found = actors_before(report.passage, report.start, last, actors=actors)
        # "unterzeichneten Bayern und Preußen den Vertrag": there the subject stands behind its verb.
        return found or actors_after(report.passage, report.verb[1], report.left, actors=actors)
    relative = _RELATIVE.match(report.passage.text, report.right, report.verb[0])
    return actors_before(report.passage, relative.end(), report.verb[0], actors=actors) if relative is not None else []


def _bound(report: Report, actors: ActorIndex) -> list[ActorMention]:
    """Read whom an instrument binds: "by the treaty of 1814 Austria and Russia bound themselves", "it obliged France".

    So too who does something in it: "was guaranteed by Austria and Russia in a declaration".
    """
    text, passage = report.passage.text, report.passage
    if _AGENT.search(text, max(report.start, report.left - 180), report.left):
        gap = _BINDING.search(text, report.start, report.left)
        return actors_before(passage, report.start, gap.start() if gap else report.left, actors=actors)
    at = next((date.end for date in report.dates if report.right <= date.start < report.right + 8), report.right)
    own = _OWN_ASIDE.match(text, at, report.end)
    at = own.end() if own is not None else at
    binds = _BINDS.match(text, at, report.end) or _BY_WHICH.match(text, at, report.end)
    if binds is not None:
        return actors_after(passage, binds.end(), report.end, actors=actors)
    by_it = _BY_DECREE.search(text, max(report.start, report.left - 16), report.left)
    if report.kind in ("decree", "declaration") and by_it is not None:
        start = max((cut.end() for cut in _NEXT.finditer(text, report.start, report.left)), default=report.start)
        passive = _PASSIVE.search(text, start, report.left)
        return [] if passive is not None else actors_after(passage, start, report.left, actors=actors)[:1]
    opening = _BINDING.search(text, max(report.start, report.left - 16), report.left)
    if opening is None or _CLAUSE.search(text[max(report.start, opening.start() - 8) : opening.start()]) is None:
        return []
    return [one for one in actors_after(passage, at, report.end, actors=actors) if one.type is not ActorType.PEOPLE]


def _listed(report: Report, actors: ActorIndex) -> Iterator[ActorMention]:
    """Read the actors after "between", "with", "among", "by" or "of" behind the phrase, and the possessor before it."""
    text = report.passage.text
    if report.possessor is not None:
        first, last = report.possessor
        reach = Reach(report.passage, max(report.start, first - _OWNER), last)
        yield from [one for one in reach.mentions(actors) if reach.at(one)[1] > first]
    if report.kind == "resolution":
        yield from acting(list(Reach(report.passage, report.left, report.right).mentions(actors)))
    tail = max(report.right, report.verb[1] if report.verb else 0)
    too = _SIGNED_TOO.match(text, tail, report.end)
    tail = too.end() if too is not None else tail
    starts = [match.end() for match in _OPENING.finditer(text, report.right, min(report.end, tail + 60))]
    if report.kind in _ISSUED:
        starts += [match.end() for match in _OF.finditer(text, report.left, min(report.end, report.left + 40))]
    if report.joint and not starts:
        starts = [match.end() for match in _COMMA.finditer(text, report.right, min(report.end, report.right + 50))]
    helped = WITH_THIRD_PARTIES.search(text, report.left, report.end)
    end = helped.start() if helped is not None else report.end
    for start in starts[:2]:
        yield from actors_after(report.passage, start, end, actors=actors)


def _counted(report: Report, actors: ActorIndex, before: tuple[int, int]) -> tuple[ActorMention, ...]:
    """Resolve "the five signed" to the five states of the sentence before, if they are five."""
    until = report.verb[0] if report.verb else report.left
    match = _COUNTED.search(report.passage.text, report.start, until)
    if match is None:
        return ()
    sentence = replace(report, start=before[0], end=before[1])
    away = {item.actor for item in read_refusals(sentence, actors)}
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


def act_of(form: str) -> Act | None:
    """Give the act that a verb form of `words/treaty_verbs.tsv` does to an instrument."""
    act, _ = treaty_verbs().get(" ".join(form.casefold().split()), ("", ""))
    return Act(act) if act else None
