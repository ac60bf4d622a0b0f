"""Judge a name that bears no mark of a person by what is told around it: "Gramsci argued", "Gandhi's wife"."""

from functools import cache

from ibidem.find.chunk import Scene
from ibidem.find.name import SAINTS, is_given
from ibidem.find.speaking import is_company, speech_behind
from ibidem.find.term import capitals, name_words, organisations, press, word_class, word_set
from ibidem.find.token import Token
from ibidem.parse.date import months
from ibidem.parse.verb import speech_verbs
from ibidem.words import read_table

_DEMONYMS = ("ians", "ists", "ites", "eans", "nese")
_COMMON = (
    *("ing", "ion", "ions", "ment", "ments", "ity", "ities", "ism", "ence", "ance", "ship"),
    *("ical", "able", "ible", "ious", "ness", "ly", "ers", "ors", "ants", "ents", "ics", "men", "ees", "ies"),
)
"""Endings of the common nouns and adverbs that can open a sentence without an article: "Critics argued"."""
_SHORTEST = 4
_ROMANCE = frozenset({"fr", "it", "es"})
_ACCORDING = frozenset({"selon", "d'après", "d’après", "après", "secondo", "según"})
_AS_HE = frozenset({"comme", "come", "como", "le", "l"})
_CLOSING = frozenset("\"”’'»")


def told_of(scene: Scene, at: int, end: int) -> str | None:
    """Give the evidence that the words (indices, half-open) name a person, None where they need not."""
    first, last = scene.tokens[at], scene.tokens[end - 1]
    if is_company(scene, at, end) or scene.slanted.issuperset(range(at, end)):
        return None
    if last.low in scene.setting.small or first.low.endswith(_DEMONYMS):
        return None
    if " ".join(token.text for token in scene.tokens[at:end]) in press() or _is_listed(scene, at):
        return None
    if end - at == 1 and (_is_thing(scene, at) or _is_tail(scene, at)):
        return None
    if scene.before(at) == "to" and scene.tokens[at - 1].first and scene.low(end) in ("he", "she"):
        return "spoken"
    if scene.before(at) == "to":
        return "spoken" if scene.before(at - 1) in word_class("addressing") | _said() else None
    if scene.before(at) in SAINTS | {"of"}:
        return None
    if scene.before(at) == "by" and (end - at > 1 or scene.before(at - 1) in word_class("by-whom")):
        return "spoken"
    if _said_before(scene, at) or _is_for_him(scene, at, end) or _says_abroad(scene, at, end):
        return "spoken"
    opens = first.first and first.low not in scene.setting.named | scene.setting.cited and last.low.endswith("s")
    if _does(scene, end, only_people=opens or is_given(first)) or _has(scene, end):
        return "spoken"
    if scene.before(at) in word_class("toward-whom"):
        return "spoken"
    cited = end - at == 1 and first.low in scene.setting.cited and not first.first
    return "cited" if cited and (first.possessive or scene.before(at) in ("by", "see", "like")) else None


@cache
def _said() -> frozenset[str]:
    """Give the past tenses of the verbs of speech, behind which "to" brings in a listener."""
    return frozenset(past for _, past, frame, *_ in read_table("speech-verbs") if frame in ("that", "quote", "tell"))


def _is_listed(scene: Scene, at: int) -> bool:
    """Tell whether a list knows the name as a body's or a town's: "La Paz"."""
    return any(table.match(scene.tokens, at) for table in (organisations(), capitals()))


def _is_tail(scene: Scene, at: int) -> bool:
    """Tell whether a word is the end of a longer name: the Power of "Black Power's edge"."""
    if at == 0 or not scene.tokens[at].joined:
        return False
    before = scene.tokens[at - 1]
    plain = before.low in word_set("function") or before.low in months()
    return before.capital and not (before.first or before.possessive or plain)


def _is_thing(scene: Scene, at: int) -> bool:
    """Tell whether a single word is a town's or a thing's, or opens its sentence as any word may."""
    token = scene.tokens[at]
    if token.low in name_words().towns:
        return True
    if token.low in scene.setting.things - scene.setting.cited:
        return True
    if not token.first or token.low in scene.setting.named | scene.setting.cited:
        return False
    return len(token.text) < _SHORTEST or token.low in word_set("mass-nouns") or token.low.endswith(_COMMON)


