"""Who stands before a verb: the name next to it, or the one with whom its sentence begins."""

import re

from ibidem.parse.attribution import office_words
from ibidem.resolve.phrase import LONGEST, Subject
from ibidem.resolve.scene import Named, Scene

_ASIDE = re.compile(r"\([^()]{0,160}\)")
_SUFFIX = re.compile(r"^,?\s(?:Jr\.?|Sr\.?|I{2,3}|IV|M\.?P\.?)(?=[\s,])")
_SELF = re.compile(r"^\s(?:him|her|it|them)sel(?:f|ves)\b")
_BY_NAME = re.compile(r"\A\s*(?:An?|The|One)\s[^;:.]{2,90}\s(?:by\sthe\sname\sof|named|called)\s\Z", re.IGNORECASE)
"""Before a name: "The commissioner, a young man by the name of"."""
_INSIDE = re.compile(
    r"\b(?:(?:some|any|no|every)(?:body|\s?one)|one|a\s(?:clerk|voice|source|friend))\s(?:in|at|of|from|within|inside)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a body of which only somebody speaks: "somebody in the ministry"."""
_BARE = re.compile(r"\.?[\s,–—-]{0,4}")
_OWN = re.compile(r"['’]s?\b|['’]\s")
_APPOSED = re.compile(r"\s?[,–—]\s[^;:]{1,220}[,–—]\s?")
_UNCLOSED_APPOSITION = re.compile(r",\s(?:the|a|an|then|former|earlier|himself|herself)\s[^,;:]{1,120}\s?")
_TAIL = re.compile(
    r"\s(?:of|from|for|in|at)\s(?:the\s)?(?:[A-Z][\w.’'-]{0,30}[\s,]{1,2}(?:(?:of|for|and|the)\s){0,2}){1,6}"
)
_RELATIVE = re.compile(r"(?:\s?,\s[^;:]{1,160}?)?,?\s(?:who|which)\s(?:[^;:]{1,160}\sand\s)?")
_POSTED = re.compile(r"\s(?:at|in)\s[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,2}\s?$")
_WHEN = re.compile(r",?\s(?:at|in|on|by|during|after)\s(?:that|this|the|[A-Z\d])[\w\s]{2,20},?\s")
_OF = re.compile(
    r"(?:\b|-)(?P<role>[\w’'-]{1,24}(?:\s(?:minister|secretary|of staff))?)\s(?:of|for|in|at)\s(?:the\s)?"
    r"(?:[A-Z][\w.’'-]{0,20}\s){0,3}$",
    re.IGNORECASE,
)
_PREPOSED = re.compile(
    r"\b(?:of|to|with|by|for|from|in|on|at|against|about|between|under|after|before|over|into|through|around|like|than|as|despite|behind)\s(?:the\s|a\s|an\s|its\s|his\s|their\s)?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\s(?:[a-z]{3,16}ing\b[^.;:]*\b)?(?:rather\s|also\s)?(?:of|to|with|by|for|from|on|at|against|about|in)\b"
    r"|\s[a-z]{3,16}ing\s(?:[\w’']{1,16}\s){0,2}$"
)
_AND = re.compile(r"(?:\s?,)?\s(?:and|or)\s(?:the\s)?|\s?,\s(?:the\s)?")
_DATED = re.compile(r"^\s*(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Dd]uring|[Aa]fter|[Ss]ince)\s[^,]{0,40}?\d{4}\s")
_DESCRIBING = frozenset(["the", "a", "an", "then", "former", "as", "his", "her", "their", "of", "for", "late", "but"])
_ARTICLES = frozenset(["der", "die", "das", "le", "la", "les", "el", "il", "lo", "los"])
_STOP = re.compile(r"[,;:()\"“”«»„]|\b(?:an|au|aux|al|alla|à|a|zu|in|im|dans|nel|en|que|che|dass)\s")
_WHEN_SAID = re.compile(
    r"\s(?:nel|en|im|am|in|le|il|el)\s(?:(?:\d{1,2}\.?|[a-zäéû]{3,10})\s(?:de\s)?){0,2}\d{4}(?=\s)|\s(?:später|spät|poi|dann|plus\stard|más\starde)(?=\s)"
)
_SHORT_GAP = 60
_ELIDED = re.compile(r"^(?:[lLdD]|dell|all|un)['’]")
_KINDS = (
    *("ist", "ian", "er", "or", "logue", "ant", "man", "woman", "ic"),
    *("iste", "ien", "ienne", "eur", "euse", "rice", "ista", "tore", "dor", "dora", "in"),
)
"""How words end that say what somebody does: an ethnomusicologist, a historian, a leader."""


def is_owner(scene: Scene, item: Named) -> bool:
    """Tell whether a name is only an owner: "Brown's"."""
    return _OWN.match(scene.text, item.end) is not None


def is_preposed(scene: Scene, item: Named) -> bool:
    """Tell whether a preposition stands before a name."""
    return _PREPOSED.search(scene.text, max(0, item.start - 24), item.start) is not None


def nearest(scene: Scene, start: int, end: int) -> Subject | None:
    """Find the name that stands before the verb, with nothing between but what describes it."""
    near = [item for item in scene.names(max(start, end - LONGEST), end) if _joined(scene, item, end)]
    if not near:
        office = _office_before(scene, start, end)
        return Subject(office=office) if office else None
    named = near[-1]
    if not named.person and _INSIDE.search(scene.text, max(start, named.start - 40), named.start):
        return None
    if not named.person:
        named = next((item for item in near if item.person), named)
        if not named.person and (held := _office_of(scene, start, named)) is not None:
            return Subject(office=held)
    elif len(near) > 1:
        # "Nixon, in a talk with Brezhnev, said": who stands first speaks.
        first = next(item for item in near if item.person)
        named = first if is_preposed(scene, named) else named
    return Subject(_chain(scene, start, named))


def _joined(scene: Scene, item: Named, end: int) -> bool:
    gap = _SELF.sub("", _SUFFIX.sub("", _ASIDE.sub(" ", scene.text[item.end : end])))
    if _OWN.match(gap) or (gap.strip() == "," and _is_aside(scene, item)):
        return False
    shapes = (_BARE, _APPOSED, _UNCLOSED_APPOSITION, _TAIL, _RELATIVE, _WHEN)
    return any(shape.fullmatch(gap) is not None for shape in shapes)


def _is_aside(scene: Scene, item: Named) -> bool:
    """Tell whether a name before a comma ends words between commas: "but, speaking of the League, concludes"."""
    comma = scene.text.rfind(",", max(0, item.start - LONGEST), item.start)
    return comma >= 0 and _WITHIN.match(scene.text, comma + 1, item.start) is not None


def _chain(scene: Scene, start: int, last: Named) -> tuple[Named, ...]:
    """Walk back over the names that commas and "and" join to this one."""
    chain = [last]
    joined = False
    for item in reversed(scene.names(max(start, last.start - LONGEST), last.start)):
        gap = scene.text[item.end : chain[0].start]
        if _AND.fullmatch(gap) is None or item.person != last.person:
            break
        joined = joined or " and " in gap or " or " in gap
        chain.insert(0, item)
    return tuple(chain) if joined else (last,)


def _office_of(scene: Scene, start: int, named: Named) -> tuple[int, int] | None:
    """Tell "the head of the Foreign Ministry" from the ministry."""
    before = _OF.search(scene.text, max(start, named.start - 48), named.start)
    if before is not None and before["role"].casefold().split()[-1] in office_words():
        return max(start, before.start() - 24), named.end
    return None


def _office_before(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """Find an office that stands in a person's place: "the Danish premier regards"."""
    posted = _POSTED.search(scene.text, max(start, end - 60), end)
    words = scene.text[max(start, end - 60) : posted.start() if posted is not None else end].split()
    if (
        words
        and words[-1].casefold() in office_words()
        and any(word.casefold() in ("the", "then") for word in words[-5:-1])
    ):
        return max(start, end - 60), end
    return None


def main_subject(scene: Scene, sentence: tuple[int, int], end: int) -> Named | None:
    """Give the person, or else the first other actor, with whom the sentence begins behind its adverbials."""
    for item in scene.names(sentence[0], min(end, sentence[0] + 400)):
        before = scene.text[sentence[0] : item.start]
        clause = _DATED.sub("", before[before.rfind(",") + 1 :])
        if before.split() == ["For"] and scene.text[item.end : item.end + 2] == ", ":
            return item
        if not is_preposed(scene, item) and not is_owner(scene, item) and describes(clause):
            return item
        if item.person and _BY_NAME.match(before) is not None:
            return item
    return None


def describes(text: str) -> bool:
    """Tell whether only what can describe somebody stands before his name: an article, an office, capitals."""
    words = [_ELIDED.sub("", word.strip("(),.–—-\"“”’'")) for word in text.split()]
    return len(words) <= 9 and all(
        not word
        or word[0].isupper()
        or word.casefold() in _DESCRIBING
        or word.casefold() in _ARTICLES
        or word.casefold() in office_words()
        or word.endswith(_KINDS)
        for word in words
    )


def is_simple(text: str) -> bool:
    """Tell whether a few words without a stop stand between a verb and its subject behind it: "l'ingénieur"."""
    return len(text) <= _SHORT_GAP and _STOP.search(_WHEN_SAID.sub(" ", text)) is None
