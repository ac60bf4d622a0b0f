"""Find what speaks and is no person: newspapers that report, companies and other bodies that no list knows."""

from functools import cache

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.name import is_initial, is_mixed
from ibidem.find.term import Term, Terms, adjectives, press, titles, word_class, word_set
from ibidem.find.token import Token
from ibidem.parse.foreign_verb import split_verbs
from ibidem.parse.lexicon import treaty_nouns
from ibidem.parse.verb import speech_verbs

_LONGEST = 5
_ASIDE = 24
"""How many words may stand in brackets or commas between a name and its verb."""
_BRINGING = frozenset({"that", "tell", "quote", "as", "stance"})
_REPORTING = frozenset(
    {"announced", "commented", "complained", "declared", "editorialised", "editorialized", "headlined", "lamented"}
    | {"noted", "observed", "printed", "published", "reported", "reports", "wrote", "writes"}
)
"""Verbs of which a periodical is the subject; a book "shows" and "argues"."""
_JUDGING = frozenset(
    {"attacked", "called", "concluded", "condemned", "denounced", "dismissed", "hailed", "mocked", "opined", "praised"}
    | {"predicted", "protested", "remarked", "thought", "thundered", "warned", "welcomed"}
)
"""Those of a periodical behind an article."""
_WHICH = frozenset({"who", "which", "qui", "che", "que"})
_THOUGHT = frozenset({"thought", "found", "deemed", "considered"})
_WORKS = frozenset(
    {"report", "ruling", "paper", "plan", "guidance", "statement", "act", "law", "bill", "code", "notice", "order"}
    | {"rule", "study", "survey", "handbook", "history", "bulletin"}
)
"""What is written, and does not speak as a body does."""
_INSIDE = frozenset({"of", "for", "the", "de", "du", "la", "le", "des"})


def find_speaking(scene: Scene, at: int) -> Chunk | None:
    """Recognise at the word the name of a periodical or a body whose verb of speech follows."""
    if scene.shouted or scene.headline:
        return None
    found = _periodicals().match(scene.tokens, at)
    capital = found is not None and scene.tokens[at].capital and scene.tokens[found[1] - 1].capital
    if found is not None and capital and _judges(scene, at, _behind_town(scene, found[1])):
        return _chunk(scene, at, found[1], "actor-press")
    last = _run(scene, at)
    if last is None:
        return None
    if _is_press(scene, at, last) and _judges(scene, at, last):
        return _chunk(scene, at, last, "actor-press")
    if at in scene.slanted and last - 1 in scene.slanted:
        if scene.tokens[last - 1].low in treaty_nouns() or scene.tokens[last - 1].low in _WORKS:
            return None
        said = speech_behind(scene, last)
        printed = (
            said in _REPORTING
            or (said in _JUDGING and scene.article(at) == "the")
            or (scene.setting.plain and said is not None and said not in _english())
        )
        return _chunk(scene, at, last, "actor-press") if printed else None
    if (is_company(scene, at, last) or _is_body(scene, at, last)) and _speaks(scene, at, last):
        return _chunk(scene, at, last, "actor-speaking")
    return None