def _does(scene: Scene, end: int, *, only_people: bool) -> bool:
    """Tell whether a verb follows of which somebody is the subject."""
    place = end
    if scene.tokens[end - 1].possessive:
        return False
    if end - 1 and _is_full(scene, end) and speech_behind(scene, end) is not None:
        return True
    if place < len(scene.tokens) and scene.tokens[place].gap == ", ":
        return scene.tokens[place].low == "who" or _in_turn(scene, place) or _is_somebody(scene, place)
    while _is_between(scene, place):
        place += 1
    place = _behind_home(scene, place)
    verb = scene.low(place)
    if verb in ("was", "is", "were"):
        return scene.low(place + 1) in word_class("undergone") or _is_reported(scene, place + 1)
    if verb in word_class("saying") or not word_set("deeds").isdisjoint(_past(verb)):
        return True
    return not only_people and verb in word_set("acting")


def _is_full(scene: Scene, end: int) -> bool:
    """Tell whether two words with capitals end before a verb that are no heading and no common noun: "Oku Onuora"."""
    before, last = scene.tokens[end - 2], scene.tokens[end - 1]
    named = before.capital and last.joined and not before.possessive and scene.article(end - 2) == ""
    return named and not {before.low, last.low} & (scene.setting.small | scene.setting.things | word_set("function"))


def _is_reported(scene: Scene, place: int) -> bool:
    """Tell whether a deed is reported: "is said to have told"."""
    hearsay = scene.low(place) in ("said", "reported", "supposed", "rumoured", "alleged", "thought")
    return hearsay and scene.low(place + 2) == "have" and scene.low(place + 3) in word_set("deeds")


def _behind_home(scene: Scene, place: int) -> int:
    """Step over where somebody is from: "Lester Pearson of Canada proposed"."""
    if scene.low(place) != "of" or not scene.joined(place + 1) or not scene.tokens[place + 1].capital:
        return place
    place += 1
    while scene.joined(place) and scene.tokens[place].capital:
        place += 1
    return place


def _past(verb: str) -> tuple[str, ...]:
    """Give the past tenses that a verb in the present tense can have: "argues", "blames", "denies"."""
    if not verb.endswith("s"):
        return (verb,)
    return (f"{verb[:-1]}d", f"{verb[:-1]}ed", f"{verb[:-2]}ed", f"{verb[:-3]}ied")


def _said_before(scene: Scene, at: int) -> bool:
    """Tell whether a verb of saying stands between a quotation and the name: the one of "“No,” said Vansittart"."""
    said = scene.before(at) in word_set("deeds") | word_class("saying")
    return said and bool(_CLOSING.intersection(scene.tokens[at - 1].gap))


def _says_abroad(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a verb of speech of French, Italian or Spanish stands beside a name, or "selon" before it."""
    if scene.setting.language not in _ROMANCE or scene.tokens[end - 1].possessive:
        return False
    before, after = (speech_verbs().get(scene.before(at)), speech_verbs().get(scene.low(end)))
    if scene.before(at) in _ACCORDING and scene.joined(at):
        return True
    named = end - at > 1 or not scene.tokens[at].first
    says = after is not None and after.sort == "foreign" and scene.joined(end) and named
    said = before is not None and before.sort == "foreign" and scene.joined(at)
    return says or (said and (scene.before(at - 1) in _AS_HE | {""} or not scene.joined(at - 1)))


def _is_somebody(scene: Scene, place: int) -> bool:
    """Tell whether what follows a comma says what somebody is: "an old man with a long memory"."""
    if scene.low(place + 1) == "years" and scene.low(place + 2) == "old":
        return True
    if scene.tokens[place].low not in ("a", "an", "the", "his", "her"):
        return False
    return any(scene.low(at) in word_class("somebody") for at in range(place + 1, place + 4))


def _is_for_him(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a sentence says what somebody thinks: "For Mardin, the reform failed"."""
    opens = scene.before(at) == "for" and scene.tokens[at - 1].first
    return opens and end < len(scene.tokens) and scene.tokens[end].gap == ", "


def _in_turn(scene: Scene, place: int) -> bool:
    """Tell whether "for his part", "in her turn", "writing to a friend" follows."""
    low = scene.tokens[place].low
    his = low in ("for", "in", "on") and scene.low(place + 1) in ("his", "her")
    return his or low in word_class("while-doing")


def _is_between(scene: Scene, place: int) -> bool:
    low = scene.low(place)
    return bool(low) and (low in word_class("adverb") or low.endswith("ly") or low in word_set("verb-adverbs"))


def _has(scene: Scene, end: int) -> bool:
    """Tell whether it has what only somebody has: "Churchill's diary"."""
    token: Token = scene.tokens[end - 1]
    if not token.possessive:
        return False
    return scene.low(end) in word_set("own-nouns")
