"""Pair quotation marks: straight, curly, single, low, angled; nested, unbalanced and mixed ones too."""

import re
from bisect import bisect_left
from dataclasses import dataclass

_MARK = re.compile("[\"'“”„‟«»‘’‚‹›]")
_SINGLE = frozenset("'‘’‚‹›")
_OPENS_ONLY = frozenset("„‚")
_BEFORE_OPEN = frozenset(" \t\n\r\u00a0([{–—-/:;,.*_")
_AFTER_OPEN = re.compile(r"(?:\.{2,3}|…|[(\[¿¡]|\w|[\"'“‘«„‚])")
_ELISION = re.compile(r"['’](?:\d0s?\b|\d\d\b(?!\w)|tis\b|twas\b|em\b|cause\b|til\b|s\b|t\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks, the marks left out; offsets in the passage's text.

    `marks` are the opening and the closing mark, one of them missing where it is not printed. `defect` is
    unclosed, unopened or mismatched.
    """

    start: int
    end: int
    marks: str
    defect: str | None = None


@dataclass(slots=True)
class _Open:
    at: int
    mark: str


def pair_marks(text: str, *, stops: tuple[int, ...], goes_on: bool = False) -> tuple[Marked, ...]:
    """Pair the marks of one passage, in the order of their opening.

    `stops` are the offsets where a sentence ends or a note marker stands, ascending: an unclosed quotation
    ends at the first of them. With `goes_on` the next paragraph opens with a mark again, the printed
    convention for a quotation of several paragraphs: then what is open runs to the end without a defect.
    """
    marks = [match.start() for match in _MARK.finditer(text)]
    pairs = _Pairing(text, stops, marks, goes_on)
    for index in range(len(marks)):
        pairs.take(index)
    pairs.finish()
    return tuple(sorted(pairs.found, key=lambda pair: (pair.start, -pair.end)))


class _Pairing:
    """The state of one walk over the marks of a passage."""

    def __init__(self, text: str, stops: tuple[int, ...], marks: list[int], goes_on: bool) -> None:
        self.text = text
        self.stops = stops
        self.marks = marks
        self.goes_on = goes_on
        self.open: list[_Open] = []
        self.found: list[Marked] = []

    def take(self, index: int) -> None:
        at = self.marks[index]
        mark = self.text[at]
        single = mark in _SINGLE
        opens, closes = self._sides(at)
        if single and self._apostrophe(at, opens, closes):
            return
        if opens and not (closes and self._top(single)):
            self._opening(index, at, single)
        elif closes:
            self._closing(index, at, single)

    def _sides(self, at: int) -> tuple[bool, bool]:
        """Tell whether the mark can open and whether it can close, by what stands around it."""
        mark = self.text[at]
        before = self.text[at - 1] if at else " "
        room = before in _BEFORE_OPEN or before in "\"'“‘«„‚(" and at > 0 and self._opens_at(at - 1)
        opens = room and _AFTER_OPEN.match(self.text, at + 1) is not None
        closes = not before.isspace() and at > 0
        if mark in _OPENS_ONLY:
            return True, False
        if mark in "“‘":
            closes = closes and not opens and self._low_open()
            return not closes, closes
        if mark in "”’":
            return opens and not self._top(mark in _SINGLE), closes or bool(self.open)
        return opens, closes and not (opens and before in " \t\n\r")

    def _opens_at(self, at: int) -> bool:
        return bool(self.open) and self.open[-1].at == at or self.text[at] in "“‘„‚("

    def _low_open(self) -> bool:
        return bool(self.open) and self.open[-1].mark in "„‚"

    def _top(self, single: bool) -> bool:
        return bool(self.open) and (self.open[-1].mark in _SINGLE) == single

    def _is_open(self, single: bool) -> bool:
        return any((opened.mark in _SINGLE) == single for opened in self.open)

    def _apostrophe(self, at: int, opens: bool, closes: bool) -> bool:
        if self.text[at] not in "'’":
            return False
        before = self.text[at - 1] if at else " "
        after = self.text[at + 1] if at + 1 < len(self.text) else " "
        if before.isalnum() and after.isalnum():
            return True
        if before.isdigit() and not self._is_open(True):
            return True
        if opens and _ELISION.match(self.text, at) is not None:
            return True
        if closes and before in "sSxXzZ" and not self._is_open(True):
            return True
        return closes and not opens and not self._is_open(True) and not self.open

    def _opening(self, index: int, at: int, single: bool) -> None:
        same = next((opened for opened in reversed(self.open) if (opened.mark in _SINGLE) == single), None)
        if same is not None:
            if self._stop_between(same.at, at):
                self._unclosed_from(same)
            elif single and not self._two_closers(index, single):
                return
        self.open.append(_Open(at, self.text[at]))

    def _closing(self, index: int, at: int, single: bool) -> None:
        if not self.open:
            if single or self.text[at - 1].isdigit():
                return
            start = self._sentence_start(at)
            self.found.append(Marked(start, at, self.text[at], "unopened"))
            return
        if self._top(single):
            opened = self.open.pop()
            self._add(opened, at, None)
        elif self._is_open(single):
            while not self._top(single):
                self._unclosed(self.open.pop())
            self._add(self.open.pop(), at, None)
        elif single and self._closes_later(index):
            return
        else:
            self._add(self.open.pop(), at, "mismatched")

    def _closes_later(self, index: int) -> bool:
        """Tell whether the next double mark closes: then a single one before it is an apostrophe."""
        for at in self.marks[index + 1 : index + 12]:
            if self.text[at] not in _SINGLE:
                return not self._sides(at)[0]
        return False

    def _two_closers(self, index: int, single: bool) -> bool:
        limit = self._stop_after(self.marks[index])
        closers = 0
        for at in self.marks[index + 1 : index + 12]:
            if at >= limit:
                break
            opens, closes = self._sides(at)
            if (self.text[at] in _SINGLE) == single and closes and not opens and not self._inside_word(at):
                closers += 1
        return closers >= 2

    def _inside_word(self, at: int) -> bool:
        after = self.text[at + 1 : at + 2]
        return self.text[at - 1 : at].isalnum() and after.isalnum()

    def _add(self, opened: _Open, at: int, defect: str | None) -> None:
        if at > opened.at + 1:
            stray = defect or ("mismatched" if self._stray(opened, at) else None)
            self.found.append(Marked(opened.at + 1, at, opened.mark + self.text[at], stray))

    def _stray(self, opened: _Open, at: int) -> bool:
        inner = self.text[opened.at + 1 : at]
        return opened.mark == "'" and re.search(r"\s'\w", inner) is not None

    def _unclosed_from(self, opened: _Open) -> None:
        while self.open:
            last = self.open.pop()
            self._unclosed(last)
            if last is opened:
                return

    def _unclosed(self, opened: _Open) -> None:
        end = self._stop_after(opened.at)
        text = self.text[opened.at + 1 : end].rstrip()
        if text:
            self.found.append(Marked(opened.at + 1, opened.at + 1 + len(text), opened.mark, "unclosed"))

    def finish(self) -> None:
        while self.open:
            opened = self.open.pop()
            if self.goes_on and not self.open:
                end = len(self.text.rstrip())
                if end > opened.at + 1:
                    self.found.append(Marked(opened.at + 1, end, opened.mark))
            elif not (opened.mark in "'’" and not self._speaks(opened.at)):
                self._unclosed(opened)

    def _speaks(self, at: int) -> bool:
        """Tell whether an unclosed single mark opens a quotation: it does not where a word is cut short."""
        return re.match(r"['’](?:\.{2,3}|…)?\s?\w+\s+\w+\s+\w+", self.text[at : at + 120]) is not None

    def _stop_between(self, start: int, end: int) -> bool:
        index = bisect_left(self.stops, start + 1)
        return index < len(self.stops) and self.stops[index] <= end

    def _stop_after(self, at: int) -> int:
        index = bisect_left(self.stops, at + 2)
        return self.stops[index] if index < len(self.stops) else len(self.text)

    def _sentence_start(self, at: int) -> int:
        index = bisect_left(self.stops, at)
        start = self.stops[index - 1] if index else 0
        last = max((pair.end + 1 for pair in self.found if pair.end < at), default=0)
        start = max(start, min(last, at))
        return start + len(self.text[start:at]) - len(self.text[start:at].lstrip())


def opens_quotation(text: str) -> bool:
    """Tell whether a paragraph opens with a quotation mark."""
    return re.match(r"\s*[\"“„«‘‚‹']", text) is not None
