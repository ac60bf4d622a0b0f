"""People's names as printed: direct, inverted, with initials, several of them with their separators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.cited import Name
from ibidem.parse.fields import clean
from ibidem.words import read_words

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΑ-ΩЀ-Я]"
_WORD = rf"(?:[dDlLO]['’])?{_UPPER}[^\W\d_]*(?:['’-][^\W\d_]+){{0,4}}"
_WHOLE = rf"{_UPPER}[^\W\d_]+(?:['’-][^\W\d_]+){{0,4}}"
_PARTICLE = (
    r"(?:van|von|vom|vander|de|der|den|des|del|della|dello|di|da|dal|dos|das|do|du|la|le|el|al|bin|bint|ibn|abu|"
    r"ter|ten|te|zu|zum|zur|af|av|y|e|san|st\.|Van|Von|De|Del|Della|Di|Da|Dos|Du|La|Le|El|Al|Ben|Ibn|Abu|St\.)"
)
_FAMILY = rf"(?:{_PARTICLE}\s){{0,3}}{_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_WORD}){{0,1}}"
_NO_INITIALS = r"(?!(?:[JS]r|Art|Vol|Bd|Nr|No|Hg|Ed|Eds|Dir|Cap|Tom)\.)"
_INITIALS = rf"{_NO_INITIALS}{_UPPER}(?:[a-z]{{0,2}}\.)(?:[\s-]?{_UPPER}\.){{0,4}}(?:\s?{_PARTICLE}(?![\w.]))?"
_BARE_INITIALS = rf"{_UPPER}{{1,3}}(?:-{_UPPER})?(?![\w.])"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV)\b\.?)?"
_RANK = r"(?:Sir|Lord|Lady|Dame|Dr|Prof|Col|Gen|Capt|Maj|Lt|Adm|Hon|Rev|Fr|Mr|Mrs|Ms)"
_TITLED = rf"(?:{_RANK}\.?\s){{0,2}}"
_SHORTENED = r"(?:Mohd|Md|Thos|Chas|Wm|Geo|Jas|Jos|Edw|Robt|Alex|Benj|St|[A-Z][a-z])\."
_GIVEN = rf"(?:{_SHORTENED}|{_UPPER}\.|{_WORD})(?:(?:[\s-]|(?<=\.))(?:{_SHORTENED}(?=\s)|{_UPPER}\.|{_WORD})){{0,4}}"

_INVERTED = re.compile(rf"(?P<family>{_FAMILY}),\s?(?P<given>{_INITIALS}){_SUFFIX}")
_INVERTED_FULL = re.compile(
    rf"(?P<family>{_FAMILY})(?:\s(?:Jr\.?|Sr\.?|I{{2,3}}|IV))?,\s"
    rf"(?P<given>(?:{_SHORTENED}|{_UPPER}\.|{_WORD})(?:[\s-]{_WHOLE}){{0,2}}(?:\s?{_UPPER}\.){{0,3}}"
    rf"(?:\s(?:de|da|do|du|di|van|von)(?!\w))?){_SUFFIX}"
)
_INITIALS_FIRST = re.compile(
    rf"{_TITLED}(?!{_RANK}\.)(?P<given>{_INITIALS})\s?"
    rf"(?P<family>(?:{_PARTICLE}\s){{0,3}}{_WORD}(?:\s(?:{_PARTICLE}\s){{1,2}}(?!{_UPPER}\.){_WORD})?){_SUFFIX}"
)
_INITIALS_LAST = re.compile(rf"(?P<family>{_FAMILY})\s(?P<given>{_INITIALS}|{_BARE_INITIALS})")
_DIRECT = re.compile(
    rf"{_TITLED}(?P<given>{_GIVEN})(?:\s(?P<family>(?:{_PARTICLE}\s){{1,3}}{_WORD}(?:\s{_WORD})?)){_SUFFIX}"
    rf"|{_TITLED}(?P<all>{_GIVEN}){_SUFFIX}"
)
_JOIN = re.compile(r"\s*(?:[,;]\s*)?(?:(?<!\w)(?:and|And|AND|und|UND|et|y|e|with|&|&amp;)(?!\w)|[,;/])\s*")
_OTHERS = re.compile(
    r"[,;]?\s*\(?(?:(?:&\s)?et\s+al|and\s+others|u\.\s?a|and\s+colleagues|\.\s?\.\s?\.)(?!\w)\.?\)?", re.IGNORECASE
)
_END = re.compile(r"\s*[,;:.(\"“‘\[*\0/]|\s+(?:and|und|et|y|e|with|in|ed|eds|&)(?!\w)|\s\d{4}(?!\d)")
_LETTER = re.compile(r"\b[A-Z]$")
_LETTERS = re.compile(r"[^\W\d_]+")
_INITIALED = re.compile(rf"(?:{_UPPER}\.-?){{1,4}}|{_UPPER}")
_JOINED = re.compile(rf"(?<={_UPPER}\.)(?={_UPPER})")


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name and the half-open range where it is printed."""

    start: int
    end: int
    name: Name
    inverted: bool = False


