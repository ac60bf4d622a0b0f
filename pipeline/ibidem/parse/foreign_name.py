"""The names of treaties in German, French, Italian, Spanish and Russian around their head noun."""

import re
from functools import cache

from ibidem.parse.lexicon import Noun, one_of, treaty_links

_WORD = r"[^\W\d_a-zß-öø-ÿа-яё][\w’'-]*"
_ELIDED = re.compile(r"\b[lL][’']$")
_LAST = re.compile(r"([^\W\d_][\w-]*)\s$")
_PROPER = re.compile(rf"({_WORD})\s$")
_TOPIC = re.compile(
    r"\s(?:о|об|über|sur|sobre|su|sui|sulla)\s"
    r"(?:(?:die|den|das|la|le|les|los|las|gli|il)\s)?[^\W\d_]{3,24}"
)
_ADJECTIVAL = {
    "de": ("er", "ischer", "ische", "ischen", "ischem"),
    "ru": ("ский", "ского", "скому", "ским", "ском", "ской", "скую", "ская"),
}
"""How the adjectives of places end before a noun: "Münchner Abkommen", "Tilsiter Friede"."""


@cache
def _name(language: str) -> re.Pattern[str]:
    links = one_of(treaty_links(language, "link"))
    articles = one_of(treaty_links(language, "the")) or "\\b\\B"
    elided = "|[dD][’']" if language == "fr" else ""
    inner = (
        rf"(?:\s(?:{links}|und|et|e|y|и|sur|in|en|am|an\sder)\s(?:(?:{articles})\s)?{_WORD}"
        rf"|[\s-]{_WORD}|\s[dD][’']{_WORD})"
    )
    return re.compile(rf"\s(?:(?:{links})\s(?:(?:{articles})\s)?{elided})(?:[lL][’'])?{_WORD}{inner}{{0,5}}")


def foreign_end(text: str, tail: int, ceiling: int, noun: Noun) -> int:
    """Walk right through "von Altötting", "de la Haye": where the printed name ends; `tail` where none follows."""
    languages = (noun.language,) if noun.language else ("fr",)
    for language in languages:
        match = _name(language).match(text, tail, ceiling)
        if match is not None:
            return match.end()
    return tail


def foreign_before(text: str, floor: int, head: int, noun: Noun) -> tuple[int, str, bool]:
    """Read what stands before the noun: where its phrase begins, its article in English, whether a place names it."""
    if _ELIDED.search(text, max(floor, head - 3), head):
        return head, "the", False
    start, proper = head, False
    adjective = _PROPER.search(text, max(floor, head - 40), head)
    endings = _ADJECTIVAL.get(noun.language, ())
    if adjective is not None and adjective.group(1).casefold().endswith(endings) and endings:
        low = adjective.group(1).casefold()
        proper = low not in treaty_links(noun.language, "the") | treaty_links(noun.language, "a")
        start = adjective.start(1) if proper else head
    article = _LAST.search(text, max(floor, start - 12), start)
    low = article.group(1).casefold() if article is not None else ""
    if low in treaty_links(noun.language, "the"):
        return start, "the", proper
    return start, "a" if low in treaty_links(noun.language, "a") else "", proper


def foreign_topic_end(text: str, core: int, ceiling: int) -> int:
    """Walk right through "о границе", "über die Zölle": where what an unnamed treaty is about ends."""
    topic = _TOPIC.match(text, core, ceiling)
    return topic.end() if topic is not None else core
