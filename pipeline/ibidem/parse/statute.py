"""Statutes and their sections: `47 U.S.C. § 332(d)(2)`, `Human Rights Act 1998, s 6`, `Directive 2001/42/EC, art 6`."""

import re

from ibidem.parse.fields import flat
from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.signal import find_signal

_CODE = r"\d{1,3}\s(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?)\s§{1,2}\s?\d[\w:-]*(?:\.\w+)*"
_CONSTITUTION = r"U\.\s?S\.\sConst\.\s(?:amend|art)s?\.\s[IVXL]{1,6}"
_SECTION = re.compile(rf"(?P<title>{_CODE}|{_CONSTITUTION})(?P<part>(?:\([^()\s]{{1,5}}\))*)(?=[\s,.;)]|$)")
_PART = r"(?:,?\s\(?(?P<part>(?:ss?|secs?|sections?|sch|schedule|arts?|regs?|rr?|pt|Part|§{1,2})\.?\s?\d[\w().-]*))?"
_WORD = rf"(?:\([{UPPER}][^()]{{1,40}}\)|[{UPPER}][\w'’&,-]*|of|and|the|for|on|in|to|etc\.?)"
_ACT = re.compile(
    rf"[*\s]*(?P<title>{_WORD}(?:\s{_WORD}){{0,14}}?\s(?:Act|Ordinance|Regulations|Rules)(?:\s\([^()]{{2,40}}\))?"
    rf"\s(?:1[2-9]|20)\d\d)(?=[\s,.;)*]|$)\*?(?:\s\([^()]{{2,20}}\))?{_PART}"
)
_UNION = re.compile(
    rf"[*\s]*(?P<title>(?:Council\s|Commission\s|European\sParliament\sand\sCouncil\s)?(?:Framework\s)?(?:Directive|Regulation|Decision)"
    rf"\s(?:\(E[CUE]{{1,2}}\)\s)?(?:No\.?\s)?\d{{2,4}}/\d{{1,4}}(?:/(?:EC|EU|EEC|JHA|EG|EWG))?)(?=[\s,.;)]|$)"
    rf"(?:[^;]{{0,240}}?(?=,\sart)|){_PART}"
)
_LAW = re.compile(
    rf"[*\s]*(?P<title>(?:Loi|Décret|Ordonnance|Arrêté|Legge|Decreto(?:\slegislativo|-legge)?|D\.\s?[Ll](?:gs)?\.|L\.|Ley|Real\sDecreto)"
    rf"(?:\s(?:organique|organica|orgánica))?\s(?:(?!\d{{1,2}}\s[{LOWER}]{{3}})(?:n[°º.o]{{0,2}}\s?)?\d[\d./-]*(?:,?\s(?:du|de|del)\s\d{{1,2}}(?:er)?\s(?:de\s)?[{LOWER}]{{3,12}}"
    rf"(?:\sde)?\s\d{{4}})?|\d{{1,2}}\s[{LOWER}]{{3,12}}\s\d{{4}},\sn\.\s?\d+))(?=[\s,.;)]|$){_PART}"
)

_IMPRINT = re.compile(r"\*?\s\([^()]{2,60}[:,]\s[^()]{0,60}(?:1[5-9]|20)\d\d\)")
"""What says that a title is a book's, which is named after a statute."""


def read_section(text: str) -> tuple[str, str | None] | None:
    """Give the section that opens a reference, and the subsection pointed at; None for other sources."""
    plain = flat(text)
    signal = find_signal(plain)
    match = _SECTION.match(plain, signal[1] if signal else 0)
    if match is None:
        return None
    return " ".join(match["title"].split()), match["part"] or None


def is_act(text: str) -> bool:
    """Tell whether a stretch is a statute's name or number, with or without the part pointed at, and no more."""
    plain = flat(text)
    signal = find_signal(plain)
    matches = (pattern.match(plain, signal[1] if signal else 0) for pattern in (_ACT, _UNION, _LAW))
    return any(match is not None and not plain[match.end() :].strip(" .,;)*") for match in matches)


def read_act(text: str) -> tuple[str, str | None] | None:
    """Give the statute that opens a reference, by its name and year or its number, and the part pointed at."""
    plain = flat(text)
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    matches = (pattern.match(plain, start) for pattern in (_ACT, _UNION, _LAW))
    found = next((match for match in matches if match), None)
    if found is None or _IMPRINT.match(plain, found.end("title")):
        return None
    return " ".join(found["title"].split()), found["part"].rstrip(".,") if found["part"] else None
