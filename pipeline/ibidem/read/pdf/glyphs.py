"""Mend letters that fonts show in parts or by other code points: ligatures, accents set apart, odd spaces."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ibidem.read.pdf.page import Glyphs

_LIGATURES = {
    ord(ligature): letters
    for ligature, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
}
_ODD: dict[int, str | None] = {
    **_LIGATURES,
    0x02: "-",
    0xFFFE: "-",
    **dict.fromkeys((0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008, 0x200A, 0x3000), " "),
    **dict.fromkeys((0x0A, 0x09), " "),
    # What fonts of TeX hold at these places (OT1, T1), where they do not say it in Unicode.
    **dict(zip(range(0x0B, 0x10), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
    **dict(zip(range(0x1B, 0x20), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict.fromkeys((0x200B, 0xFEFF, 0x2060), None),
    **dict.fromkeys(range(1), None),
}
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "˘": "\u0306",
    "¯": "\u0304",
    "˚": "\u030a",
    "˙": "\u0307",
    "˝": "\u030b",
    "¸": "\u0327",
    "˛": "\u0328",
}
_BARE = {"ı": "i", "ȷ": "j"}
_PARTED = re.compile(r"[´`¨ˆ˜ˇ˘¯˚˙˝¸˛^]")
_ABOVE = re.compile(
    r"([´¨ˆ˜ˇ˘˚˙˝])([A-Za-zıȷ])"
    # These two are signs of their own as well: inside a word they are none.
    r"|(?<=[^\W\d_])([`^])([aeiouAEIOUı])|(?<![^\W\d_^])(\^)([aeiouAEIOU])(?=[^\W\d_])|(?<![^\W\d_`])(`)([aAeE])(?![^\W\d_])"
)
_BELOW = re.compile(r"([A-Za-z]) ?([¸˛])")
_ODDITIES = re.compile("[^\\x00-\u2fff\u3000-\ud7ff\uf900-\ufffc]|\ufffd")
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]")
_TOUCHING = 0.35
_ENOUGH = 20
_MOST_ODD, _LEAST_VOWELS = 0.06, 0.2
_VOWELS = re.compile("[aeiouyäöüéèêàâîôûаеиоуыэюя]", re.IGNORECASE)


def is_unmapped(text: str, *, guessed: bool) -> bool:
    """Tell whether most letters are none: private code points, replacement characters.

    Where they are only `guessed` from the places in the font, also where they read like nothing: with control
    characters for spaces, without vowels.
    """
    if guessed and len(text) > _ENOUGH:
        odd = sum(letter < " " for letter in text)
        vowels = len(_VOWELS.findall(text))
        return odd > _MOST_ODD * len(text) or vowels < _LEAST_VOWELS * sum(map(str.isalpha, text))
    if not _ODDITIES.search(text):
        return False
    bare = [letter for letter in text if not letter.isspace() and letter != "\ufffe"]
    none = sum(unicodedata.category(letter) in ("Co", "Cn", "Cs") or letter == "\ufffd" for letter in bare)
    return 2 * none > len(bare)


def cleaned(glyphs: Sequence[Glyphs]) -> tuple[Glyphs, ...]:
    """Give the stretches with whole letters: ligatures taken apart, accents set over their letters (NFC)."""
    kept: list[Glyphs] = []
    for one in glyphs:
        text = one.text.translate(_ODD)
        if not text:
            continue
        if _PARTED.search(text):
            text = _accented(text)
        spaced = one.spaced
        if kept and text[0].isalpha() and kept[-1].text[-1] in _ACCENTS and _over(kept[-1], one):
            before = kept.pop()
            spaced = before.spaced and len(before.text) == 1
            text = with_accent(text[0], before.text[-1]) + text[1:]
            if before.text[:-1]:
                kept.append(replace(before, text=before.text[:-1]))
        if _COMBINED.search(text):
            text = unicodedata.normalize("NFC", text)
        kept.append(one if text is one.text else replace(one, text=text, spaced=spaced))
    return tuple(kept)


def has_accents(text: str) -> bool:
    """Tell whether accents stand in a text as letters of their own."""
    return _PARTED.search(text) is not None


def with_accent(letter: str, accent: str) -> str:
    """Give the letter with the accent over it, as one code point where there is one."""
    return unicodedata.normalize("NFC", _BARE.get(letter, letter) + _ACCENTS[accent])


def _accented(text: str) -> str:
    """Set accents over the letters beside them in one stretch: fonts of TeX draw them apart."""
    text = _ABOVE.sub(_above, text)
    return _BELOW.sub(lambda match: _whole(match[1], match[2], match[0]), text)


def _above(match: re.Match[str]) -> str:
    accent, letter = (group for group in match.groups() if group)
    return _whole(letter, accent, match[0])


def _whole(letter: str, accent: str, printed: str) -> str:
    whole = with_accent(letter, accent)
    return whole if len(whole) == 1 else printed


def _over(accent: Glyphs, letter: Glyphs) -> bool:
    """Tell whether an accent's stretch ends over the letter: they overlap, as a quote before a word does not."""
    return accent.right - letter.left > _TOUCHING * letter.size * 0.5
