"""Signals: `see`, `see also`, `cf.`, `contra`, `For a contrary view, see`."""

import re
from functools import cache

from ibidem.words import read_words

_LONGEST_LEAD = 160


@cache
def _signal() -> re.Pattern[str]:
    words = sorted(read_words("signals"), key=len, reverse=True)
    # Only the first letter may be large: `E.G. Smith` and `S. Foo` are people.
    names = "|".join(re.escape(form) for word in words for form in {word: 0, word[:1].upper() + word[1:]: 0})
    return re.compile(rf"[\s(\[*]{{0,4}}(?P<signal>{names})(?![\w-])[\s,:*.]{{0,4}}")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]|[ ,’'-])*?\b(?P<see>(?:please )?(?:see|vgl\.|siehe|cf\.)(?: also)?)[\s:,*]+", re.IGNORECASE)


def find_signal(text: str) -> tuple[str, int] | None:
    """Give the signal that opens a reference, as printed, and where it ends; None without one.

    A lead such as `For a contrary view, see` counts as the signal, whole.
    """
    end = 0
    while match := _signal().match(text, end):
        if not text[match.end() :].strip():
            break
        end = match.end()
    if not end:
        lead = _lead().match(text[:_LONGEST_LEAD])
        if lead is None or re.match(r"[A-Z]\w+,|[A-Z]\.", text):
            return None
        end = lead.end()
    return re.sub(r"[*\s]+", " ", text[:end]).strip(" ,:([*"), end
