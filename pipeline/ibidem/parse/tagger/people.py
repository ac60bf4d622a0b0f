"""Names out of a stretch that holds nothing but names and words for what these people did."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ibidem.cited import Name
from ibidem.parse.fields import flat
from ibidem.parse.name import is_given, is_organisation, parse_name
from ibidem.parse.oneof import one_of
from ibidem.words import read_words

_OTHERS = re.compile(
    r"[,;&\s]*\(?(?:&\s)?(?:\bet\s?al\b|\band\s(?:many\s)?others\b|\bu\.\s?a\b|\bet\salii\b|…|\.\s?\.\s?\.)\.?\)?[\s.,;:]*",
    re.IGNORECASE,
)
_HINTS = ("et al", "etal", "others", "u. a", "u.a", "…", "..", ". .")
"""What stands, in small letters, wherever that pattern fits: a cheap test before it."""
_JOINT = re.compile(
    r"\s*[,;]?\s*(?:&|\+|(?<!\w)(?:and|AND|And|und|UND|et|ET|y|e|en|og|i|и|with|avec|mit)(?![\w.]))\s*,?\s*"
    r"|\s*;\s*|\s+/\s+|\s?/\s?(?=\w{2})"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-z](?:[a-z]{0,2}\.)?[\s-]*){1,5}")
_STOPPED = re.compile(r"(?<!\w)[^\W\d_a-z]\.")
_INITIAL_WORD = re.compile(r"[^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])?|(?:[^\W\d_a-z]\.-?){1,4}|[^\W\d_a-z][a-z]\.")
_LETTER = re.compile(r"(?:^|[\s.-])[^\W\d_]$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|jun|sen|Ph\.?\s?D|M\.?D|Esq)\.?")
_BRACKETED = re.compile(r"\s\(((?:[^\W\d_a-z]\.?[\s-]?){1,4})\)")
"""Initials as French libraries print them: `SIERVO (M.)`."""
_EDGES = " \t\n,;:.()[]*_\"“”‘’'-–—\N{NULL}"
_NO_NAME = re.compile(r"[\W\d_]*")
_LONGEST = 1500


@cache
def _roles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of the words before and behind names that say what the people did."""
    names = one_of(read_words("role-words"), space=r"\s+")
    lead = rf"[\s,;:(\[*_\"'‘“.–—-]*(?:(?:{names})(?!\w)[\s.,:;)\]]*)*"
    tail = rf"(?:[\s,;:(\[.]*(?<!\w)(?:{names})(?!\w)[\s.,:;)\]]*)+$"
    return re.compile(lead, re.IGNORECASE), re.compile(tail, re.IGNORECASE)


@lru_cache(maxsize=20_000)
def read_people(text: str) -> tuple[Name, ...]:
    """Read the names of a stretch, in order; what is no person's name stays one literal."""
    # Where other fields were taken out, the space is long.
    bare = " ".join(flat(text[:_LONGEST]).replace("\0", " ").split())
    lead, tail = _roles()
    opened = lead.match(bare)
    bare = bare[opened.end() if opened else 0 :]
    ended = tail.search(bare)
    bare = bare[: ended.start() + (bare[ended.start()] == ".")] if ended else bare
    bare = _BRACKETED.sub(r", \1", bare) if "(" in bare else bare
    low = bare.casefold()
    bare = (_OTHERS.sub(" ; ", bare) if any(hint in low for hint in _HINTS) else bare).strip(" ;,")
    if not bare or _NO_NAME.fullmatch(bare):
        return ()
    if is_organisation(bare) and not _STOPPED.search(bare):
        return (Name(_tidy(bare)),)
    return tuple(name for name in (_name(one) for one in _split(bare)) if name.literal)


def _split(text: str) -> Iterator[str]:
    groups = [group for group in _JOINT.split(text) if group.strip(_EDGES)]
    strong = ";" in text
    inverted = False
    for group in groups:
        parts = _with_suffixes([part.strip() for part in group.split(",") if part.strip(_EDGES)])
        if strong and len(parts) == 2:
            yield f"{parts[0]}, {parts[1]}"
            continue
        at = 0
        while at < len(parts):
            if at + 1 < len(parts) and _inverts(parts, at, inverted=inverted):
                yield f"{parts[at]}, {parts[at + 1]}"
                inverted = True
                at += 2
            else:
                yield parts[at]
                at += 1


def _with_suffixes(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if not _SUFFIX.fullmatch(part)]


def _inverts(parts: Sequence[str], at: int, *, inverted: bool) -> bool:
    """Tell whether `Family, Given` stands here: initials behind a word, or one word before what can be given names."""
    family, given = parts[at].strip(_EDGES), parts[at + 1].strip()
    if _INITIALS.fullmatch(given) and not _has_initials(family):
        return True
    words = family.split()
    if len(words) > 3 or _has_initials(family) or len(given.split()) > 4:
        return False
    alone = len(words) == 1 or words[0].casefold() in _particles()
    if not alone:
        # A given name by itself is no person: `García Márquez, Gabriel`.
        return (inverted or " " not in given) and is_given(given.split()[0]) and not is_given(words[0])
    return True


@cache
def _particles() -> frozenset[str]:
    return frozenset(word.casefold() for word in read_words("particles"))


def _has_initials(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and (bool(_INITIAL_WORD.fullmatch(words[0])) or bool(_INITIAL_WORD.fullmatch(words[-1])))


def _tidy(text: str) -> str:
    bare = " ".join(text.split()).strip(_EDGES)
    return f"{bare}." if _LETTER.search(bare, max(0, len(bare) - 2)) and f"{bare}." in text else bare


def _name(text: str) -> Name:
    bare = _tidy(text)
    words = bare.split()
    if "," in bare or not 1 < len(words) < 6 or is_organisation(bare):
        return parse_name(bare)
    first = len(words)
    longest = 2 if bare.isupper() else 6
    while first and _INITIAL_WORD.fullmatch(words[first - 1]) and len(words[first - 1].rstrip(".")) <= longest:
        first -= 1
    if 0 < first < len(words) and not _INITIAL_WORD.fullmatch(words[0]):
        # `Pérez-Higueras JJ`, `Heidegger M.`
        family, given = " ".join(words[:first]), " ".join(words[first:])
        return Name(f"{given} {family}", family, given)
    return parse_name(bare)
