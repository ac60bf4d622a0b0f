"""Propose what paper.toml says of a new paper: what its file says of itself, and what a person must put."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ibidem.cited import Form, Name
from ibidem.decision_text import quoted
from ibidem.document import Document, Metadata, PartKind
from ibidem.edtf import is_edtf
from ibidem.iri import ADDRESS, RESERVED, slug
from ibidem.parse.name import parse_name, split_names
from ibidem.record import Record
from ibidem.segment import allows_text
from ibidem.words import read_table, read_words

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ISSN = re.compile(r"(\d{4})-?(\d{3}[\dXx])")
_YEAR = re.compile(r"\d{4}")
_COUNTED = ("pointers", "references", "ibid")


@dataclass(frozen=True, slots=True)
class Intake:
    """What is proposed for a paper: values as paper.toml takes them, None for what was not found."""

    title: str | None
    authors: tuple[Name, ...]
    journal: str | None
    issn: str | None
    date: str | None
    language: str | None
    rights: str | None
    license: str | None
    expected: tuple[tuple[str, int], ...]


def propose_paper(document: Document, record: Record) -> Intake:
    """Propose a paper's metadata from what its file says, else from its title and author lines."""
    said = document.metadata
    counts = {
        "pointers": len(record.pointers),
        "references": len(record.references),
        "ibid": sum(reference.form is Form.IBID for reference in record.references),
    }
    issn = _ISSN.fullmatch(said.issn.strip()) if said.issn else None
    license = said.license.strip() if said.license and ADDRESS.fullmatch(said.license.strip()) else None
    return Intake(
        title=_line(said.title) or _part(document, PartKind.TITLE),
        authors=_authors(document, said),
        journal=_line(said.journal),
        issn=f"{issn[1]}-{issn[2].upper()}" if issn else None,
        date=said.date if said.date and is_edtf(said.date) else None,
        language=said.language if said.language and _LANGUAGE.fullmatch(said.language) else None,
        rights=_rights(license),
        license=license,
        expected=tuple((name, counts[name]) for name in _COUNTED if counts["pointers"] or counts["references"]),
    )


def propose_id(intake: Intake, *, stem: str) -> str:
    """Propose a paper's id: the first author's family name with the year, or words of the title, of the file's name."""
    year = _YEAR.search(intake.date or "")
    family = (intake.authors[0].family or intake.authors[0].literal) if intake.authors else ""
    small = frozenset(read_words("function"))
    named = [word for word in (intake.title or stem).split() if word.casefold() not in small]
    words = slug(" ".join(named) or stem, words=2 if family else 4)
    text = f"{family} {year[0] if year else words}" if family else words
    name = slug(text)
    return f"{name}-1" if name in RESERVED else name


def paper_toml(intake: Intake, *, file: str, digest: str) -> str:
    """Write paper.toml; what was not found is a comment that says what to put."""
    return "\n".join((*_lines(intake, file, digest), ""))


def _lines(intake: Intake, file: str, digest: str) -> Iterator[str]:
    yield f"# What is known of the paper apart from its text, proposed from {file}: check each line."
    yield _or_comment("title", intake.title, '"The title as printed"', needed=True)
    if intake.authors:
        yield f"authors = [{', '.join(map(_author, intake.authors))}]"
    else:
        yield '# authors = [{ family = "Doe", given = "Jane" }]  # as printed, each in parts'
    yield _or_comment("journal", intake.journal, '"The journal, where it appeared in one"')
    yield _or_comment("issn", intake.issn, '"1234-5678"')
    yield _or_comment("date", intake.date, '"2017"  # when it appeared, as EDTF: 2017, 2017-05 or 2017-05-12; needed')
    yield _or_comment("language", intake.language, '"en"  # its code (BCP 47); English is taken where none is given')
    if intake.license is None:
        yield "# What may be done with the text; without the address of an open licence only sentences are published."
    yield f"rights = {quoted(intake.rights or 'unclear')}"
    yield _or_comment("license", intake.license, '"https://creativecommons.org/licenses/by/4.0/"')
    yield f"file = {quoted(file)}"
    yield f"# Of {file} as received: sha256sum {file}"
    yield f"sha256 = {quoted(digest)}"
    if intake.expected:
        yield "\n# What was counted at the first reading: count in the paper, and correct what is wrong."
        yield "[expected]"
        yield from (f"{name} = {count}" for name, count in intake.expected)


def to_check(intake: Intake) -> Iterator[tuple[str, str]]:
    """Say what a person must put, and what to check, by the name of the value."""
    if intake.title is None:
        yield "title", "not found: put it, the paper is not published without"
    elif intake.title.isupper():
        yield "title", "in capitals: write it as it is cited"
    if not intake.authors:
        yield "authors", "not found: put them"
    elif any(name.family is None for name in intake.authors):
        yield "authors", "read as one name where no family name could be told: put family and given"
    elif any(name.literal.isupper() for name in intake.authors):
        yield "authors", "in capitals: write them as names are written"
    if intake.date is None:
        yield "date", "not found: put it, the paper is not published without"
    if intake.language is None:
        yield "language", "not found: put it, English is taken until then"
    if intake.license is None:
        yield "license", "not found: sentences with evidence are published, not the whole text"
    elif not allows_text(intake.license):
        yield "license", "not an open one: sentences with evidence are published, not the whole text"
    if not intake.expected:
        yield "expected", "no note and no reference was found: look whether the file is whole"


def _or_comment(name: str, value: str | None, example: str, *, needed: bool = False) -> str:
    if value is not None:
        return f"{name} = {quoted(value)}"
    return f"# {name} = {example}" + ("  # needed" if needed and "#" not in example else "")


def _author(name: Name) -> str:
    if name.family is None:
        return f"{{ literal = {quoted(name.literal)} }}"
    given = f", given = {quoted(name.given)}" if name.given else ""
    return f"{{ family = {quoted(name.family)}{given} }}"


def _authors(document: Document, said: Metadata) -> tuple[Name, ...]:
    told = tuple(parse_name(" ".join(author.split())) for author in said.authors if author.strip())
    if told:
        return told
    printed = _part(document, PartKind.AUTHOR)
    if printed is None:
        return ()
    names = [found.name for found in split_names(_without_degrees(printed))]
    return tuple(name for name in names if name.family) or (Name(printed),)


def _without_degrees(printed: str) -> str:
    """Leave out the degrees behind names: what stands between commas and is one."""
    degrees = frozenset(read_words("degrees"))
    parts = printed.split(",")
    return ",".join(part for part in parts if re.sub(r"[\s.]", "", part).casefold() not in degrees)


def _rights(license: str | None) -> str | None:
    """Say a licence in words, where it is one of those that are known by name."""
    bare = (license or "").partition("://")[2].removeprefix("www.")
    return next((name for begins, name in read_table("licence-names") if bare.startswith(begins)), license)


def _part(document: Document, kind: PartKind) -> str | None:
    return _line(next((part.span.of(document.text) for part in document.parts if part.kind is kind), None))


def _line(text: str | None) -> str | None:
    line = " ".join(text.split()).strip("*_# ") if text else ""
    return line or None
