"""Find the names of persons in one passage's words: what a title, a given name, initials or speech gives away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Scene
from ibidem.find.deed import told_of
from ibidem.find.name import NUMERALS, Names, is_given, is_initial, run_at, trimmed
from ibidem.find.office import Office
from ibidem.find.term import name_words, word_class, word_set
from ibidem.parse.date import months

_COMMAS = (", ", ",", ", (")
RULES = {
    "office": "actor-person-office",
    "title": "actor-person-title",
    "occupation": "actor-person-occupation",
    "crown": "actor-person-crown",
    "given": "actor-person-given",
    "initials": "actor-person-initials",
    "apposed": "actor-person-apposed",
    "listed": "actor-person-listed",
    "spoken": "actor-person-spoken",
    "cited": "actor-person-cited",
    "known": "actor-person-known",
    "famous": "actor-person-famous",
}
"""The rule of each kind of evidence that words are a person's name."""
_DEFINITE = frozenset({"the", "il", "la", "le", "lo", "el", "der", "die"})
_KIN_OF = frozenset(
    {
        "his",
        "her",
        "their",
        "my",
        "su",
        "sus",
        "sa",
        "son",
        "suo",
        "sua",
        "ihr",
        "ihre",
        "sein",
        "seine",
        "mi",
        "ma",
        "mon",
    }
)
_STRONG = frozenset({"office", "crown", "title", "given", "initials", "occupation"})
_EASTERN = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A run of words (indices, half-open) that names a person, without titles; `evidence` says why."""

    first: int
    last: int
    evidence: str


@dataclass(frozen=True, slots=True)
class _Signs:
    """Where titles end (with their kind), and where offices begin that can stand behind a name in commas."""

    titled: dict[int, str]
    offices: frozenset[int]


def find_persons(
    scene: Scene, *, busy: Sequence[bool], offices: Sequence[Office], known: frozenset[str]
) -> list[Person]:
    """Find the names of a passage; `busy` words belong to other names, `known` are family names found elsewhere."""
    titled = dict(_behind(scene, offices))
    names = Names(scene, busy, known, titled)
    signs = _Signs(
        titled,
        frozenset(office.first for office in offices if not office.bare and not office.plural),
    )
    peers = {office.first: office.last for office in offices if _is_peer(scene, office)}
    found: list[Person] = []
    at = 0
    while at < len(scene.tokens):
        if at in peers:
            found.append(Person(at, peers[at], "title"))
            at = peers[at]
            continue
        if scene.setting.monsieur and scene.tokens[at].text == "M" and is_initial(scene.tokens, at):
            signs.titled[at + 1] = "title"
            at += 1
            continue
        end = run_at(names, at)
        if end is None:
            at += 1
            continue
        first, last = trimmed(scene, at, end)
        evidence = _evidence(names, signs, first, last) or _listed(names, first, last, found)
        if evidence:
            found.append(Person(first, last, evidence))
        at = end if evidence else at + 1
    return found


def _is_peer(scene: Scene, office: Office) -> bool:
    """Tell whether a title of nobility stands for its holder: "the Duke of Wellington"."""
    if office.kind != "style" or office.owner is None or office.owner[0] < office.first or office.article != "the":
        return False
    named = office.title.casefold() in word_set("peers") and scene.tokens[office.first].capital
    after = scene.tokens[office.last] if office.last < len(scene.tokens) else None
    # "the Duke of York, Frederick": there the name follows.
    return named and not (after is not None and after.gap in _COMMAS and after.capital)


def _behind(scene: Scene, offices: Sequence[Office]) -> Iterator[tuple[int, str]]:
    """Give the places right behind a title, and behind an office with an owner and a comma."""
    for office in offices:
        if office.last >= len(scene.tokens):
            continue
        token = scene.tokens[office.last]
        close = token.joined and not scene.tokens[office.last - 1].possessive
        kin = office.kind == "honorific" and scene.before(office.first) in _KIN_OF and is_given(token)
        apposed = token.gap in _COMMAS and (office.kind == "office" or kin)
        if close or (apposed and (kin or office.owner or _is_enclosed(scene, office))):
            yield office.last, office.kind if office.kind in ("office", "occupation", "crown") else "title"


def _is_enclosed(scene: Scene, office: Office) -> bool:
    """Tell whether a name in commas follows a definite office: "the Prime Minister, Inukai Tsuyoshi, resigned"."""
    field = scene.before(office.first)
    definite = office.article in _DEFINITE or (field.islower() and scene.article(office.first - 1) == "the")
    if not definite or (field in word_set("function") and field not in _DEFINITE):
        return False
    place = office.last + 1
    while scene.joined(place) and scene.tokens[place].capital and place < office.last + 4:
        place += 1
    return place < len(scene.tokens) and scene.tokens[place].gap in _COMMAS


def _evidence(names: Names, signs: _Signs, at: int, end: int) -> str | None:
    scene, tokens = names.scene, names.scene.tokens
    words = [token for token in tokens[at:end] if len(token.text) > 1 and token.capital]
    family = words[-1].low
    title = signs.titled.get(at)
    alone = len(words) == 1
    common = family in scene.setting.things or family.removesuffix("s") in scene.setting.things
    noun = alone and not scene.setting.plain and common and not is_given(words[0])
    if title and not noun and not (alone and not names.knows(family) and _is_vague(scene, at, title)):
        return title
    if end - at > 1 and (words[-1].low in name_words().styles or tokens[end - 1].text in NUMERALS):
        return "title"
    if _is_in_a_longer_name(scene, at, end) or (len(words) == 1 and _is_determined(names, at, family)):
        return None
    single = len(words) == 1 and not tokens[at].first
    if not noun and names.knows(family) and (family not in scene.setting.small or single):
        return "known"
    if scene.headline:
        return None
    if len(words) > 1 and (is_given(tokens[at]) or _is_family_first(scene, at, end)):
        return "given"
    if any(is_initial(tokens, place) for place in range(at, end)):
        return "initials"
    if len(words) == 1 and tokens[at].text in word_set("famous") and family not in scene.setting.things:
        return "famous"
    if not scene.setting.plain or scene.before(at) in word_class("placed") - {"to", "of"}:
        return None
    if _is_apposed(scene, end, signs) or (end - at > 1 and _belongs(names, at, end)):
        return "apposed"
    return told_of(scene, at, end)


def _is_vague(scene: Scene, at: int, title: str) -> bool:
    """Tell whether a title before a single word may only describe it: "Chief Technologist", "singer Ella"."""
    return title == "occupation" or scene.before(at) in word_set("qualifiers")


def _is_family_first(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a name has the form of "Deng Xiaoping" or "Ho Chi Minh"."""
    return scene.tokens[at].text in word_set("family-first") and end - at <= _EASTERN


