"""Sources whose title says who speaks: `Interview with A. Smith`, `MFA Statement`; and names that only say the kind."""

import re

from ibidem.parse.fields import Draft, Piece
from ibidem.parse.name import is_person
from ibidem.parse.type import is_kind

_INTERVIEW = re.compile(
    r"\binterview(?:ed)?\s(?:with|by|of|mit|avec)\s(?P<name>[^,;(\"]{3,60}?)(?=$|[,;(]|\s(?:in|on|at)\b)", re.IGNORECASE
)
_STATEMENT = re.compile(
    r"^(?P<name>[^\W\d_a-z][\w.&' -]{1,60}?)\s(?:Press\s)?(?:Statement|Communiqu[eé]|Release|Declaration)$"
)


def settle_type(draft: Draft, kind: str) -> str:
    """Take the author out of an interview's or statement's title, and out what names nothing but the kind."""
    container = draft.get("container")
    if container and is_kind(container.value):
        # "Discussion Paper" in the place of a series says what the source is, not where it stands.
        draft.pieces.remove(container)
    title = draft.get("title")
    if title and kind in {"interview", "statement"} and not draft.has("author"):
        pattern = _INTERVIEW if kind == "interview" else _STATEMENT
        match = pattern.search(title.value)
        if match and (kind == "statement" or is_person(match["name"])):
            at = draft.text.find(match["name"], title.start, title.end)
            if at >= 0:
                draft.pieces.append(Piece("author", at, at + len(match["name"]), match["name"]))
    return kind
