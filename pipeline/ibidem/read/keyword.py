"""The keywords of a paper and the glosses that some papers give them."""

import re
from collections.abc import Iterator

from ibidem.document import Keyword
from ibidem.read.block import Block, run_in
from ibidem.span import Span

_GLOSS = re.compile(r"[*_]{0,3}\s?[*_]{0,3}(?:[–—:]|-(?=\s)|\s-)[*_]{0,3}\s{0,4}[*_]{0,3}")
_BREAK = re.compile(r"[;,•·|]")


def find_keywords(text: str, block: Block) -> Iterator[Keyword]:
    """Read the keywords of a block: a bulleted one with its gloss, or several with commas or semicolons between."""
    first = block.lines[0]
    area = Span(first.content.start, block.lines[-1].content.end)
    opened = run_in(first)
    if opened and opened[0] == "keywords":
        area = Span(min(first.span.start + opened[1], area.end), area.end)
    gloss = _GLOSS.search(text, area.start + 1, area.end)
    if first.label and gloss is not None:
        yield Keyword(_trimmed(text, Span(area.start, gloss.start())), _trimmed(text, Span(gloss.end(), area.end)))
        return
    at = area.start
    for cut in [*_BREAK.finditer(text, area.start, area.end), None]:
        term = _trimmed(text, Span(at, cut.start() if cut else area.end))
        if len(term):
            yield Keyword(term, None)
        at = cut.end() if cut else area.end


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_."):
        end -= 1
    return Span(start, end)
