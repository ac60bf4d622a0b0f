"""A note taken apart: where its references stand, and what is commentary."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ibidem.cited import Form
from ibidem.parse.anaphor import find_form, parse_anaphor
from ibidem.parse.dated import find_dated, trimmed
from ibidem.parse.fields import flat
from ibidem.parse.inside import bracketed, leading, noted, trailing
from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.reporter import parse_named
from ibidem.parse.short import parse_short
from ibidem.parse.sign import (
    LONGEST,
    MARKED,
    OPENS,
    STRONG,
    YEAR,
    is_closed,
    is_comment,
    is_fresh,
    is_named,
    is_prose,
    is_quotation,
    is_reference,
    is_signed,
)
from ibidem.parse.signal import find_signal
from ibidem.parse.via import find_via
from ibidem.sentence import sentence_bounds
from ibidem.words import read_words

_REACH = 1500
"""How far back a reference is looked at to tell whether it is whole."""
_JOINED = r"and|und|et|sowie|y|e|и|with|mit|con|avec|ainsi\sque|así\scomo|nonché|а\sтакже"
_AND = re.compile(
    rf"(?<=[\d.\"”)f]),?\s(?:{_JOINED})\s(?:(?:già|anche|auch|aussi|également|también|now|also|a|à|al|bei)\s)?(?=[{UPPER}])"
)
_TAKES = re.compile(rf"(?<=[\d.f]),\s(?:who|which|che|qui|que|der|die|das)\s(?:[{LOWER}]+\s){{1,2}}(?=[{UPPER}])")
"""What a source does with another: `, che riprende Fiorenzi, Le maschere, cit.`"""
_AHEAD = 60
_PAIR = 240
"""How long two short forms are at most that are no reference together: `Tannert, S. 5, im Gegensatz zu Röhm, S. 2`."""
_SMALL_WORD = re.compile(rf"\s(?P<word>[{LOWER}]{{2,20}})[\s.,]")
_COMMA = re.compile(rf"(?<=[\d.f]),\s(?=[{UPPER}])")
_TAIL = 30
_COMPARED = re.compile(r"[\s(*]*(?i:compare|contrast|vergleiche|confronta|compárese)\b")
_WITH = re.compile(rf",\s(?:and\s)?(?:with|mit|con)\s(?=[{UPPER}*\"])")
_ALSO = re.compile(
    r",\sand(?:,\sfor\s[^,;]{3,60},\s(?=[A-ZÀ-Þ])|(?=\s(?:see|also)\s)|\s(?=[Ss]ee\s))|,(?=\sbut\s(?:see|cf\.|compare)\s)"
)
_FOLLOWED = "followed by|gefolgt von|suivi par|seguito da|im Gegensatz zu|in contrast to"
_CITING = re.compile(rf"[,;]?\s\(?(?=(?:(?:and )?in turn )?(?:quoting|citing|{_FOLLOWED})\s)")
_CLAUSE = re.compile(
    rf"(?<=[\df]),\s(?:(?:who|which|where|whose|que|quien|donde|qui|où|dont|che|dove|der|die|das|wo|wonach|который|которая|где)"
    rf"(?=\s[{LOWER}]))"
)
"""A clause behind a page."""
_DASH = re.compile(rf"(?<=[.)])\s-{{1,2}}\s(?=[{UPPER}\"])")
"""A dash between a reference and a comment: `S. 59. - Anders Sauer`."""
_SMALL = re.compile(rf"(?<=[\d)\]\"*])\.\s(?=[{LOWER}]{{2,12}}[\s.])")
"""A full stop before a signal in small letters: `(n 11) 119. cf Marchmont`."""
_LAST_WORD = re.compile(r"(?P<word>[^\s(\[\"“]{1,20})\.\s*$")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_LED = re.compile(
    r"(?:[A-Z][a-z]{0,12}\s)(?:[a-z’'-]{1,20}\s){0,7}(?:(?:is|are|was|were|be|appears?|appeared|stands?)\s(?:[a-z-]{1,20}\s){0,3}"
    r"(?:in|by|at)\s|see\s)(?=(?:the\s)?[*\"‘]?[A-ZÀ-Þ])"
)
"""What leads up to a reference in its own sentence: `The text is printed in`, `For the other view see`."""
_JOINT = re.compile(r"(?:and|und|et|sowie|as well as|or|y|e|ed|и|ainsi que|así como),?\s+(?=\S)|[(]+(?=[^()]*$)")


def split_note(text: str) -> tuple[tuple[int, int], ...]:
    """Give the half-open ranges of the references in a note's text, in order.

    Cuts are semicolons outside marks and brackets, full stops between two whole references or around a comment,
    and brackets in a comment that hold a reference.
    """
    plain = flat(text[:LONGEST])
    found: list[tuple[int, int]] = []
    for start, end in _segments(plain, _quoted(text[:LONGEST])):
        found += _references(plain, start, end)
    return tuple(one for at, one in enumerate(found, 1) if at == len(found) or not is_quotation(plain[slice(*one)]))


def _quoted(text: str) -> list[bool]:
    """Say of each code point whether it is between quotation marks; one that nothing closes counts for nothing."""
    inside = [False] * len(text)
    opened: tuple[int, str] | None = None
    for index, char in enumerate(text):
        if opened is None:
            opened = (index, _CLOSERS[char]) if char in _CLOSERS else None
        elif char in opened[1]:
            inside[opened[0] : index] = [True] * (index - opened[0])
            opened = None
    return inside


def _segments(plain: str, quoted: list[bool]) -> Iterator[tuple[int, int]]:
    """Cut at semicolons; what stands before one and names no source (a list of authors) stays with what follows."""
    depth = 0
    named = False
    at = last = 0
    for index, char in enumerate(plain):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == ";" and depth == 0 and not quoted[index] and not _goes_on(plain[index + 1 : index + _AHEAD]):
            named = named or is_named(plain[last:index]) or _turns(plain[index + 1 : index + _AHEAD])
            last = index + 1
            if named:
                yield at, index
                at, named = index + 1, False
    yield at, len(plain)


def _goes_on(after: str) -> bool:
    """Tell whether what follows a semicolon says where the source before it is quoted: `; zit. bei Tannert`."""
    return any(not after[: cut[0]].strip() for cut in find_via(after))


def _turns(after: str) -> bool:
    """Tell whether what follows a semicolon is no further author: it opens with a small word that names have not."""
    word = _SMALL_WORD.match(after)
    return word is not None and word["word"] not in read_words("particles")


def _references(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references of a segment: names with years, or else runs of sentences that are no comment."""
    dated = list(find_dated(plain, start, end)) if find_form(plain, start, end) is None else []
    if dated:
        yield from dated
        return
    first: int | None = None
    last = start
    for begin, stop in note_sentences(plain[start:end].replace("*", '"')):
        here, there = start + begin, start + stop
        sentence = plain[here:there]
        so_far = plain[max(first, last - _REACH) : last] if first is not None else ""
        told = is_comment(sentence) or (is_prose(sentence) and not is_reference(sentence) and not _is_idem(so_far))
        comment = told and (not so_far or is_closed(so_far))
        led = _tells(so_far) and _is_pointed(sentence)
        led = led or (_tells(so_far, 1) and is_fresh(sentence) and STRONG.search(sentence) is not None)
        if so_far and not comment and led and not is_signed(so_far):
            # What was taken for the beginning of a reference leads up to one.
            yield from _all_cut(plain, bracketed(plain, first or start, last))
            first, so_far = None, ""
        anew = is_fresh(sentence) or (parse_anaphor(so_far) is not None and is_signed(sentence))
        fresh = bool(so_far) and is_closed(so_far) and anew
        if first is not None and (comment or fresh):
            yield from _cut(plain, first, last)
            first = None
        if comment:
            yield from _commented(plain, here, there)
            continue
        first = here if first is None else first
        last = there
    if first is not None:
        yield from _cut(plain, first, last)


