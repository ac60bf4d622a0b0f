"""Cues of attribution: the verbs, phrases and nouns by which a sentence says that somebody said something."""

import re
from collections.abc import Iterator
from functools import cache

from ibidem.parse.cue import WORD, Cue, Word
from ibidem.parse.cue_phrase import noun_cues, phrase_cues
from ibidem.parse.foreign_verb import split_verbs
from ibidem.parse.lexicon import state_adjectives
from ibidem.parse.verb import Verb, speech_verbs
from ibidem.words import read_table, read_words

_BLANK = re.compile(r"[\s,]{0,3}")
_SAYS_WHAT = re.compile(r"[\s,]{0,2}(?:that\b|how\b|[:;\"“‘«„'])")
_OBJECTS = frozenset(["the", "a", "an", "his", "her", "its", "their", "it", "this", "him", "them"])
_BE = frozenset(["was", "were", "is", "are", "be", "been", "being", "am"])
_ADVERB = re.compile(r"\s[a-z]{2,16}ly(?=\sof\b)")
_PARTICLES = {
    "point": re.compile(r"\s(?:out|to)\b"),
    "hold": re.compile(r"\s(?:pour|por)\b"),
    "go": re.compile(r"\son(?=\s?[,.:;“\"])"),
    "put": re.compile(r"\sit\b"),
    "speak": re.compile(r"\s(?:of|d[eu]|des|di|dell[aoe]?|dei|degli|del)\b|\s(?:d|dell)['’]"),
}
"""What must follow a verb of the frame."""
_NO_ADVERBS = frozenset({"reply", "family", "assembly", "supply", "monopoly", "anomaly", "italy", "apply"})
"""Words in -ly that are none."""
_UNFINISHED = frozenset({"gerund", "base", "foreign-participle", "foreign-gerund"})
_HAVING = frozenset(
    {
        "a",
        "l'a",
        "m'a",
        "l’a",
        "m’a",
        "ont",
        "avait",
        "avaient",
        "aurait",
        "eut",
        "ha",
        "hanno",
        "aveva",
        "avevano",
        "han",
        "había",
        "habían",
    }
)
"""Auxiliaries before a participle in French, Italian and Spanish."""
_ELIDED = re.compile(r"(?:qu|[lmtsnjc])['’](?=\w)")
_ENDS = ("", ",", ".", ";", ":", "?", "!")
"""What may follow the particle that closes a German clause."""
_SPLIT = 40
"""How many words the parts of a German verb may stand apart."""
_CHAIN = 8
"""How many words between a subject and its verb are looked through."""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(read_words(name))


@cache
def office_words() -> frozenset[str]:
    """Give the last words of the titles of offices, ranks and occupations, small letters."""
    return frozenset(title.split()[-1] for title, _ in read_table("roles"))


def sentence_words(text: str, start: int, end: int, *, quoted: tuple[tuple[int, int], ...]) -> tuple[Word, ...]:
    """Give the words of a sentence that stand outside the quoted ranges, which ascend and do not overlap."""
    words: list[Word] = []
    at = start
    for first, last in (*quoted, (end, end)):
        if last <= start or first > end:
            continue
        words += [
            Word(found.start(), found.end(), found.group().casefold())
            for found in WORD.finditer(text, at, max(at, first))
        ]
        at = max(at, last)
    return tuple(words)


def find_cues(text: str, words: tuple[Word, ...], end: int) -> tuple[Cue, ...]:
    """Find the cues in a sentence, given its words and its end, in the order of the text."""
    phrases = list(phrase_cues(text, words, end))
    nouns = [cue for cue in noun_cues(text, words, end) if not any(one.start <= cue.start < one.end for one in phrases)]
    verbs = [cue for cue in _verb_cues(text, words) if not any(_is_inside(text, cue, one) for one in phrases)]
    cues = [*verbs, *phrases, *nouns]
    return tuple(sorted(cues, key=lambda cue: (cue.start, -cue.end)))


def _is_inside(text: str, verb: Cue, phrase: Cue) -> bool:
    """Tell whether a verb only ends a phrase: "so hat es Brown einmal formuliert, ..."."""
    comma = text.find(",", phrase.end)
    return phrase.base.endswith(" es") and phrase.start < verb.start and (comma < 0 or verb.end <= comma)


def _verb_cues(text: str, words: tuple[Word, ...]) -> Iterator[Cue]:
    for index, word in enumerate(words):
        verb = _verb_at(text, words, index)
        if verb is None or _is_noun(text, words, index, verb):
            continue
        form, subject_end = _chain(text, words, index, verb)
        if form == "participle":
            continue
        after = _ADVERB.match(text, word.end)
        end = after.end() if after is not None and verb.frame == "speak" else word.end
        particle = _PARTICLES[verb.frame].match(text, end) if verb.frame in _PARTICLES else None
        if particle is None and verb.frame in _PARTICLES:
            continue
        frame = {"point": "that", "put": "quote", "speak": "as", "hold": "as", "go": "quote"}.get(
            verb.frame, verb.frame
        )
        end = particle.end() if particle is not None else end
        yield Cue(word.start, end, frame, form, verb.base, subject_end, None, verb.foreign)


