"""A note taken apart: where its references stand, and what is commentary."""

import re
from collections.abc import Iterator
from functools import cache

from ibidem.parse.anaphor import find_form, parse_anaphor
from ibidem.parse.archive import find_archive
from ibidem.parse.date import months
from ibidem.parse.fields import flat
from ibidem.parse.imprint import is_place
from ibidem.parse.name import read_names
from ibidem.parse.plain import described
from ibidem.parse.short import NAMES, parse_short
from ibidem.parse.signal import find_signal
from ibidem.sentence import sentence_bounds
from ibidem.words import read_words

LONGEST = 20_000
"""Of a longer note only so many code points are read: no note is that long, but a text without line ends is."""

_REACH = 1500
"""How far back a reference is looked at to tell whether it is whole."""
_YEAR = re.compile(r"(?<![\d./-])(?:1[4-9]|20)\d\d[a-z]?(?![\d/])")
_MARKED = re.compile(r"\*[^*\s][^*]{1,400}\*|(?<![^\W\d_])[\"‘][^\W\d_][^\"]{2,400}?[\"’']")
_PAGED = re.compile(
    r"\b(?:pp?|S|Seiten?|pages?|vol|nos?|Bd|Nr|chap|ch|fol|ff|paras?)\.?\s?\d|§|[,:)]\s?\d{1,4}(?:\s?-{1,2}\s?\d{1,4})?\b"
)
_IMPRINT = re.compile(
    r"\([^()]{0,120}\b(?:1[4-9]|20)\d\d[^()]{0,60}\)|\b(?:Press|Verlag|University|Publishers?|Books)\b|https?://|www\."
)
_STRONG = re.compile(
    r"\((?:[^()]{0,120}\s)?(?:1[4-9]|20)\d\d[^()]{0,60}\)[^()]{0,80}(?:\([^()]{0,60}\))?[\s.*\")]*$|\bp{1,2}\.\s?[\dxvi]+[^a-z()]{0,60}$"
)
_OPENS = re.compile(
    r"[\s(*\"‘]*(?:(?:[A-ZÀ-Þ]\.[\s-]?){1,4}(?:(?:van|von|de|der|du|la|le)\s){0,2}[A-ZÀ-Þ]|[A-ZÀ-Þ][\w'’-]+(?:\s[\w.'’-]+){0,5},\s|\*|\"|‘)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INSIDE = re.compile(r"\((?P<inner>[^()]{6,400}(?:\([^()]{0,120}\)[^()]{0,200}){0,3})\)")
_DATED = re.compile(
    rf"[\s(]*(?P<head>{NAMES}),?\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?"
    r"(?P<more>[,:]?\s(?:insbesondere\s)?(?:S|pp?|ch|chap|Kap)\.?\s?\d[\d\s,f.-]*)?"
)
_ELSEWHERE = re.compile(
    r"[\s(*]*(?i:(?:but\s)?see(?:\salso)?|cf\.|siehe|vgl\.)?[\s*,]*(?i:supra|infra|above|below|oben|unten)[\s*,]*"
    r"(?i:sections?|secs?|parts?|paras?|pp?|pages?|chapters?|ch|tables?|figures?|append(?:ix|ices)|app|Kap|Abschnitt|S|[¶§IVX])\b"
)
"""What points at another place of the same paper."""
_AND = re.compile(r"(?<=[\d.]),?\s(?:and|und|et|sowie|y|e)\s(?=[A-ZÀ-Þ])")
_CITING = re.compile(r"[,;]?\s\(?(?=(?:(?:and )?in turn )?(?:quoting|citing)\s)")
_EDGE = " \t\r\n\x0b\x0c\x85\u2028\u2029;"
_JOINT = re.compile(r"(?:and|und|et|sowie|as well as|or)\s+(?=\S)|[(]+(?=[^()]*$)")


def split_note(text: str) -> tuple[tuple[int, int], ...]:
    """Give the half-open ranges of the references in a note's text, in order.

    Cuts are semicolons outside marks and brackets, full stops between two whole references or around a comment,
    and brackets in a comment that hold a reference.
    """
    plain = flat(text[:LONGEST])
    found: list[tuple[int, int]] = []
    for start, end in _segments(plain):
        found += _references(plain, start, end)
    return tuple(found)


def _segments(plain: str) -> Iterator[tuple[int, int]]:
    """Cut at semicolons; what stands before one and names no source (a list of authors) stays with what follows."""
    depth = 0
    quoted = named = False
    at = last = 0
    for index, char in enumerate(plain):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == '"':
            quoted = not quoted
        elif char == ";" and depth == 0 and not quoted:
            named = named or _named(plain[last:index])
            last = index + 1
            if named:
                yield at, index
                at, named = index + 1, False
    yield at, len(plain)


def _references(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references of a segment: names with years, or else runs of sentences that are no comment."""
    dated = list(_dated(plain, start, end)) if find_form(plain, start, end) is None else []
    if dated:
        yield from dated
        return
    first: int | None = None
    last = start
    for begin, stop in sentence_bounds(plain[start:end].replace("*", '"')):
        here, there = start + begin, start + stop
        sentence = plain[here:there]
        so_far = plain[max(first, last - _REACH) : last] if first is not None else ""
        told = is_comment(sentence) or (_is_prose(sentence) and not is_reference(sentence))
        comment = told and (not so_far or _closed(so_far))
        fresh = bool(so_far) and _closed(so_far) and _is_fresh(sentence)
        if first is not None and (comment or fresh):
            yield from _cut(plain, first, last)
            first = None
        if comment:
            yield from _bracketed(plain, here, there)
            yield from _leading(plain, here, there)
            continue
        first = here if first is None else first
        last = there
    if first is not None:
        yield from _cut(plain, first, last)


def _cut(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a stretch as a reference, without joints and brackets at its edges; two where Ibid. has a companion."""
    start, end = _trimmed(plain, start, end)
    joint = _JOINT.match(plain, start, end)
    if joint:
        start = joint.end()
    if start >= end or not is_reference(plain[start:end]):
        return
    companion = _companion(plain, start, end)
    if companion is None:
        yield start, end
    else:
        yield _trimmed(plain, start, companion)
        yield _trimmed(plain, companion + 1, end)


def _companion(plain: str, start: int, end: int) -> int | None:
    """Find the mark between two references: before `quoting X`, or behind an Ibid. (`Id., MALLOY, supra note 2`)."""
    citing = _CITING.search(plain, start, end)
    if citing and is_reference(plain[start : citing.start()]) and is_reference(plain[citing.end() : end]):
        return citing.start()
    for joint in _AND.finditer(plain, start, min(end, start + _REACH)):
        other = parse_anaphor(plain[joint.end() : end])
        if other and other.names and parse_anaphor(plain[start : joint.start()]):
            return joint.start()
    form = find_form(plain, start, end)
    if form is None:
        return None
    comma = re.compile(r"[\s.*]*,").match(plain, form[1], end)
    rest = plain[comma.end() : end] if comma else ""
    follows = parse_anaphor(rest) if rest[1:2].isupper() else None
    return comma.end() - 1 if comma and follows and follows.names else None


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start] in _EDGE:
        start += 1
    while end > start and plain[end - 1] in _EDGE:
        end -= 1
    if plain[start:end].count(")") > plain[start:end].count("("):
        while end > start and plain[end - 1] in ").":
            end -= 1
    return start, end


def is_reference(text: str) -> bool:
    """Tell whether a stretch names a source or stands for one."""
    plain = flat(text)
    if _ELSEWHERE.match(plain):
        return False
    if described(plain) or find_archive(plain) is not None:
        return True
    if _STRONG.search(plain) or parse_anaphor(plain) is not None or parse_short(plain) is not None:
        return True
    marked, year = _MARKED.search(plain) is not None, _YEAR.search(plain) is not None
    paged, imprint = _PAGED.search(plain) is not None, _IMPRINT.search(plain) is not None
    if paged and find_signal(plain):
        return True
    return sum((marked, year, paged, imprint)) >= 2 or ((marked or year) and _OPENS.match(plain) is not None)


def _named(text: str) -> bool:
    """Tell whether a stretch before a semicolon holds more than names: a date, a title in marks, a page, a form."""
    signs = (_YEAR, _MARKED, _PAGED)
    return any(sign.search(text) for sign in signs) or parse_anaphor(text) is not None or _told(text)


def _closed(text: str) -> bool:
    """Tell whether a stretch is a whole reference: it has a date or a form, and more than names before it."""
    if parse_anaphor(text) is not None or parse_short(text) is not None:
        return True
    if _DATED.fullmatch(text.strip(" .")):
        return True
    year = _YEAR.search(text)
    if year is None:
        return _MARKED.search(text) is not None and _PAGED.search(text) is not None
    if _STRONG.search(text) and (_MARKED.search(text) or len(_WORD.findall(text)) > 5):
        return _MARKED.search(text) is not None or not _only_names(text[: year.start()])
    return _MARKED.search(text) is not None or _PAGED.search(text[year.end() :]) is not None


def _only_names(text: str) -> bool:
    """Tell whether a stretch before a year holds names and no title yet: `Gent, I. P., & Walsh, T. (1994).`."""
    names, end = read_names(text.lstrip())
    return bool(names) and len(_WORD.findall(text.lstrip()[end:])) < 3


def _is_prose(sentence: str) -> bool:
    """Tell whether a sentence is running text without any sign of a source: small words, no figures or marks."""
    words = [word for word in _WORD.findall(sentence) if len(word) > 2]
    small = sum(word[0].islower() for word in words)
    return len(words) > 2 and 2 * small > len(words) and not re.search(r"\d|\*|\"", sentence)


def _is_fresh(sentence: str) -> bool:
    """Tell whether a sentence opens a reference of its own: by a signal, a form, or names with a date of their own."""
    signal = find_signal(sentence)
    if signal is not None:
        return is_reference(sentence)
    if find_form(sentence, 0, len(sentence)) is not None:
        return True
    own = _YEAR.search(sentence) is not None and (_MARKED.search(sentence) or _IMPRINT.search(sentence))
    return _OPENS.match(sentence) is not None and bool(own) and _closed(sentence)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(read_words("comment-verbs"))


def is_comment(sentence: str) -> bool:
    """Tell whether a sentence says something about its matter: it has a small verb outside marks and brackets."""
    sentence = flat(sentence[:LONGEST])
    if not _told(sentence):
        return False
    if _STRONG.search(sentence) and (_OPENS.match(sentence) or find_signal(sentence)):
        return False
    return not (find_signal(sentence) and parse_anaphor(sentence))


def _told(text: str) -> bool:
    bare = re.sub(r"\([^()]{0,400}\)", " ", _MARKED.sub(" ", text))
    words = _WORD.findall(bare)
    return len(words) >= 4 and any(word in _verbs() for word in words)


def _bracketed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references that stand in brackets in a comment: `(See M. King, Literatures (1980) at 216)`."""
    for match in _INSIDE.finditer(plain, start, end):
        inner = match["inner"]
        dated = _YEAR.search(inner) and (_MARKED.search(inner) or _OPENS.match(inner))
        if dated or parse_anaphor(inner) is not None or (find_signal(inner) and is_reference(inner)):
            yield from _cut(plain, match.start("inner"), match.end("inner"))


def _dated(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references of a segment that names its sources by name and year, wherever they stand in it.

    Each has a page, ends the segment, or opens it; a place before a year (`Berlin 1970`) is no name.
    """
    segment = plain[start:end]
    if _MARKED.search(segment) or _STRONG.search(segment) or len(segment) > 1500:
        return
    for match in _DATED.finditer(segment):
        before = segment[: match.start()].rstrip()
        if before.endswith((",", ":", "(", "&")) or _is_no_name(match["head"]):
            continue
        ended = not segment[match.end() :].strip(" .,)")
        opens = not before and segment[match.end() :].lstrip()[:1].islower()
        if match["more"] or ended or opens:
            signal = find_signal(segment[: match.end()])
            whole = signal is not None and not before[signal[1] :].strip()
            stop = match.end() + (segment[match.end() : match.end() + 1] == ".")
            yield _trimmed(plain, start + (0 if whole else match.start()), start + stop)


def _is_no_name(head: str) -> bool:
    last = head.split()[-1].casefold()
    return is_place(head) or is_place(head.split()[-1]) or last in months() or last in read_words("no-names")


def _leading(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the name and year that open a comment: `Steinbach 1979 shows that ...`."""
    match = _DATED.match(plain, start, end)
    if match and re.match(r"\s+[^\W\d_A-ZÀ-Þ]", plain[match.end() : end]):
        yield _trimmed(plain, match.start(), match.end())
