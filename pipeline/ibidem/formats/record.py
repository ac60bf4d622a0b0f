"""What was found in a paper, for people: one line an item."""

from collections.abc import Iterator
from typing import Any

from ibidem.formats.text import in_one_line
from ibidem.origin import Finder

Plain = dict[str, Any]


def extract_text(plain: Plain, *, finder: Finder) -> Iterator[str]:
    """Lay out what `extract_json` gave for reading, each item with its line, or else its place in the file."""
    for kind in ("references", "quotations", "actors", "treaties", "events", "claims", "remarks", "findings"):
        items: list[Plain] = plain[kind]
        yield f"{kind}: {len(items)}"
        for item in items:
            place = item if "start" in item else next(iter(item.get("mentions", ())), None)
            where = finder.at(place["start"]) if place else None
            said = "" if where is None else str(where.line) if where.line is not None else where.told()
            yield f"{said:>6}  {_told(kind, item)}"
        yield ""


def _told(kind: str, item: Plain) -> str:
    pointers = "".join(f" [{number}]" for number in item.get("pointers", ()))
    if kind == "references":
        told = _told_reference(item)
    elif kind == "quotations":
        told = f"{item['category']}: {'; '.join(item['speakers']) or '?'}: {_short(item['exact'])}{pointers}"
    elif kind == "actors":
        told = f"{item['type']}: {item['name']}" + "".join(f"; {role['title']}" for role in item["roles"])
    elif kind == "treaties":
        parties = ", ".join(part["actor"] for part in item["participations"] if part["actor"])
        told = f"{item['name']} ({item['date'] or 'no date'}): {parties or 'no parties'}{pointers}"
    elif kind == "events":
        told = f"{item['date']}: {item['label']}{pointers}"
    elif kind == "claims":
        told = f"{item['value']} {item['unit']} ({item['bound']}): {_short(item['exact'])}{pointers}"
    elif kind == "remarks":
        told = f"[{item['number']}] {item['kind']}: {_short(item['exact'])}"
    else:
        told = f"{item['severity']}: {item['message']} [{item['code']}]"
    return in_one_line(told)


def _told_reference(item: Plain) -> str:
    work = item["work"] or {}
    source = work.get("title") or work.get("container") or _short(item["text"])
    locator = f", {item['locator']}" if item["locator"] else ""
    via = f", in {item['via']}" if item["via"] else ""
    return f"[{item['number']}] {item['form']}: {'; '.join(work.get('authors', ())) or '?'}, {source}{locator}{via}"


def _short(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= 80 else f"{bare[:79]}…"
