"""What stands behind an instrument's noun: the rest of its name, or what it is about."""

import re
from functools import cache
from itertools import pairwise

from ibidem.parse.lexicon import function_words, month_words, verb_words
from ibidem.words import read_words

TOKEN = re.compile(r"[^\W_](?:[\w’'&./–-]*[\w’'])?")
_TOPIC = 14
"""How many words a topic has at most."""
_NAMING = frozenset(["of", "on", "for", "concerning", "regarding", "relating", "against"])
_LINKING = _NAMING | frozenset(["the", "a", "and", "or", "in", "to"])
_TOPICAL = re.compile(r"\s(?:of|on|for|about|concerning|regarding|against|to|relating\sto|with\sregard\sto)\s")
_DATED = re.compile(r"\s(?:on|in)\s(?:the\s)?(?:[A-Z][a-z]{2,8}\s)?\d")
_ADVERBIAL = re.compile(
    r"\s(?:on\sthe\s(?:grounds?|basis|condition|occasion|eve|part|side|whole|other|one|same)\b|to\s(?:[^\W\d_]{1,20}ly\b|[A-Z]|the\b)"
    r"|(?:of|for|on)\s(?:this|that|which|whom|the\ssame)\b|for\s(?:the\s)?(?:first|example|instance)\b)"
)


@cache
def _topic_words() -> frozenset[str]:
    return frozenset(read_words("topic_words"))


@cache
def _past_verbs() -> frozenset[str]:
    return frozenset(read_words("past_verbs"))


def name_end(text: str, tail: int, ceiling: int) -> int:
    """Walk right through "of Friendship, Cooperation and Mutual Aid": where the printed name ends."""
    end, links, first = tail, 0, ""
    at, last, inside = tail, "", False
    for token in TOKEN.finditer(text, tail, ceiling):
        gap = text[at : token.start()]
        word, low = token.group(), token.group().casefold()
        comma = gap.strip() == "," and end > tail and _lists_on(text, token.start(), ceiling)
        if (gap.strip(" ") and not comma) or (links == 0 and end == tail and low not in _NAMING):
            break
        at = token.end()
        before, last, inside = last, low, inside or low == "in"
        if low in _LINKING and not (low == "in" and first == "of"):
            first = first or low
            links += 1
            if links > 3 or (low == "the" and before == "and" and not inside):
                break
        elif word[0].isupper() and low not in month_words():
            end, links = token.end(), 0
            if low.endswith(("'s", "’s")):
                break
        else:
            break
    return end


_LIST_ON = re.compile(r"[^\W\d_][\w’'-]*(?:,?\s[^\W\d_][\w’'-]*){0,6}?,?\sand\s(?=[^\W\d_])")


def _lists_on(text: str, start: int, ceiling: int) -> bool:
    """Tell whether capitalised words follow up to an "and" with another one: the list belongs to the name."""
    match = _LIST_ON.match(text, start, min(ceiling, start + 90))
    if match is None or not text[match.end()].isupper():
        return False
    words = [token.group() for token in TOKEN.finditer(match.group())]
    return all(word[0].isupper() or word in _LINKING for word in words)


def topic_end(text: str, core: int, ceiling: int, *, capital: bool = False) -> int:
    """Walk right through "on the inviolability of their borders": where the topic of a described instrument ends.

    `core` is where the noun or name ends; it is given back where no topic follows.
    """
    opening = _TOPICAL.match(text, core, ceiling)
    if opening is None or _ADVERBIAL.match(text, core, ceiling):
        return core
    if capital and opening.group().split()[0] in ("to", "with", "against"):
        return core
    tokens = list(TOKEN.finditer(text, opening.end(), ceiling))[:_TOPIC]
    end = at = opening.end() - 1
    for token, after in pairwise([*tokens, None]):
        assert token is not None
        if text[at : token.start()].strip(" '‘’\"“”") or _stops(text, token, at, after):
            break
        low = token.group().casefold()
        if low == "on" and end > opening.end():
            break
        at = token.end()
        if low not in function_words():
            end = at
    return end if end > opening.end() else core


def _stops(text: str, token: re.Match[str], at: int, after: re.Match[str] | None) -> bool:
    """Tell whether a word is no part of a topic: a verb, a date, or what opens another phrase."""
    word, low = token.group(), token.group().casefold()
    if low[0].isdigit() or (low in month_words() and word[0].isupper()):
        return True
    if low in verb_words() or low in _past_verbs() or (low in function_words() and low not in _topic_words()):
        return True
    if low.endswith("ed") and (
        text[at - 1 : at] == "s" or (after is None or after.group().casefold() in function_words())
    ):
        # "... the member states stimulated", "failed in": a verb after a plural, or before no noun.
        return True
    return low == "in" and after is not None and (not _is_topical(after.group()) or _is_place(text, after))


def _is_place(text: str, word: re.Match[str]) -> bool:
    """Tell whether what follows "in" is where an instrument was concluded: a date follows ("in Paris in 1951")."""
    return word.group()[0].isupper() and _DATED.match(text, word.end()) is not None


def _is_topical(word: str) -> bool:
    low = word.casefold()
    return not (low[0].isdigit() or low in month_words() or low in ("accordance", "order", "which", "return"))
