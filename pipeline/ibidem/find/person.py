"""Find the names of persons in one passage's words: what a title, a given name, initials or speech gives away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Scene
from ibidem.find.office import Office
from ibidem.find.term import adjectives, capitals, name_words, organisations, states, word_class, word_set
from ibidem.find.token import Token

_LONGEST = 8
_NUMERALS = frozenset(
    {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"}
)
_SUFFIXES = frozenset({"jr", "sr"})


@dataclass(frozen=True, slots=True)
class Person:
    """A run of words (indices, half-open) that names a person, without titles; `evidence` says why."""

    first: int
    last: int
    evidence: str


def find_persons(
    scene: Scene, *, busy: Sequence[bool], offices: Sequence[Office], known: frozenset[str]
) -> list[Person]:
    """Find the names of a passage; `busy` words belong to other names, `known` are family names found elsewhere."""
    found: list[Person] = []
    titled = dict(_behind(scene, offices))
    before = {office.first for office in offices}
    at = 0
    while at < len(scene.tokens):
        end = _run(scene, busy, at)
        if end is None:
            at += 1
            continue
        evidence = _evidence(scene, at, end, titled, before, known) or _listed(scene, at, found)
        if evidence:
            found.append(Person(at, end, evidence))
        at = end if evidence or len(scene.tokens) <= at + 1 else at + 1
    return found


def _behind(scene: Scene, offices: Sequence[Office]) -> Iterator[tuple[int, str]]:
    """Give the places right behind a title, and behind an office with an owner and a comma."""
    for office in offices:
        if office.last < len(scene.tokens):
            token = scene.tokens[office.last]
            plain = scene.tokens[office.last - 1].possessive
            if (token.joined and not plain) or (token.gap in (", ", ",") and office.kind == "office" and office.owner):
                yield office.last, "office" if office.kind == "office" else "title"


def _run(scene: Scene, busy: Sequence[bool], at: int) -> int | None:
    """Give the end of the run of name words that begins at the word, None where none begins."""
    tokens = scene.tokens
    place, words = at, 0
    while place < min(len(tokens), at + _LONGEST) and not busy[place] and (place == at or tokens[place].joined):
        token = tokens[place]
        if is_initial(tokens, place) or _is_particle(tokens, place, at):
            place += 1
        elif words and (token.text in _NUMERALS or token.low in _SUFFIXES):
            return place + 1
        elif _is_name(scene, place, at):
            words += 1
            place += 1
        else:
            break
        if token.possessive:
            break
    while place > at and (is_initial(tokens, place - 1) or not tokens[place - 1].capital):
        place -= 1
    return place if words and place > at else None


def is_initial(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the word is an initial: one letter, or letters with full stops, before a full stop or a name."""
    token = tokens[place]
    if not token.capital or place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    if "." in token.text:
        return after.capital and after.joined and not is_abbreviation(token)
    return (
        len(token.text) == 1
        and after.gap.startswith(".")
        and after.joined
        and (after.capital or after.low in _particles())
    )


def is_abbreviation(token: Token) -> bool:
    """Tell whether letters with full stops are a state's or an organisation's: "U.S.", "U.N."."""
    return any(
        term.exact in (token.text, token.text.rstrip("."))
        for table in (states(), organisations(), adjectives())
        for term in table.by_first.get(token.low, ())
        if term.exact
    )


def _particles() -> frozenset[str]:
    return word_set("particles")


def _is_particle(tokens: Sequence[Token], place: int, at: int) -> bool:
    token = tokens[place]
    if token.low not in _particles() or place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    return (place > at or token.capital) and after.joined and (after.capital or after.low in _particles())


def _is_name(scene: Scene, place: int, at: int) -> bool:
    token = scene.tokens[place]
    if not token.capital or len(token.text) < 2 or "." in token.text:
        return False
    if token.text.isupper() and len(token.text) < 5 and not scene.shouted:
        return False
    if token.low in name_words().barred:
        return place > at and token.low in name_words().inside
    if token.first and place == at and token.low in scene.setting.small and not _is_given(token):
        return False
    if place > at and (_is_given(scene.tokens[place - 1]) or is_initial(scene.tokens, place - 1)):
        return True
    match = states().match(scene.tokens, place) or adjectives().match(scene.tokens, place)
    return match is None and (capitals().match(scene.tokens, place) is None or _is_given(token))


def _is_given(token: Token) -> bool:
    return token.text in word_set("given") or token.text.title() in word_set("given")


def _evidence(
    scene: Scene, at: int, end: int, titled: dict[int, str], before: set[int], known: frozenset[str]
) -> str | None:
    tokens = scene.tokens
    words = [token for token in tokens[at:end] if len(token.text) > 1 and token.capital]
    if at in titled:
        return titled[at]
    if _is_in_a_longer_name(scene, at, end):
        return None
    family = words[-1].low
    if (
        len(words) == 1
        and scene.before(at) in word_class("determiner")
        and (family not in known or scene.before(at) != "the")
    ):
        return None
    if family in known and (len(words) > 1 or not tokens[at].first or family not in scene.setting.small):
        return "known"
    if scene.headline:
        return None
    if len(words) > 1 and _is_given(tokens[at]):
        return "given"
    if any(is_initial(tokens, place) for place in range(at, end)):
        return "initials"
    if _is_apposed(scene, end, before):
        return "apposed"
    return _spoken(scene, at, end, words)


def _listed(scene: Scene, at: int, found: list[Person]) -> str | None:
    """Judge a name by the person that "and" joins it to."""
    if scene.headline or scene.before(at) != "and" or not found or found[-1].last != at - 1 or not scene.joined(at - 1):
        return None
    return "listed" if found[-1].evidence in ("office", "title", "given", "initials") else None


def _is_in_a_longer_name(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a capitalised common noun stands beside: "Victoria Street", "Lake Victoria"."""
    tokens = scene.tokens
    after = end < len(tokens) and tokens[end].joined and not tokens[end - 1].possessive and tokens[end]
    if after and after.capital and after.low in name_words().places:
        return True
    before = tokens[at - 1] if at and tokens[at].joined else None
    return before is not None and before.capital and before.low in name_words().places and not before.possessive


def _is_apposed(scene: Scene, end: int, before: set[int]) -> bool:
    """Tell whether an office in commas follows: "Petkel, the party's chairman"."""
    return (
        end < len(scene.tokens)
        and scene.tokens[end].gap == ", "
        and any(place in before for place in range(end, min(end + 4, len(scene.tokens))))
    )


def _spoken(scene: Scene, at: int, end: int, words: list[Token]) -> str | None:
    """Judge a name without any mark of a person by what is said around it."""
    tokens = scene.tokens
    first = tokens[at]
    if len(words) == 1 and first.first and first.low not in scene.setting.named | scene.setting.cited:
        return None
    if at > 1 and tokens[at].joined and tokens[at - 1].low == "to" and tokens[at - 2].low == "according":
        return "spoken"
    place = end
    while scene.joined(place) and (tokens[place].low in word_class("adverb") or tokens[place].low.endswith("ly")):
        place += 1
    if not scene.joined(place):
        return None
    low = tokens[place].low
    if low in word_class("saying") or low in word_set("acting"):
        return "spoken"
    return None
