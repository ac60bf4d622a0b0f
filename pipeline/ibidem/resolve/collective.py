"""Bring together the places that name one state, people, organisation, body or collective."""

from collections import Counter

from ibidem.candidate import Candidate
from ibidem.document import Document
from ibidem.finding import Finding
from ibidem.parse.state import state_names
from ibidem.resolve.group import Group, printed_form


def group_collectives(document: Document, named: list[Candidate]) -> tuple[list[Group], list[Finding]]:
    """Group the candidates of one paper by what they name."""
    often = Counter(item.feature("states") for item in named if item.feature("core") == "state" and item.feature("name"))
    cores: dict[str, set[str]] = {}
    for item in named:
        if item.feature("states"):
            cores.setdefault(item.feature("core") or "", set()).add(item.feature("states") or "")
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for item in named:
        groups.setdefault(_identity(item, often, cores), []).append(item)
    return [_group(key, items) for key, items in groups.items()], []


def _identity(item: Candidate, often: Counter[str | None], cores: dict[str, set[str]]) -> tuple[str, str]:
    core, codes = item.feature("core") or item.exact.casefold(), item.feature("states") or ""
    if item.feature("core") == "state" and not item.feature("name"):
        codes = max(codes.split(), key=lambda code: (often[code], -codes.split().index(code)))
    if not codes and item.feature("article") != "a":
        owners = cores.get(core, set())
        if len(owners) == 1:
            codes = next(iter(owners))
    return core, codes


def _group(key: tuple[str, str], items: list[Candidate]) -> Group:
    core, codes = key
    return Group(items[0].feature("type") or "state", _name(core, codes, items), tuple(items))


def _name(core: str, codes: str, items: list[Candidate]) -> str:
    known = next((item.feature("name") for item in items if item.feature("name")), None)
    if known:
        return known
    name, adjective, people = state_names().get(codes) or ("", "", "")
    if core == "state":
        return name
    if core == "people":
        return people
    if core == "government" and name:
        return f"Government of {name}"
    if core.startswith("ministry of ") and name:
        field = core.removeprefix("ministry of ").title().replace(" And ", " and ").replace(" Of ", " of ")
        return f"{adjective} Ministry of {field}"
    return max((printed_form(item.exact) for item in items), key=len)
