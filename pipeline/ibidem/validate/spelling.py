"""Which term of a vocabulary somebody meant who misspelt it."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_LOCAL = re.compile(r"[^/#]*$")


def meant(term: str, known: Iterable[str]) -> str | None:
    """Give the known IRI of the same namespace whose local name is spelt alike, if there is one."""
    space = _LOCAL.sub("", term, count=1)
    alike = {other[len(space) :].casefold(): other for other in known if _LOCAL.sub("", other, count=1) == space}
    close = get_close_matches(term[len(space) :].casefold(), alike, n=1, cutoff=0.75)
    return alike[close[0]] if close else None
