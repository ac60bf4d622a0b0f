"""Words and numbers as pages write them."""

import unicodedata
from collections.abc import Iterable, Mapping

_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_THOUSAND = 1000


def grouped_number(number: int) -> str:
    """Write a number with a narrow space after each three digits."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def said_size(size: int) -> str:
    """Say a number of bytes with three digits at most."""
    number, unit = float(size), 0
    while number >= _THOUSAND and unit < len(_UNITS) - 1:
        number, unit = number / _THOUSAND, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if unit and number < 100 else f"{number:.0f} {_UNITS[unit]}"


def counted(number: int, one: str, many: str) -> str:
    """Say how many there are."""
    return f"{grouped_number(number)} {one if number == 1 else many}"


def in_line(text: str) -> str:
    """Write a text in one line, with one space for each run of white space."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """Give a text as sorting and searching see it: small letters without accents, marks and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char) and char not in "'’")
    return in_line("".join(kept))


def inverted(row: Mapping[str, str]) -> str:
    """Give a name as lists sort it, the family name first; as it is, where the columns do not tell its parts."""
    return f"{row['family']}, {row['given']}" if row["family"] and row["given"] else in_line(row["name"])


def family_name(name: str, forms: Iterable[str]) -> str:
    """Give what lists sort a person by: the end of the name that the paper prints alone, else its last word.

    A name with a word in small letters is an office or has a particle, and stays whole.
    """
    if any(word.islower() for word in name.split()):
        return name
    ends = [form for form in forms if name.endswith(f" {form}")]
    return min(ends, key=len) if ends else (name.split() or [name])[-1]


def family_first(name: str, forms: Iterable[str]) -> str:
    """Give a person's name as a register prints it: the family name, a comma, and what stands before it."""
    family = family_name(name, forms)
    given = name.removesuffix(family).strip()
    return f"{family}, {given}" if given else name


def other_forms(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Give the forms that differ from a name by more than capitals and spaces, each once, in their order."""
    found: dict[str, str] = {}
    for form in map(in_line, forms):
        found.setdefault(form.casefold(), form)
    found.pop(in_line(name).casefold(), None)
    found.pop("", None)
    return tuple(found.values())
