"""Read the titles of offices: one normal form for all printed ones, and the form that is shown."""

from functools import cache

from ibidem.words import read_table

_SMALL = frozenset({"of", "for", "the", "and", "to", "in"})
_HIGH = frozenset(
    {
        "president",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emperor",
        "tsar",
        "pope",
        "ambassador",
        "senator",
    }
)
_LINKS = frozenset({"of", "for"})


@cache
def _fields() -> dict[str, str]:
    return {printed: name.casefold() for printed, name in read_table("portfolios")}


def same_title(title: str) -> str:
    """Give what all printed forms of one title share: "Minister of Defence" and "Defence Minister" are one."""
    words = title.casefold().split()
    for at, word in enumerate(words):
        if word in _LINKS and at:
            field = " ".join(words[at + 1 :]).removeprefix("the ")
            return f"{' '.join(words[:at])} / {_fields().get(field, field)}"
    for length in (3, 2, 1):
        for at in range(len(words) - length):
            field = " ".join(words[at : at + length])
            if field in _fields() and at + length == len(words) - 1:
                return f"{' '.join((*words[:at], words[-1]))} / {_fields()[field]}"
    return " ".join(words)


def shown_title(title: str) -> str:
    """Give a title as it is shown: the high offices of state with capitals, all others as printed."""
    words = title.split()
    if not any(word.casefold() in _HIGH for word in words):
        return title
    return " ".join(word if word in _SMALL or not word.islower() else word[:1].upper() + word[1:] for word in words)
