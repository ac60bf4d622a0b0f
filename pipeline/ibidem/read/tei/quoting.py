"""Whether quotation marks stand in a TEI text, or its elements stand for them.

TEI leaves it to the encoder whether marks are kept as characters or replaced by `q`, `quote`, `said`, and asks to say
which in the header (`quotation/@marks`) or by `@rend` (Guidelines, 2.3.3 and 3.3.3). So: marks that are printed in or
around an element are never doubled; what `@rend` or the header says decides; where neither speaks, marks are put in
only if none of the text's inline quotations has any, for then the elements have replaced them.
"""

import re
from dataclasses import dataclass

from lxml import etree

from ibidem.read.html.book import text_of
from ibidem.read.marks import quotation_marks
from ibidem.read.walk import local

QUOTED = frozenset({"q", "quote", "said", "soCalled"})
_MARKS = "\"'“”‘’„‚«»‹›\u201f\u201b"
_PRINTED = frozenset('"“”„«»‹›')
_REND = re.compile(r"quot|dq|sq|«|“|„", re.IGNORECASE)
_UNQUOTED = re.compile(r"ital|block|none|display|indent|small|bold|no-?quot", re.IGNORECASE)
_BLOCKS = frozenset({"p", "lg", "l", "list", "floatingText", "sp", "ab", "table", "div"})


@dataclass(frozen=True, slots=True)
class Quoting:
    """What to put in around a quotation that prints no marks of its own."""

    language: str | None
    replaced: bool

    def around(self, element: etree._Element) -> tuple[str, str]:
        """Give the marks to put in around an element, none where marks are printed or none were meant."""
        said = f"{element.get('rend') or ''} {element.get('rendition') or ''}"
        if (
            is_marked(element)
            or element.get("direct") == "false"
            or (_UNQUOTED.search(said) and not re.search(r"(?<!no)(?<!no-)quot", said))
        ):
            return "", ""
        if not self.replaced and not _REND.search(said):
            return "", ""
        outer = sum(local(one) in QUOTED and not is_block(one) for one in element.iterancestors())
        return quotation_marks(self.language, nested=outer % 2 > 0)


def find_quoting(root: etree._Element, *, language: str | None) -> Quoting:
    """Find out whether elements have replaced the marks."""
    said = next((one.get("marks") for one in root.iter("{*}quotation", "quotation") if one.get("marks")), None)
    if said == "none":
        return Quoting(language, True)
    if said in ("all", "some"):
        # Said of texts, too, that print no mark at all: there elements do stand for them.
        printed = any(not _PRINTED.isdisjoint(str(piece)) for text in root.iter("{*}text") for piece in text.itertext())
        return Quoting(language, not printed)
    inline = [one for one in root.iter(etree.Element) if local(one) in QUOTED and not is_block(one)]
    return Quoting(language, not any(is_marked(one) for one in inline))


def is_block(element: etree._Element) -> bool:
    """Tell whether a quotation stands apart as a block."""
    said = f"{element.get('rend') or ''} {element.get('rendition') or ''} {element.get('type') or ''}".lower()
    if any(word in said for word in ("block", "display", "indent")):
        return True
    above = element.getparent()
    if above is not None and local(above) in ("cit", "epigraph"):
        above = above.getparent()
    if any(isinstance(one.tag, str) and local(one) in _BLOCKS for one in element):
        return True
    return above is not None and local(above) in ("div", "body", "div1", "div2", "div3", "div4", "front", "back")


def is_marked(element: etree._Element) -> bool:
    """Tell whether a quotation mark is printed right inside or right before an element."""
    inside = text_of(element, most=20).strip()[:1]
    before = element.getprevious()
    above = element.getparent()
    held = before.tail if before is not None else above.text if above is not None else ""
    last = (held or "").rstrip("\u00a0\u202f")[-1:]
    return (inside != "" and inside in _MARKS) or (last != "" and last in "\"'“‘„‚«‹")
