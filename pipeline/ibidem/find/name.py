"""Read runs of words that can be a person's name: given names, initials, particles, a family name."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Scene
from ibidem.find.term import adjectives, capitals, name_words, organisations, states, word_class, word_set
from ibidem.find.token import Token
from ibidem.find.tongue import LANGUAGES, states_in
from ibidem.parse.date import months
from ibidem.parse.spelling import sounded
from ibidem.parse.verb import speech_verbs

_LONGEST = 8
_FEWEST = 2
_SHORTEST_SHOUTED = 5
NUMERALS = frozenset(
    {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"}
)
_ABBREVIATING = frozenset({"z", "u", "v", "i", "d", "s", "o"})
_PATRONYMIC = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|St|Des|Del|Von)[A-Z][^\W\d_A-Z]+")
_SUFFIXES = frozenset({"jr", "sr"})
_NO_INITIALS = frozenset({"D.C.", "A.D.", "B.C.", "B.C.E.", "C.E.", "P.S.", "N.B.", "I.E.", "E.G."})
_COMMON = frozenset({"do", "av", "af", "zu", "al", "la", "le", "den", "ten", "das"})
"""Particles that are also words of other kinds, so that they open no name."""
_ARTICLES = frozenset({"der", "des", "die", "dem", "das", "den", "zu", "zur", "zum", "ben"})
"""Particles that are articles in a text where capitals are no sign of a name."""
SAINTS = frozenset({"st", "san", "santa", "saint", "fort"})
"""Words before a name that make it a place's."""
_CALLED = frozenset({"il", "august"})
"""Given names that are also words of other kinds, so that they open no name: "Kim Il Sung", "Karl August"."""


@dataclass(frozen=True, slots=True)
class Names:
    """What decides whether words are a name.

    `busy` are the passage's words that belong to other names, `known` family names found elsewhere, and behind
    a tilde their sounds, `titled` the places behind titles.
    """

    scene: Scene
    busy: Sequence[bool]
    known: frozenset[str]
    titled: Container[int]

    def knows(self, word: str) -> bool:
        """Tell whether a word is a family name found elsewhere, in whatever spelling; a given name only in its own."""
        return word in self.known or (word.title() not in word_set("given") and f"~{sounded(word)}" in self.known)


def run_at(names: Names, at: int) -> int | None:
    """Give the end of the run of name words that begins at the word, None where none begins."""
    tokens = names.scene.tokens
    place, words = at, 0
    while place < min(len(tokens), at + _LONGEST) and not names.busy[place] and (place == at or _joins(tokens, place)):
        token = tokens[place]
        if is_initial(tokens, place) or _is_particle(names.scene, place, at):
            place += 1
        elif words and ((token.text in NUMERALS and _counts(names, place, at)) or token.low in _SUFFIXES):
            return place + 1
        elif _is_name(names, place, at):
            words += 1
            place += 1
        else:
            break
        if token.possessive:
            break
    while place > at and (is_initial(tokens, place - 1) or not tokens[place - 1].capital):
        place -= 1
    if place < len(tokens) and place > at and tokens[place].low in _SUFFIXES and tokens[place].gap == ", ":
        return place + 1
    if words == 1 and place == at + 1 and is_given(tokens[at]) and _hails_from(names, place):
        return place + 2
    return place if words and place > at else None


def _counts(names: Names, place: int, at: int) -> bool:
    """Tell whether a numeral belongs to a monarch: one known by title or given name, or a numeral above I."""
    before = names.scene.tokens[place - 1]
    if is_given(before) or at in names.titled:
        return True
    thing = before.low.removesuffix("s") in word_set("designators") or before.low in names.scene.setting.small
    return len(names.scene.tokens[place].text) > 1 and not thing


def _hails_from(names: Names, place: int) -> bool:
    """Tell whether a place of origin follows a given name: "Jerome of Prague"."""
    scene = names.scene
    if scene.low(place) != "of" or scene.tokens[place - 1].possessive or not scene.joined(place + 1):
        return False
    token = scene.tokens[place + 1]
    if names.busy[place + 1] or not token.capital or token.low in months() or token.low in word_set("function"):
        return False
    return place - 1 not in names.titled and scene.tokens[place - 1].text not in word_set("regions")


def _is_place(low: str) -> bool:
    return low in name_words().places and low not in word_set("surnames")


def trimmed(scene: Scene, at: int, end: int) -> tuple[int, int]:
    """Cut a run down to the name: without the town of "in Bern William Hunt", the papers of "John Hunt Papers"."""
    tokens = scene.tokens
    while end - at > _FEWEST and _is_place(tokens[end - 1].low):
        end -= 1
    saint = scene.before(at) in SAINTS
    placed = saint or scene.before(at) in word_class("placed")
    small = _COMMON if scene.setting.plain else _COMMON | _ARTICLES
    particles = word_set("particles") - small
    while scene.before(at) in particles and not (is_given(tokens[at]) and end - at >= _FEWEST):
        at -= 1
    if placed and end - at > _FEWEST and is_given(tokens[at + 1]) and (saint or not is_given(tokens[at])):
        at += 1
    return at, end