def parse_name(text: str) -> Name:
    """Read one name; a name of one word, or one that is no person's, has only its literal."""
    bare = _owner(clean(text))
    if _LETTER.search(bare, max(0, len(bare) - 2)) and bare + "." in text:
        bare += "."
    if "," in bare:
        family, given = (part.strip() for part in bare.split(",", 1))
        return _named(given, family) if family and given else Name(bare.strip(" ,"))
    for pattern in (_INITIALS_FIRST, _INITIALS_LAST):
        match = pattern.fullmatch(bare)
        if match and not _in_capitals(match):
            return _named(match["given"], match["family"])
    words = bare.split()
    if len(words) < 2 or not is_person(bare):
        return Name(bare)
    match = _DIRECT.fullmatch(bare)
    if match and match["family"]:
        return _named(match["given"], match["family"])
    return _named(" ".join(words[:-1]), words[-1])


def is_organisation(text: str) -> bool:
    """Tell whether a name holds a word of an organisation's and no small words but `of`, `for`, `the`, `and`."""
    words = _LETTERS.findall(text)
    if _organised().isdisjoint(map(str.casefold, words)):
        return False
    large = [word for word in words if word[0].isupper()]
    return len(large) * 2 > len(words) and any(word.casefold() in _organised() for word in large)


def is_person(text: str) -> bool:
    """Tell whether a text reads as a person's name: capitals and particles, no word of an organisation."""
    words = _LETTERS.findall(text)
    if not 0 < len(words) <= 7:
        return False
    small = [word.casefold() for word in words]
    if not (_organised().isdisjoint(small) and _small().isdisjoint(small)):
        return False
    return any(shape.fullmatch(text.strip()) for shape in (_DIRECT, _INVERTED, _INITIALS_LAST, _INVERTED_FULL))


def split_names(text: str, *, offset: int = 0) -> tuple[FoundName, ...]:
    """Read a stretch that holds names only; what is no person's name stays one literal name.

    `offset` is added to the ranges.
    """
    found, end = read_names(text)
    left = clean(_OTHERS.sub("", text[end:])) if end else text
    if found and not re.search(r"[^\W\d_]", left):
        return tuple(FoundName(one.start + offset, one.end + offset, one.name, one.inverted) for one in found)
    bare = clean(text)
    if not re.search(r"[^\W\d_]", bare):
        return ()
    start = len(text) - len(text.lstrip(" ,;:.*("))
    parts = list(_parts(text)) if "," not in text else []
    if len(parts) > 1 and all(is_person(clean(text[first:last])) for first, last in parts):
        return tuple(FoundName(a + offset, b + offset, parse_name(text[a:b])) for a, b in parts)
    return (FoundName(start + offset, start + offset + len(text[start:].rstrip(" ,;:*)")), Name(bare)),)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _JOIN.finditer(text):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(text):
        yield at, len(text)


def read_names(text: str, start: int = 0) -> tuple[tuple[FoundName, ...], int]:
    """Read as many names as stand from `start` on; give them and where the last one ends.

    The first name decides whether the list is inverted (`Family, Given`); a list goes on over
    commas, semicolons, `and` and its like, and `et al.` ends it.
    """
    found: list[FoundName] = []
    at = start
    while len(found) < 60:
        others = _OTHERS.match(text, at)
        if others and found:
            return tuple(found), others.end()
        joined = _JOIN.match(text, at) if found else None
        if found and joined is None:
            break
        begin = joined.end() if joined else at
        name = _one(text, begin, found, joined.group() if joined else "")
        if name is None:
            break
        found.append(name)
        at = name.end
    return tuple(found), at