def _commented(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references in a sentence of a comment."""
    inside = [*_all_cut(plain, bracketed(plain, start, end)), *noted(plain, start, end)]
    yield from sorted(set(inside)) or _all_cut(plain, trailing(plain, start, end))
    yield from leading(plain, start, end)


def _all_cut(plain: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        yield from _cut(plain, start, end)


def _is_idem(text: str) -> bool:
    """Tell whether a stretch is Idem alone, which a title follows: `Она же. Крым в русской поэзии`."""
    anaphor = parse_anaphor(text) if text else None
    return anaphor is not None and anaphor.form is Form.IDEM and not text[anaphor.rest :].strip(" .")


def _tells(text: str, least: int = 2) -> bool:
    """Tell whether a stretch runs like a sentence and is no reference: small words outside marks, no figures."""
    bare = MARKED.sub(" ", text)
    return len(re.findall(rf"(?<![\w'’])[{LOWER}]{{2,}}", bare)) >= least and not re.search(r"\d", bare)


def note_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences of a note, which abbreviations of its own do not end."""
    first = 0
    dashes = {match.start() for match in _DASH.finditer(text)}
    small = (match for match in _SMALL.finditer(text) if find_signal(text[match.end() : match.end() + 60]))
    dashes |= {match.start() + 1 for match in small}
    for end in sorted({*(end for _, end in sentence_bounds(text)), *dashes}):
        before = _LAST_WORD.search(text, max(first, end - 24), end)
        if end == len(text) or end in dashes or before is None or before["word"].casefold() not in _abbreviations():
            yield first, end
            first = end
    if first < len(text):
        yield first, len(text)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_words("note-abbreviations"))


