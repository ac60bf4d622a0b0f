"""Pair quotation marks: straight, curly, low, angled, single and double; nested, unbalanced and mixed ones too."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ibidem.words import read_words

_MARK = re.compile("[\"'“”„‟«»‘’‚‹›]")
_RUN = re.compile("[\"'“”„‟«»‘’‚‹›]+")
_SINGLE = frozenset("'‘’‚‹›")
_ANGLED = frozenset("«»‹›")
_OPENS = frozenset("“„‟«‘‚‹")
_EITHER = frozenset("\"'")
_LOW = frozenset("„‚")
_PAIRS = frozenset(
    ["''", '""', "“”", "„“", "„”", "‟”", "«»", "»«", "»»", "””", "‘’", "‚‘", "‚’", "’’", "‹›", "›‹", "››"]
)
"""What closes what, in the usage of English, German, French, Polish and Swedish."""
_GAPS = frozenset(" \t\n\r\f\v\u00a0\u2002\u2003\u2009\u202f")
_LEADS = frozenset("([{–—-/:;=*_¿¡…|>")
_STOPS = frozenset(".,;:!?)]}")
_DEPTH = 6
_AHEAD = 12
"""How many marks are looked at beyond one, to tell a mark from an apostrophe."""
_WORD = re.compile(r"[^\W_]{1,20}")
_SPEAKS = re.compile(r"(?:\.{2,3}|…)?\s?[^\W_][\w’'-]{0,30},?\s[^\W_][\w’'-]{0,30},?\s[^\W_]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks, the marks left out; offsets in the passage's text.

    `marks` are the opening and the closing mark, one of them missing where it is not printed. `defect` is
    unclosed, unopened or mismatched. `runs_on` where the quotation goes on in the next paragraph.
    """

    start: int
    end: int
    marks: str
    defect: str | None = None
    runs_on: bool = False


class _Mark(NamedTuple):
    """A mark and the nearest characters around its run of marks; a blank at the ends of the text."""

    at: int
    char: str
    before: str
    after: str
    single: bool
    angled: bool
    leads: bool
    """Stands where a quotation opens: behind white space or a bracket, before something."""
    trails: bool
    """Stands where a quotation closes: behind something, before white space or a stop."""


@dataclass(slots=True)
class _Open:
    mark: _Mark
    stray: bool = False


def opens_quotation(text: str) -> bool:
    """Tell whether a paragraph opens with a quotation mark."""
    marks = list(_marks(text[: len(text) - len(text.lstrip()) + 3]))
    return bool(marks) and not text[: marks[0].at].strip() and marks[0].leads and not _cuts_short(text, marks[0])


def pair_marks(text: str, *, stops: tuple[int, ...], goes_on: bool = False) -> tuple[Marked, ...]:
    """Pair the marks of one passage, in the order of their opening; apostrophes and inch signs are no marks.

    `stops` are the offsets where a sentence ends or a note marker stands, ascending: an unclosed quotation
    ends at the first of them. With `goes_on` the next paragraph opens with a mark again, the printed
    convention for a quotation of several paragraphs: then what is open runs to the end without a defect.
    """
    pairing = _Pairing(text, stops, [mark for mark in _marks(text) if not _is_apostrophe(text, mark)], goes_on)
    for index in range(len(pairing.marks)):
        pairing.take(index)
    pairing.finish()
    return tuple(sorted(pairing.found, key=lambda pair: (pair.start, -pair.end)))


def _marks(text: str) -> Iterator[_Mark]:
    for run in _RUN.finditer(text):
        if run.end() - run.start() > _DEPTH:
            # A row of marks is an ornament.
            continue
        before = text[run.start() - 1] if run.start() else " "
        after = text[run.end()] if run.end() < len(text) else " "
        stopped = after in _STOPS and not text.startswith("..", run.end())
        leads = (before in _GAPS or before in _LEADS) and after not in _GAPS and not stopped
        trails = before not in _GAPS and not after.isalnum()
        for at in range(run.start(), run.end()):
            yield _Mark(at, text[at], before, after, text[at] in _SINGLE, text[at] in _ANGLED, leads, trails)