def _one(text: str, at: int, before: list[FoundName], joint: str) -> FoundName | None:
    first = not before or before[0].inverted
    ordered = (_INVERTED, _INITIALS_FIRST, _INITIALS_LAST) if first else (_INITIALS_FIRST, _INITIALS_LAST, _INVERTED)
    for pattern in (*ordered, _DIRECT):
        match = pattern.match(text, at)
        if match is None:
            continue
        if pattern is _DIRECT:
            return _direct(text, match, before, joint)
        if not _bounded(text, match.end()) or (pattern is _INITIALS_LAST and not _ends(text, match.end())):
            continue
        if _in_capitals(match) or match["family"].casefold() in _organised():
            continue
        return FoundName(at, match.end(), _named(match["given"], match["family"]), pattern is _INVERTED)
    return None


def _in_capitals(match: re.Match[str]) -> bool:
    """Tell whether what could be initials without a full stop is a word in capitals like the others: `MICHAEL BEE`."""
    return match["family"].isupper() and match["given"].isalpha() and len(match["given"]) > 1


def _direct(text: str, match: re.Match[str], before: list[FoundName], joint: str) -> FoundName | None:
    """Take `Given Family`, or as the first of a list `Family, Given`, only where a separator follows."""
    bare = match.group().strip()
    if not before or before[0].inverted:
        inverted = _INVERTED_FULL.match(text, match.start())
        if inverted and _ends(text, inverted.end()) and inverted["family"].casefold() in read_words("abbreviations"):
            # `Mohd, Salim Khan`: the comma is a misprint for the full stop of an abbreviated given name.
            literal = f"{inverted['family']}. {inverted['given']}"
            return FoundName(match.start(), inverted.end(), parse_name(literal))
        if inverted and is_person(inverted.group()) and _inverts(text, inverted):
            return FoundName(match.start(), inverted.end(), _named(inverted["given"], inverted["family"]), True)
    if not is_person(bare) or not _ends(text, match.end()):
        return None
    if len(bare.split()) < 2 and not (before and re.search(r"[&/]|\w", joint)):
        return None
    return FoundName(match.start(), match.end(), parse_name(bare))


def _inverts(text: str, match: re.Match[str]) -> bool:
    """Tell whether `Family, Given` is one name: a known given name, or an end that a title does not have."""
    words = match["given"].split()
    stopped = text[match.end() - 1] == "." and text[match.end() : match.end() + 1].isspace()
    if len(words) > 3 or len(match["family"].split()) > 2 or not (stopped or _ends(text, match.end())):
        return False
    family = match["family"].split()
    if len(family) > 1 and is_given(family[0]) and not is_given(words[0]):
        return False
    if is_given(words[0]):
        return True
    after = text[match.end() : match.end() + 8]
    return len(words) < 3 and (stopped or re.match(r"\s?\(?\0|\.\s|\s(?:and|und|et|y|&)\s|;", after) is not None)


@cache
def _given() -> frozenset[str]:
    return frozenset(name.casefold() for name in read_words("given"))


@cache
def _organised() -> frozenset[str]:
    return frozenset(read_words("organisation-words"))


@cache
def _small() -> frozenset[str]:
    """Give the small words of titles that no name holds: not the particles, and not what can be an initial."""
    small = frozenset(word for word in read_words("title-words") if len(word) > 1)
    return small - frozenset(read_words("particles")) - {"le", "la", "les", "el", "di", "du", "zu", "lo", "un"}


def is_given(word: str) -> bool:
    """Tell whether a word is an initial or a given name of the list, or a joined one that starts with such."""
    bare = word.strip(".").casefold()
    return _INITIALED.fullmatch(word) is not None or bare in _given() or bare.split("-")[0] in _given()


def _bounded(text: str, at: int) -> bool:
    return at >= len(text) or not (text[at].isalnum() or text[at] in "-'’")


def _ends(text: str, at: int) -> bool:
    after = text[at : at + 16]
    return not after.strip() or _END.match(after) is not None


def _named(given: str, family: str) -> Name:
    given = _JOINED.sub(" ", given) if "." in given else given
    given, family = " ".join(given.split()).strip(" ,"), _owner(family.strip(" ,"))
    return Name(f"{given} {family}", family, given)


def _owner(text: str) -> str:
    """Give a name without the ending of a possessive."""
    return text[:-2] if text.endswith(("'s", "’s")) else text
