"""The pieces of a collective's name, before it is known whether they make one: adjectives, heads, names, words."""

from dataclasses import dataclass

from ibidem.find.chunk import Scene
from ibidem.find.term import Term, adjectives, heads, organisations, portfolios, states, word_class, word_set

_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage (indices, half-open) that are one adjective, state, organisation, head, number or word."""

    kind: str
    first: int
    last: int
    term: Term | None = None


def pieces_at(scene: Scene, at: int) -> list[Piece]:
    """Read the pieces that begin at the word and go on without a break; a possessive ends them."""
    pieces: list[Piece] = []
    place, end = at, min(len(scene.tokens), at + _LONGEST)
    goes_on = True
    while place < end and goes_on:
        piece = _piece(scene, place)
        if piece is None:
            break
        if _speaks(scene, place) and pieces:
            piece = Piece("adjective", pieces.pop().first, piece.last, Term(("speaking",), "adjective", "language"))
        pieces.append(piece)
        place = _behind_brackets(scene, piece.last)
        goes_on = not _owns(scene, piece) and (place > piece.last or scene.joined(place) or _speaks(scene, place))
        goes_on = goes_on or (piece.kind == "organisation" and _is_nickname(scene, place))
    return pieces


def _speaks(scene: Scene, place: int) -> bool:
    """Tell whether a compound such as "Danish-speaking" goes on."""
    return (
        place < len(scene.tokens)
        and scene.tokens[place].low == "speaking"
        and scene.tokens[place].gap in ("-", "‐", "‑")
    )


def _is_nickname(scene: Scene, place: int) -> bool:
    """Tell whether a collective in quotation marks goes on: "UN 'blue helmets'"."""
    return place < len(scene.tokens) and scene.tokens[place].scared and heads().match(scene.tokens, place) is not None


def _owns(scene: Scene, piece: Piece) -> bool:
    """Tell whether the piece owns what follows; "People's", "Workers'" only describe it."""
    token = scene.tokens[piece.last - 1]
    return token.possessive and token.low not in word_class("people-possessive")


def _behind_brackets(scene: Scene, place: int) -> int:
    """Step over an abbreviation in brackets inside a name: "Federal Border Guard (FBG) Service"."""
    tokens = scene.tokens
    if not (place + 1 < len(tokens) and tokens[place].gap.endswith(" (") and tokens[place + 1].gap == ") "):
        return place
    inside = tokens[place].text.isupper() and tokens[place + 1].capital and heads().match(tokens, place + 1)
    return place + 1 if inside else place


def _piece(scene: Scene, place: int) -> Piece | None:
    token = scene.tokens[place]
    if token.capital and not token.first and token.low in word_class("ordinal"):
        return Piece("number", place, place + 1)
    if token.numeral:
        return Piece("number", place, place + 1) if not token.text.isdigit() else None
    if token.capital:
        named = _named(scene, place)
        if named is not None:
            return named
    found = heads().match(scene.tokens, place)
    if found and not (token.possessive and token.low in word_class("people-possessive")):
        return Piece("head", place, found[1], found[0])
    if token.low == "and" and _joins_fields(scene, place):
        return Piece("word", place, place + 1)
    if token.low in word_set("group-modifiers") or (not token.capital and _joins_fields(scene, place + 1)):
        return Piece("word" if token.capital and not token.first else "small", place, place + 1)
    described = adjectives().match(scene.tokens, place)
    if described and not described[0].state and described[0].type != "area":
        return Piece("adjective", place, described[1], described[0])
    return _word(scene, place)


def _joins_fields(scene: Scene, place: int) -> bool:
    """Tell whether "and" joins two fields of a body at the word: "Press and Information Department"."""
    if scene.low(place) != "and" or not scene.joined(place + 1) or not scene.joined(place + 2):
        return False
    before, after = scene.tokens[place - 1], scene.tokens[place + 1]
    if before.low not in portfolios().by_first or not after.capital or heads().match(scene.tokens, place + 1):
        return False
    head = heads().match(scene.tokens, place + 2)
    return head is not None and head[0].name == "capital" and scene.tokens[place + 2].capital


def _named(scene: Scene, place: int) -> Piece | None:
    """Give the longest state, adjective or organisation that begins at a capitalised word."""
    short = scene.setting.short.get(scene.tokens[place].text)
    if short is not None:
        return Piece("organisation", place, place + 1, short)
    best: Piece | None = None
    for kind, terms in (("adjective", adjectives()), ("state", states()), ("organisation", organisations())):
        found = terms.match(scene.tokens, place)
        if found is None or found[0].kind == "people" or (found[0].exact and scene.shouted):
            continue
        if best is None or found[1] > best.last:
            best = Piece(kind, place, found[1], found[0])
    return best


def _word(scene: Scene, place: int) -> Piece | None:
    token = scene.tokens[place]
    if not token.capital or token.low in word_set("function") or len(token.text) == 1:
        return None
    if token.first and token.low in scene.setting.small:
        return None
    return Piece("word", place, place + 1)
