"""Clauses that report without marks what somebody said: where they begin and end, and the cue that says so."""

import re
from dataclasses import dataclass, replace
from functools import cache

from ibidem.parse.attribution import office_words
from ibidem.parse.cue import Cue
from ibidem.words import read_words

LONG = 6
"""From how many words more a quotation is what is said, and not a term inside it."""
_LONGEST = 4000
"""A sentence that is longer, in code points, is none."""
_LEAST = 3
"""How many words what is said must have."""
_WORDS = r"(?:\s[^\s,;:.\"“”]{1,24})"
_THAT = re.compile(rf"{_WORDS}{{0,9}}?(?:,\s[^,;:\"“”]{{2,60}}?)?,?\s(?:that|whether|how|why)\s")
"""Behind "told somebody"."""
_WHEN_THAT = re.compile(
    rf"(?:\s(?:in|on|at|to|during|after|before|by|from|again|later|further|also|once|publicly){_WORDS}{{0,7}}?|\s\w{{2,18}}ly)?"
    r",?\s(?:that|whether|how|why)\s"
)
"""Behind "said", where only a time, a place or a listener may stand between."""
_BY_THAT = re.compile(rf"\sby{_WORDS}{{1,9}}?,?\sthat\s")
_CLOSED = re.compile(r"[,.]")
_TOLD = re.compile(rf"{_WORDS}{{0,4}}?[,.]")
"""Behind "he told" between commas, perhaps with a listener."""
_DIRECTLY_THAT = re.compile(r"\s(?:that|how)\s")
_AS = re.compile(r"\s(?:as|to\sbe)\s")
_WITHOUT_AS = frozenset(["regard", "consider", "deem"])
_WITH_AS = frozenset(
    [
        "describe",
        "characterize",
        "characterise",
        "portray",
        "depict",
        "regard",
        "view",
        "see",
        "interpret",
        "denounce",
        "hail",
        "define",
        "refer",
        "consider",
    ]
)
_REFUTED = re.compile(
    r"\s(?:the\s|any\s|all\s|such\s|these\s|this\s)?(?:[\w-]{1,16}\s)?(?:charges?|claims?|accusations?|allegations?|ideas?|notions?|suggestions?|views?|arguments?|criticisms?|assertions?|reports?|concept|theory|possibility)\b",
    re.IGNORECASE,
)
_ANY_OBJECT = frozenset(
    [
        "justify",
        "accuse",
        "blame",
        "criticize",
        "criticise",
        "condemn",
        "deplore",
        "praise",
        "applaud",
        "advocate",
        "deny",
    ]
)
_VIEWS = re.compile(r"\s(?:his|her)\s(?:own\s)?(?:views?|opinions?|position|stance|attitude|thoughts)\b")
_CONNECTIVE = re.compile(
    r"[\s(\[]{0,3}(?:(?:similarly|however|again|thus|hence|further|furthermore|moreover|indeed|likewise|also|besides|nevertheless|nonetheless|therefore|consequently|accordingly|meanwhile|finally|still|yet|in\saddition|for\sexample|for\sinstance|in\sfact|in\scontrast|by\scontrast|on\sthe\sother\shand|on\sthe\scontrary|in\sturn|and|but)[,;]?\s){1,2}",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";\s|,\s(?:and|but|while|whereas|though|although|yet)\s(?!that\b)")
_WHO = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]{0,30}\s?){1,4}?),?(?:\s(?:the|a|an|then|former|earlier)\s[^,;.]{1,90}?)?,?\swho\s"
)
_BREAK = re.compile(r",?\s(?:and\sthat|because|but|adding|saying|so\sthat)\b|,\sand\s|;\s")
_AFTERTHOUGHT = re.compile(r";\s|,\s(?:as|because|since|while|whereas|although|though|when|where|which)\s")
_JOINT = re.compile(r"[;,]\s(?:(?:and|but|while|whereas|though|although|yet)\s)?$")
_FIRST = 100
"""How far from its sentence's beginning, in code points, a verb stands that "as" opens."""
_TAIL = re.compile(r"[\s.,;:!?…)\]]*$")
_SUBJECT = re.compile(r"(?:^|[\s(])(?P<last>[^\s]{1,40})\s?$")
_INVERTED = re.compile(r"\s(?:the\s)?[A-ZÀ-ÖØ-Þ][^,;:\"“”]{1,80}?[.!?]?\s?$")
_RELATIVE = re.compile(r"\b(?:what|which|whom|whose|that)\s(?:[\w.’'-]{1,20}\s){1,3}$")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause that reports; offsets in the passage's text. `more` where the next sentence goes on with it."""

    start: int
    end: int
    cue: Cue
    more: bool = False


