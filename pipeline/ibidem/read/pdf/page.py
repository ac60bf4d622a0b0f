"""What stands on the pages of a PDF: letters in stretches of one font, and lines of them."""

from dataclasses import dataclass

from ibidem.span import Span


@dataclass(frozen=True, slots=True)
class Font:
    """What a font looks like, as far as its name and its flags say."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Letters of one font and size on one baseline, in points from the lower left corner; `turned`: set sideways."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: Font
    turned: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line drawn across the page."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as drawn, its letters in the order of the file.

    One in a script that runs to the left is mirrored, so that its lines begin at the left too: `mirror` is its width.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyphs, ...]
    rules: tuple[Rule, ...]
    mirror: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A printed line; `raised` and `italics` are stretches of its text, `area` the column that it stands in.

    `size` is that of most of its letters; compared by identity, since equal lines stand on many pages.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    raised: tuple[Span, ...] = ()
    italics: tuple[Span, ...] = ()
    mirror: float = 0.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Give left, bottom, right, top."""
        bottom, top = self.base - 0.25 * self.size, self.base + 0.75 * self.size
        left, right = (self.mirror - self.right, self.mirror - self.left) if self.mirror else (self.left, self.right)
        return round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A column, or the whole width of a page between columns: its lines from top to bottom."""

    page: int
    left: float
    right: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
