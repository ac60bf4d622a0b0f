"""Find bodies and collectives: modifiers with a head, "Polish border troops", "the Ministry of Defence"."""

from dataclasses import dataclass

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.core import Parts, core_of
from ibidem.find.field import Complement, complement_of, owner_behind
from ibidem.find.piece import Piece, pieces_at
from ibidem.find.term import Term, adjectives, areas, organisations, states, word_class, word_set

_LONG_NAME = 2
_VERBS = frozenset({"states", "reports", "forces", "guards", "units", "claims"})


@dataclass(frozen=True, slots=True)
class _Owner:
    states: tuple[str, ...] = ()
    area: str = ""
    organisation: Term | None = None

    @property
    def named(self) -> bool:
        return bool(self.states or self.area or self.organisation)


def find_body(scene: Scene, at: int) -> Chunk | None:
    """Find the longest body or collective that begins at the word."""
    pieces = pieces_at(scene, at)
    for count in range(len(pieces), 0, -1):
        head = pieces[count - 1]
        if head.kind == "head" or (head.kind == "organisation" and count > 1):
            chunk = _chunk(scene, pieces[:count])
            if chunk is not None:
                return chunk
    return None


def _chunk(scene: Scene, pieces: list[Piece]) -> Chunk | None:
    head = pieces[-1]
    assert head.term is not None
    while len(pieces) > 1 and pieces[0].kind == "small" and pieces[1].kind in ("adjective", "organisation", "state"):
        pieces = pieces[1:]
    if head.kind == "organisation":
        return _national(scene, pieces) or _longer(scene, pieces)
    if head.term.words[-1] in word_class("speaker") and any(_is_spoken_for(piece) for piece in pieces[:-1]):
        return None
    complement = _where(scene, pieces) or complement_of(scene, head)
    owner = _owner(scene, pieces, complement)
    if not _counts(scene, pieces, owner, complement) or _is_no_body(scene, pieces):
        return None
    parts = _parts(scene, pieces, owner, complement)
    settled = core_of(parts)
    if settled is None or (len(owner.states) > 1 and head.term.type != "state"):
        return None
    type_, core = settled
    rule = "actor-body" if head.term.name == "capital" else "actor-collective"
    article = scene.article(pieces[0].first)
    return Chunk(pieces[0].first, complement.last, type_, rule, core, "", " ".join(owner.states), article)


def _where(scene: Scene, pieces: list[Piece]) -> Complement | None:
    """Read the state that groups of one creed are told apart by: "nationalist groups in Tajikistan"."""
    head = pieces[-1]
    words = {scene.tokens[piece.first].low for piece in pieces[:-1]}
    if head.term is None or head.term.same != "groups" or not words or not words <= word_class("political"):
        return None
    within = owner_behind(scene, head.last, links=("in",))
    return within if within.states else None


def _longer(scene: Scene, pieces: list[Piece]) -> Chunk | None:
    """Name a body whose last words are a known one's: "the Farabundo Martí National Liberation Front"."""
    known = pieces[-1]
    kinds = {piece.kind for piece in pieces[:-1]}
    assert known.term is not None
    if known.last - known.first < _LONG_NAME or known.term.type == "international-organisation":
        return None
    if "word" not in kinds or not kinds <= {"adjective", "word"}:
        return None
    core = " ".join(token.low for token in scene.tokens[pieces[0].first : known.last])
    article = scene.article(pieces[0].first)
    return Chunk(pieces[0].first, known.last, known.term.type, "actor-body", core, "", "", article)


def _is_spoken_for(piece: Piece) -> bool:
    return piece.kind == "head" and piece.term is not None and piece.term.type in ("military-unit", "government-body")


