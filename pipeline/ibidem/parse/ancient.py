"""Ancient authors and collections that every reader knows by their short names: `Thuc. 5.18.2`, `IG II² 1126`."""

import re

from ibidem.parse.fields import flat
from ibidem.parse.oneof import one_of
from ibidem.parse.signal import find_signal
from ibidem.words import read_words

_SHORTENED = r"[A-Z][a-z]{1,9}\.(?:\s(?:[A-Z]\.\s?)?(?:[A-Z][a-z]{1,7}\.?)){0,2}"
_PLACE = r"\d{1,3}\.\d{1,3}(?:\.\d{1,4})?(?:\s?-{1,2}\s?[\d.]{1,8})?[a-e]?"
_AUTHOR = re.compile(rf"[*\s]*(?P<name>{_SHORTENED}),?\*?\s(?P<place>{_PLACE})(?=[\s.,;)]|$)")
_COLLECTIONS = one_of(read_words("collections"), cased=True)
_NUMBER = r"(?:\s[IVX]{1,5}[²³]?)?,?\s\d{1,5}(?:[.,]\s?\d{1,4})?"
_COLLECTION = re.compile(rf"[*\s]*(?P<name>{_COLLECTIONS})\*?(?P<place>{_NUMBER})(?=[\s.,;)]|$)")
_MORE = 60
"""How much longer than the name and the place a reference is at most."""


def read_ancient(text: str) -> tuple[str, str] | None:
    """Give the short name that opens a reference, and the place in it; None for other sources."""
    plain = flat(text)
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    match = _COLLECTION.match(plain, start) or _AUTHOR.match(plain, start)
    if match is None:
        return None
    return " ".join(match["name"].split()), match["place"].strip(" ,")


def is_ancient(text: str) -> bool:
    """Tell whether a stretch is such a reference and little more."""
    plain = flat(text)
    found = read_ancient(plain)
    return found is not None and len(plain) < len(found[0]) + len(found[1]) + _MORE
