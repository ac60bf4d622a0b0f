"""What each mention of an instrument says by itself: its date, its words, the sentence that reports it."""

import re
from collections.abc import Iterator

from ibidem.candidate import Candidate
from ibidem.document import Document
from ibidem.edtf import Date
from ibidem.parse.date import FoundDate
from ibidem.parse.evidence import concludes, find_echoes, is_attached
from ibidem.parse.passage import dates_within
from ibidem.parse.relative import counts_on
from ibidem.resolve.instrument import UNDATED, Seen, content_words, weights
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.party import act_of
from ibidem.resolve.passages import Reading
from ibidem.resolve.report import Report
from ibidem.story import Act

_OPENING = re.compile(r"[\s\"“]*(?:(?:[Ii]n|[Oo]n)\s(?:the\s)?(?:early|late|mid)?[\s-]?)?")
_BY_IT = re.compile(r"\bby\s(?:the|an?|his|her|its)\s$")
_LISTED = re.compile(r"\b(?:treaties|agreements|accords|conventions|protocols|pacts)\s(?:was|were)\s[^:;.]{8,80}:\s")
_FOUNDS = re.compile(
    r"\s(?:imposed|obliged|required|allowed|guaranteed|established|created|ended|ceded|divided|recogni[sz]ed|transferred|granted|abolished|confirmed|fixed"
    r"|brought|gave)\b"
)


def read_mention(document: Document, candidate: Candidate, reading: Reading, *, actors: ActorIndex) -> Seen:
    """Read what a candidate's sentence says of it."""
    passage = reading.passage
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = reading.sentence(start)
    evidence = frozenset((candidate.feature("evidence") or "").split())
    date, rank = _date(reading, candidate, (start, end), sentence, evidence)
    topic = end
    if candidate.feature("kind") in ("decree", "statement"):
        topic = int(candidate.feature("core") or end)
    content = content_words(document, passage, start, topic, actors=actors)
    if weights()[candidate.feature("noun") or ""] == "naming" and len(content) > 1:
        # The Peace of Paris is told by the town.
        content -= {candidate.feature("noun") or ""}
    proper = candidate.feature("shape") == "named"
    return Seen(candidate, passage, start, end, content, proper, evidence, date, rank, sentence)


def verb_range(candidate: Candidate) -> tuple[int, int] | None:
    """Give the place of the verb that governs the phrase, in the passage."""
    return _range(candidate, "verb")


def _range(candidate: Candidate, name: str) -> tuple[int, int] | None:
    first, _, last = (candidate.feature(name) or "").partition(" ")
    return (int(first), int(last)) if last else None


def _date(
    reading: Reading,
    candidate: Candidate,
    phrase: tuple[int, int],
    sentence: tuple[int, int],
    evidence: frozenset[str],
) -> tuple[Date | None, int]:
    """Date an instrument: in or behind its phrase, else by the sentence that reports it, else by the one before."""
    text = reading.passage.text
    inside = dates_within(reading.dates, *sentence)
    if candidate.feature("kind") == "resolution":
        # The number of a resolution is no year.
        inside = tuple(date for date in inside if not phrase[0] <= date.start < phrase[1])
    form = candidate.feature("form") or ""
    for date in inside:
        if is_attached(text, *phrase, date, form):
            return date.date, 0 if date.end <= phrase[1] else 1
    verb = _range(candidate, "verb")
    if verb is None and candidate.feature("shape") == "named" and inside:
        by_it = candidate.feature("kind") == "decree" and _BY_IT.search(text, sentence[0], phrase[0])
        if (by_it or _LISTED.search(text, sentence[0], phrase[0])) and inside[0].end < phrase[0]:
            return inside[0].date, 2
        return _opening_date(text, sentence, phrase, inside[0])
    if verb is None or not evidence & {"made", "doing"} or not concludes(form):
        return None, UNDATED
    clause = [date for date in inside if ";" not in text[min(date.start, verb[0]) : max(date.end, verb[1])]]
    if clause:
        nearest = min(clause, key=lambda date: min(abs(date.start - verb[1]), abs(verb[0] - date.end)))
        return nearest.date, 2
    if "made" not in evidence or inside:
        return None, UNDATED
    previous = reading.before(sentence)
    told = dates_within(reading.dates, *previous) if previous != sentence else ()
    return (told[0].date, 3) if len(told) == 1 and not counts_on(text, *sentence) else (None, UNDATED)


def _opening_date(
    text: str, sentence: tuple[int, int], phrase: tuple[int, int], date: FoundDate
) -> tuple[Date | None, int]:
    """Date "In 1839 the Treaty of London guaranteed ...": what a treaty does at once dates it, for want of better."""
    opens = _OPENING.fullmatch(text, sentence[0], date.start) is not None
    close = text[date.end : phrase[0]].strip(" ,").casefold() in ("", "the")
    return (date.date, 4) if opens and close and _FOUNDS.match(text, phrase[1]) else (None, UNDATED)


def report_of(seen: Seen, reading: Reading) -> Report:
    """Give the sentence that reports a mention, as parties are read from it."""
    candidate = seen.candidate
    verb = verb_range(candidate) if seen.evidence & {"made", "doing", "against"} else None
    act = act_of(candidate.feature("form") or "") if verb is not None else None
    if "against" in seen.evidence:
        act = Act.REFUSED
    possessor = _range(candidate, "possessor")
    joint = "joint" in seen.evidence
    dates = dates_within(reading.dates, *seen.sentence)
    return Report(seen.passage, *seen.sentence, seen.start, seen.end, verb, act, seen.kind, possessor, joint, dates)


def echoes_of(seen: Seen, reading: Reading, until: int) -> Iterator[Report]:
    """Give the reports of what is done to an instrument behind a mention, to the next sentence's end or `until`."""
    text = reading.passage.text
    last = reading.after(seen.sentence)[1]
    for verb, pronoun in find_echoes(text, seen.end, min(last, until)):
        sentence = reading.sentence(verb[0])
        act = act_of(text[verb[0] : verb[1]]) or Act.WITHDREW
        dates = dates_within(reading.dates, *sentence)
        yield Report(seen.passage, *sentence, *pronoun, verb, act, seen.kind, dates=dates)