def _national(scene: Scene, pieces: list[Piece]) -> Chunk | None:
    """Name a known organisation's branch of one state: "the Polish Politburo", "the Iraqi Mukhabarat"."""
    term = pieces[-1].term
    assert term is not None
    kinds = {piece.kind for piece in pieces[:-1]}
    if not kinds <= {"adjective", "state", "small", "number"} or not kinds & {"adjective", "state", "number"}:
        return None
    behind = owner_behind(scene, pieces[-1].last)
    codes = " ".join(_codes(pieces[:-1]) or behind.states) or term.state
    last = behind.last if codes == " ".join(behind.states) else pieces[-1].last
    number = " ".join(scene.tokens[piece.first].low for piece in pieces if piece.kind == "number")
    if number and term.kind != "short":
        return None
    name = term.name if term.kind != "short" and (not codes or codes == term.state) else ""
    core = f"{number} {term.same or term.name.casefold()}".strip()
    article = scene.article(pieces[0].first)
    return Chunk(pieces[0].first, last, term.type, "actor-organisation", core, name, codes, article)


def _is_no_body(scene: Scene, pieces: list[Piece]) -> bool:
    words = " ".join(token.low for token in scene.tokens[pieces[0].first : pieces[-1].last])
    return words in word_set("no_bodies")


def _codes(pieces: list[Piece]) -> list[str]:
    return [
        piece.term.state for piece in pieces if piece.term and piece.kind in ("adjective", "state") and piece.term.state
    ]


def _owner(scene: Scene, pieces: list[Piece], complement: Complement) -> _Owner:
    """Collect whose it is: from what stands before the head, a possessive before that, and "of" behind it."""
    codes = [*_codes(pieces), *complement.states]
    held = [piece.term for piece in pieces[:-1] if piece.term is not None]
    area = next((term.name for term in held if term.type == "area"), complement.area)
    body = next((piece.term for piece in pieces[:-1] if piece.kind == "organisation"), None)
    first = pieces[0].first
    if scene.joined(first) and scene.tokens[first - 1].possessive:
        for table in (states(), adjectives(), areas(), organisations()):
            found = table.match_before(scene.tokens, first)
            if found and scene.tokens[found[1]].capital:
                codes += [found[0].state] if found[0].state and found[0].type == "state" else []
                area = area or (found[0].name if found[0].type == "area" else "")
                body = body or (found[0] if found[0].kind == "organisation" else None)
                break
        body = body or scene.setting.short.get(scene.tokens[first - 1].text)
    return _Owner(tuple(dict.fromkeys(codes)), area, body)


def _parts(scene: Scene, pieces: list[Piece], owner: _Owner, complement: Complement) -> Parts:
    head = pieces[-1].term
    assert head is not None
    modifiers: list[str] = []
    creeds: list[str] = []
    for piece in pieces[:-1]:
        if piece.kind in ("state", "organisation") or (piece.term and piece.term.type in ("state", "area")):
            continue
        words = [token.low + "'s" * token.possessive for token in scene.tokens[piece.first : piece.last]]
        (creeds if piece.kind == "adjective" else modifiers).extend(words)
    states_ = " ".join(owner.states)
    return Parts(head, tuple(modifiers), tuple(creeds), owner.organisation, owner.area, states_, complement.field)


def _counts(scene: Scene, pieces: list[Piece], owner: _Owner, complement: Complement) -> bool:
    head = pieces[-1]
    assert head.term is not None
    token = scene.tokens[head.first]
    kinds = {piece.kind for piece in pieces[:-1]}
    smalls = {scene.tokens[piece.first].low for piece in pieces[:-1]}
    bound = owner.named or "adjective" in kinds
    if _stands_alone(scene, pieces, head):
        return True
    if head.term.words[-1] in _VERBS and _says(scene, complement.last):
        return False
    if head.term.words[-1] in word_class("attributive") and _goes_on(scene, complement.last):
        return False
    match head.term.name:
        case "any":
            creed_only = bound and not owner.named and head.term.type in ("government-body", "people")
            if creed_only and scene.article(pieces[0].first) == "a":
                return False
            return _is_nation(head.term, owner, kinds) if bound else _is_free(scene, pieces, head)
        case "numbered":
            return (bound and len(pieces) > 2) or "number" in kinds or (token.capital and "word" in kinds)
        case "military":
            within = bound and scene.low(head.last) == "in" and complement.last > head.last
            return within or (bound and bool(smalls & word_class("armed") or owner.organisation))
        case "nation":
            return owner.named
        case "member":
            return owner.organisation is not None and owner.organisation.type == "international-organisation"
        case "court":
            if not token.capital:
                return bool(kinds & {"word", "organisation", "adjective"}) and _is_called(scene, pieces, complement)
        case "service":
            if not (owner.states or "adjective" in kinds or smalls & word_class("public-service") or complement.field):
                return False
        case "tail":
            return token.capital and "word" in kinds
    if not token.capital or (scene.headline and not bound):
        return False
    named = any(piece.kind == "head" and scene.tokens[piece.first].capital for piece in pieces[:-1])
    return bound or named or bool(complement.field or kinds & {"word", "number"}) or len(head.term.words) > 1


