"""Cut a printed reference into tokens: words with the punctuation that stands at them."""

import re

LONGEST = 4000
"""References longer than this many code points are read up to here only."""
_BEHIND = frozenset(".,;:)]?!")
"""Marks that no token begins with."""
_ADDRESS = re.compile(r"https?:|ftp:|www\.|doi\.org|(?:doi:)?10\.\d{4}", re.IGNORECASE)
_SEAM = re.compile(
    r"(?<=[;:])(?=[\w“„«‘\"(\[])"  # 36:113, Title:subtitle
    r"|(?<=,)(?=[^\W\d])"  # Smith,J.
    r"|(?<=[\w.,’'”\"])(?=[(\[](?![a-z]{1,3}[)\]]))"  # 36(2), but not edition(s)
    r"|(?<=[)\]])(?=\w)"  # (1990)12
    r"|(?<=[\w.,;:)])(?=[“„«])|(?<=[”»])(?=[\w(\[])"
    r"|(?<=[^\W\d]\.)(?=\d)"  # p.12
)


def tokenise(text: str) -> tuple[tuple[int, int], ...]:
    """Give the ranges of the tokens of a reference, ascending; between them stands white space or nothing."""
    starts, ends = edges(text)
    return tuple(zip(starts, ends, strict=True))


def edges(text: str) -> tuple[list[int], list[int]]:
    """Give where the tokens of a reference start, and where they end."""
    starts, ends = [], []
    end = 0
    for printed in text[:LONGEST].split():
        start = text.index(printed, end)
        end = start + len(printed)
        starts.append(start)
        # Most are a word, with or without a mark behind it, and have no seam.
        if not printed.isalnum() and not (printed[-1] in _BEHIND and printed[:-1].isalnum()):
            for seam in () if _ADDRESS.search(printed) else _SEAM.finditer(printed):
                cut = start + seam.start()
                if cut > starts[-1]:
                    starts.append(cut)
                    ends.append(cut)
        ends.append(end)
    return starts, ends
