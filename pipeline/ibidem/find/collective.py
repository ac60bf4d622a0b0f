"""Find states, peoples, organisations, bodies and the collectives that act, in one passage's words."""

from collections.abc import Iterator
from dataclasses import replace

from ibidem.find.body import find_body
from ibidem.find.chunk import Chunk, Scene
from ibidem.find.field import owner_behind
from ibidem.find.lowly import find_lowly
from ibidem.find.speaking import find_speaking
from ibidem.find.term import (
    Term,
    adjectives,
    capitals,
    heads,
    organisations,
    party_words,
    portfolios,
    states,
    word_class,
    word_set,
)
from ibidem.find.tongue import states_in

_FOR = frozenset({"pro", "anti"})
_PARTY_LONGEST = 4
_NAME_LONGEST = 12
"""How many words a name without an entry in a list may have: what is longer is no name."""


def find_collectives(scene: Scene) -> Iterator[Chunk]:
    """Find the chunks of a passage from left to right, none inside another.

    Two chunks have the same words where two nations share a head: "the French and German governments".
    """
    at = 0
    last: Chunk | None = None
    while at < len(scene.tokens):
        chunk = None if last is not None and _speaks_for(scene, last, at) else _longest(scene, at)
        if chunk is None:
            at += 1
            continue
        if last is not None and _is_bare(scene, last, chunk):
            chunk = replace(chunk, first=last.first)
        elif last is not None:
            yield from _with_its_twin(scene, _owned_behind(scene, last, chunk))
        last = chunk
        at = max(chunk.last, at + 1)
    if last is not None:
        yield from _with_its_twin(scene, last)


def _is_bare(scene: Scene, last: Chunk, chunk: Chunk) -> bool:
    """Tell whether a common noun is a name only with its possessor: "Norway's navy"."""
    alone = chunk.last == chunk.first + 1 and not scene.tokens[chunk.first].capital and chunk.first == last.last
    return alone and last.type == "state" and scene.tokens[chunk.first - 1].possessive


def _speaks_for(scene: Scene, last: Chunk, at: int) -> bool:
    """Tell whether the word only says who speaks for the body before it: "party officials"."""
    return at == last.last and scene.low(at) in word_class("speaker") and not scene.tokens[at - 1].possessive


def _owned_behind(scene: Scene, chunk: Chunk, after: Chunk) -> Chunk:
    """Give a body without a state that of the body it is a part of: "border troops of the Polish Ministry"."""
    if chunk.states or not after.states or after.type in ("state", "people") or chunk.type in ("state", "people"):
        return chunk
    between = [scene.low(place) for place in range(chunk.last, after.first)]
    joined = between in (["of"], ["of", "the"]) and scene.joined(after.first)
    return (
        replace(chunk, states=after.states, name="") if joined and chunk.type != "international-organisation" else chunk
    )


def _longest(scene: Scene, at: int) -> Chunk | None:
    token = scene.tokens[at]
    if token.low in word_set("function"):
        return None
    single = _single(scene, at) if token.capital else None
    body = _followers(scene, at) or find_body(scene, at)
    if body is not None and not body.states and not token.capital and scene.before(at) == "own":
        # "Its own border guards" are whose the sentence says, and have no name.
        body = None
    if single is None and body is None:
        return (find_speaking(scene, at) if token.capital else None) or find_lowly(scene, at)
    if single is None or (body is not None and body.last > single.last):
        return body
    return single


def _single(scene: Scene, at: int) -> Chunk | None:
    """Recognise a name that stands for itself: a state, a people, an organisation, a capital that acts."""
    found = states().match(scene.tokens, at)
    if found and not (found[0].exact and scene.shouted) and not _is_only_a_part(scene, at, found[1], found[0]):
        term, last = found
        organisation = _organisation(scene, at)
        if organisation is not None and organisation.last > last:
            return organisation
        if term.kind == "people":
            return Chunk(at, last, term.type, "actor-people", "people", term.name, term.state)
        return Chunk(at, last, term.type, "actor-state", "state", term.name, term.state)
    foreign = states_in(scene.setting.language).match(scene.tokens, at)
    if foreign and not _is_given_name(scene, at, foreign[1]):
        term, last = foreign
        return Chunk(at, last, term.type, "actor-state", "state", term.name, term.state)
    adjective = adjectives().match(scene.tokens, at)
    stands = scene.low(adjective[1]) if adjective and adjective[0].state else ""
    if adjective and (stands in ("state", "republic") or (stands == "side" and scene.article(at) == "the")):
        return Chunk(at, adjective[1] + 1, "state", "actor-state", "state", adjective[0].name, adjective[0].state)
    known = _organisation(scene, at) or _capital(scene, at)
    return known or _party_word(scene, at) or _comprising(scene, at)


