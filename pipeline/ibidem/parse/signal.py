"""Signals: `see`, `see also`, `cf.`, `contra`, `For a contrary view, see`; and how each bears on the text."""

import re
from functools import cache, lru_cache

from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.oneof import one_of
from ibidem.words import read_table, read_words

_LONGEST_LEAD = 300
_POINTED = re.compile(
    rf"(?:the|his|her|their)\s[a-z ]{{3,40}}\s(?:in|by|of)\s(?=[\"‘*{UPPER}])"
    rf"|(?:de[nrmis]|die|das)\s(?:[{LOWER}]{{3,20}}\s){{0,2}}[{UPPER}][{LOWER}]{{3,25}}\s(?:bei|in|von)\s(?=[{UPPER}])"
    rf"|(?:les?|la|il|gli|i|los?|las?|el)\s[{LOWER} ]{{3,40}}\s(?:de|chez|dans|di|in)\s(?=[\"‘*{UPPER}])"
)
"""What a signal points at inside the work: `see the table in Smith`."""
_NAMED = re.compile(rf"[{UPPER}]\w+,\s[{UPPER}]|[{UPPER}]\.\s?[{UPPER}]")
_STOPPED = re.compile(rf"[^\W\d_]{{3}}[.?!]\s+[{UPPER}]")
_ELLIPTIC = re.compile(
    rf"\s{{0,4}}(?:and\s|et\s|und\s|e\s|y\s)?(?:for|on|about|sur|pour|über|zu[rm]?|für|sobre|para|su[li]?|per|о|об)\s[^,;()\d]{{2,60}},"
    rf"\s(?:(?:à|chez|a|bei|da|also|auch|aussi)\s)?(?=[{UPPER}][^,;()]{{1,60}},\s)"
)
"""A lead whose verb an earlier one has said: `; sur leur mémoire, à S. Brunet, art. cit.`"""
_ADVERBS = re.compile(rf"(?:[{LOWER}]{{3,18}},?\s){{1,2}}(?=[\"‘*{UPPER}])")
"""What may stand between a signal and a name: `Siehe dazu ausführlicher Timm`."""


@cache
def _properties() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("signals")}


_NOUN = re.compile(r"\b(?:folgenden|ganzen|gegensatz|ansicht|meinung|sinne)\b")
"""German nouns in signals, which are printed with a large letter."""


def _alternatives(words: list[str]) -> str:
    """Give the words as printed: only the first letter, and nouns', may be large, since `E.G. Smith` is somebody."""
    written = {form for word in words for form in (word, _NOUN.sub(lambda noun: noun.group().capitalize(), word))}
    forms = [form for word in sorted(written) for form in (word, word[:1].upper() + word[1:])]
    return one_of(forms, space=r"\ ", cased=True)


@cache
def _signal() -> re.Pattern[str]:
    followers = "|".join(re.escape(word) for word in sorted(read_words("signal-followers"), key=len, reverse=True))
    letter = rf"[Aa]\.\s?[AM]\.|[SsVv]\.(?=\s?(?:{followers}))"
    adverbs = r"(?:,?\s(?:ausführlich|eingehend|insbesondere|insb\.|bes\.|grundlegend|zusammenfassend))?"
    return re.compile(
        rf"[\s(\[*]{{0,4}}(?![Aa]\.\s?a\.\s?O\b)(?P<signal>{_alternatives(list(_properties()))}|{letter}){adverbs}(?![\w-])[\s,:*.]{{0,4}}"
    )


@cache
def _lead() -> re.Pattern[str]:
    ends = _alternatives([row[0] for row in read_table("signals") if row[2]])
    opened = "For|On|About|Regarding|Concerning|As|In|With|Among|More|Zu[mr]?|Über|Für|Sur|Pour|Per|Sobre"
    form = rf"(?i:(?:{_forms()})(?!\w))"
    overview = rf"(?:de[nrm]|die|das)\s[{UPPER}][{LOWER}]{{3,25}}\s(?:bei|in|von)\s"
    return re.compile(
        rf"\s{{0,4}}(?:(?:{opened})\s[^();]{{0,280}}?|(?:[^\W\d_]|[ ,’'-]){{0,150}}?)(?<!\w)"
        rf"(?:(?i:please )?(?:{ends}|s\.|(?<=,\s)v\.)(?:\s(?!{form}|d(?:e[nrm]|ie|as)\s)[{LOWER}]{{3,18}}){{0,2}})"
        rf"[\s:,*]+(?=[\"‘*{UPPER}]|{form}|{overview})"
    )


@cache
def _small() -> frozenset[str]:
    """Give the words that are no adverbs: what titles begin with, forms, directions, parts of the paper."""
    forms = (word for row in read_table("anaphors") for word in row[0].split())
    lists = ("title-words", "articles", "paper-directions", "paper-places", "note-labels")
    return frozenset(forms) | {word for name in lists for term in read_words(name) for word in term.split()}


@cache
def _forms() -> str:
    """Give the pattern of the forms that may follow a lead: `Zum Folgenden s. ebd.`, `vgl. oben Anm. 4`."""
    return one_of((row[0] for row in read_table("anaphors")), space=r"\ ")


@lru_cache(maxsize=16_384)
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
        elliptic = _ELLIPTIC.match(text)
        if elliptic:
            end = elliptic.end()
        elif lead is None or _NAMED.match(text) or _STOPPED.search(lead.group()):
            return None
        else:
            end = lead.end()
    adverbs = _ADVERBS.match(text, end)
    if adverbs and not set(adverbs.group().casefold().replace(",", "").split()) & _small():
        end = adverbs.end()
    pointed = _POINTED.match(text, end)
    end = pointed.end() if pointed else end
    return re.sub(r"[*\s]+", " ", text[:end]).strip(" ,:([*"), end


def is_signal(word: str) -> bool:
    """Tell whether a word is a signal by itself."""
    return word.casefold() in _properties() or f"{word.casefold()}." in _properties()


@cache
def property_of(signal: str) -> str | None:
    """Give the property of CiTO that a printed signal means: that of the longest known one at its end."""
    said = " ".join(signal.casefold().split())
    known = [word for word in _properties() if said == word or said.endswith(f" {word}") or said.rstrip(".") == word]
    longest = max(known, key=len, default="")
    return _properties().get(longest) or None
