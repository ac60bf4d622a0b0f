"""Fields of a DOCX: a code, which is no text, and its result, which is; they nest and go over paragraphs."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

_LISTS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b")
_ENTRIES = re.compile(
    r"\s*(?:BIBLIOGRAPHY\b"
    r"|ADDIN\s+(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography|CSL_BIBLIOGRAPHY|CitaviBibliography))"
)
_DEEPEST = 50
_POINTER = re.compile(r"\s*NOTEREF\s+\"?([^\s\"\\]+)")


class FieldKind(Enum):
    """What the result of a field is, as far as it matters."""

    TEXT = auto()
    FURNITURE = auto()
    ENTRIES = auto()
    POINTER = auto()


@dataclass(slots=True)
class Field:
    """One field that is open: its code as far as read, and whether its result has begun."""

    code: str = ""
    result: bool = False
    kind: FieldKind = FieldKind.TEXT
    target: str = ""

    def begin_result(self) -> None:
        """Say what the result is: the code is read."""
        self.result = True
        pointer = _POINTER.match(self.code)
        if _LISTS.match(self.code):
            self.kind = FieldKind.FURNITURE
        elif _ENTRIES.match(self.code):
            self.kind = FieldKind.ENTRIES
        elif pointer:
            self.kind, self.target = FieldKind.POINTER, pointer[1]


@dataclass(slots=True)
class Fields:
    """The fields that are open, the innermost last."""

    open: list[Field] = field(default_factory=list)
    deeper: int = 0

    def begin(self) -> None:
        """Open a field; one that lies too deep is passed over."""
        if len(self.open) < _DEEPEST:
            self.open.append(Field())
        else:
            self.deeper += 1

    def code(self, text: str) -> None:
        """Read on in a code."""
        if self.open and not self.deeper and not self.open[-1].result:
            self.open[-1].code += text

    def separate(self) -> None:
        """End a code: its result follows."""
        if self.open and not self.deeper:
            self.open[-1].begin_result()

    def end(self) -> None:
        """Close a field."""
        if self.deeper:
            self.deeper -= 1
        elif self.open:
            self.open.pop()

    def settle(self) -> None:
        """End a paragraph: a code that is not ended there hides no later text."""
        for one in self.open:
            if not one.result:
                one.begin_result()

    @property
    def hides(self) -> bool:
        """Tell whether what stands here is code."""
        return any(not one.result for one in self.open)

    @property
    def kinds(self) -> frozenset[FieldKind]:
        """Give the kinds of the open fields."""
        return frozenset(one.kind for one in self.open)

    def within(self, kind: FieldKind) -> Field | None:
        """Give the innermost open field of a kind."""
        return next((one for one in reversed(self.open) if one.kind is kind), None)