def _verb_at(text: str, words: tuple[Word, ...], index: int) -> Verb | None:
    """Give the verb of speech that a word is: "wrote", "l'écrit", "stellte" before "fest"."""
    word = words[index]
    if text[word.start].isupper() and index:
        return None
    if word.low in split_verbs():
        frames = dict(split_verbs()[word.low])
        for after in words[index + 1 : index + _SPLIT]:
            if after.low in frames and text[after.end : after.end + 2].strip(' )"“”«»‘’\r\n')[:1] in _ENDS:
                return Verb(word.low, frames[after.low], False, "foreign")
    elided = _ELIDED.match(word.low)
    if elided is not None and word.low not in speech_verbs():
        verb = speech_verbs().get(word.low[elided.end() :])
        return verb if verb is not None and verb.foreign else None
    return speech_verbs().get(word.low)


def _is_noun(text: str, words: tuple[Word, ...], index: int, verb: Verb) -> bool:
    """Tell a noun, or a participle before a noun, from a verb."""
    word = words[index]
    joined = index > 0 and not text[words[index - 1].end : word.start].strip()
    before = words[index - 1].low if joined else ""
    if verb.foreign:
        articled = before in ("la", "les", "las") and verb.frame in ("that", "quote", "mind")
        return articled or before in (_set("before-nouns") | _set("foreign-determiners")) - _set("speech-clitics")
    if verb.sort == "gerund":
        return before in ("the", "a", "an", "of") or before.endswith(("'s", "’s")) or _is_owned(text, words, index)
    if before == "as" and verb.sort in ("base", "third"):
        return True
    if before in _set("before-nouns") and not (before == "to" and verb.sort == "base"):
        return True
    if before.endswith(("'s", "’s")) or _is_owned(text, words, index):
        return True
    if verb.sort not in ("base", "third") or not verb.noun or _SAYS_WHAT.match(text, word.end):
        return False
    return verb.sort == "base" or not _is_somebody(text, words, index - 1)


def _is_owned(text: str, words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a plural possessive stands before a word: "the Allies' reply"."""
    return index > 0 and text[words[index - 1].end : words[index].start] in ("' ", "’ ")


def _is_somebody(text: str, words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a word can be somebody whose verb follows: "he", or a name that is no adjective."""
    if index < 0:
        return False
    word = words[index]
    first = index == 0 and not (len(words) > 2 and words[2].low in _OBJECTS)
    named = text[word.start].isupper() and not first and word.low not in state_adjectives()
    return word.low in ("he", "she", "who") or named


def _chain(text: str, words: tuple[Word, ...], index: int, verb: Verb) -> tuple[str, int]:
    """Walk back over auxiliaries and adverbs; give the verb's form, and where its subject ends."""
    form = verb.sort.removeprefix("foreign-") if verb.sort in _UNFINISHED else "finite"
    at = index
    auxiliary = None
    had = False
    for back in range(index - 1, max(-1, index - 1 - _CHAIN), -1):
        low = words[back].low
        gap = text[words[back].end : words[at].start]
        if _BLANK.fullmatch(gap) is None or ("," in gap and not _is_aside(text, words, back)):
            break
        if low == "to" and auxiliary in (None, "have", "be"):
            raised = _raised(text, words, back)
            if raised is None:
                return "infinitive", words[back].start
            return form if form != "base" else "finite", raised
        clitic = verb.foreign and low in _set("speech-clitics")
        had = had or (clitic and low in _HAVING)
        if low not in _set("auxiliaries") and not _is_adverb(low) and not clitic:
            break
        if back and not text[words[back].start : words[back].end].islower():
            break
        if low in _set("auxiliaries") and auxiliary is None and low != "not":
            auxiliary = low
        at = back
    if form == "participle":
        return "finite" if had or _has_before(words, index) else form, words[at].start
    return _form(form, auxiliary), words[at].start


def _has_before(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether the auxiliary of a German participle stands before it: "hat Maurer mit Recht festgestellt"."""
    return any(word.low in ("hat", "hatte", "haben", "hatten") for word in words[max(0, index - _SPLIT) : index])


def _is_aside(text: str, words: tuple[Word, ...], index: int) -> bool:
    """Tell an adverb between commas: "Brown, however, said"."""
    before = text[words[index - 1].end : words[index].start] if index else ","
    return _is_adverb(words[index].low) and "," in before


def _form(form: str, auxiliary: str | None) -> str:
    if form == "gerund":
        return "finite" if auxiliary in _BE else "gerund"
    if auxiliary in _BE and form == "finite":
        return "passive"
    return "finite"


def _is_adverb(low: str) -> bool:
    return low in _set("verb-adverbs") or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def _raised(text: str, words: tuple[Word, ...], to: int) -> int | None:
    """Give where the subject of "was reported to have stated" or "went on to say" ends."""
    at = to - 1
    while at > 0 and (words[at].low in ("on", "by", "up", "so", "as", "far") or _is_adverb(words[at].low)):
        at -= 1
    if at < 0 or words[at].low not in _set("speech-raisers"):
        return None
    while at > 0 and (words[at - 1].low in _set("auxiliaries") or _is_adverb(words[at - 1].low)):
        at -= 1
    return words[at].start
