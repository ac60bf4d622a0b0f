"""Sections of codes and constitutions, as American notes cite them: `47 U.S.C. § 332(d)(2)`, `47 C.F.R. § 8.3`."""

import re

from ibidem.parse.fields import flat
from ibidem.parse.signal import find_signal

_CODE = r"\d{1,3}\s(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?)\s§{1,2}\s?\d[\w:-]*(?:\.\w+)*"
_CONSTITUTION = r"U\.\s?S\.\sConst\.\s(?:amend|art)s?\.\s[IVXL]{1,6}"
_SECTION = re.compile(rf"(?P<title>{_CODE}|{_CONSTITUTION})(?P<part>(?:\([^()\s]{{1,5}}\))*)(?=[\s,.;)]|$)")


def read_section(text: str) -> tuple[str, str | None] | None:
    """Give the section that opens a reference, and the subsection pointed at; None for other sources."""
    plain = flat(text)
    signal = find_signal(plain)
    match = _SECTION.match(plain, signal[1] if signal else 0)
    if match is None:
        return None
    return " ".join(match["title"].split()), match["part"] or None
