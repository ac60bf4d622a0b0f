"""Short names that a reference gives its work: `(the Dearing report)`, `[hereinafter X]`, the first party of a case."""

import re

from ibidem.resolve.likeness import plain_words

_ALIAS = re.compile(
    r"[(\[](?:the|hereinafter|hereafter|henceforth|cited as|referred to as|im Folgenden|zitiert als)[\s:]+[\"“‘*]?"
    r"(?P<alias>[^)\]\"”’*]{2,80})|\([*“\"‘](?P<marked>[^()*”\"’]{3,80})[*”\"’]\)"
)
_PARTIES = re.compile(
    r"(?:^|[*\s])(?P<first>[A-Z][\w.'’&-]+(?:\s[A-Z][\w.'’&-]+){0,4})\*{0,2}\sv\.?\*{0,2}\s\*{0,2}[A-Z]"
)


def find_alias(text: str) -> tuple[str, ...]:
    """Give the words of the short name that a reference gives its work in brackets; for a case, its first party."""
    match = _ALIAS.search(text)
    if match:
        return plain_words(match["alias"] or match["marked"])
    parties = _PARTIES.search(text)
    return plain_words(parties["first"]) if parties else ()
