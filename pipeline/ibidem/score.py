"""Hold the answers of saved queries against gold: precision, recall, F1, and what is missed.

Gold is a table named after a saved query, `<query>.tsv`, with that query's columns in any order; columns that
only gold has are ignored, and so are IRIs. Rows are matched one to one, the likest first, by what identifies
them (`MATCHERS`); then each other column is compared over the matched rows.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ibidem.errors import InputError
from ibidem.read import decode, read_bytes

Row = dict[str, str]
_IRIS = frozenset({"work", "quotation", "actor", "treaty", "event", "claim", "sameAs", "paper"})
_WORD = re.compile(r"[^\W_]+")
_LIKE = 0.6
"""From which likeness on two rows can be the same thing; below it two titles share little more than their subject."""


@dataclass(frozen=True, slots=True)
class Score:
    """How an answer compares with gold: `columns` has for each column how many values are right, of how many."""

    query: str
    gold: int
    found: int
    matched: int
    columns: tuple[tuple[str, int, int], ...]
    misses: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Give the share of the rows found that gold has."""
        return self.matched / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Give the share of gold's rows that were found."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold(path: Path) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Read a gold table, or all of a folder, each under the name of its query; raise InputError for what is none."""
    if not path.is_dir():
        return (_read_table(path),)
    tables = tuple(_read_table(file) for file in sorted(path.glob("*.tsv")) if file.stem in dict(MATCHERS))
    if not tables:
        raise InputError(f"holds no gold; name its tables {_names()}", path=path)
    return tables


def _read_table(path: Path) -> tuple[str, tuple[Row, ...]]:
    if path.stem not in dict(MATCHERS):
        raise InputError(f"is no gold: a table is named after its query, one of {_names()}", path=path)
    lines = decode(read_bytes(path), path=path).removeprefix("\ufeff").splitlines()
    head = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) > len(head):
            raise InputError(f"{len(cells)} cells under {len(head)} columns; take the tabs out", path=path, line=number)
        if line.strip():
            rows.append(dict(zip(head, [*cells, *[""] * (len(head) - len(cells))], strict=True)))
    return path.stem, tuple(rows)


def _names() -> str:
    return ", ".join(f"{name}.tsv" for name, _ in MATCHERS)


def score_rows(query: str, *, gold: tuple[Row, ...], found: tuple[Row, ...]) -> Score:
    """Match what was found with gold and compare the matched rows, column by column."""
    like = dict(MATCHERS)[query]
    mine, theirs = _numbered(found), _numbered(gold)
    pairs = _matched(theirs, mine, like)
    shared = [column for column in (gold[0] if gold else {}) if found and column in found[0] and column not in _IRIS]
    columns = []
    left, right = {a for a, _ in pairs}, {b for _, b in pairs}
    misses = [f"missing: {_name(query, row)}" for index, row in enumerate(theirs) if index not in left]
    misses += [f"not in gold: {_name(query, row)}" for index, row in enumerate(mine) if index not in right]
    for column in shared:
        values = [(theirs[a], theirs[a][column], mine[b][column]) for a, b in pairs]
        said = [(row, want, got) for row, want, got in values if want or got]
        wrong = [(row, want, got) for row, want, got in said if not _equal(column, want, got)]
        columns.append((column, len(said) - len(wrong), len(said)))
        misses += [
            f"{column}: {got or '(nothing)'}, gold has {want or '(nothing)'}: {_name(query, row)}"
            for row, want, got in wrong
        ]
    return Score(query, len(gold), len(found), len(pairs), tuple(columns), tuple(misses))


def _numbered(rows: tuple[Row, ...]) -> list[Row]:
    """Tell apart the rows of one pointer by their order: a note can hold several references."""
    seen: Counter[str] = Counter()
    numbered = []
    for row in rows:
        pointer = row.get("pointer", "")
        numbered.append(row | {"#": f"{pointer}/{seen[pointer]}"})
        seen[pointer] += 1
    return numbered


def _matched(gold: list[Row], found: list[Row], like: Callable[[Row, Row], float]) -> tuple[tuple[int, int], ...]:
    likeness = [(like(want, got), a, b) for a, want in enumerate(gold) for b, got in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, a, b in sorted(likeness, key=lambda item: (-item[0], item[1], item[2])):
        if score >= _LIKE and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return tuple(sorted(pairs.items()))


def _name(query: str, row: Row) -> str:
    names = ("pointer", "name", "label", "title", "exact", "container", "value")
    said = next((row[column] for column in names if row.get(column)), "?")
    short = " ".join(said.split())
    return f"pointer {short}" if query == "citations" else short if len(short) <= 90 else f"{short[:89]}…"


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(folded.replace("\\n", " ").split())


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _equal(column: str, want: str, got: str) -> bool:
    """Compare two cells: several values as sets, names and titles by their words, all else as it stands."""
    if column in {"exact", "start", "end"}:
        return _plain(want) == _plain(got)
    return _values(want) == _values(got)


def _values(cell: str) -> frozenset[tuple[str, ...] | str]:
    parts = (part.strip() for part in cell.split(";"))
    return frozenset(_words(part) or part for part in parts if part)


def _overlap(want: str, got: str) -> float:
    """Say how much of two texts is common, by their words as bags (Dice)."""
    one, other = Counter(_words(want)), Counter(_words(got))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _spans(want: Row, got: Row) -> float:
    """Say how much of two spans is common, where both rows have them; else compare the texts."""
    places = [row.get(name, "") for row in (want, got) for name in ("start", "end")]
    if not all(place.isdigit() for place in places):
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
    return float(want["#"] == got["#"])


def _work(want: Row, got: Row) -> float:
    date = 0.1 * (want.get("date", "")[:4] == got.get("date", "")[:4])
    if want.get("title") or got.get("title"):
        return 0.9 * _overlap(want.get("title", ""), got.get("title", "")) + date
    same_date = want.get("date", "") == got.get("date", "")
    return (0.6 + 0.3 * same_date) * _overlap(want.get("container", ""), got.get("container", "")) + date


def _forms(row: Row) -> frozenset[str]:
    forms = (form for column in ("name", "printed") for form in row.get(column, "").split(";"))
    return frozenset(_plain(form) for form in forms if form.strip())


def _actor(want: Row, got: Row) -> float:
    if _plain(want.get("name", "")) == _plain(got.get("name", "")):
        return 1.0
    one, other = _forms(want), _forms(got)
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


MATCHERS: tuple[tuple[str, Callable[[Row, Row], float]], ...] = (
    ("citations", _citation),
    ("works", _work),
    ("quotations", _spans),
    ("actors", _actor),
    ("treaties", _treaty),
    ("events", _event),
    ("claims", _claim),
)
"""How alike two rows of a query are, from 0 to 1, by what identifies them."""


def score_lines(score: Score) -> Iterable[str]:
    """Lay a score out for reading: the measures, the columns, the misses."""
    yield (
        f"{score.query}: precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}"
        f" ({score.matched} matched; gold {score.gold}, found {score.found})"
    )
    for column, right, total in score.columns:
        yield f"  {column:<10} {right / total if total else 1:.3f}  {right} of {total}"
    for miss in score.misses:
        yield f"  - {miss}"
