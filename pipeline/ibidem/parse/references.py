"""Many printed references at once, read by the statistical model alone, as for plain lists."""

from collections.abc import Sequence

from ibidem.parse.tagger.confidence import calibrated
from ibidem.parse.tagger.decode import Tagger, shipped
from ibidem.parse.tagger.fields import Reading, read_fields
from ibidem.parse.tagger.stretch import cut_all


def parse_references(texts: Sequence[str], *, tagger: Tagger | None = None) -> tuple[Reading, ...]:
    """Read references, one a text, in their order; the shipped model's tagger unless another is given.

    Fields carry the share of fields of this kind and this raw probability that were right when the model was held
    against references that it had not seen.
    """
    used = tagger or shipped()
    found = cut_all(texts, used)
    return tuple(read_fields(text, calibrated(one, used.model)) for text, one in zip(texts, found, strict=True))


def split_list(text: str) -> tuple[str, ...]:
    """Cut a plain list into its references: at blank lines where some stand over several lines, else one a line."""
    lines = [line.strip() for line in text.splitlines()]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    if len(blocks) > 1 and any(len(block) > 1 for block in blocks):
        return tuple(" ".join(block) for block in blocks)
    return tuple(line for line in lines if line)
