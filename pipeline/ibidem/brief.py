"""A few words that stand for a longer text."""

LONG = 90
"""How many characters of a text stand for the whole on a page."""


def shortened(text: str, *, length: int = LONG) -> str:
    """Cut a text at a word, with an ellipsis where something is left out; runs of white space become one space."""
    plain = " ".join(text.split())
    if len(plain) <= length:
        return plain
    words = plain[: length - 1].rpartition(" ")[0].rstrip(",;:") or plain[: length - 1]
    return words + ("…”" if plain.startswith("“") and plain.endswith("”") else "…")
