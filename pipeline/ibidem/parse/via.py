"""Secondary citation: the words that say that one source is quoted in another."""

import re
from functools import cache, lru_cache

from ibidem.parse.oneof import one_of
from ibidem.words import read_words


@cache
def _phrases() -> re.Pattern[str]:
    names = one_of(read_words("via-phrases"), space=r"\s{1,3}")
    return re.compile(
        rf"(?<!\w)(?<!op\.)(?<!op\.\s)[(\[]?(?:[^\W_]{{2,12}}ed\sand\s)?(?P<phrase>{names})(?!\w)(?:\s(?:the|in)(?=\s))?[\s:]*",
        re.IGNORECASE,
    )


@cache
def _signs() -> frozenset[str]:
    """Give the longest word of each phrase: where none of them stands there is no phrase."""
    return frozenset(max(term.casefold().split(), key=len) for term in read_words("via-phrases"))


@lru_cache(maxsize=1024)
def find_via(text: str) -> tuple[tuple[int, int], ...]:
    """Give the ranges of the phrases `quoted in`, `cited in`, `reported in` and their like, in order."""
    low = text.casefold()
    if not any(sign in low for sign in _signs()):
        return ()
    return tuple(match.span() for match in _phrases().finditer(text))
