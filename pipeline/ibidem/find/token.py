"""The words of a passage, as finders of names look at them."""

import re
from dataclasses import dataclass
from sys import intern

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,6}"  # U.S., V.D.
    r"|[A-Z]{1,3}&[A-Z]{1,3}\b"  # AT&T
    r"|[^\W\d_]+(?:(?:[\u0300-\u036f]+|['’‐‑-](?=[^\W\d_]))[^\W\d_]*)*"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+"
)
_ARTICLED = re.compile(
    r"(?:al|el|ul|as|ad|an|ar|at|az|ibn|bin|ben|d|l"
    r"|dall|dell|all|nell|sull|qu)['’-][^\W\d_a-zß-öø-ÿ]"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_STOPS = frozenset('.?!:;"“”«»()[]•')
_MARKS = frozenset("\"'‘’“‚„«‹")
PREFIXES = frozenset({"pro", "anti", "non", "intra", "inter", "ex", "post", "pre", "trans", "cross", "neo"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word; `end` leaves out a possessive, `until` does not.

    `low` is the word in small letters without the possessive, apostrophes straight; `joined` tells that
    only white space, or the full stop of an abbreviation, parts it from the word before; `gap` is what
    parts them; `first` tells that a sentence, a clause or a quotation begins here.
    """

    text: str
    low: str
    start: int
    end: int
    until: int
    capital: bool
    joined: bool
    first: bool
    gap: str

    @property
    def possessive(self) -> bool:
        """Tell whether a possessive ending follows."""
        return self.until > self.end

    @property
    def scared(self) -> bool:
        """Tell whether a quotation mark opens before it: what is called so goes on the name, UN "blue helmets"."""
        return len(self.gap) == 2 and self.gap[0].isspace() and self.gap[1] in _MARKS

    @property
    def numeral(self) -> bool:
        """Tell whether it is a number, ordinal or not."""
        return self.text[0].isdigit()


def tokenise(text: str, *, split: frozenset[str], stops: frozenset[str]) -> tuple[Token, ...]:
    """Cut a passage into words; compounds with a hyphen fall apart where a part is in `split` or a prefix.

    `stops` are the words, in small letters, that a full stop may follow inside a name ("Gen. Grant").
    """
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        for start, end in _parts(text, match.start(), match.end(), split):
            tokens.append(_token(text, start, end, tokens[-1] if tokens else None, stops))
    return tuple(tokens)


def _parts(text: str, start: int, end: int, split: frozenset[str]) -> list[tuple[int, int]]:
    word = text[start:end]
    if "-" not in word and "‐" not in word and "‑" not in word:
        return [(start, end)]
    cuts = [at for at, char in enumerate(word) if char in "-‐‑"]
    bounds = list(zip([0, *(at + 1 for at in cuts)], [*cuts, len(word)], strict=True))
    lows = [_bare(word[a:b]).casefold() for a, b in bounds]
    if word.casefold() in split or not (lows[0] in PREFIXES or any(low in split for low in lows)):
        return [(start, end)]
    return [(start + a, start + b) for a, b in bounds if b > a]


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


def _token(text: str, start: int, until: int, before: Token | None, stops: frozenset[str]) -> Token:
    end = until - 2 if text[start:until].endswith(_POSSESSIVE) and until - start > 2 else until
    # A long paper repeats its words: each is kept once.
    word = intern(text[start:end])
    gap = text[before.until : start] if before else ""
    bare = gap.strip()
    if before is not None and bare in ("'", "’") and before.capital and before.low.endswith("s") and word[0].isupper():
        bare = ""
    abbreviated = before is not None and bare == "." and (len(before.text) == 1 or before.low in stops)
    joined = before is not None and (not bare or abbreviated)
    first = before is None or not (joined or _STOPS.isdisjoint(gap) or (bare == "." and abbreviated))
    low = intern(word.casefold().replace("’", "'"))
    return Token(word, low, start, end, until, _is_capital(word), joined, first, gap)


def _is_capital(word: str) -> bool:
    """Tell whether a word is printed with a capital, be it behind an article: "al-Said", "d'Ailly"."""
    return word[0].isupper() or _ARTICLED.match(word) is not None