def _is_given_name(scene: Scene, at: int, last: int) -> bool:
    """Tell whether a country's name is somebody's given name: "Maurice Agulhon" in French."""
    token = scene.tokens[at]
    surname = last == at + 1 and scene.joined(last) and scene.tokens[last].capital and not token.possessive
    return surname and token.text in word_set("given")


def _is_only_a_part(scene: Scene, at: int, last: int, term: Term) -> bool:
    """Tell whether a state's name is only a part or a description: "Mexico City", "New England", "a U.S. court"."""
    town = capitals().match(scene.tokens, at)
    if scene.joined(at) and scene.tokens[at - 1].text in word_set("given") and not scene.tokens[at - 1].possessive:
        return not term.exact
    if (town and town[1] > last) or scene.before(at) == "new" or (scene.before(at) == "south" and term.name == "Wales"):
        return True
    if not term.exact or scene.tokens[last - 1].possessive or not scene.joined(last):
        return False
    adjective = any(other.exact == term.exact for other in adjectives().by_first.get(term.words[0], ()))
    low = scene.low(last)
    acts = low in word_set("acting") or low in word_set("function") or low in word_class("auxiliary")
    return adjective and not acts


def _organisation(scene: Scene, at: int) -> Chunk | None:
    token = scene.tokens[at]
    short = scene.setting.short.get(token.text)
    listed = organisations().match(scene.tokens, at)
    if short is not None and not scene.shouted and (listed is None or listed[1] == at + 1):
        core = short.same or short.name.casefold()
        name = "" if short.name.casefold() == token.low else short.name
        chunk = Chunk(at, at + 1, short.type, "actor-abbreviation", core, name, short.state, scene.article(at))
        return _owned(scene, chunk, short)
    found = organisations().match(scene.tokens, at)
    if found is None or (found[0].exact and scene.shouted):
        return None
    term, last = found
    branch = owner_behind(scene, last)
    if branch.states and len(term.words) == 1 and term.type != "international-organisation":
        core, owner = term.name.casefold(), branch.states[0]
        return Chunk(at, branch.last, term.type, "actor-organisation", core, "", owner, scene.article(at))
    if len(term.words) == 1 and scene.low(last) == "of" and term.type != "armed-group":
        return None
    if len(term.words) > 1 or term.exact or not (token.first and token.low in scene.setting.small):
        chunk = Chunk(
            at, last, term.type, "actor-organisation", term.name.casefold(), term.name, term.state, scene.article(at)
        )
        return _owned(scene, chunk, term)
    return None


def _owned(scene: Scene, chunk: Chunk, term: Term) -> Chunk:
    """Read whose branch it is: "the KGB of Tajikistan"."""
    if term.type == "international-organisation" or term.state:
        return chunk
    behind = owner_behind(scene, chunk.last)
    return replace(chunk, last=behind.last, states=behind.states[0], name="") if behind.states else chunk


def _capital(scene: Scene, at: int) -> Chunk | None:
    """Recognise a capital that stands for its state: it owns, acts, or something is done by it."""
    found = capitals().match(scene.tokens, at)
    if found is None or scene.tokens[at - 1 if at else 0].text in word_set("given"):
        return None
    term, last = found
    owner = scene.tokens[last - 1].possessive
    acts = _acts(scene, last)
    before = scene.before(at)
    told = before in word_class("toward-whom") and scene.low(last) in ("that", "to", "not", "about")
    told = told or (before == "for" and scene.before(at - 1) in ("speaking", "spoke", "speaks", "behalf"))
    if owner or told or (acts and before not in word_class("placed")) or (before == "by" and scene.low(last) != "on"):
        return Chunk(at, last, "state", "actor-capital", "state", "", term.state)
    return None


