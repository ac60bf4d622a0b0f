"""Many printed references at once, read by the statistical model alone, as for plain lists."""

from collections.abc import Sequence

from ibidem.parse.tagger.decode import Tagger, shipped
from ibidem.parse.tagger.fields import Reading, read_fields
from ibidem.parse.tagger.stretch import cut_all


def parse_references(texts: Sequence[str], *, tagger: Tagger | None = None) -> tuple[Reading, ...]:
    """Read references, one a text, in their order; the shipped model's tagger unless another is given.

    Fields carry the share of fields of this kind and this raw probability that were right when the model was held
    against references that it had not seen.
    """
    used = tagger or shipped()
    cut = zip(texts, cut_all(texts, used), strict=True)
    return tuple([read_fields(text, stretches, model=used.model) for text, stretches in cut])


_ENDED = (".", "!", "?", ")", "]", '"', "”")
"""What ends a reference, and seldom a line inside one."""


def split_list(text: str) -> tuple[str, ...]:
    """Cut a plain list into its references: one a line, or, where lines go on in the next, at blank lines."""
    blocks: list[list[str]] = [[]]
    for line in map(str.strip, text.splitlines()):
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    inside = [line for block in blocks for line in block[:-1]]
    goes_on = sum(not line.endswith(_ENDED) for line in inside)
    if len(blocks) > 1 and 2 * goes_on > len(inside):
        return tuple(" ".join(block) for block in blocks)
    return tuple(line for block in blocks for line in block)