def _is_apostrophe(text: str, mark: _Mark) -> bool:
    """Tell what its place alone shows: inside a word, or at the head of one that is cut short."""
    if mark.char in '"“”„‟«»‚‹›':
        return mark.char == '"' and mark.before.isdigit() and mark.after.isalpha()
    alone = text[mark.at - 1 : mark.at] == mark.before and text[mark.at + 1 : mark.at + 2] == mark.after
    return (alone and mark.before.isalnum() and mark.after.isalnum()) or _cuts_short(text, mark)


def _cuts_short(text: str, mark: _Mark) -> bool:
    word = _WORD.match(text, mark.at + 1) if mark.single and mark.leads else None
    if word is None:
        return False
    low = word.group().casefold()
    return low in _elisions() or re.fullmatch(r"\d\d(?:ers|er|s)?", low) is not None


@cache
def _elisions() -> frozenset[str]:
    return frozenset(read_words("elisions"))


class _Pairing:
    """The state of one walk over the marks of a passage."""

    def __init__(self, text: str, stops: tuple[int, ...], marks: list[_Mark], goes_on: bool) -> None:
        self.text = text
        self.stops = stops
        self.marks = marks
        self.goes_on = goes_on
        self.open: list[_Open] = []
        self.found: list[Marked] = []
        self.last = 0

    def take(self, index: int) -> None:
        mark = self.marks[index]
        same = self._opened(mark)
        if self._closes(mark, same):
            if self._is_inside(index, same):
                return
            self._close(index, same)
        elif mark.char in _OPENS or mark.char in "»›" or mark.leads or not mark.single:
            self._open(index, same)

    def _closes(self, mark: _Mark, same: _Open | None) -> bool:
        if mark.char in _EITHER:
            return mark.trails or (same is not None and not mark.leads)
        if mark.char in _OPENS:
            low = same is not None and same.mark.char in ("»", "›", *_LOW) and mark.char not in _LOW
            return (low and not mark.leads) or (mark.char in "“‘" and same is not None and mark.trails)
        return same is not None or not mark.leads

    def _opened(self, mark: _Mark) -> _Open | None:
        """Give the innermost open quotation of the same sort of marks, or else of single or double ones."""
        other = None
        for held in reversed(self.open):
            if held.mark.single == mark.single:
                if held.mark.angled == mark.angled:
                    return held
                other = other or held
        return other if other is not None and mark.trails and not mark.leads else None

    def _is_inside(self, index: int, same: _Open | None) -> bool:
        """Tell a possessive plural, an inch sign or another apostrophe from a mark that closes."""
        mark = self.marks[index]
        if mark.char in "'’":
            if same is None:
                return not self.open or mark.before in "sSxXzZ" or self._double_closes_next(index)
            plural = mark.before in "sSxXzZ" and self.text[mark.at + 2 : mark.at + 3].isalpha()
            return plural and self._closes_again(index)
        if mark.char == '"' and mark.before.isdigit():
            return same is None or (mark.after == " " and self._closes_again(index))
        return False

    def _ahead(self, index: int) -> Iterator[_Mark]:
        """Give the next marks in the same sentence, a few."""
        limit = self._stop_after(self.marks[index].at)
        for mark in self.marks[index + 1 : index + 1 + _AHEAD]:
            if mark.at > limit:
                return
            yield mark

    def _closes_again(self, index: int) -> bool:
        """Tell whether the next mark of the same sort in the sentence closes: then this one does not."""
        single = self.marks[index].single
        following = next((mark for mark in self._ahead(index) if mark.single == single), None)
        return following is not None and following.trails

    def _double_closes_next(self, index: int) -> bool:
        following = next((mark for mark in self.marks[index + 1 : index + 1 + _AHEAD] if not mark.single), None)
        return following is not None and not following.leads

    def _two_close(self, index: int) -> bool:
        """Tell whether two marks of the same sort close before one opens: then this one opens inside another."""
        single = self.marks[index].single
        closing = 0
        for mark in self.marks[index + 1 : index + 1 + _AHEAD]:
            if mark.single == single:
                if not mark.trails:
                    return False
                closing += 1
                if closing == 2:
                    return True
        return False

    def _open(self, index: int, same: _Open | None) -> None:
        mark = self.marks[index]
        if same is not None:
            if self._stop_between(same.mark.at, mark.at) and not self._two_close(index):
                self._leave(same, mark.at)
            elif not self._two_close(index) and mark.char not in "„«‚‹":
                same.stray = True
                return
        self.open.append(_Open(mark))
        if len(self.open) > _DEPTH:
            self._leave(self.open[0], mark.at)

    def _close(self, index: int, same: _Open | None) -> None:
        mark = self.marks[index]
        if same is not None:
            while self.open[-1] is not same:
                self._unclosed(self.open.pop(), mark.at)
            self._add(self.open.pop(), mark, None)
        elif self.open:
            if not mark.single and self.open[-1].mark.char in "'’":
                self.open.pop()
                self._close(index, None)
            else:
                self._add(self.open.pop(), mark, "mismatched")
        elif not mark.single:
            start = self._sentence_start(mark.at)
            if self._put(start, mark.at, mark.char, "unopened"):
                self.last = mark.at + 1

    def _add(self, opened: _Open, mark: _Mark, defect: str | None) -> None:
        pair = opened.mark.char + mark.char
        defect = defect or ("mismatched" if opened.stray or pair not in _PAIRS else None)
        self._put(opened.mark.at + 1, mark.at, pair, defect)
        self.last = mark.at + 1

    def _put(self, start: int, end: int, marks: str, defect: str | None, runs_on: bool = False) -> bool:
        """Keep the stretch without the white space at its ends, if anything is left."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.found.append(Marked(start, end, marks, defect, runs_on))
        return start < end

    def _leave(self, opened: _Open, at: int) -> None:
        """End a quotation, and all that is open inside it, without a closing mark."""
        while self.open:
            last = self.open.pop()
            self._unclosed(last, at)
            if last is opened:
                return

    def _unclosed(self, opened: _Open, limit: int) -> None:
        mark = opened.mark
        if mark.single and not self._speaks(mark):
            return
        self._put(mark.at + 1, min(limit, self._stop_after(mark.at)), mark.char, "unclosed")

    def _speaks(self, mark: _Mark) -> bool:
        """Tell whether an unclosed single mark opens a quotation: before a name it is a letter or an apostrophe."""
        if _SPEAKS.match(self.text, mark.at + 1) is None:
            return False
        introduced = self.text[max(0, mark.at - 2) : mark.at].rstrip()[-1:] in (":", ",")
        return introduced or not self.text[mark.at + 1].isupper()

    def finish(self) -> None:
        """Close what the passage leaves open."""
        if self.goes_on and self.open:
            first = self.open[0]
            while len(self.open) > 1:
                self._unclosed(self.open.pop(), len(self.text))
            self.open.clear()
            self._put(first.mark.at + 1, len(self.text), first.mark.char, None, True)
        while self.open:
            self._unclosed(self.open.pop(), len(self.text))

    def _stop_between(self, start: int, end: int) -> bool:
        index = bisect_left(self.stops, start + 1)
        return index < len(self.stops) and self.stops[index] <= end

    def _stop_after(self, at: int) -> int:
        index = bisect_left(self.stops, at + 2)
        return self.stops[index] if index < len(self.stops) else len(self.text)

    def _sentence_start(self, at: int) -> int:
        index = bisect_left(self.stops, at)
        return max(self.stops[index - 1] if index else 0, min(self.last, at))
