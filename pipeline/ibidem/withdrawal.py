"""What people decided about IRIs that were released and are no more: why, and what stands for them now."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from ibidem.handwritten import compose, error_at, mapping, plain, scalar
from ibidem.iri import ADDRESS

WITHDRAWN = "withdrawn.yaml"
"""The file that people write, beside the ledger of released IRIs."""

_IRI = re.compile(r"[^\x00-\x20<>\"{}|\\^`]*")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A released IRI that is no more, as written: relative to the base, or whole; `replaced_by` stands for it now."""

    iri: str
    reason: str
    by: str
    date: str | None = None
    replaced_by: str | None = None
    line: int = 0


def load_withdrawals(path: Path) -> tuple[Withdrawal, ...]:
    """Read withdrawn.yaml, which says of released IRIs why they are no more; no file means none.

    Raise InputError as `load_decisions` does, also for an IRI that is withdrawn twice.
    """
    root = compose(path) if path.exists() else None
    if root is None:
        return ()
    top = mapping(root, path, known=("by", "withdrawn"))
    default_by = scalar(top["by"], path) if "by" in top else ""
    listed = top.get("withdrawn")
    if listed is None or listed.tag.endswith(":null"):
        return ()
    if not isinstance(listed, yaml.SequenceNode):
        raise error_at("`withdrawn` must be a list: start each with `- iri:`", path, listed)
    found: dict[str, Withdrawal] = {}
    for node in listed.value:
        entry = _withdrawal(node, path, default_by=default_by)
        if entry.iri in found:
            raise error_at(f"{entry.iri} is withdrawn in line {found[entry.iri].line} already: keep one", path, node)
        found[entry.iri] = entry
    return tuple(found.values())


def _withdrawal(node: yaml.Node, path: Path, *, default_by: str) -> Withdrawal:
    fields = mapping(node, path, known=("iri", "reason", "by", "date", "replaced_by"))
    text = {name: scalar(value, path) and str(plain(value, path)) for name, value in fields.items()}
    text.setdefault("by", default_by)
    missing = [name for name in ("iri", "reason", "by") if not text.get(name, "").strip()]
    if missing:
        raise error_at(f"what is withdrawn needs {', '.join(f'`{name}`' for name in missing)}: add it", path, node)
    for name in ("iri", "replaced_by"):
        if not _IRI.fullmatch(text.get(name, "")):
            raise error_at(f"{text[name]!r} is no IRI: it holds a space or a sign that none has", path, fields[name])
        if "://" in text.get(name, "") and not ADDRESS.fullmatch(text[name]):
            raise error_at(f"{text[name]!r} is no address; give one that starts with https://", path, fields[name])
    date = text.get("date") or None
    if date and not _DAY.fullmatch(date):
        raise error_at(f"{date!r} is no day: give it as 2026-01-31", path, fields["date"])
    line = node.start_mark.line + 1
    return Withdrawal(text["iri"], text["reason"], text["by"], date, text.get("replaced_by") or None, line)
