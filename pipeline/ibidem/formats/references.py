"""Parsed references as CSL-JSON, and as text for people."""

from collections.abc import Iterator, Sequence
from typing import Any

from ibidem.cited import Fields, Name
from ibidem.export.bibliography import Entry
from ibidem.export.csl_json import csl_item
from ibidem.parse.tagger.fields import Reading

_CSL = (
    ("authors", "author"),
    ("editors", "editor"),
    ("translators", "translator"),
    ("title", "title"),
    ("container", "container-title"),
    ("series", "collection-title"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("pages", "page"),
    ("date", "issued"),
    ("place", "publisher-place"),
    ("publisher", "publisher"),
    ("edition", "edition"),
    ("doi", "DOI"),
    ("url", "URL"),
    ("isbn", "ISBN"),
    ("accessed", "accessed"),
    ("genre", "genre"),
    ("archive", "archive"),
    ("note", "note"),
)
_WIDTH = 18


def csl_items(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Make a CSL item of each reference; `custom` keeps the print, the locator, and the confidence of each variable."""
    return [_item(reading, f"ref-{at}") for at, reading in enumerate(readings, start=1)]


def _item(reading: Reading, key: str) -> dict[str, Any]:
    item = csl_item(_entry(reading.fields, key))
    names = dict(_CSL)
    custom = {name: value for name, value in item.get("custom", {}).items() if name != "iri"}
    custom["printed"] = reading.text
    if reading.locator:
        custom["locator"] = reading.locator
    custom["confidence"] = {names[name]: round(sure, 2) for name, sure in reading.fields.confidence if name in names}
    return item | {"custom": custom}


def _entry(fields: Fields, key: str) -> Entry:
    """Give the fields as what the export writes."""
    plain: dict[str, Any] = {
        name: getattr(fields, name) or "" for name in ("title", "container", "series", "volume", "issue", "pages")
    }
    plain |= {name: getattr(fields, name) or "" for name in ("place", "publisher", "edition", "url", "doi", "isbn")}
    plain |= {name: getattr(fields, name) or "" for name in ("number", "archive", "genre", "note")}
    return Entry(
        key=key,
        iri="",
        kind=fields.type,
        authors=fields.authors,
        editors=fields.editors or fields.container_editors,
        translators=fields.translators,
        date=fields.date.edtf if fields.date else "",
        accessed=fields.accessed.edtf if fields.accessed else "",
        **plain,
    )


def reading_lines(readings: Sequence[Reading]) -> Iterator[str]:
    """Give each reference as it is printed, and under it a line for each field with its confidence in per cent."""
    for at, reading in enumerate(readings, start=1):
        yield f"[{at}] {reading.text}"
        sure = dict(reading.fields.confidence)
        for field, name in _CSL:
            value = _shown(getattr(reading.fields, field))
            if field == "editors":
                value = value or _shown(reading.fields.container_editors)
            if value:
                yield f"    {name:<{_WIDTH}}{_percent(sure.get(field))}  {value}"
        if reading.locator:
            yield f"    {'locator':<{_WIDTH}}{_percent(sure.get('pages'))}  {reading.locator}"
        yield f"    {'type':<{_WIDTH}}{_percent(None)}  {reading.fields.type}"
        yield ""


def _percent(sure: float | None) -> str:
    return f"{sure:4.0%}" if sure is not None else "    "


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(
            f"{one.family}, {one.given}" if one.family and one.given else one.literal
            for one in value
            if isinstance(one, Name)
        )
    return getattr(value, "edtf", value) or ""
