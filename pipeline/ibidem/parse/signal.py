"""Signals: `see`, `see also`, `cf.`, `contra`, `For a contrary view, see`."""

import re
from functools import cache

from ibidem.words import read_words

_LONGEST_LEAD = 300
_POINTED = re.compile(r"(?:the|his|her|their)\s[a-z ]{3,40}\s(?:in|by|of)\s(?=[\"‘*A-ZÀ-Þ])")
"""What a signal points at inside the work: `see the table in Smith`."""


@cache
def _signal() -> re.Pattern[str]:
    words = sorted(read_words("signals"), key=len, reverse=True)
    # Only the first letter may be large: `E.G. Smith` and `S. Foo` are people.
    names = "|".join(re.escape(form) for word in words for form in {word: 0, word[:1].upper() + word[1:]: 0})
    return re.compile(rf"[\s(\[*]{{0,4}}(?P<signal>{names})(?![\w-])[\s,:*.]{{0,4}}")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"\s{0,4}(?:(?:For|On|About|Regarding|Concerning|As|In|With|Among|More|Zu[mr]?|Über|Für|Sur|Pour|Per|Sobre)\s[^();]{0,280}?"
        r"|(?:[^\W\d_]|[ ,’'-]){0,150}?)\b(?i:(?:please )?(?:see|vgl\.|siehe|cf\.)"
        r"(?: also| especially| in particular| further| generally| now)?)[\s:,*]+(?=[\"‘*A-ZÀ-Þ])"
    )


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
        named = re.match(r"[A-Z]\w+,\s[A-Z]|[A-Z]\.", text)
        if lead is None or named or re.search(r"[^\W\d_]{3}[.?!]\s+[A-Z]", lead.group()):
            return None
        end = lead.end()
    pointed = _POINTED.match(text, end)
    end = pointed.end() if pointed else end
    return re.sub(r"[*\s]+", " ", text[:end]).strip(" ,:([*"), end
