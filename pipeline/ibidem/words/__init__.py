"""Word lists as data: one term a line, `# why` allowed, tables with tabs."""

from functools import cache
from importlib.resources import files


def _lines(name: str) -> tuple[str, ...]:
    text = (files(__name__) / name).read_text(encoding="utf-8")
    bare = (line.split(" # ")[0].rstrip() for line in text.split("\n") if not line.startswith("#"))
    return tuple(line for line in bare if line)


@cache
def read_words(name: str) -> tuple[str, ...]:
    """Read the terms of `words/<name>.txt` in the order of the file."""
    return _lines(f"{name}.txt")


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Read the rows of `words/<name>.tsv`, padded to the width of the first, which names the columns."""
    rows = [tuple(line.split("\t")) for line in _lines(f"{name}.tsv")]
    width = len(rows[0])
    return tuple(row + ("",) * (width - len(row)) for row in rows[1:])