def _cut(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a stretch as a reference, without joints and brackets at its edges; several where it has companions."""
    at: int | None = start
    while at is not None:
        start, stop = trimmed(plain, at, end)
        joint = _JOINT.match(plain, start, stop)
        start = joint.end() if joint else start
        led = None if find_signal(plain[start:stop]) else _LED.match(plain, start, stop)
        start = led.end() if led and is_reference(plain[led.end() : stop]) else start
        whole = is_reference(plain[start:stop])
        if start >= stop or (not whole and stop - start > _PAIR):
            return
        stop = _without_clause(plain, start, stop) if whole else stop
        companion = _companion(plain, start, min(stop, start + _REACH))
        if not whole and companion is None:
            return
        yield trimmed(plain, start, companion[0]) if companion else (start, stop)
        at = companion[1] if companion else None


def _without_clause(plain: str, start: int, end: int) -> int:
    """Give where a reference ends before a clause that tells of it: `p. 80, que calcula un total de 5.000`."""
    for match in _CLAUSE.finditer(plain, start, end):
        tail = plain[match.end() : end]
        if is_reference(plain[start : match.start()]) and not YEAR.search(tail) and not is_reference(tail):
            return match.start()
    return end


def _companion(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Give where one reference ends and its companion begins: `quoting X`, `and see X`, `Id., MALLOY, supra note 2`."""
    citing = _CITING.search(plain, start, end)
    if citing and is_reference(plain[start : citing.start()]) and is_reference(plain[citing.end() : end]):
        return citing.start(), citing.end()
    compared = _COMPARED.match(plain, start, end)
    for joint in _WITH.finditer(plain, start, end) if compared else ():
        if is_reference(plain[start : joint.start()]) and is_reference(plain[joint.end() : end]):
            return joint.start(), joint.end()
    for joint in _COMMA.finditer(plain, start, end):
        if _is_noted(plain[start : joint.start()]) and _is_noted(plain[joint.end() : end]):
            return joint.start(), joint.end()
    for joint in _AND.finditer(plain, start, end):
        if _is_pointed(plain[joint.end() : end]) and _is_pointed(plain[start : joint.start()]):
            return joint.start(), joint.end()
        before = plain[start : joint.start()]
        after = plain[joint.end() : end]
        if (_is_noted(before) or _ends_dated(before)) and _opens_whole(after):
            return joint.start(), joint.end()
        if _is_pointed(after) and YEAR.search(before) and is_closed(before) and not find_via(before):
            return joint.start(), joint.end()
    for joint in _TAKES.finditer(plain, start, end):
        if _is_pointed(plain[joint.end() : end]) and is_reference(plain[start : joint.start()]):
            return joint.start(), joint.end()
    also = _ALSO.search(plain, start, end)
    if also and is_closed(plain[start : also.start()]) and is_reference(plain[also.end() : end]):
        return also.start(), also.end()
    form = find_form(plain, start, end)
    if form is None:
        return None
    comma = re.compile(r"[\s.*]*,").match(plain, form[1], end)
    rest = plain[comma.end() : end] if comma else ""
    follows = parse_anaphor(rest) if rest[1:2].isupper() else None
    # `Id., La seta, cit.` is one: the title is the author's.
    named = follows is not None and follows.names and follows.form in (Form.SUPRA, Form.INFRA)
    return (comma.end() - 1, comma.end()) if comma and named else None


def _ends_dated(text: str) -> bool:
    """Tell whether a stretch is a whole reference that ends with its year, or with a page behind it."""
    years = list(YEAR.finditer(text))
    return bool(years) and is_reference(text) and len(text) - years[-1].end() < _TAIL


def _opens_whole(text: str) -> bool:
    """Tell whether a stretch is a whole reference too, of somebody: `Sylvie Brunet, "Paysans", Revue, 1981`."""
    return OPENS.match(text) is not None and YEAR.search(text) is not None and is_closed(text)


def _is_noted(text: str) -> bool:
    """Tell whether a stretch is a short form with the number of a note: `Maurer, Schrift (wie Anm. 15), S. 21`."""
    anaphor = parse_anaphor(text)
    return anaphor is not None and anaphor.note is not None and bool(anaphor.names)


def _is_pointed(text: str) -> bool:
    """Tell whether a stretch is a short form that names its work: `Brandt, Zollgrenze, S. 55`, `Valli, op. cit.`."""
    anaphor = parse_anaphor(text)
    if anaphor is not None:
        return bool(anaphor.names or anaphor.form is Form.IBID)
    bare = text.strip(" ,.;")
    return parse_short(bare) is not None or parse_named(bare) is not None