def find_reported(
    text: str,
    sentence: tuple[int, int],
    cues: tuple[Cue, ...],
    quoted: tuple[tuple[int, int], ...],
) -> tuple[Reported, ...]:
    """Find the clauses of a sentence that report what a person said; a new one begins with a new name only.

    `quoted` are the sentence's quotations, marks included. A long quotation ends the clause before it.
    """
    if sentence[1] - sentence[0] > _LONGEST:
        return ()
    start = _start(text, sentence)
    long = [pair for pair in quoted if len(text[pair[0] : pair[1]].split()) > LONG]
    found: list[Reported] = []
    for cue in cues:
        if any(pair[0] < cue.start for pair in long):
            break
        content = _content(text, sentence, cue, quoted)
        begin = _clause_start(text, start, cue)
        end = _end(text, content, sentence[1], cue, quoted, long) if content is not None else None
        if end is None or (found and not _begins_anew(text, found[-1], begin, cue)):
            continue
        if found:
            joint = _JOINT.search(text, max(0, begin - 12), begin)
            found[-1] = replace(found[-1], end=min(found[-1].end, joint.start() if joint else begin))
        more = _VIEWS.match(text, cue.end) is not None and not quoted
        found.append(Reported(begin, end, cue, more))
    return tuple(found)


def _begins_anew(text: str, last: Reported, begin: int, cue: Cue) -> bool:
    """Tell whether a later clause has a subject of its own, and the one before says enough without it."""
    named = _CAPITAL.search(text, begin, max(begin, cue.subject_end)) is not None
    joint = _JOINT.search(text, max(0, begin - 12), begin)
    return named and joint is not None and len(text[last.cue.end : begin].split()) > _LEAST


def _start(text: str, sentence: tuple[int, int]) -> int:
    connective = _CONNECTIVE.match(text, *sentence)
    at = connective.end() if connective else sentence[0]
    while at < sentence[1] and not text[at].isalnum():
        at += 1
    return at


def _content(text: str, sentence: tuple[int, int], cue: Cue, quoted: tuple[tuple[int, int], ...]) -> int | None:
    """Give where what is said begins, None where the cue brings in no clause."""
    if cue.frame == "phrase":
        return _after_phrase(text, sentence, cue)
    if cue.form == "gerund":
        that = _DIRECTLY_THAT.match(text, cue.end) if cue.frame in ("that", "tell") else None
        return that.end() if that else None
    if cue.form == "passive" and cue.frame in ("that", "tell"):
        by = _BY_THAT.match(text, cue.end, sentence[1])
        return by.end() if by else None
    if cue.form != "finite" or _is_relative(text, sentence[0], cue):
        return None
    inverted = cue.frame == "that" and text[max(0, cue.start - 2) : cue.start] == ", "
    if inverted and not quoted and _INVERTED.match(text, cue.end, sentence[1]):
        return sentence[0]
    if not _may_speak(text, sentence, cue):
        return None
    if cue.frame in ("that", "tell"):
        return _after_verb(text, sentence, cue, quoted)
    if cue.frame == "as" and cue.base in _WITH_AS:
        found = _AS.search(text, cue.end, sentence[1])
        if found is not None and any(found.end() <= pair[0] <= found.end() + 6 for pair in quoted):
            return None
        return cue.end if found or cue.base in _WITHOUT_AS else None
    if cue.frame == "stance":
        that = _DIRECTLY_THAT.match(text, cue.end)
        return cue.end if that or cue.base in _ANY_OBJECT or _REFUTED.match(text, cue.end) else None
    return None