def _acts(scene: Scene, place: int) -> bool:
    """Tell whether a capital's verb follows, be it behind an adverb or another capital: "Paris and Moscow agreed"."""
    other = capitals().match(scene.tokens, place + 1) if scene.low(place) == "and" and scene.joined(place + 1) else None
    place = other[1] if other else place
    while scene.low(place) in word_set("verb-adverbs") or scene.low(place).endswith("ly"):
        place += 1
    low = scene.low(place)
    return low in word_set("acting") or low in word_set("deeds") or low in word_class("auxiliary")


def _party_word(scene: Scene, at: int) -> Chunk | None:
    """Recognise a name that begins with another language's word for party: "Partido Popular", "Hizb-e-Wahdat"."""
    low = scene.tokens[at].low
    type_ = party_words().get(low.split("-")[0])
    if type_ is None:
        return None
    last = at + 1
    while "-" not in low and scene.joined(last) and last < at + _PARTY_LONGEST:
        if not (scene.tokens[last].capital or scene.tokens[last].low in word_class("party-joint")):
            break
        last += 1
    if last == at + 1 and "-" not in low:
        return None
    core = " ".join(token.low for token in scene.tokens[at:last])
    return Chunk(at, last, type_, "actor-organisation", core.replace("-i-", "-e-").replace("-ul-", "-e-"))


def _comprising(scene: Scene, at: int) -> Chunk | None:
    """Recognise by its members what no list knows: "the Northern Security Pact comprising Norway and Denmark"."""
    tokens, last = scene.tokens, at
    while (last == at or scene.joined(last)) and last < min(len(tokens), at + _NAME_LONGEST) and tokens[last].capital:
        if tokens[last].low in word_set("function"):
            break
        last += 1
    if last < at + 2 or scene.headline or scene.low(last) not in word_class("comprising"):
        return None
    place = last + 1 + (scene.low(last + 1) in ("of", "the"))
    found = states().match(tokens, place) if scene.joined(place) and tokens[place].capital else None
    if found is None or found[0].kind != "state":
        return None
    core = " ".join(token.low for token in tokens[at:last])
    return Chunk(at, last, "international-organisation", "actor-members", core, "", "", scene.article(at))


def _followers(scene: Scene, at: int) -> Chunk | None:
    """Recognise those who fight for or against somebody: "pro-Franco forces"."""
    tokens = scene.tokens
    if tokens[at].low not in _FOR or at + 2 >= len(tokens):
        return None
    if tokens[at + 1].gap not in ("-", "‐", "‑") or not tokens[at + 1].capital:
        return None
    head = heads().match(tokens, at + 2) if scene.joined(at + 2) else None
    if head is None or head[0].type not in ("military-unit", "armed-group"):
        return None
    core = f"{tokens[at].low} {tokens[at + 1].low} {head[0].same}"
    return Chunk(at, head[1], "armed-group", "actor-collective", core)


def _with_its_twin(scene: Scene, chunk: Chunk) -> Iterator[Chunk]:
    """Give the chunk, and the one that shares its head: two nations, or two ministries."""
    other = _first_nation(scene, chunk) or _second_ministry(scene, chunk)
    if other is None:
        yield chunk
        return
    first, last = min(chunk.first, other.first), max(chunk.last, other.last)
    yield replace(chunk, first=first, last=last)
    yield replace(other, first=first, last=last)


def _first_nation(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Read the first of two: "the French and German governments"."""
    plural = scene.tokens[chunk.last - 1].low.endswith("s") and chunk.rule in ("actor-body", "actor-collective")
    if not (plural and chunk.states and scene.before(chunk.first) == "and" and scene.joined(chunk.first - 1)):
        return None
    found = adjectives().match_before(scene.tokens, chunk.first - 1)
    if found is None or not found[0].state or not scene.tokens[found[1]].capital:
        return None
    return replace(chunk, first=found[1], states=found[0].state, article=scene.article(found[1]))


def _second_ministry(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Read the second of two: "the Ministries of Defence and Foreign Affairs"."""
    plural = any(token.low in ("ministries", "departments") for token in scene.tokens[chunk.first : chunk.last])
    if not (plural and scene.low(chunk.last) == "and" and scene.joined(chunk.last + 1)):
        return None
    found = portfolios().match(scene.tokens, chunk.last + 1)
    if found is None:
        return None
    return replace(chunk, last=found[1], core=f"ministry of {found[0].name.casefold()}")
