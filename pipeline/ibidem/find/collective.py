"""Find states, peoples, organisations, bodies and the collectives that act, in one passage's words."""

from collections.abc import Iterator
from dataclasses import dataclass

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.term import (
    Term,
    adjectives,
    capitals,
    heads,
    organisations,
    party_words,
    portfolios,
    states,
    word_set,
)

_OWNED = frozenset({"people", "workers", "women", "children", "soldiers", "farmers", "citizens"})
_PEOPLE = frozenset({"people", "nation", "community", "communities", "minority", "minorities", "population", "nationals"})
_ATTRIBUTIVE = frozenset({"military", "guard", "police", "resistance"})
_AUXILIARY = frozenset({"has", "had", "was", "is", "would", "will", "could", "did", "does", "may", "might", "must", "should"})
_LINKS = frozenset({"of", "for", "on"})
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    first: int
    last: int
    term: Term | None = None


def find_collectives(scene: Scene) -> Iterator[Chunk]:
    """Find the chunks of a passage from left to right, none inside another."""
    at = 0
    while at < len(scene.tokens):
        chunk = _longest(scene, at)
        if chunk is None:
            at += 1
            continue
        yield chunk
        yield from _second_ministry(scene, chunk)
        at = max(chunk.last, at + 1)


def _longest(scene: Scene, at: int) -> Chunk | None:
    token = scene.tokens[at]
    if token.low in word_set("function"):
        return None
    body = _body(scene, at)
    single = _single(scene, at) if token.capital else None
    if body is None or (single is not None and single.last > body.last):
        return single
    return body


def _single(scene: Scene, at: int) -> Chunk | None:
    """Recognise a name that stands for itself: a state, a people, an organisation, a capital that acts."""
    tokens = scene.tokens
    found = organisations().match(tokens, at)
    if found and not (found[0].exact and scene.shouted) and not _of_follows(scene, found):
        term, last = found
        if term.type == "armed-group" or len(term.words) > 1 or not tokens[at].first or term.exact:
            return Chunk(at, last, term.type, "actor-organisation", term.name.casefold(), term.name, term.state)
    found = states().match(tokens, at)
    if found and not (found[0].exact and scene.shouted):
        term, last = found
        core = "people" if term.kind == "people" else "state"
        return Chunk(at, last, term.type, f"actor-{core}", core, term.name, term.state)
    found = adjectives().match(tokens, at)
    if found and found[0].state and scene.joined(found[1]) and tokens[found[1]].low in ("state", "republic"):
        return Chunk(at, found[1] + 1, "state", "actor-state", "state", found[0].name, found[0].state)
    return _capital(scene, at) or _party_word(scene, at)


def _of_follows(scene: Scene, found: tuple[Term, int]) -> bool:
    return len(found[0].words) == 1 and scene.joined(found[1]) and scene.tokens[found[1]].low == "of"


def _capital(scene: Scene, at: int) -> Chunk | None:
    found = capitals().match(scene.tokens, at)
    if found is None:
        return None
    term, last = found
    owner = scene.tokens[last - 1].possessive
    following = scene.tokens[last].low if scene.joined(last) else ""
    before = scene.tokens[at - 1].low if at and scene.joined(at) else ""
    placed = before in ("in", "at", "near", "from", "to", "through", "of", "outside", "around")
    acts = following in word_set("acting") or following in _AUXILIARY
    if owner or (acts and not placed) or (before == "by" and following != "on"):
        return Chunk(at, last, "state", "actor-capital", "state", "", term.state)
    return None


def _party_word(scene: Scene, at: int) -> Chunk | None:
    first = scene.tokens[at].low.split("-")[0]
    type_ = party_words().get(first)
    if type_ is None:
        return None
    last = at + 1
    while "-" not in scene.tokens[at].low and scene.joined(last) and last < at + 4:
        if not (scene.tokens[last].capital or scene.tokens[last].low in ("e", "i", "ul")):
            break
        last += 1
    if last == at + 1 and "-" not in scene.tokens[at].low:
        return None
    words = " ".join(token.low for token in scene.tokens[at:last])
    return Chunk(at, last, type_, "actor-organisation", words)


