"""BibLaTeX: entries for biber, JabRef and pandoc (biblatex manual 3, data model)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography, Entry, cited_in, places
from ibidem.export.kind import kinds
from ibidem.export.when import When, when

_TEX = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_"},
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "`": "{`}",
    }
)
_BRACES = ({"{": "\\{", "}": "\\}"}, {"{": "\\ensuremath{\\lbrace}", "}": "\\ensuremath{\\rbrace}"})
"""Braces that pair, and those that do not: BibTeX and biber count them, escaped or not."""
_LIGATURE = re.compile(r"([-'<>,])(?=\1)")
_VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""What a field that BibLaTeX takes letter by letter cannot hold."""
_LAW = frozenset({"jurisdiction", "legislation", "legal", "patent", "review"})
"""The entry types that stay what they are in a law report or a gazette, and the review of a work."""
_STANDS_IN = frozenset({"incollection", "inproceedings", "inreference"})
"""The entry types of what stands in a book."""


def to_biblatex(bibliography: Bibliography) -> bytes:
    """Write the works of a paper as a `.bib` file in UTF-8.

    Titles stand in two pairs of braces: no style changes the capitals that were printed. `iri`, `kind`, `edtf` and
    `citations` are fields of our own, which biber passes over: the work in the dataset, its kind where the entry type
    says less, a date that `date` cannot say, and the notes that cite it, with their pages.
    """
    cited = cited_in(bibliography)
    return "\n".join(_written(entry, places(cited.get(entry.key, ()))) for entry in bibliography.entries).encode()


def _written(entry: Entry, cited: str) -> str:
    said = (*_fields(entry), ("citations", tex(cited)))
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in said if value)
    return f"@{entry_type(entry)}{{{entry.key},\n{fields}}}\n"


def entry_type(entry: Entry) -> str:
    """Give the entry type: what stands in a journal is an article, in a book a part of it, whatever its kind."""
    nearest = kinds(entry.kind).biblatex
    if nearest in _STANDS_IN and not entry.container:
        return "misc"
    if not entry.container or nearest in _STANDS_IN | _LAW:
        return nearest
    return "article" if entry.periodical else "incollection"


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    kind = entry_type(entry)
    article = kind == "article" or kind in _LAW
    # The issue of a journal is its `number`; `issue` is for what else counts it.
    number, issue = (entry.issue, entry.number) if entry.issue else (entry.number, "")
    yield from (("author", _names(entry.authors)), ("editor", _names(entry.editors)))
    yield "translator", _names(entry.translators)
    yield "title", _kept(entry.title)
    yield ("journaltitle" if article else "booktitle"), _kept(entry.container)
    yield "series", _kept(entry.series)
    yield from (("volume", tex(entry.volume)), ("number", tex(number)), ("issue", tex(issue)))
    yield "edition", tex(entry.edition)
    yield from _dates(entry)
    yield "publisher", _kept(entry.publisher)
    yield "location", _kept(entry.place)
    yield "pages", tex(entry.pages)
    yield "type", tex(entry.genre)
    yield "library", tex(entry.archive)
    yield from (("isbn", tex(entry.isbn)), ("doi", entry.doi.translate(_VERBATIM)))
    yield "url", entry.url.translate(_VERBATIM)
    yield "note", tex(entry.note)
    yield "kind", entry.kind if entry.kind != kind else ""
    yield "iri", entry.iri.translate(_VERBATIM)


def _dates(entry: Entry) -> Iterator[tuple[str, str]]:
    for name, edtf in (("date", entry.date), ("urldate", entry.accessed)):
        found = when(edtf)
        if found is None:
            yield ("year" if name == "date" else "urledtf"), tex(edtf)
            continue
        told = _range(found) if edtf.startswith("[") else edtf.replace("%", "~")
        yield name, told
        yield ("edtf" if name == "date" else "urledtf"), "" if told == edtf else tex(edtf)


def _range(found: When) -> str:
    ends = (found.start, found.end) if found.end else (found.start,)
    return "/".join("-".join(f"{part:02}" for part in end) for end in ends)


def _names(names: Iterable[Name]) -> str:
    return " and ".join(_name(name) for name in names)


def _name(name: Name) -> str:
    """Write a name with the family name first; one without parts in braces, which keep it whole."""
    if not name.family:
        return _kept(name.literal)
    family = _part(name.family)
    return f"{family}, {_part(name.given)}" if name.given else f"{{{tex(name.family)}}}"


def _part(text: str) -> str:
    """Write a part of a name; one with a comma or an `and` of its own in braces."""
    apart = "," in text or "and" in text.casefold().split() or "{" in text or "}" in text
    return f"{{{tex(text)}}}" if apart else tex(text)


def _kept(text: str) -> str:
    return f"{{{tex(text)}}}" if text else ""


def tex(text: str) -> str:
    """Write a text so that TeX prints it: its special characters escaped, and no ligature made of what is none."""
    braces = _BRACES[0] if _pairs(text) else _BRACES[1]
    return _LIGATURE.sub(r"\1{}", text).translate(_TEX) if not set("{}") & set(text) else _apart(text, braces)


def _apart(text: str, braces: Mapping[str, str]) -> str:
    return "".join(braces.get(part) or tex(part) for part in re.split("([{}])", text))


def _pairs(text: str) -> bool:
    """Tell whether each brace of a text has its other one."""
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
