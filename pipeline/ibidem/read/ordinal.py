"""Numbers as lists and notes print them: figures, letters, Roman numerals, signs."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SIGNS = "*†‡§"
_MOST = 20
"""How often a letter or sign is repeated at most."""


def ordinal(number: int, *, style: str, delimiter: str = "Period") -> str:
    """Give the number of a list's item as pandoc's styles and delimiters say that it is printed."""
    text = letters(number) if style.endswith("Alpha") else roman(number) if style.endswith("Roman") else str(number)
    text = text.upper() if style.startswith("Upper") else text
    return {"OneParen": f"{text})", "TwoParens": f"({text})"}.get(delimiter, f"{text}.")


def roman(number: int) -> str:
    """Give a number in small Roman numerals; one that has none as figures."""
    if not 0 < number < 5000:
        return str(number)
    text = ""
    for value, letter in _ROMAN:
        text += letter * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """Give a number as letters as word processors count: a to z, aa, bb; a large one as figures."""
    times = (number - 1) // 26 + 1
    return chr(ord("a") + (number - 1) % 26) * times if 0 < times <= _MOST else str(number)


def sign(number: int) -> str:
    """Give a number as the signs of the Chicago Manual: * † ‡ §, then doubled; a large one as figures."""
    times = (number - 1) // 4 + 1
    return _SIGNS[(number - 1) % 4] * times if 0 < times <= _MOST else str(number)