def _pieces(scene: Scene, at: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    place = at
    while place < min(len(scene.tokens), at + _LONGEST) and (place == at or scene.joined(place)):
        piece = _piece(scene, place)
        if piece is None:
            break
        pieces.append(piece)
        place = piece.last
        if scene.tokens[place - 1].possessive and piece.kind in ("word", "small") and (
            scene.tokens[place - 1].low not in _OWNED
        ):
            break
        place = _behind_brackets(scene, place)
    return pieces


def _behind_brackets(scene: Scene, place: int) -> int:
    """Step over an abbreviation in brackets inside a name: "Federal Border Guard (FBG) Service"."""
    tokens = scene.tokens
    if place + 1 < len(tokens) and tokens[place].gap.endswith(" (") and tokens[place + 1].gap == ") ":
        if tokens[place].text.isupper() and heads().match(tokens, place + 1) and tokens[place + 1].capital:
            return place + 1
    return place


def _piece(scene: Scene, place: int) -> _Piece | None:
    token = scene.tokens[place]
    if token.numeral:
        return _Piece("number", place, place + 1) if not token.text.isdigit() else None
    if token.capital:
        for kind, terms in (("adjective", adjectives()), ("state", states()), ("organisation", organisations())):
            found = terms.match(scene.tokens, place)
            if found and found[0].kind != "people" and not (found[0].exact and scene.shouted):
                return _Piece(kind, place, found[1], found[0])
    found = heads().match(scene.tokens, place)
    if found:
        return _Piece("head", place, found[1], found[0])
    if token.low in word_set("group-modifiers"):
        return _Piece("word" if token.capital and not token.first else "small", place, place + 1)
    found = adjectives().match(scene.tokens, place)
    if found and not found[0].state:
        return _Piece("adjective", place, found[1], found[0])
    return _word(scene, place)


def _word(scene: Scene, place: int) -> _Piece | None:
    token = scene.tokens[place]
    if not token.capital or token.low in word_set("function"):
        return None
    if token.first and token.low in scene.setting.small:
        return None
    return _Piece("word", place, place + 1)


def _body(scene: Scene, at: int) -> Chunk | None:
    """Recognise modifiers with a head: "Polish border troops", "the Ministry of Defence"."""
    pieces = _pieces(scene, at)
    for count in range(len(pieces), 0, -1):
        head = pieces[count - 1]
        if head.kind == "head" or (head.kind == "organisation" and count > 1):
            chunk = _named(scene, pieces[:count])
            if chunk is not None:
                return chunk
    return None


def _named(scene: Scene, pieces: list[_Piece]) -> Chunk | None:
    head = pieces[-1]
    assert head.term is not None
    while len(pieces) > 1 and pieces[0].kind == "small" and pieces[0].first + 1 == pieces[1].first and (
        pieces[1].kind == "adjective" and head.term.name != "military"
    ):
        pieces = pieces[1:]
    last, owner, complement = _complement(scene, head)
    states_ = _states(pieces, owner)
    if head.kind == "organisation":
        return _national(scene, pieces, states_)
    if not _counts(scene, pieces, head, bool(owner), complement):
        return None
    core = _core(scene, pieces, complement)
    if len(states_.split()) > 1 and head.term.type != "state":
        return None
    type_, core = _normal(head.term, core, states_, pieces)
    article = scene.article(pieces[0].first)
    return Chunk(pieces[0].first, last, type_, f"actor-{_rule(head.term)}", core, "", states_, article)


def _rule(term: Term) -> str:
    return "body" if term.name == "capital" else "collective"


def _national(scene: Scene, pieces: list[_Piece], states_: str) -> Chunk | None:
    """Name a known organisation's branch of one state: "the Tajik KGB", "the Afghan Mujahidin"."""
    term = pieces[-1].term
    assert term is not None
    if any(piece.kind not in ("adjective", "state", "small", "number") for piece in pieces[:-1]):
        return None
    if not any(piece.kind == "adjective" or piece.kind == "state" for piece in pieces[:-1]):
        return None
    article = scene.article(pieces[0].first)
    name = term.name if not states_ or states_ == term.state else ""
    core = term.name.casefold()
    return Chunk(pieces[0].first, pieces[-1].last, term.type, "actor-organisation", core, name, states_, article)


def _states(pieces: list[_Piece], owner: str) -> str:
    codes = [piece.term.state for piece in pieces if piece.kind in ("adjective", "state") and piece.term]
    return " ".join(dict.fromkeys(filter(None, [*codes, owner])))


def _complement(scene: Scene, head: _Piece) -> tuple[int, str, str]:
    """Read what follows the head: "of Defence", "of the Russian Federation"; give end, state's code, field."""
    tokens = scene.tokens
    last, field = head.last, ""
    assert head.term is not None
    if head.term.name == "capital" or head.term.words[-1] == "presidium":
        last, field = _field(scene, head)
    if scene.joined(last) and tokens[last].low == "of" and scene.joined(last + 1):
        place = last + 1 + (tokens[last + 1].low == "the")
        found = states().match(tokens, place) if scene.joined(place) and tokens[place].capital else None
        if found and found[0].kind == "state" and not _coordinated(scene, found[1]):
            return found[1], found[0].state, field
    return last, "", field


def _coordinated(scene: Scene, place: int) -> bool:
    """Tell whether a second state follows: "the governments of France and Italy" is no one's body."""
    tokens = scene.tokens
    if place + 1 >= len(tokens) or not (tokens[place].low == "and" or tokens[place].gap == ", "):
        return False
    after = place + (tokens[place].low == "and")
    after += tokens[after].low == "the" and after + 1 < len(tokens)
    found = states().match(tokens, after) if tokens[after].capital else None
    return found is not None and found[0].kind == "state"


def _field(scene: Scene, head: _Piece) -> tuple[int, str]:
    tokens = scene.tokens
    if not (scene.joined(head.last) and tokens[head.last].low in _LINKS and tokens[head.first].capital):
        return head.last, ""
    place = start = head.last + 1 + (scene.joined(head.last + 1) and tokens[head.last + 1].low == "the")
    found = portfolios().match(tokens, start) if scene.joined(start) else None
    place = found[1] if found else start
    while scene.joined(place) and _plain(scene, place):
        place += 1
    while scene.joined(place + 1) and tokens[place].low == "and" and tokens[place].joined and _plain(scene, place + 1):
        if tokens[head.first].low == "ministries" or place == start:
            break
        place += 2
        while scene.joined(place) and _plain(scene, place):
            place += 1
    return (place, " ".join(token.low for token in tokens[start:place])) if place > start else (head.last, "")


def _plain(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    if not token.capital or token.low in word_set("function"):
        return False
    known = states().match(scene.tokens, place) or capitals().match(scene.tokens, place)
    return known is None


def _counts(scene: Scene, pieces: list[_Piece], head: _Piece, owned: bool, complement: str) -> bool:
    term = head.term
    assert term is not None
    token = scene.tokens[head.first]
    kinds = {piece.kind for piece in pieces[:-1]}
    bound = owned or bool(kinds & {"adjective", "state", "organisation"})
    smalls = {scene.tokens[piece.first].low for piece in pieces[:-1]}
    if term.words[-1] in _ATTRIBUTIVE and _goes_on(scene, head.last):
        return False
    if term.name == "any":
        return bound or _free(scene, pieces, head)
    if term.name == "numbered":
        return bound and len(pieces) > 2 or "number" in kinds or (token.capital and "word" in kinds)
    if term.name == "military":
        return bound and bool(smalls & _ARMED or "organisation" in kinds)
    if term.name == "tail":
        return token.capital and "word" in kinds
    if not token.capital or scene.headline and not bound:
        return False
    return bound or bool(complement) or bool(kinds & {"word", "number"})


_ARMED = frozenset({"armed", "rebel", "guerrilla", "opposition", "paramilitary", "para-military", "insurgent", "militant"})
_FREE = _ARMED | {"peace-keeping", "peacekeeping", "border", "coalition", "government", "occupation", "expeditionary"}


def _free(scene: Scene, pieces: list[_Piece], head: _Piece) -> bool:
    """Tell whether a collective without a nation counts: "the opposition", "regional warlords"."""
    assert head.term is not None
    definite = scene.article(pieces[0].first) == "the"
    smalls = [scene.tokens[piece.first].low for piece in pieces[:-1]]
    if head.term.words == ("opposition",):
        return definite and not _goes_on(scene, head.last)
    if head.term.type == "armed-group":
        return bool(smalls) and not _goes_on(scene, head.last)
    return head.term.type == "military-unit" and definite and bool(_FREE & set(smalls))


def _goes_on(scene: Scene, place: int) -> bool:
    """Tell whether a noun follows, so that the word before only describes it: "military presence"."""
    if not scene.joined(place):
        return False
    low = scene.tokens[place].low
    verb = low in word_set("acting") or low.endswith(("ed", "ing"))
    return not (verb or low in word_set("function") or low in _AUXILIARY)


def _core(scene: Scene, pieces: list[_Piece], complement: str) -> str:
    words: list[str] = []
    for piece in pieces:
        if piece.kind == "state" or (piece.kind == "adjective" and piece.term and piece.term.state):
            continue
        words.extend(token.low for token in scene.tokens[piece.first : piece.last])
    core = " ".join(words)
    return f"{core} of {complement}" if complement else core


def _normal(head: Term, core: str, states_: str, pieces: list[_Piece]) -> tuple[str, str]:
    """Bring the names of one thing together: ministries by their field, governments, peoples."""
    word = head.words[-1]
    if word in ("ministry", "ministries"):
        field = core.partition(" of ")[2] or core.rpartition(" ")[0]
        normal = {" ".join(term.words): term.name for group in portfolios().by_first.values() for term in group}
        return head.type, f"ministry of {normal.get(field, field).casefold()}" if field else core
    if word in ("government", "governments") and states_:
        pure = all(piece.kind in ("adjective", "state", "head", "word") for piece in pieces)
        return head.type, "government" if pure else core
    if word in _PEOPLE and states_ and core in _PEOPLE | {"speaking people", "speaking population"}:
        return "people", "people" if "speaking" not in core else "speaking people"
    return head.type, core


def _second_ministry(scene: Scene, chunk: Chunk) -> Iterator[Chunk]:
    """Read the second of two: "the Ministries of Defence and Foreign Affairs"."""
    tokens = scene.tokens
    plural = any(token.low in ("ministries", "departments") for token in tokens[chunk.first : chunk.last])
    if not (plural and scene.joined(chunk.last + 1) and tokens[chunk.last].low == "and"):
        return
    found = portfolios().match(tokens, chunk.last + 1)
    if found:
        core = f"ministry of {found[0].name.casefold()}"
        yield Chunk(chunk.last + 1, found[1], chunk.type, chunk.rule, core, "", chunk.states, chunk.article)