def _is_called(scene: Scene, pieces: list[Piece], complement: Complement) -> bool:
    """Tell whether a court in small letters has a name before it: "the Warren court held"."""
    first, head = pieces[0].first, scene.tokens[pieces[-1].first]
    goes_on = not head.possessive and _goes_on(scene, complement.last)
    return scene.article(first) == "the" and scene.tokens[first].capital and not goes_on


def _says(scene: Scene, place: int) -> bool:
    """Tell whether what looks like a head is a verb: "Acme states that ...", "Acme reports in its letter ..."."""
    own = scene.low(place + 1) in ("its", "their", "his", "her", "a")
    return scene.low(place) in ("that", "how") or (scene.low(place) == "in" and own)


def _stands_alone(scene: Scene, pieces: list[Piece], head: Piece) -> bool:
    """Tell whether a capital and an article make a head a body by itself: "the Cabinet", "the Politburo"."""
    assert head.term is not None
    if len(pieces) > 1 or head.term.words[-1] not in word_class("alone") or scene.headline:
        return False
    following = scene.tokens[head.last] if scene.joined(head.last) else None
    capital = scene.tokens[head.first].capital and not (following is not None and following.capital)
    bare = head.term.words[-1] in ("parliament", "congress") and not scene.tokens[head.first].first
    return capital and (bare or scene.article(head.first) == "the") and not _goes_on(scene, head.last)


def _is_nation(head: Term, owner: _Owner, kinds: set[str]) -> bool:
    """Tell whether a head in small letters has the owner that it needs: states need an area or a union of states."""
    if head.same == "states":
        return bool(owner.area or owner.organisation) and "word" not in kinds
    return True


def _is_free(scene: Scene, pieces: list[Piece], head: Piece) -> bool:
    """Tell whether a collective without a nation counts: "the opposition", "regional warlords"."""
    assert head.term is not None
    article = scene.article(pieces[0].first)
    smalls = [scene.tokens[piece.first].low for piece in pieces[:-1]]
    if head.term.words == ("opposition",) and scene.low(head.last) in ("to", "of"):
        return False
    if head.term.words == ("opposition",):
        return article == "the" or bool(word_class("armed") & set(smalls))
    if head.term.type == "armed-group":
        return bool(smalls) and not _goes_on(scene, head.last)
    if head.term.words[-1] in ("leaders", "leadership"):
        return "opposition" in smalls
    if head.term.same == "government" and article == "the" and not _goes_on(scene, head.last):
        return any(piece.kind == "word" for piece in pieces)
    freely = bool(word_class("free") & set(smalls)) or (
        article == "the" and scene.tokens[head.first].capital and bool(smalls)
    )
    return head.term.type == "military-unit" and freely and not _goes_on(scene, head.last)


def _goes_on(scene: Scene, place: int) -> bool:
    """Tell whether a noun follows, so that the word before only describes it: "military presence"."""
    low = scene.low(place)
    if not low:
        return False
    verb = low in word_set("acting") or low in word_class("irregular") or low.endswith(("ed", "ing"))
    return not (verb or low in word_set("function") or low in word_class("auxiliary"))
