"""Volume and issue as printed: `vol. 8, No. 7`, `3(2)`, `13 (4)`, `74.2`, `25, no. 4`, `(21-93)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ROMAN = r"[IVXLC]{1,8}(?![a-zA-Z])"
_ID = rf"(?:\d{{1,4}}[a-z]?(?:\s?[-/&]\s?\d{{1,4}})?|{_ROMAN}(?:-{_ROMAN})?)"
_VOLUME_LABEL = r"(?:[Vv]ol(?:ume|s|umes)?|VOL|[Bb]d|[Bb]and|[Tt]ome?|[Jj]g|Jahrgang|[Vv](?=\.?\s?\d)|[Tt]om\.)"
_ISSUE_LABEL = r"(?:[Nn]os?|NO|[Nn]rs?|[Nn][°º]|№|[Ii]ss(?:ue)?s?|[Hh]eft|H|[Nn][uú]m(?:ber|éro|ero)?s?|[Ff]asc|#)"
_VOLUME = re.compile(
    rf"(?<![\w.]){_VOLUME_LABEL}\.?\s?(?P<volume>{_ID})(?!\w)"
    rf"(?:\s?\((?P<issue>(?!(?:1[5-9]|20)\d\d\)){_ID})\)|:(?P<after>\d{{1,3}})(?=\s?[(,]))?"
)
_ISSUE = re.compile(rf"(?<![\w.]){_ISSUE_LABEL}\.?\s?(?P<issue>{_ID}|[A-Z]?\d{{1,6}}(?:[-/]\d{{1,4}})?)(?!\w)")
_PAIR = re.compile(
    rf"(?<![\w.,/-])(?P<volume>\d{{1,4}}|{_ROMAN})\s?[,.]?\s?"
    rf"\((?P<issue>(?!(?:1[5-9]|20)\d\d\))\d{{1,4}}(?:\s?[-/&,]\s?\d{{1,4}})?|{_ISSUE_LABEL}\.?\s?\d{{1,4}}(?:[-/]\d{{1,4}})?|Suppl?\.?\s?\d{{0,3}}|[Pp]t\.?\s?\d)\)"
)
_DOTTED = re.compile(
    r"(?<![\w./-])(?P<volume>\d{1,3}|[IVXL]{2,7})\s?[./:]\s?(?P<issue>\d{1,2})(?=\s?[(,:;]\s?(?:[A-Z(\0]|\d|p))"
)
_BARE = re.compile(
    r"(?:(?<=[\w)*\"’\0]\s)|(?<=[.,:]\s))(?P<volume>[A-Z]?\d{1,4}(?:-\d{1,4})?|[IVXL]{2,7})(?=(?:\s?[,:;(]|\s\(?(?=\0)){0,2}\s?\0)"
)
_LEGAL = re.compile(
    r"(?:(?<=[\0)’\",.]\s)|^\s{0,2})(?P<volume>\d{1,3}|[IVXL]{1,6})\s(?=[A-ZÀ-Þ][\w.&'’ -]{1,70}\s?\(?\0)"
)
_AFTER = re.compile(r"\),\s(?:(?P<volume>[IVXL]{1,5}|\d{1,2}),\s(?=pp?\.\s?\d)|n\.\s?(?P<issue>\d{1,4})(?=,))")
_SERIAL = re.compile(
    r"\((?P<number>\d{1,3}-\d{1,3})\)|(?<![\w./-])(?P<bare>\d{2}-\d{2,3})(?=\s*[,.(]|\s*$)"
    r"|(?<=[A-Z]-)(?P<code>\d{2}-\d{2,3})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number's range, which field it is (volume, issue, number) and its value."""

    start: int
    end: int
    name: str
    value: str


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Find labelled volumes and issues, pairs such as `3(2)`, and serial numbers such as `(21-93)`."""
    found: list[FoundNumber] = []
    for one in (*_labelled(text), *_paired(text)):
        if not any(one.start < other.end and other.start < one.end and one.name == other.name for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def find_bare(text: str) -> FoundNumber | None:
    """Find a volume without a label: right before what was taken, or before the journal's name (`89 Law Rev.`).

    The text must have the date, the issue and the pages taken out (`fields.GONE`).
    """
    for pattern in (_LEGAL, _BARE):
        for match in pattern.finditer(text):
            if not re.fullmatch(r"(?:1[5-9]|20)\d\d", match["volume"]):
                return FoundNumber(*match.span("volume"), "volume", match["volume"])
    return None


def find_serials(text: str) -> tuple[FoundNumber, ...]:
    """Find the running numbers of digests and reports: `(21-93)`, `92-150`."""
    found = _SERIAL.finditer(text)
    return tuple(FoundNumber(*one.span(), "issue", one["number"] or one["bare"] or one["code"]) for one in found)


def _labelled(text: str) -> Iterator[FoundNumber]:
    for match in _VOLUME.finditer(text):
        if match.group()[0] in "vVtT" and match.group()[1:2].isdigit() and len(match["volume"]) > 3:
            continue
        yield FoundNumber(match.start(), match.end("volume"), "volume", match["volume"])
        for name in ("issue", "after"):
            if match[name]:
                yield FoundNumber(match.end("volume"), match.end(), "issue", match[name])
    for match in _AFTER.finditer(text):
        name = match.lastgroup or ""
        yield FoundNumber(match.start() + 1, match.end(), name, match[name])
    for match in _ISSUE.finditer(text):
        yield FoundNumber(*match.span(), "issue", match["issue"])


def _paired(text: str) -> Iterator[FoundNumber]:
    for pattern in (_PAIR, _DOTTED):
        for match in pattern.finditer(text):
            if re.fullmatch(r"(?:1[5-9]|20)\d\d", match["volume"]) and pattern is _DOTTED:
                continue
            issue = re.sub(rf"^{_ISSUE_LABEL}\.?\s?", "", match["issue"])
            yield FoundNumber(match.start(), match.end("volume"), "volume", match["volume"])
            yield FoundNumber(match.end("volume"), match.end(), "issue", issue)
