"""Find the place that a decision names: its exact text between prefix and suffix (oa:TextQuoteSelector)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ibidem.document import Document
from ibidem.span import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Anchorage:
    """A document in which quoted places can be found again."""

    document: Document

    def anchor(self, exact: str, *, prefix: str = "", suffix: str = "", at: int | None = None) -> tuple[Span, ...]:
        """Give the places where `exact` stands between `prefix` and `suffix`: one is an anchor.

        The text as it stands is tried first; then white space counts as one space, so that a line end can be
        written as a space; then the passages as they read, so that page furniture and markers can be left out.
        `at` is the offset of the place, where people give it: it tells equal words apart.
        """
        words = [re.escape(word) for word in _SPACE.split(exact.strip())]
        if not any(words):
            return ()
        verbatim = _starting(at, _verbatim(self.document.text, exact, prefix, suffix))
        if verbatim:
            return verbatim
        pattern, before, after = re.compile(r"\s+".join(words)), _SPACE.sub(" ", prefix), _SPACE.sub(" ", suffix)
        loose = _starting(at, (Span(*place) for place in _loose(self.document.text, pattern, before, after)))
        if loose:
            return loose
        read = (
            passage.span(*place)
            for passage in self.document.passages
            for place in _loose(passage.text, pattern, before, after)
        )
        return _starting(at, read)


def _starting(at: int | None, places: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(place for place in places if at is None or place.start == at)


def _verbatim(text: str, exact: str, prefix: str, suffix: str) -> Iterator[Span]:
    whole = prefix + exact + suffix
    at = text.find(whole)
    while at >= 0:
        start = at + len(prefix)
        yield Span(start, start + len(exact))
        at = text.find(whole, at + 1)


def _loose(text: str, pattern: re.Pattern[str], before: str, after: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        left = _SPACE.sub(" ", text[max(0, match.start() - 2 * len(before) - 8) : match.start()])
        right = _SPACE.sub(" ", text[match.end() : match.end() + 2 * len(after) + 8])
        if left.endswith(before) and right.startswith(after):
            yield match.span()
