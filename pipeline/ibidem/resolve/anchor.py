"""Find the place that a decision names: its exact text between prefix and suffix (oa:TextQuoteSelector)."""

import re
from dataclasses import dataclass

from ibidem.span import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Anchorage:
    """A text in which quoted places can be found again."""

    text: str

    def anchor(self, exact: str, *, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
        """Give the places where `exact` stands between `prefix` and `suffix`: one is an anchor.

        White space counts as one space, so that a line end in the text can be written as a space.
        """
        if not exact:
            return ()
        verbatim = tuple(_occurrences(self.text, exact, prefix, suffix))
        return verbatim or tuple(self._loose(exact, prefix, suffix))

    def _loose(self, exact: str, prefix: str, suffix: str) -> list[Span]:
        words = [re.escape(word) for word in _SPACE.split(exact.strip())]
        pattern = re.compile(r"\s+".join(words))
        found = [Span(*match.span()) for match in pattern.finditer(self.text)]
        before, after = _SPACE.sub(" ", prefix), _SPACE.sub(" ", suffix)
        return [span for span in found if self._surrounded(span, before, after)]

    def _surrounded(self, span: Span, before: str, after: str) -> bool:
        left = _SPACE.sub(" ", self.text[max(0, span.start - 2 * len(before) - 8) : span.start])
        right = _SPACE.sub(" ", self.text[span.end : span.end + 2 * len(after) + 8])
        return left.endswith(before) and right.startswith(after)


def _occurrences(text: str, exact: str, prefix: str, suffix: str) -> list[Span]:
    whole = prefix + exact + suffix
    found = []
    at = text.find(whole)
    while at >= 0:
        start = at + len(prefix)
        found.append(Span(start, start + len(exact)))
        at = text.find(whole, at + 1)
    return found
