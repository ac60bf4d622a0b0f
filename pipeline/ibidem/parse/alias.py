"""Short names that a reference gives its work: `(the Dearing report)`, `[hereinafter X]`, `(2010 Order)`; parties."""

import re
from functools import cache

from ibidem.parse.fields import flat
from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.signal import find_signal
from ibidem.words import read_words

_MARKS = "\"“”„«»‘’'*"
_PARENS = re.compile(rf"\(\s?(?P<name>(?:the\s)?[{UPPER}\d][^()]{{1,90}})\)")
_PARTIES = re.compile(
    rf"(?:^|[*\s])(?P<first>[{UPPER}][\w.'’&-]+(?:\s[{UPPER}][\w.'’&-]+){{0,4}})\*{{0,2}}\sv\.?\*{{0,2}}\s\*{{0,2}}(?P<second>[{UPPER}][\w.'’&-]+)"
)
_INSIDE = re.compile(
    rf"\A\W{{0,3}}R\s?\((?P<first>[{UPPER}][\w'’-]+)\)|(?i:in\sre|ex\sparte|re)\s(?P<matter>[{UPPER}][\w'’-]+)"
)
_COURT = re.compile(r"\b(?:Cir|Ct|App|Supp|Dist|Bur|eds?|edn|J|JJ|C\.J|No|Nos|Vol|rev|trans|Inst|cited|quoting)\b\.?")
_SMALL = re.compile(rf"(?<![\w.'’-])[{LOWER}]{{4,}}")
_SAID = re.compile(
    r"[(\[]\s?(?:(?:the|hereafter|hereinafter)\s)?[\"“„«‘](?P<name>[^()\"“”„«»]{2,60}?)[,.]?[\"”“»’]\s?[)\]][\s.,;:]*\Z"
)
_LONGEST = 4000


@cache
def _led() -> re.Pattern[str]:
    leads = "|".join(re.escape(word) for word in sorted(read_words("alias-leads"), key=len, reverse=True))
    return re.compile(
        rf"[(\[,;]\s?(?i:{leads})[\s:,-]{{1,3}}(?:as\s|als\s|citado\scomo\s)?[{_MARKS}]{{0,2}}(?P<name>[^()\[\]{_MARKS}]{{2,80}})[{_MARKS}]{{0,2}}[)\]]"
    )


_MARKED = re.compile(r"\([*\"‘](?P<name>[^()*\"’]{3,80})[*\"’]\)")


def find_aliases(text: str) -> tuple[str, ...]:
    """Give the short names that a reference gives its work, as printed, the surest first; parties of a case count."""
    plain = flat(text[:_LONGEST])
    found = [match["name"] for match in _led().finditer(plain)]
    found += [match["name"] for match in _MARKED.finditer(plain)]
    found += [match["name"] for match in _PARENS.finditer(plain) if _is_name(plain, match)]
    signal = find_signal(plain)
    parties = _PARTIES.search(plain[signal[1] if signal else 0 :][:300])
    found += [parties["first"], parties["second"]] if parties else []
    matter = _INSIDE.search(plain[signal[1] if signal else 0 :][:200])
    found += [matter["first"] or matter["matter"]] if matter else []
    return tuple(dict.fromkeys(name.strip(" .,") for name in found if name.strip(" .,")))


def _is_name(plain: str, match: re.Match[str]) -> bool:
    """Tell whether what stands in brackets behind a date or page is a name and no court, edition, date or remark."""
    name = match["name"]
    before = plain[: match.start()].rstrip()
    if not before[-1:] or not (before[-1] in ")]" or before[-1].isdigit() or re.search(r"\d", before) is not None):
        return False
    if re.search(r"(?:1[5-9]|20)\d\d[a-z]?$|[:;]|^\d+$", name) or _COURT.search(name) or _SMALL.search(name):
        return False
    if re.search(r",.*\d", name):
        return False
    return re.search(r"[^\W\d_]{2}", name) is not None and len(name.split()) < 12


def find_defined(text: str) -> str | None:
    """Give the name in quotation marks and brackets that ends a stretch of the running text: `... (the “Order”)`."""
    match = _SAID.search(text, max(0, len(text) - 100))
    return match["name"].strip() if match else None
