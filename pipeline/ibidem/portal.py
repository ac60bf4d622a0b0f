"""Read what `ibidem.toml` says of the dataset, and hold it against what portals ask for."""

import re
from datetime import date

from ibidem.dataset import Dataset, Party
from ibidem.iri import ADDRESS
from ibidem.settings import Table
from ibidem.words import read_table

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[\w.+'*=~$!-]+@[\w-]+(?:\.[\w-]+)*")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[A-Za-z0-9:/_;.()-]+")
_LENGTHS = range(50, 5001)
"""How long Google Dataset Search lets a description be."""


def read_dataset(table: Table) -> Dataset:
    """Read the table of the dataset; raise InputError that says which portal needs what is missing."""
    table.needed = needed()
    dataset = Dataset(
        title=table.text("title"),
        description=_description(table),
        language=_matching(table, "language", _LANGUAGE, "a language code (BCP 47): en, de, pt-BR", "en"),
        license=_license(table),
        rights=table.text("rights"),
        keywords=table.texts("keywords"),
        publisher=_party(table.table("publisher")),
        contact=_party(table.table("contact"), reached=True),
        creators=tuple(_party(creator) for creator in table.tables("creators")),
        landing_page=_iri(table, "landing_page"),
        created=_day(table, "created"),
        issued=_day(table, "issued"),
        modified=_day(table, "modified"),
        version=table.maybe("version"),
        frequency=_maybe(table, "frequency", re.compile(r"[A-Z][A-Z0-9_]*"), _FREQUENCY),
        themes=_themes(table),
        about=_iris(table, "about"),
        spatial=_iris(table, "spatial"),
        doi=_maybe(table, "doi", _DOI, "a bare DOI: 10.5281/zenodo.1234"),
        sparql=_iri(table, "sparql"),
    )
    table.close()
    return dataset


_FREQUENCY = "a code of the list of frequencies of the European Union: IRREG, ANNUAL, MONTHLY, NEVER"
_ADDRESS = "an address that starts with https://"


def needed() -> dict[str, str]:
    """Give, by the name of a setting, which portal needs it and the line that says it."""
    return {key: f"{who}; add to [dataset]: {line}" for key, who, line in read_table("portals")}


def _matching(table: Table, key: str, pattern: re.Pattern[str], expected: str, default: str | None = None) -> str:
    value = table.text(key, default)
    if not pattern.fullmatch(value):
        raise table.error(key, f"{table.called(key)} is {value!r}; give {expected}")
    return value


def _maybe(table: Table, key: str, pattern: re.Pattern[str], expected: str) -> str | None:
    return _matching(table, key, pattern, expected) if key in table.values else table.maybe(key)


def _iri(table: Table, key: str) -> str | None:
    return _maybe(table, key, ADDRESS, _ADDRESS)


def _day(table: Table, key: str) -> str | None:
    expected = "a day as 2026-01-31"
    day = _maybe(table, key, _DAY, expected)
    try:
        return day and date.fromisoformat(day).isoformat()
    except ValueError:
        raise table.error(key, f"{table.called(key)} is {day!r}; give {expected}") from None


def _iris(table: Table, key: str) -> tuple[str, ...]:
    values = table.texts(key)
    bad = next((value for value in values if not ADDRESS.fullmatch(value)), None)
    if bad is not None:
        raise table.error(key, f"{table.called(key)} has {bad!r}; give {_ADDRESS}")
    return values


def _description(table: Table) -> str:
    text = table.text("description")
    if len(text) not in _LENGTHS:
        limits = f"{_LENGTHS[0]} to {_LENGTHS[-1]:,} characters"
        message = f"{table.called('description')} has {len(text)} characters; Google Dataset Search takes {limits}"
        raise table.error("description", message)
    return text


def _license(table: Table) -> str:
    """Take the licence's address as portals compare it: of Creative Commons with https and a slash at its end."""
    value = _matching(table, "license", ADDRESS, "the address of a licence: https://creativecommons.org/licenses/by/4.0/")
    commons = re.fullmatch(r"https?://(?:www\.)?creativecommons\.org/(licenses|publicdomain)/([^/]+)/([^/]+).*", value)
    if commons and value != (right := "https://creativecommons.org/{}/{}/{}/".format(*commons.groups())):
        message = f"{table.called('license')} is {value!r}; the NDE Dataset Register takes only {right}"
        raise table.error("license", message)
    return value


def _themes(table: Table) -> tuple[str, ...]:
    known = {row[0] for row in read_table("themes")}
    values = table.texts("themes")
    bad = next((value for value in values if value not in known), None)
    if bad is not None:
        raise table.error("themes", f"{table.called('themes')} has {bad!r}; give some of: {', '.join(sorted(known))}")
    return values


def _party(table: Table, *, reached: bool = False) -> Party:
    types = [row[0] for row in read_table("publisher-types")]
    kind = _maybe(table, "kind", re.compile("person|organisation"), "person or organisation")
    expected = f"one of: {', '.join(types)}"
    party = Party(
        name=table.text("name"),
        iri=_iri(table, "iri"),
        email=_email(table, reached),
        person=kind == "person",
        type=_maybe(table, "type", re.compile("|".join(map(re.escape, types))), expected),
    )
    table.close()
    return party


def _email(table: Table, reached: bool) -> str | None:
    expected = "an e-mail address: you@example.org"
    return _matching(table, "email", _EMAIL, expected) if reached else _maybe(table, "email", _EMAIL, expected)
