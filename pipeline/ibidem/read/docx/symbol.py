"""Characters of fonts that have an order of their own, as Word's symbols name them."""

from collections.abc import Mapping
from functools import cache

from ibidem.words import read_table

_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str:
    """Give the character of a symbol, by the font's name and the code in hexadecimal figures; nothing for a picture."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if _PRIVATE <= point <= _PRIVATE + 0xFF:
        return _characters().get((font.casefold(), point - _PRIVATE), "")
    return chr(point) if 0x20 <= point < 0xD800 else ""


@cache
def _characters() -> Mapping[tuple[str, int], str]:
    return {(row[0], int(row[1], 16)): chr(int(row[2], 16)) for row in read_table("symbol-fonts")}
