"""When and on what occasion something was said, and to whom."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ibidem.edtf import Date, is_edtf
from ibidem.parse.clause import is_reported
from ibidem.parse.cue import Cue
from ibidem.parse.date import FoundDate
from ibidem.resolve.phrase import named_phrase
from ibidem.resolve.scene import Named, Scene
from ibidem.resolve.speaker import REACH, Attribution
from ibidem.words import read_words

_NOT_THEN = re.compile(
    r"\b(?:since|until|till|before|after|from|between|by|than|to|(?:treaty|agreement|pact|law|act|constitution|decree|war|revolution|crisis|accord|protocol)\sof)"
    r"\s(?:early\s|late\s|mid-?\s?|the\s(?:end|beginning|middle)\sof\s|about\s)?$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?:^|\b(?:in|of|during|dated|for|early|late|the|his|her|a|an|en|im|le|de)\s|[,(–—-]\s?|\s(?:spring|summer|autumn|fall|winter)\s)$",
    re.IGNORECASE,
)
_TO_HIM = re.compile(r"\s*(?P<to>To)\s[^,;:.]{2,60}?\s(?:he|she)\b")
"""Who is told stands first: "To Gentz he complained that"."""
_THAT = re.compile(r"\bthat\b|:")
_PAST = re.compile(r"(?:ed|said|told|wrote|written|thought|felt|knew|swore|spoke|seen|saw|sang|began)$")
_TO = re.compile(
    r"(?:\s(?!that\b|how\b|whether\b)[^\s,;:]{1,20}){0,8}?\sto\s(?=(?:the|a|an|his|her|their|its|then|President|[A-Z]|members|some|one)\b|[A-Z])"
)
_OBJECT = re.compile(r"\s(?!to\b|that\b|how\b|if\b|whether\b|against\b|of\b|by\b|for\b|on\b|in\b|at\b)")


def date_said(scene: Scene, start: int, end: int, found: Attribution) -> FoundDate | None:
    """Find the date of the utterance in its own sentence, outside what is said."""
    sentence = _near(scene, start, end)
    inside = scene.dates(*sentence)
    zones = _zones(scene, sentence, start, end, found)
    fitting = [date for date in inside if any(first <= date.start and date.end <= last for first, last in zones)]
    fitting = [date for date in fitting if _is_then(scene, date)]
    if not fitting or found.cue is None:
        return None
    cue = found.cue
    behind = [date for date in fitting if date.start >= cue.end]
    return behind[0] if behind else fitting[-1]


def _near(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Give the part of the sentence that is near enough to a quotation."""
    sentence = scene.sentence(start)
    return max(sentence[0], start - REACH), min(sentence[1], end + REACH)


def _zones(
    scene: Scene, sentence: tuple[int, int], start: int, end: int, found: Attribution
) -> tuple[tuple[int, int], ...]:
    cue = found.cue
    if cue is None:
        return ()
    if cue.start >= end:
        return (sentence[0], start), (end, sentence[1])
    that = _THAT.search(scene.text, cue.end, start)
    if cue.frame == "phrase":
        # What stands behind "according to X," is what X says.
        comma = scene.text.find(",", cue.end, start)
        return (sentence[0], comma if comma >= 0 else start), (start, start)
    until = that.start() if that else start
    return ((sentence[0], until),)


def _is_then(scene: Scene, date: FoundDate) -> bool:
    before = scene.text[max(0, date.start - 40) : date.start]
    if date.end - date.start == 4 and _THEN.search(before) is None:
        # A year that no preposition brings in is what is spoken of: "calls 1916 a rising".
        return False
    return _NOT_THEN.search(before) is None and is_reported(scene.text, date) and not scene.is_quoted(date.start)


def year_before(scene: Scene, start: int, found: Attribution) -> Date | None:
    """Give the year that the sentence before tells of, where a verb in the past goes on from it."""
    cue = found.cue
    if cue is None or cue.form not in ("finite", "passive") or _PAST.search(scene.text[cue.start : cue.end]) is None:
        return None
    date = date_before(scene, start)
    if date is None:
        return None
    years = set(re.findall(r"\d{4}", date.edtf))
    return Date(years.pop(), date.printed) if len(years) == 1 else None