def _after_verb(text: str, sentence: tuple[int, int], cue: Cue, quoted: tuple[tuple[int, int], ...]) -> int | None:
    that = (_THAT if cue.frame == "tell" else _WHEN_THAT).match(text, cue.end, sentence[1])
    if that is not None:
        return that.end()
    if _VIEWS.match(text, cue.end):
        return cue.end
    opening = re.match(r"[\s(]{0,2}as\s", text[sentence[0] : sentence[0] + 6], re.IGNORECASE)
    comma = text.find(",", cue.end, min(sentence[1], cue.end + 60))
    if opening and comma >= 0 and cue.start - sentence[0] < _FIRST:
        return comma + 1
    before = text[max(sentence[0], cue.subject_end - 60) : cue.subject_end]
    aside = before.rfind(",")
    if (
        not quoted
        and (_CLOSED if cue.frame == "that" else _TOLD).match(text, cue.end)
        and aside >= 0
        and len(before) - aside < 50
        and (_CAPITAL.search(before[aside:]) or before[aside:].strip(" ,") in ("he", "she"))
    ):
        return sentence[0]
    return None


def _after_phrase(text: str, sentence: tuple[int, int], cue: Cue) -> int | None:
    assert cue.holder is not None
    if not _CAPITAL.search(text, cue.holder[0], min(cue.holder[1], cue.holder[0] + 120)):
        return None
    if text[max(sentence[0], cue.start - 2) : cue.start].strip() == ",":
        return sentence[0]
    comma = text.find(",", max(cue.end, cue.holder[0]), sentence[1])
    return comma + 1 if comma >= 0 and cue.start - sentence[0] < 60 else None


def _may_speak(text: str, sentence: tuple[int, int], cue: Cue) -> bool:
    """Tell whether the word before the verb can end a person's name or what describes him."""
    found = _SUBJECT.search(text, max(sentence[0], cue.subject_end - 42), cue.subject_end)
    if found is None:
        return False
    last = found["last"].casefold()
    if last in ("he", "she", "who", "and") or last.endswith(",") or last in office_words():
        return True
    return not found["last"].islower() and last not in _nobody()


def _is_relative(text: str, start: int, cue: Cue) -> bool:
    """Tell "what he considered" from "he considered"."""
    return _RELATIVE.search(text, max(start, cue.subject_end - 40), cue.subject_end) is not None


@cache
def _nobody() -> frozenset[str]:
    return frozenset(read_words("function")) | frozenset(["it", "they", "we", "i", "this", "that", "these", "there"])


def _clause_start(text: str, start: int, cue: Cue) -> int:
    """Begin at the last clause before the one who speaks, or at the name that "who ... and declared" follows."""
    if text[max(start, cue.subject_end - 5) : cue.subject_end].strip().casefold() == "and":
        named = [match.start("name") for match in _WHO.finditer(text, start, cue.subject_end)]
        if named:
            return named[-1]
    breaks = [match.end() for match in _CLAUSE.finditer(text, start, max(start, cue.subject_end - 2))]
    return breaks[-1] if breaks else start


def _end(
    text: str, content: int, end: int, cue: Cue, quoted: tuple[tuple[int, int], ...], long: list[tuple[int, int]]
) -> int | None:
    """Give where the clause ends: before a long quotation, an afterthought, or the closing stop."""
    following = next((pair[0] for pair in long if pair[0] >= content), None)
    if following is not None and text[:following].endswith((": ", ":")):
        end = following
    elif following is not None:
        breaks = [match.start() for match in _BREAK.finditer(text, content, following)]
        end = next((at for at in reversed(breaks) if not any(first < at < last for first, last in quoted)), content)
    elif cue.frame in ("stance", "as"):
        after = _AFTERTHOUGHT.search(text, content, end)
        end = after.start() if after else end
    elif not 0 <= text.find("; ", content, end) < end and any(
        pair[0] >= content and not text[pair[1] : end].strip(" \t\r\n.,;:!?…)]") for pair in quoted
    ):
        # The quoted words are the predicate: the quotation says it all.
        return None
    at = max(content, end - 8)
    tail = _TAIL.search(text, at, end)
    end = tail.start() if tail else end
    return end if len(text[min(content, end) : end].split()) >= _LEAST else None
