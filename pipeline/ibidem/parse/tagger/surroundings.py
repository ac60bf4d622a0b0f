"""Where a token stands in its reference: from both ends, beside marks and years, in its clause and its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from ibidem.parse.tagger.looks import EDGE, Facts, facts

SPOTS = ("B", "I", "E", "S")
"""Where a token stands in its clause: it begins it, is inside, ends it, or is the whole of it."""
CUES = ("editor", "translator-label", "in", "thesis", "access", "conference", "edition-label", "volume-label")
"""The kinds of words that say what follows them."""
_QUOTES = frozenset('“„«‘"')
_CLOSING = frozenset('”»"’')


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the tokens of a reference, one entry a token, but one a clause and one a sentence.

    `clause` and `sentence` name for each token the entry of its clause and of its sentence.
    """

    places: list[tuple[str, ...]]
    clauses: list[list[str]]
    clause: list[int]
    spots: list[int]
    sentences: list[list[str]]
    sentence: list[int]
    cues: list[str]


def look_around(words: Sequence[str], known: Sequence[Facts]) -> Surroundings:
    """Look at what stands around each token."""
    clauses = _clauses(words, known)
    sentences = _sentences(known)
    return Surroundings(
        _places(words, known),
        [_summary(words, known, start, end) for start, end in clauses],
        [at for at, (start, end) in enumerate(clauses) for _ in range(start, end)],
        [spot for start, end in clauses for spot in _spots(end - start)],
        [_outline(known, start, end) for start, end in sentences],
        [at for at, (start, end) in enumerate(sentences) for _ in range(start, end)],
        _cues(known),
    )