def date_before(scene: Scene, start: int) -> Date | None:
    """Give the date of what the sentence before tells; none where it only reports what somebody says."""
    before = scene.before(scene.sentence(start))
    if before is None:
        return None
    cues = scene.cues_between(before, before[1] - REACH, before[1])
    that = next((cue.start for cue in cues if cue.frame in ("that", "tell", "phrase")), before[1])
    dates = [date for date in scene.dates(max(before[0], that - REACH), that) if _is_then(scene, date)]
    return dates[-1].date if dates else None


@cache
def _occasion() -> re.Pattern[str]:
    words = sorted(read_words("occasions"), key=lambda word: (-len(word), word))
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)
    return re.compile(
        rf"\b(?:in|at|during|on|before)\s(?:(?:the|a|an|his|her|their|its|another|one)\s)?"
        rf"(?:[^\s,;:.()]{{1,24}}\s){{0,5}}?(?:{choice})\b(?:\s(?!(?:that|to|he|she|and|who|which)\b)[^\s,;:()\"“]{{1,24}}){{0,6}}",
        re.IGNORECASE,
    )


def occasion_of(scene: Scene, start: int, end: int, found: Attribution) -> str | None:
    """Give the occasion as printed: "at the summit meeting in September 1993"."""
    sentence = _near(scene, start, end)
    for first, last in _zones(scene, sentence, start, end, found):
        match = _occasion().search(scene.text, first, last)
        if match is None or scene.is_quoted(match.start()):
            continue
        cues = scene.cues_between(scene.sentence(start), match.start(), match.end())
        verbs = [cue.subject_end for cue in cues if cue.form in ("finite", "passive")]
        stop = min([at for at in verbs if at > match.start()] + [match.end()])
        subject = found.subject.names if found.subject is not None else ()
        text = scene.text[match.start() : min([stop, *(item.start for item in subject if item.start > match.start())])]
        return " ".join(text.split()).rstrip(".,") or None
    return None


def addressee_of(scene: Scene, start: int, found: Attribution, others: tuple[Cue, ...]) -> Named | None:
    """Find to whom it was said: the object of "told", whoever stands behind "wrote to"."""
    speakers = {key for named in (found.subject.names if found.subject else ()) for key in named.keys}
    said = found.cue.start if found.cue is not None else start
    clause = tuple(cue for cue in others if "; " not in scene.text[cue.end : said])
    for at, limit in _towards(scene, start, clause):
        subject = named_phrase(scene, at, limit)
        if subject is not None and subject.names and subject.names[0].start - at < 60:
            named = subject.names[0]
            if speakers.isdisjoint(named.keys):
                return named
    return None


def _towards(scene: Scene, start: int, others: tuple[Cue, ...]) -> Iterator[tuple[int, int]]:
    """Give the stretches that begin with the one addressed: behind "told", "wrote to", "in a letter to"."""
    for cue in others:
        if cue.holder is not None or cue.form == "passive":
            continue
        limit = min(start if cue.start < start else cue.end + 90, cue.end + 160, scene.sentence(cue.start)[1])
        object_ = _OBJECT.match(scene.text, cue.end) if cue.frame in ("tell", "ask") else None
        match = (_TO.match(scene.text, cue.end, limit) if cue.base != "refer" else None) or object_
        if match is None and cue.base == "write" and scene.names_at(cue.end + 1):
            match = _OBJECT.match(scene.text, cue.end)
        if match is not None and match.end() < limit:
            yield match.end(), limit
    sentence = scene.sentence(start)
    opening = _TO_HIM.match(scene.text, sentence[0], min(start, sentence[0] + 80))
    if opening is not None:
        yield opening.end("to"), opening.end()
    words = scene.words_between(sentence, start - REACH // 5, start)
    for word, following in pairwise(words):
        if word.low in read_words("letter-nouns") and following.low == "to":
            yield following.end + 1, min(start, following.end + 120)


def completed(date: FoundDate, note: Date | None) -> Date:
    """Give the date with the year of the note, where only the day is printed and the note has the same day."""
    if date.complete or note is None or not is_edtf(note.edtf):
        return date.date
    return Date(note.edtf[:4] + date.date.edtf[4:], date.date.printed)
