"""Hold the answers of saved queries against gold: precision, recall, F1, and what is missed (docs/scoring.md).

Gold is a table named after a saved query, `<query>.tsv`, with that query's columns in any order; columns that only
gold has are ignored, and so are IRIs. Rows are paired one to one by what identifies them; then each other column
is compared over the pairs.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ibidem.errors import InputError
from ibidem.likeness import LIKENESSES, Row, flat, same
from ibidem.pairing import best_pairs
from ibidem.read import decode, read_bytes

_APART = frozenset({"work", "quotation", "actor", "treaty", "event", "claim", "sameAs", "paper", "workkey"})
"""Columns that hold names of nodes, not what they say."""
_LIKE = 0.6
"""From which likeness on two rows can be the same thing; below it two titles share little more than their subject."""
_GRAIN = 0.5
"""What is taken from a likeness before pairs are weighed: two bad pairs must not be worth more than a good one."""


@dataclass(frozen=True, slots=True)
class Score:
    """How an answer compares with gold; `pairs` are the rows of gold and of the answer that are the same thing.

    `columns` has for each column how many values are right, of how many that either side gives.
    """

    query: str
    gold: tuple[Row, ...]
    found: tuple[Row, ...]
    pairs: tuple[tuple[Row, Row], ...]
    columns: tuple[tuple[str, int, int], ...]
    misses: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Give the share of the rows found that gold has."""
        return len(self.pairs) / len(self.found) if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Give the share of gold's rows that were found."""
        return len(self.pairs) / len(self.gold) if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold(path: Path) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Read a gold table, or all of a folder, each under the name of its query; raise InputError for what is none."""
    if not path.is_dir():
        return (_read_table(path),)
    tables = tuple(_read_table(path / f"{name}.tsv") for name in LIKENESSES if (path / f"{name}.tsv").is_file())
    if not tables:
        raise InputError(f"holds no gold; name its tables {_names()}", path=path)
    return tables


def _read_table(path: Path) -> tuple[str, tuple[Row, ...]]:
    if path.stem not in LIKENESSES or path.suffix != ".tsv":
        raise InputError(f"is no gold: a table is named after its query, one of {_names()}", path=path)
    lines = [line.removesuffix("\r") for line in decode(read_bytes(path), path=path).removeprefix("\ufeff").split("\n")]
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
    return ", ".join(f"{name}.tsv" for name in LIKENESSES)


def score_rows(query: str, *, gold: tuple[Row, ...], found: tuple[Row, ...]) -> Score:
    """Pair what was found with gold and compare the pairs, column by column."""
    chosen = _paired(gold, found, LIKENESSES[query])
    pairs = tuple((gold[a], found[b]) for a, b in chosen)
    left, right = {a for a, _ in chosen}, {b for _, b in chosen}
    misses = [f"missing: {_name(query, row)}" for index, row in enumerate(gold) if index not in left]
    misses += [f"not in gold: {_name(query, row)}" for index, row in enumerate(found) if index not in right]
    columns = []
    for column in _compared(gold, found):
        said = [(want, got) for want, got in pairs if want[column] or got[column]]
        wrong = [(want, got) for want, got in said if not same(column, want[column], got[column])]
        columns.append((column, len(said) - len(wrong), len(said)))
        misses += [_miss(query, column, want, got) for want, got in wrong]
    return Score(query, gold, found, pairs, tuple(columns), tuple(misses))


def _compared(gold: tuple[Row, ...], found: tuple[Row, ...]) -> list[str]:
    if not gold or not found:
        return []
    return [column for column in gold[0] if column in found[0] and column not in _APART]


def _paired(
    gold: tuple[Row, ...], found: tuple[Row, ...], like: Callable[[Row, Row], float]
) -> tuple[tuple[int, int], ...]:
    likeness = {(a, b): like(want, got) for a, want in enumerate(gold) for b, got in enumerate(found)}
    return best_pairs({pair: alike - _GRAIN for pair, alike in likeness.items() if alike >= _LIKE})


def _miss(query: str, column: str, want: Row, got: Row) -> str:
    said, wanted = flat(got[column]) or "(nothing)", flat(want[column]) or "(nothing)"
    return f"{column}: {said}, gold has {wanted}: {_name(query, want)}"


def _name(query: str, row: Row) -> str:
    names = ("pointer", "name", "label", "title", "exact", "container", "value")
    short = flat(next((row[column] for column in names if row.get(column)), "?"))
    return f"pointer {short}" if query == "citations" else short if len(short) <= 90 else f"{short[:89]}…"


def score_lines(score: Score) -> Iterable[str]:
    """Lay a score out for reading: the measures, the columns, the misses."""
    yield (
        f"{score.query}: precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}"
        f" ({len(score.pairs)} paired; gold {len(score.gold)}, found {len(score.found)})"
    )
    for column, right, total in score.columns:
        yield f"  {column:<10} {right / total if total else 1:.3f}  {right} of {total}"
    for miss in score.misses:
        yield f"  - {miss}"


def figures(scores: Mapping[str, Score]) -> Iterator[tuple[str, int, int]]:
    """Give the figures that a reader asks for first: what, how many are right, of how many.

    They need the tables that they speak of. Works and actors are compared as things here, where gold lets them be:
    two names of paired actors are one, and a citation's work is right where it is paired with gold's (`workkey`).
    """
    people = _renamed(scores.get("actors"))
    if "citations" in scores:
        yield from _markers(scores["citations"], scores.get("works"))
    if "works" in scores:
        yield ("works: fields", *_fields(scores["works"]))
    if "quotations" in scores:
        yield from _quoted(scores["quotations"], people)
    if "treaties" in scores:
        yield from _found("treaties", scores["treaties"], "")
        for column in ("date", "parties", "abstained"):
            yield (f"treaties: {column}", *_right(scores["treaties"], column, people))
    if "actors" in scores:
        for label, kind in (("actors", ""), ("actors: persons", "person"), ("actors: others", "-person")):
            yield from _found(label, scores["actors"], kind)
    for query in ("events", "claims"):
        if query in scores:
            yield from _found(query, scores[query], "")


def _renamed(actors: Score | None) -> dict[str, str]:
    pairs = actors.pairs if actors else ()
    return {got["name"]: want["name"] for want, got in pairs if "name" in want and "name" in got}


def _markers(score: Score, works: Score | None) -> Iterator[tuple[str, int, int]]:
    """Count the notes all of whose references are there and right in form, work, locator and via, and no others."""
    works_of = {want.get("workkey"): got.get("work") for want, got in works.pairs} if works else {}
    here, there = (Counter(row["pointer"] for row in rows) for rows in (score.gold, score.found))
    bad = {pointer for pointer, often in here.items() if there[pointer] != often}
    for want, got in score.pairs:
        fields = [same(column, want[column], got[column]) for column in ("form", "locator", "via") if column in want]
        known = want.get("workkey") in works_of
        cited = works_of[want.get("workkey")] == got["work"] if known else same("title", want["title"], got["title"])
        if not all(fields) or not cited:
            bad.add(want["pointer"])
    yield "markers right as a whole", len(here) - len(bad), len(here)


def _fields(score: Score) -> tuple[int, int]:
    """Count the fields of the works that gold has, those of works that were not found as wrong."""
    columns = [column for column, _, _ in score.columns if column != "citations"]
    asked = sum(bool(row[column]) for row in score.gold for column in columns)
    added = sum(bool(got[column] and not want[column]) for want, got in score.pairs for column in columns)
    values = ((column, want[column], got[column]) for want, got in score.pairs for column in columns if want[column])
    return sum(same(*value) for value in values), asked + added


def _quoted(score: Score, people: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    for label, test in (("quotations", False), ("paraphrases", True)):
        rows = [row for row in score.gold if (row.get("category") == "paraphrase") is test]
        pairs = [pair for pair in score.pairs if (pair[0].get("category") == "paraphrase") is test]
        found = [row for row in score.found if (row.get("category") == "paraphrase") is test]
        yield f"{label}: found", len(pairs), len(rows)
        yield f"{label}: in gold", len(pairs), len(found)
        yield f"{label}: exact text", sum(same("exact", want["exact"], got["exact"]) for want, got in pairs), len(rows)
        yield (
            f"{label}: speaker",
            sum(same("speaker", want["speaker"], got["speaker"], people) for want, got in pairs),
            len(rows),
        )


def _found(label: str, score: Score, kind: str) -> Iterator[tuple[str, int, int]]:
    """Count how much of gold was found, and how much of what was found is in gold, of one type or all."""

    def asked(row: Row) -> bool:
        return not kind or (row.get("type") == kind if kind[0] != "-" else row.get("type") != kind[1:])

    yield f"{label}: found", sum(asked(want) for want, _ in score.pairs), sum(map(asked, score.gold))
    yield f"{label}: in gold", sum(asked(got) for _, got in score.pairs), sum(map(asked, score.found))


def _right(score: Score, column: str, people: Mapping[str, str]) -> tuple[int, int]:
    pairs = [(want, got) for want, got in score.pairs if want.get(column) or got.get(column)]
    right = sum(same(column, want.get(column, ""), got.get(column, ""), people) for want, got in pairs)
    lost = sum(bool(row.get(column)) for row in score.gold) - sum(bool(want.get(column)) for want, _ in pairs)
    return right, len(pairs) + lost