def _places(words: Sequence[str], known: Sequence[Facts]) -> list[tuple[str, ...]]:
    """Give for each token its place as keys, each of parts with a bar between, the last the token's class."""
    size = len(words)
    years = [at for at, one in enumerate(known) if one.look.figure == "year"]
    first = years[0] if years else size
    rest = ("e" if first < max(8, size // 3) else "l") + str(min(len(years), 2))
    when = [f"y{'b' if years else 'n'}{rest}"] * first + [f"y={rest}"] + [f"ya{rest}"] * (size - first - 1)
    states = quoted(words)
    marked = "Q" if "i" in states else "q"
    length = f"z{min(size // 8, 5)}"
    found: list[tuple[str, ...]] = []
    depth = stops = 0
    for at, (word, one) in enumerate(zip(words, known, strict=True)):
        left = size - at
        sort, year = one.look.sort, when[at]
        depth += word.count("(") + word.count("[")
        found.append(
            (
                f"i{at if at < 4 else min(3 + at // 4, 8)}|{length}|{sort}",
                f"e{left if left < 4 else min(3 + left // 4, 8)}|{sort}",
                f"d{10 * at // size}|{sort}",
                f"q{marked}{states[at]}|{year}|b{depth and 1}|{sort}",
                f"s{stops}|{year}|{sort}",
            )
        )
        depth = max(0, depth - word.count(")") - word.count("]"))
        if one.look.stops and stops < 4:
            stops += 1
    return found


def opens_quote(word: str) -> bool:
    """Tell whether a token begins with a quotation mark, behind a bracket or not."""
    return word[0] in _QUOTES or (word[0] in "('[" and word[1:2] in _QUOTES)


def opens_clause(word: str) -> bool:
    """Tell whether a clause begins at a token whatever stands before it."""
    return word[0] in "([“„«"


def quoted(words: Sequence[str]) -> str:
    """Tell of each token whether it stands before (b), inside (i) or after (a) quotation marks."""
    state, inside, found = "b", 0, []
    for word in words:
        inside = inside + 1 if inside or opens_quote(word) else 0
        found.append("i" if inside else state)
        if not inside:
            continue
        tail = word[-4:].rstrip(".,;:)]")[-1:] or word[-1]
        closes = tail in _CLOSING or (tail == "“" and word[0] != "“")
        if closes and (inside > 1 or len(word) > 2):
            inside, state = 0, "a"
        elif inside > 60:
            inside = 0
    return "".join(found)


def place_features(place: str) -> tuple[str, ...]:
    """Give the features of one key of a place, alone and with the class of the token."""
    parts = place.split("|")
    kind = parts[-1]
    if place[0] == "i":
        start, size, _ = parts
        return start, size, f"{start}&{kind}", f"{start}&{size}"
    if place[0] == "q":
        quoted, year, bracket, _ = parts
        crossed = (f"{quoted}&{year}", f"{quoted}&{year}&{kind}", f"{quoted}&{bracket}&{kind}&{year}")
        return (quoted, year, bracket, *(f"{part}&{kind}" for part in (quoted, year, bracket)), *crossed)
    if place[0] == "s":
        stops, year, _ = parts
        return stops, f"{stops}&{kind}", f"{stops}&{year}&{kind}"
    return parts[0], f"{parts[0]}&{kind}"


def _clauses(words: Sequence[str], known: Sequence[Facts]) -> list[tuple[int, int]]:
    last = len(words) - 1
    ends = [at + 1 for at, one in enumerate(known) if at == last or one.look.ends_clause or opens_clause(words[at + 1])]
    return list(zip([0, *ends], ends, strict=False))


def _sentences(known: Sequence[Facts]) -> list[tuple[int, int]]:
    last = len(known) - 1
    ends = [at + 1 for at, one in enumerate(known) if at == last or one.look.ends_sentence]
    return list(zip([0, *ends], ends, strict=False))


def _spots(size: int) -> list[int]:
    return [3] if size == 1 else [0, *[1] * (size - 2), 2]


def _summary(words: Sequence[str], known: Sequence[Facts], start: int, end: int) -> list[str]:
    """Give what a clause is like: kinds of its words, length, what ends it, and what stands before and behind it."""
    size = end - start
    held = {kind for one in known[start:end] for kind in one.look.kinds}
    sorts = {one.look.sort for one in known[start:end]}
    return [
        f"L{size if size < 4 else 4 + min(size // 4, 3)}",
        f"E{known[end - 1].look.marks[-2:]}",
        f"N{known[end].look.sort if end < len(known) else EDGE}",
        f"P{words[start - 1][-1] if start else EDGE}",
        f"F{known[start].core}",
        f"Z{known[end - 1].core}",
        *[f"K{kind}" for kind in held],
        *[f"T{one}" for one in sorts],
    ]


def _outline(known: Sequence[Facts], start: int, end: int) -> list[str]:
    held = {kind for one in known[start:end] for kind in one.look.kinds}
    initials = sum(one.look.sort == "initial" for one in known[start:end])
    years = any(one.look.figure in ("year", "dated") for one in known[start:end])
    follows = known[end] if end < len(known) else None
    return [
        f"l{min((end - start) // 3, 6)}",
        f"i{min(initials, 4)}",
        f"y{int(years)}",
        f"f{known[start].core}",
        f"t{known[start].look.sort}",
        f"n{follows.look.sort if follows else EDGE}",
        f"m{follows.core if follows else EDGE}",
        *[f"k{kind}" for kind in held],
    ]


def _cues(known: Sequence[Facts]) -> list[str]:
    """Give for each token the last cue before it in its sentence, with how far off it is."""
    found = []
    cue, far = "", 0
    for one in known:
        far += 1
        found.append(f"{cue}{min(far // 3, 3)}" if cue else "")
        own = next((kind for kind in one.look.kinds if kind in CUES), None)
        if own:
            cue, far = own, 0
        elif one.look.ends_sentence or one.look.figure == "year":
            cue = ""
    return found


def clause_features(element: str) -> list[list[str]]:
    """Give the features of an element of a clause's summary, for each of `SPOTS`."""
    return [[f"a:{element}", f"a{spot}:{element}"] for spot in SPOTS]


def sentence_features(element: str, sort: str) -> tuple[str, str]:
    """Give the features of an element of a sentence's outline for a token of a class."""
    return f"b:{element}", f"b&{sort}:{element}"


def cue_features(cue: str, spot: int, sort: str) -> tuple[str, ...]:
    """Give the features of the last word that said what follows."""
    return f"u:{cue}", f"u&{sort}:{cue}", f"u{SPOTS[spot]}:{cue}"


def surrounding_features(words: Sequence[str]) -> list[list[str]]:
    """Give for each token all features of what stands around it."""
    known = [facts(word) for word in words]
    around = look_around(words, known)
    found = []
    for at, one in enumerate(known):
        spot = around.spots[at]
        row = [name for place in around.places[at] for name in place_features(place)]
        for element in around.clauses[around.clause[at]]:
            row += clause_features(element)[spot]
        for element in around.sentences[around.sentence[at]]:
            row += sentence_features(element, one.look.sort)
        found.append([*row, *cue_features(around.cues[at], spot, one.look.sort)])
    return found
