"""Name and number the notes of pandoc's tree: by the labels that were carried through it, else by counting."""

from collections.abc import Sequence
from typing import Any

from ibidem.read.compose import Run
from ibidem.read.pandoc.carry import MARK, OPEN, Carried

Node = dict[str, Any]


class Numbers:
    """The numbers given so far; `counted` says that a note without label counts on from the one before."""

    def __init__(self, carried: Carried, *, counted: bool) -> None:
        """Start before the first note."""
        self.carried = carried
        self.counted = counted
        self.seen: set[str] = set()
        self.counter = 0
        self.waiting: dict[int, str] = {}

    def opened(self, marks: dict[str, str]) -> tuple[str, str, bool]:
        """Give the name and the label of a note by the marks that open it, and whether it is new."""
        waiting = max(self.waiting, default=0)
        if "n" in marks:
            name, label = f"n{marks['n']}", self.carried.labels[int(marks["n"])]
            if "q" in marks and label.isdecimal():
                # Its marker may be one that counted.
                name = self.waiting.pop(int(label), name)
        elif "t" in marks and waiting:
            name, label = self.waiting.pop(waiting), str(waiting)
        elif "e" in marks or "s" in marks:
            kind = "e" if "e" in marks else "s"
            place = sum(name.startswith(kind) for name in self.seen) + 1
            name, label = f"{kind}{place}", str(place) if kind == "e" else "*" * place
        else:
            name, label = self._next()
        new = name not in self.seen
        self.seen.add(name)
        return name, label, new

    def marked(self, kind: str, index: str) -> Run | None:
        """Give the marker that a mark in the text stands for, if it stands for one."""
        if kind == "m":
            return Run("", note=f"n{index}")
        if kind == "a":
            name = self._next()[0]
            self.waiting[self.counter] = name
            return Run("", note=name)
        if kind == "c":
            self.counter = int(index)
        return None

    def _next(self) -> tuple[str, str]:
        self.counter += 1
        name = f"c{self.counter}"
        while name in self.seen or name in self.waiting.values():
            # The numbers restarted.
            name += "'"
        return name, str(self.counter) if self.counted else ""


def marks_of(nodes: Sequence[Node]) -> dict[str, str]:
    """Give the marks that open a note."""
    node: Any = nodes[0] if nodes else None
    while isinstance(node, dict) and node["t"] in ("Para", "Plain", "Emph", "Strong"):
        node = node["c"][0] if node["c"] else None
    if not isinstance(node, dict) or node["t"] != "Str" or not node["c"].startswith(OPEN):
        return {}
    return {match[1]: match[2] for match in MARK.finditer(node["c"])}
