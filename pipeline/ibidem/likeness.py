"""How alike two rows of a saved query are, by what identifies them, and when two cells say the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

Row = dict[str, str]
_WORD = re.compile(r"[^\W_]+")
_VERBATIM = frozenset({"exact", "start", "end"})


def flat(text: str) -> str:
    r"""Give a cell in one line; gold may write a line break as \n."""
    return " ".join(text.replace("\\n", " ").split())


def same(column: str, want: str, got: str, names: Mapping[str, str] | None = None) -> bool:
    """Compare two cells: a text character by character but for space and quotation marks, all else by its words.

    Words are compared without case and punctuation, several values as a set. `names` are gold's names for those
    of the answer.
    """
    if column in _VERBATIM:
        return _plain(want) == _plain(got)
    return _values(want, {}) == _values(got, names or {})


def _values(cell: str, names: Mapping[str, str]) -> frozenset[tuple[str, ...] | str]:
    parts = [names.get(part.strip(), part.strip()) for part in cell.split(";")]
    return frozenset(_words(part) or part for part in parts if part)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return flat(unicodedata.normalize("NFKC", text).casefold().replace("’", "'"))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=65536)
def _overlap(want: str, got: str) -> float:
    """Say how much of two texts is common, by their words as bags (Dice)."""
    one, other = Counter(_words(want)), Counter(_words(got))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _spans(want: Row, got: Row) -> float:
    """Say how much of two spans is common, where both rows have them; else compare the texts."""
    places = [row.get(name, "") for row in (want, got) for name in ("start", "end")]
    if not all(place.isdecimal() for place in places):
        return _texts(want, got)
    a, b, c, d = map(int, places)
    common, both = min(b, d) - max(a, c), max(b, d) - min(a, c)
    # A reader who takes the clause and one who takes the sentence mean the same statement.
    return 0.0 if common <= 0 else max(common / both, 0.9 * common / max(1, min(b - a, d - c)))


def _texts(want: Row, got: Row) -> float:
    one, other = _plain(want.get("exact", "")), _plain(got.get("exact", ""))
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    return 0.9 if len(short) > 3 and short in long else _overlap(one, other)


def _citation(want: Row, got: Row) -> float:
    """Compare two references of a note: the same note is enough, the likest of its references is the same."""
    if want.get("pointer") != got.get("pointer"):
        return 0.0
    alike = _overlap(want.get("title", ""), got.get("title", ""))
    equal = sum(same(column, want.get(column, ""), got.get(column, "")) for column in ("form", "locator", "authors"))
    return 0.6 + 0.1 * alike + 0.1 * equal


def _work(want: Row, got: Row) -> float:
    date = 0.1 * (want.get("date", "")[:4] == got.get("date", "")[:4])
    if want.get("title") or got.get("title"):
        return 0.9 * _overlap(want.get("title", ""), got.get("title", "")) + date
    same_date = want.get("date", "") == got.get("date", "")
    return (0.6 + 0.3 * same_date) * _overlap(want.get("container", ""), got.get("container", "")) + date


@lru_cache(maxsize=4096)
def _forms(name: str, printed: str) -> frozenset[str]:
    return frozenset(_plain(form) for form in (name, *printed.split(";")) if form.strip())


def _actor(want: Row, got: Row) -> float:
    """Compare two actors: by name, else by what printed forms they share."""
    if _plain(want.get("name", "")) == _plain(got.get("name", "")):
        return 1.0
    one, other = (_forms(row.get("name", ""), row.get("printed", "")) for row in (want, got))
    return 0.6 + 0.3 * len(one & other) / len(one | other) if one & other else 0.0


def _treaty(want: Row, got: Row) -> float:
    one, other = want.get("date", ""), got.get("date", "")
    same_date = one == other if one and other else None
    named = max(_actor(want, got), _overlap(want.get("name", ""), got.get("name", "")))
    return named * (1.0 if same_date else 0.95 if same_date is None else 0.7)


def _event(want: Row, got: Row) -> float:
    return _spans(want, got) * (1.0 if want.get("date") == got.get("date") else 0.9)


def _claim(want: Row, got: Row) -> float:
    return _spans(want, got) * float(want.get("value", "") == got.get("value", ""))


LIKENESSES: dict[str, Callable[[Row, Row], float]] = {
    "citations": _citation,
    "works": _work,
    "quotations": _spans,
    "actors": _actor,
    "treaties": _treaty,
    "events": _event,
    "claims": _claim,
}
"""How alike two rows of a query are, from 0 to 1, by what identifies them."""