def _speaks(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a verb of speech follows a name, or "according to" stands before it."""
    first = at - 1 if scene.article(at) else at
    if scene.before(first) == "to" and scene.before(first - 1) == "according":
        return True
    return speech_behind(scene, last) is not None


def _judges(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a periodical speaks, or finds something so."""
    return _speaks(scene, at, last) or scene.low(last) in _THOUGHT


def _is_press(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a name with an article ends as newspapers' names do: "the Veldhaven Courant"."""
    if last - at < 2 or scene.article(at) != "the" or scene.tokens[at].low in word_set("function"):
        return False
    return scene.tokens[last - 1].low in word_set("press-names") and scene.tokens[at].text not in word_set("given")


def is_company(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a name cannot be a person's: capitals or digits inside a word, or the notes show a company."""
    words = scene.tokens[at:last]
    if any(token.text in word_set("given") for token in words):
        return False
    if any(is_initial(scene.tokens, place) for place in range(at, last)):
        return False
    mixed = any(is_mixed(token.text) for token in words)
    return mixed or (words[0].low in scene.setting.companies and words[0].low not in scene.setting.small)


def _is_body(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a name of several words ends in a common noun: "Engine Advocacy"; the document of a name is none."""
    words = scene.tokens[at:last]
    if len(words) < 2 or any(token.text in word_set("given") or not token.capital for token in words[:-1]):
        return False
    last_word = words[-1].low
    if any(titles().match(scene.tokens, place) for place in range(at, last)) or adjectives().match(scene.tokens, at):
        return False
    if last_word in word_set("title-words") or last_word in treaty_nouns():
        return False
    return last_word in scene.setting.small and last_word not in word_set("surnames") and last_word not in _WORKS


def _chunk(scene: Scene, at: int, last: int, rule: str) -> Chunk:
    core = " ".join(token.low for token in scene.tokens[at:last])
    return Chunk(at, last, "international-organisation", rule, core.removeprefix("the "), "", "", scene.article(at))


def _run(scene: Scene, at: int) -> int | None:
    """Give the end of the run of capitalised words that begins at the word, small joints inside."""
    tokens, last = scene.tokens, at
    if not tokens[at].capital or (tokens[at].low in word_set("function") and tokens[at].low != "the"):
        return None
    place = at
    while place < min(len(tokens), at + _LONGEST) and (place == at or _joins(tokens[place])):
        if tokens[place].capital:
            last = place + 1
        elif tokens[place].low not in _INSIDE:
            break
        if tokens[place].possessive:
            break
        place += 1
    return last if last > at and not tokens[last - 1].possessive else None


def _joins(token: Token) -> bool:
    return (token.joined and "." not in token.gap) or token.gap in ("' ", "’ ")


def _behind_town(scene: Scene, place: int) -> int:
    """Step over "of London" behind a newspaper's name."""
    tokens = scene.tokens
    if scene.low(place) != "of" or not scene.joined(place + 1) or not tokens[place + 1].capital:
        return place
    return place + 2


def speech_behind(scene: Scene, place: int) -> str | None:
    """Give the verb of speech that follows, behind an adverb, an auxiliary, or words in brackets or commas."""
    place = behind_aside(scene, place)
    if place < len(scene.tokens) and scene.tokens[place].gap == ", " and scene.tokens[place].low in _WHICH:
        place += 1
    for _ in range(3):
        if place >= len(scene.tokens):
            return None
        low = scene.tokens[place].low
        if not (low in word_class("adverb") or low.endswith("ly") or low in word_set("verb-adverbs")):
            break
        place += 1
    if place >= len(scene.tokens):
        return None
    token = scene.tokens[place]
    verb = speech_verbs().get(token.low)
    closed = token.joined or token.gap.strip(" .") in (",", "),", ")")
    if closed and scene.setting.language != "en" and (token.low in split_verbs() or (verb and verb.sort == "foreign")):
        return token.low
    asks = verb is not None and verb.frame == "ask" and scene.low(place + 1) in ("to", "whether", "why", "how", "that")
    if asks and closed and verb is not None and verb.sort in ("third", "past"):
        return token.low
    if verb is None or not closed or verb.frame not in _BRINGING or verb.sort not in ("third", "past", "participle"):
        return token.low if closed and token.low in _THOUGHT and scene.low(place + 1) == "it" else None
    return None if verb.noun and scene.low(place + 1) not in ("that", "how") else token.low


def behind_aside(scene: Scene, place: int) -> int:
    """Step over what stands in brackets or between commas."""
    tokens = scene.tokens
    if place >= len(tokens) or tokens[place].joined:
        return place
    closing = ")" if tokens[place].gap.endswith("(") else "," if tokens[place].gap == ", " else ""
    if not closing:
        return place
    for end in range(place + 1, min(len(tokens), place + _ASIDE)):
        if closing in tokens[end].gap:
            return end
        if not tokens[end].joined and closing == ",":
            return place
    return place


@cache
def _english() -> frozenset[str]:
    return frozenset(form for form, verb in speech_verbs().items() if not verb.foreign) | _THOUGHT


@cache
def _periodicals() -> Terms:
    return Terms.of(
        Term(tuple(word.casefold() for word in name.split()), "press", proper=len(name.split())) for name in press()
    )