def _is_determined(names: Names, at: int, family: str) -> bool:
    """Tell whether an article makes a single word a thing: "the Elbe"; "the Hitler of 1923" is known to be a man."""
    before = names.scene.before(at)
    if before and names.scene.tokens[at - 1].possessive and not names.knows(family):
        return True
    return before in word_class("determiner") and (not names.knows(family) or before != "the")


def _listed(names: Names, at: int, end: int, found: list[Person]) -> str | None:
    """Judge a name by the person that "and" joins it to, before it or, where he is known, behind it."""
    scene = names.scene
    if scene.headline or not scene.setting.plain or scene.tokens[end - 1].low in scene.setting.things:
        return None
    before = scene.before(at) == "and" and scene.joined(at - 1) and bool(found) and found[-1].last == at - 1
    if before and found[-1].evidence in _STRONG | {"known"}:
        return "listed"
    if scene.low(end) != "and" or not scene.joined(end + 1) or scene.before(at) in word_class("placed"):
        return None
    last = run_at(names, end + 1)
    if last is None:
        return None
    styled = scene.tokens[last - 1].low in name_words().styles
    return "listed" if styled or names.knows(scene.tokens[last - 1].low) else None


def _is_in_a_longer_name(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a capitalised common noun stands beside: "Victoria Street", "Lake Victoria"."""
    tokens = scene.tokens
    common = name_words().places | word_set("surnames")
    if scene.before(at) == "the" and end - at > 1 and tokens[end - 1].low in common:
        return True
    after = tokens[end] if scene.joined(end) and not tokens[end - 1].possessive else None
    if after is not None and after.capital and after.low in name_words().places:
        return True
    before = tokens[at - 1] if at and tokens[at].joined else None
    if before is None or not before.capital or before.possessive or before.low in months():
        return False
    return before.low in name_words().places


def _is_apposed(scene: Scene, end: int, signs: _Signs) -> bool:
    """Tell whether an office follows, in commas or behind "became": "Novak, the party's chairman"."""
    place = end + (scene.low(end) in ("became", "becomes"))
    if place >= len(scene.tokens) or (place == end and scene.tokens[place].gap != ", "):
        return False
    while place not in signs.offices and scene.low(place + 1) and scene.tokens[place].low in _between():
        place += 1
    return place in signs.offices


def _belongs(names: Names, at: int, end: int) -> bool:
    """Tell whether it is said for whom somebody acts: "Patrick Dean for Britain", "Holden Roberto of the FNLA"."""
    scene = names.scene
    if scene.low(end) not in ("of", "for") or scene.article(at):
        return False
    place = end + 1 + (scene.low(end + 1) == "the")
    return scene.joined(place) and names.busy[place] and scene.tokens[place].capital


def _between() -> frozenset[str]:
    return word_class("between-name-and-office")
