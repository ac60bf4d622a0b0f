"""Read the tables of cases that stand beside the tests."""

from pathlib import Path


def read_cases(path: Path) -> list[dict[str, str]]:
    """Read a tab-separated table whose first row names the columns; `# why` lines are left out."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("# ")]
    header = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:]]
    for row in rows:
        assert len(row) == len(header), f"{path.name}: {row} has not the {len(header)} columns of the header"
    return [dict(zip(header, (cell.replace("\\n", "\n") for cell in row), strict=True)) for row in rows]
