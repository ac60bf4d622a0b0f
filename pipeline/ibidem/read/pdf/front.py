"""Tell the title, the authors and the abstract on the first page of a PDF, and what the file says of itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ibidem.document import Metadata, PartKind
from ibidem.read.facts import doi_of, licence_of, printed_issn, written
from ibidem.read.notes import section_of
from ibidem.read.pdf.page import Line
from ibidem.read.pdf.paragraphs import Paragraph

_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>,;]+[^\s\"<>,;.)\]])")
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ISSUE = re.compile(r"\b(?:vol|volume|issue|no|nr|bd|heft|jg|t|published|doi|issn)\b|©|\[?vol", re.IGNORECASE)
_AND = re.compile(r"\s*[,;&·•|]\s*|\s+(?:and|und|et|y|e|и)\s+|^\s*(?:and|und|et|y|e|и)\s+")
_CAPITAL = re.compile(r"[^\W\d_]")
_LONGEST_AUTHOR = 160
_SHORTEST_TITLE = 12
_FEWEST_LINES = 4
_RUN_IN = re.compile(r"\s*(\w[\w -]{3,18}?)\s?[:—–.]\s?")
_TOP, _FOOT = 15, 4
_UNNAMED = re.compile(r"untitled|microsoft word|\.(?:docx?|tex|dvi|pdf|indd|rtf|odt)$|^\W*$", re.IGNORECASE)


def front_matter(held: Sequence[Paragraph], *, title: str = "") -> list[Paragraph]:
    """Name the title, the lines of authors between it and the text, and what says that it is abstract or keywords.

    The title is what the file calls so where the first page prints it, else its largest print.
    """
    return [_named(one) for one in _titled(held, " ".join(title.split()).casefold())]


def _named(one: Paragraph) -> Paragraph:
    """Tell an abstract and keywords by their first word: `Abstract—We count`."""
    opened = _RUN_IN.match(one.text[:40]) if one.kind in (PartKind.PARAGRAPH, PartKind.QUOTE) else None
    kind = section_of(opened[1]) if opened else None
    kinds = {"abstract": PartKind.ABSTRACT, "keywords": PartKind.KEYWORD}
    return replace(one, kind=kinds[kind]) if kind in kinds else one


def _titled(held: Sequence[Paragraph], named: str) -> list[Paragraph]:
    first = held[0].lines[0].page if held else 1
    page = [at for at, one in enumerate(held) if one.lines[0].page == first]
    out = list(held)
    if not page:
        return out
    largest = max(held[at].lines[0].size for at in page)
    title = next(at for at in page if held[at].lines[0].size >= largest - 0.1)
    if len(named) > _SHORTEST_TITLE and not named.startswith(held[title].plain.casefold()):
        title = next((at for at in page if held[at].plain.casefold() == named), title)
    above = any(one.kind is PartKind.PARAGRAPH and len(one.lines) >= _FEWEST_LINES for one in held[:title])
    if above or held[title].kind is not PartKind.HEADING or section_of(held[title].text):
        return out
    last = title
    while last + 1 < len(held) and last + 1 in page and _same(held[title], held[last + 1]):
        last += 1
    lines = tuple(line for one in held[title : last + 1] for line in one.lines)
    out[title : last + 1] = [Paragraph(PartKind.TITLE, lines)]
    for at in range(title + 1, len(out)):
        if not _is_byline(out[at], first) or (at > title + 1 and _opens_text(out[at : at + 2])):
            break
        out[at] = replace(out[at], kind=PartKind.AUTHOR)
    for at, (head, one) in enumerate(pairwise(out), start=1):
        if one.kind is PartKind.QUOTE and head.kind is PartKind.HEADING and section_of(head.text) == "abstract":
            out[at] = replace(one, kind=PartKind.ABSTRACT)
    after = next((at for at in range(title + 1, len(out)) if out[at].kind is not PartKind.AUTHOR), None)
    if after is not None and out[after].kind is PartKind.QUOTE:
        out[after] = replace(out[after], kind=PartKind.ABSTRACT)
    return out


def _same(title: Paragraph, other: Paragraph) -> bool:
    one, two = title.lines[0], other.lines[0]
    return other.kind is PartKind.HEADING and abs(one.size - two.size) < 0.2 and one.bold == two.bold


def _opens_text(held: Sequence[Paragraph]) -> bool:
    """Tell whether a heading stands right above running text: the first one, where no abstract comes before it."""
    head = held[0].lines[0]
    return (
        len(held) > 1
        and held[0].kind is PartKind.HEADING
        and (head.bold or head.size > 1.05 * held[1].lines[0].size)
        and held[1].kind is PartKind.PARAGRAPH
        and len(held[1].lines) >= _FEWEST_LINES
    )


def _is_byline(one: Paragraph, page: int) -> bool:
    text = one.text
    if one.lines[0].page != page or len(text) > _LONGEST_AUTHOR or len(one.lines) > 4:
        return False
    if (
        section_of(text)
        or re.match(r"\s*(?:\d+(?:\.\d+)*\.?\s+\D*$|[IVX]+\.)", text)
        or text.rstrip().endswith((".", ":", "?"))
    ):
        return False
    words = _CAPITAL.findall(text)
    opened = re.match(r"\s*(\w[\w -]{3,18}?)\s?[:—–.]\s?", text)
    return bool(words) and not (opened and section_of(opened[1]))


def metadata_of(info: Mapping[str, str], held: Sequence[Paragraph], lines: Sequence[Line]) -> Metadata:
    """Give what the file says of itself and its first page prints: title, authors, date, doi, licence, ISSN."""
    printed = next((one.plain for one in held if one.kind is PartKind.TITLE), None)
    given = " ".join(info.get("Title", "").split())
    authors = next((tuple(_names(one)) for one in held if one.kind is PartKind.AUTHOR), ())
    said = tuple(name.strip() for name in re.split(r";| and | & ", info.get("Author", "")) if name.strip())
    first = [line.text for line in lines if line.page == lines[0].page]
    text = "\n".join(first)
    page = _letters(text)
    if said and all(_letters(name) in page for name in said):
        # The line below the title may be a subtitle: those are the authors whom file and page name.
        authors = said
    return Metadata(
        title=printed or (given if given and not _UNNAMED.search(given) else None),
        authors=authors or said,
        date=_date([*first[:_TOP], *first[-_FOOT:]], info.get("CreationDate", "")),
        doi=doi_of(text),
        license=licence_of(text),
        issn=printed_issn(text),
    )


def _names(one: Paragraph) -> Iterator[str]:
    """Give the names of a line of authors: markers, commas and words part them."""
    for part in one.pieces:
        yield from (written(name.strip(" *∗†‡§")) for name in _AND.split(part) if any(map(str.isalpha, name)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _date(lines: Sequence[str], created: str) -> str | None:
    """Give the year that a line about the issue prints on the first page, else when the file was made."""
    made = _DATE.match(created)
    for line in lines:
        year = _YEAR.search(_DOI.sub("", line)) if _ISSUE.search(line) and len(line) < _LONGEST_AUTHOR else None
        if year and (not made or int(year[0]) <= int(made[1])):
            return year[0]
    return "-".join(part for part in made.groups() if part) if made else None
