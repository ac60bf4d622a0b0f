"""Phrases and nouns by which a sentence says whose words it quotes: "according to Brown", "Brown's reply"."""

import re
from collections.abc import Iterator
from functools import cache

from ibidem.parse.cue import WORD, Cue, Word
from ibidem.words import read_table, read_words

_SEEMS = re.compile(
    r"\b(?:a|à)\s(?P<who>[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*){0,2})\s"
    r"(?:pare|parve|sembra|sembrava|semble|semblait|paraît|parut|le\s(?:parece|pareció|parecía))\b"
)
"""What seems so to somebody, he says."""
_WITH = re.compile(
    r"(?<=,\s)(?:avec|mit|con|with)\s(?P<who>[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w’'-]*){0,2})(?=,\s)"
)
"""What is seen with somebody, he sees: "on peut y voir, avec Brun, « ... »"."""
_BLANK = re.compile(r"[\s,]{0,3}")


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    after = sorted((phrase for phrase, holder in read_table("attribution-phrases") if holder == "after"), key=len)
    owner = [phrase.split(" … ") for phrase, holder in read_table("attribution-phrases") if holder == "owner"]
    tails = sorted({tail for _, tail in owner}, key=len, reverse=True)
    own_words = sorted((phrase for phrase, holder in read_table("attribution-phrases") if holder == "subject"), key=len)
    choice, words = (
        "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in reversed(phrases))
        for phrases in (after, own_words)
    )
    nouns = "|".join(tail.replace(" ", r"\s") for tail in tails)
    own = r"(?P<who>(?:[\w.’'-]{1,30}\s){0,5}?[\w.-]{1,30}(?:['’]s|s['’])|his|her|their|its)"
    return (
        re.compile(rf"\b(?:{choice})\s", re.IGNORECASE),
        re.compile(rf"\bin\s{own}\s(?:{nouns})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{words})\b(?!\s(?:von|of|de|di|del)\b)", re.IGNORECASE),
    )


@cache
def _signs(holder: str) -> frozenset[str]:
    """Give the longest word of each phrase: where none of them stands there is no phrase."""
    phrases = (phrase for phrase, held in read_table("attribution-phrases") if held == holder)
    return frozenset(max(WORD.findall(phrase.casefold()), key=len) for phrase in phrases)


def phrase_cues(text: str, words: tuple[Word, ...], end: int) -> Iterator[Cue]:
    """Find the phrases that say whose words follow, or that the subject's own do: "with the words"."""
    if not words:
        return
    after, owned, subjects = _phrases()
    starts = {word.start for word in words}
    held = {word.low for word in words}
    for match in () if held.isdisjoint(_signs("after")) else after.finditer(text, words[0].start, end):
        if match.start() in starts:
            yield Cue(
                match.start(),
                match.end(),
                "phrase",
                "phrase",
                match.group().strip().casefold(),
                match.start(),
                (match.end(), end),
            )
    for match in owned.finditer(text, words[0].start, end):
        if match.start() in starts:
            yield Cue(match.start(), match.end(), "phrase", "phrase", "words", match.start(), match.span("who"))
    for match in sorted(
        (*_SEEMS.finditer(text, words[0].start, end), *_WITH.finditer(text, words[0].start, end)), key=_at
    ):
        if match.start() in starts:
            yield Cue(match.start(), match.end(), "phrase", "phrase", "seem", match.start(), match.span("who"))
    for match in () if held.isdisjoint(_signs("subject")) else subjects.finditer(text, words[0].start, end):
        if match.start() in starts:
            yield Cue(match.start(), match.end(), "quote", "gerund", "words", match.start())


def noun_cues(text: str, words: tuple[Word, ...], end: int) -> Iterator[Cue]:
    """Find the nouns of something said or written with whose it is: "Brown's reply", "a letter from Brown"."""
    nouns = frozenset(read_words("speech-nouns"))
    for index, word in enumerate(words):
        if word.low not in nouns:
            continue
        before = words[index - 1] if index else None
        if index > 1 and before is not None and text[before.start].islower() and _is_owner(words[index - 2].low):
            before = words[index - 2]
        if before is not None and (_is_owner(before.low) or before.low in ("his", "her", "their")):
            yield Cue(
                before.start,
                word.end,
                "noun",
                "noun",
                word.low,
                before.start,
                (max(words[0].start, before.start - 60), before.end),
            )
        following = words[index + 1].low if index + 1 < len(words) else ""
        if following == "that" and before is not None and before.low in ("the", "a", "an", "this"):
            # "he sent a map and the remark that": they are the subject's own words.
            yield Cue(word.start, word.end, "that", "gerund", word.low, word.start)
        if following in ("of", "by", "from") and _BLANK.fullmatch(text, word.end, words[index + 1].start):
            start = words[index + 1].end
            yield Cue(word.start, start, "noun", "noun", word.low, word.start, (start, min(end, start + 80)))


def _is_owner(low: str) -> bool:
    return low.endswith(("'s", "’s", "s'", "s’"))


def _at(match: re.Match[str]) -> int:
    return match.start()
