"""CSL-JSON: what Zotero, pandoc and citeproc read (CSL 1.0.2, csl-data.json)."""

import re
from collections.abc import Sequence
from typing import Any

from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography, Citation, Entry, cited_in
from ibidem.export.kind import kinds
from ibidem.export.when import when
from ibidem.json_text import pretty_json

_TEXTS = (
    ("title", "title"),
    ("container-title", "container"),
    ("collection-title", "series"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("number", "number"),
    ("page", "pages"),
    ("edition", "edition"),
    ("publisher", "publisher"),
    ("publisher-place", "place"),
    ("archive", "archive"),
    ("genre", "genre"),
    ("URL", "url"),
    ("DOI", "doi"),
    ("ISBN", "isbn"),
)
_VARIABLE = re.compile(r"[\w-]+:")
_PEOPLE = (("author", "authors"), ("editor", "editors"), ("translator", "translators"))
_DATES = (("issued", "date"), ("accessed", "accessed"))


def to_csl_json(bibliography: Bibliography) -> bytes:
    """Write the works of a paper as an array of CSL items.

    What CSL has no word for stands in `custom`: the IRI, the kind where the type says less, a date that `date-parts`
    cannot say, and the notes that cite the work.
    """
    cited = cited_in(bibliography)
    return pretty_json([csl_item(entry, cited.get(entry.key, ())) for entry in bibliography.entries])


def csl_item(entry: Entry, citations: Sequence[Citation] = ()) -> dict[str, Any]:
    """Make the CSL item of a work, with the citations of it."""
    kind = kinds(entry.kind)
    custom: dict[str, Any] = {"iri": entry.iri}
    if kind.csl != entry.kind:
        custom["kind"] = entry.kind
    item: dict[str, Any] = {"id": entry.key, "type": kind.csl}
    item |= {
        name: [_name(name_) for name_ in getattr(entry, field)] for name, field in _PEOPLE if getattr(entry, field)
    }
    item |= {name: getattr(entry, field) for name, field in _TEXTS if getattr(entry, field)}
    if entry.note:
        # Readers take a note that begins with a word and a colon for a variable of that name.
        item["note"] = f" {entry.note}" if _VARIABLE.match(entry.note) else entry.note
    for name, field in _DATES:
        edtf = getattr(entry, field)
        if edtf:
            item[name], exact = _date(edtf)
            custom |= {} if exact else {name: edtf}
    if citations:
        custom["citations"] = [_citation(citation) for citation in citations]
    return item | {"custom": custom}


def _citation(citation: Citation) -> dict[str, str]:
    said = {"note": citation.number, "section": citation.section, "form": citation.form, "locator": citation.locator}
    return {name: value for name, value in said.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.literal}
    return {"family": name.family} | ({"given": name.given} if name.given else {})


def _date(edtf: str) -> tuple[dict[str, Any], bool]:
    found = when(edtf)
    if found is None:
        return {"literal": edtf}, True
    parts = [list(found.start), *([list(found.end)] if found.end else [])]
    said: dict[str, Any] = {"date-parts": parts}
    if found.season:
        # Some programs read the season here, others the month of EDTF above.
        said["season"] = found.season
    return said | ({"circa": True} if found.circa else {}), found.exact