def is_initial(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the word is an initial: one letter, or letters with full stops, before a full stop or a name."""
    token = tokens[place]
    if not token.capital or place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    if token.first and token.text in NUMERALS and len(after.text) > 1:
        return False
    if "." in token.text:
        return token.text not in _NO_INITIALS and after.capital and after.joined and not _is_abbreviation(token)
    if place and token.joined and tokens[place - 1].low in _ABBREVIATING and tokens[place - 1].text.islower():
        # "z. B. Haltungen".
        return False
    spaced = after.gap.startswith(".") and (len(after.gap) > 1 or len(after.text) == 1)
    stopped = len(token.text) == 1 and spaced and after.joined
    return stopped and (after.capital or after.low in word_set("particles"))


def is_mixed(word: str) -> bool:
    """Tell a brand or an abbreviation from a name: "YouTube", "ISPs", but "McDonald", "DeWitt" and "O'Rielly"."""
    if "&" in word:
        return True
    inner = any(char.isupper() for char in word[1:]) and any(char.islower() for char in word)
    return inner and not set(word) & set("'’-") and _PATRONYMIC.fullmatch(word) is None


def is_given(token: Token) -> bool:
    """Tell whether the word is a given name of the lists."""
    word = token.text.title() if token.text.isupper() else token.text
    return token.text in word_set("given") or word in word_set("given") or word in word_set("given-more")


def _is_abbreviation(token: Token) -> bool:
    """Tell whether letters with full stops are a state's or an organisation's: "U.S.", "U.N."."""
    return any(
        term.exact in (token.text, token.text.rstrip("."))
        for table in (states(), organisations(), adjectives())
        for term in table.by_first.get(token.low, ())
        if term.exact
    )


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word goes on from the word before it, that is no possessor: "Tiberius’ Nachfolger"."""
    return tokens[place].joined and tokens[place].gap.strip() not in ("'", "’")


def _is_particle(scene: Scene, place: int, at: int) -> bool:
    tokens, token = scene.tokens, scene.tokens[place]
    if token.low not in word_set("particles") or place + 1 >= len(tokens):
        return False
    if not scene.setting.plain and token.low in _ARTICLES:
        return False
    after = tokens[place + 1]
    return (place > at or token.capital) and after.joined and (after.capital or after.low in word_set("particles"))


def _is_name(names: Names, place: int, at: int) -> bool:
    scene, token = names.scene, names.scene.tokens[place]
    if not token.capital or len(token.text) < 2 or "." in token.text or (place == at and token.low in _SUFFIXES):
        return False
    if token.text.isupper() and len(token.text) < _SHORTEST_SHOUTED and not scene.shouted:
        return False
    if is_mixed(token.text):
        return False
    if place > at:
        return _goes_on(scene, place)
    if scene.setting.language in LANGUAGES and token.low in word_set("foreign-function"):
        return False
    if not scene.setting.plain and not is_given(token) and not names.knows(token.low) and place not in names.titled:
        return False
    if place in names.titled and token.low not in word_set("function") and token.low in name_words().barred:
        return _is_titled(scene, place)
    shared = token.low in months() or token.low in word_set("surnames")
    if shared and names.knows(token.low) and _is_called(scene, place):
        return True
    verb = speech_verbs().get(token.low) if token.first and token.low.endswith("ing") else None
    if verb is not None and verb.sort == "gerund":
        # "Quoting Finch, he said".
        return False
    if place == at and token.low in SAINTS:
        return False
    if token.low in name_words().barred or (token.first and token.low in scene.setting.small and not is_given(token)):
        return False
    return _is_no_country(scene, place)


def _is_called(scene: Scene, place: int) -> bool:
    """Tell whether a common word is the family name that it is elsewhere: "May's words", "King told"."""
    if scene.article(place) or scene.tokens[place].possessive:
        return not scene.article(place)
    before, after = scene.tokens[place - 1 if place else 0], scene.low(place + 1)
    if before.numeral or scene.before(place) in word_class("placed") | word_set("no-names") or not after.isalpha():
        return False
    return not scene.tokens[place + 1].capital


def _is_titled(scene: Scene, place: int) -> bool:
    """Tell whether a common noun is a name behind a title: "Colonel House", "General French"."""
    if not scene.joined(place + 1) or not scene.tokens[place + 1].capital:
        return scene.tokens[place].low in word_set("surnames") and scene.low(place + 1) != "of"
    return scene.tokens[place + 1].low not in name_words().barred and _is_no_country(scene, place + 1)


def _goes_on(scene: Scene, place: int) -> bool:
    """Tell whether a word goes on a name: any after a given name or an initial, but for the words of places."""
    token, before = scene.tokens[place], scene.tokens[place - 1]
    close = is_given(before) or is_initial(scene.tokens, place - 1) or before.text in word_set("family-first")
    if token.low in name_words().styles:
        return True
    if token.low in name_words().barred:
        named = token.low in name_words().inside and (close or token.low in word_set("surnames"))
        named = named or (close and token.low in _CALLED)
        return named and not (scene.joined(place + 1) and scene.tokens[place + 1].low in name_words().places)
    return close or _is_no_country(scene, place)


def _heads(scene: Scene, place: int) -> bool:
    """Tell whether a creed's adjective is a given name: "Christian Pineau"."""
    return is_given(scene.tokens[place]) and scene.joined(place + 1) and scene.tokens[place + 1].capital


def _is_no_country(scene: Scene, place: int) -> bool:
    adjective = adjectives().match(scene.tokens, place)
    if states_in(scene.setting.language).match(scene.tokens, place) and not _heads(scene, place):
        return False
    if states().match(scene.tokens, place) or (
        adjective and not (adjective[0].type == "creed" and _heads(scene, place))
    ):
        return False
    return capitals().match(scene.tokens, place) is None or is_given(scene.tokens[place])
