"""Who does the saying: the subject of a verb of speech, the name in a phrase, the one that "he" stands for."""

import re

from ibidem.parse.attribution import Cue, office_words
from ibidem.resolve.phrase import LONGEST, Subject, named_phrase
from ibidem.resolve.scene import Named, Scene
from ibidem.words import read_words

_CHAINED = 600
"""How far, in code points, the verb may stand whose subject is also that of another."""
_ASIDE = re.compile(r"\([^()]{0,160}\)")
_SUFFIX = re.compile(r"^,?\s(?:Jr\.?|Sr\.?|I{2,3}|IV|M\.?P\.?)(?=[\s,])")
_BARE = re.compile(r"\.?[\s,–—-]{0,4}")
_OWN = re.compile(r"['’]s?\b|['’]\s")
_APPOSED = re.compile(r"\s?[,–—]\s[^;:]{1,220}[,–—]\s?")
_UNCLOSED_APPOSITION = re.compile(r",\s(?:the|a|an|then|former|earlier|himself|herself)\s[^,;:]{1,120}\s?")
_TAIL = re.compile(r"\s(?:of|from|for|in|at)\s(?:the\s)?(?:[A-Z][\w.’'-]{0,30}[\s,]{1,2}){1,6}")
_RELATIVE = re.compile(r"(?:\s?,\s[^;:]{1,160}?)?,?\s(?:who|which)\s(?:[^;:]{1,160}\sand\s)?")
_BY = re.compile(r"\bby\s")
_OF = re.compile(
    r"(?:\b|-)(?P<role>[\w’'-]{1,24}(?:\s(?:minister|secretary|of staff))?)\s(?:of|for|in|at)\s(?:the\s)?"
    r"(?:[A-Z][\w.’'-]{0,20}\s){0,3}$",
    re.IGNORECASE,
)
_PREPOSED = re.compile(
    r"\b(?:of|to|with|by|for|from|in|on|at|against|about|between|under|after|before|over|into|through|around|like|than|as|despite|behind)\s(?:the\s|a\s|an\s|its\s|his\s|their\s)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\s?,)?\s(?:and|or)\s(?:the\s)?|\s?,\s(?:the\s)?")
_COORDINATED = re.compile(r"(?:^|[\s,])(?:and|or|but|then)\s?$", re.IGNORECASE)
_WHO_DID = re.compile(r"\s(?:who|which)\s")
_DATED = re.compile(r"^\s*(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Dd]uring|[Aa]fter|[Ss]ince)\s[^,]{0,40}?\d{4}\s")
_DESCRIBING = frozenset(["the", "a", "an", "then", "former", "as", "his", "her", "their", "of", "for", "late", "but"])
_KINDS = ("ist", "ian", "er", "or", "logue", "ant", "man", "woman", "ic")
"""How words end that say what somebody does: an ethnomusicologist, a historian, a leader."""
_WHO = re.compile(r"(?:^|[\s,])(?:who|which)\s?$")
_CAUSES = frozenset(
    ["led", "prompted", "caused", "inspired", "drove", "moved", "provoked", "brought", "leads", "allowed"]
)
_PRONOUN = re.compile(r"\b(he|she|his|her)\b", re.IGNORECASE)
_HE = re.compile(r"\b[Hh]e\b")
_SHE = re.compile(r"\b[Ss]he\b")
_BACK = 5
"""How many sentences back somebody that "he" stands for may be named."""


def subject_of(scene: Scene, sentence: tuple[int, int], cue: Cue, *, depth: int = 0) -> Subject | None:
    """Find who says what the cue brings in; None where the text does not tell or more than one could be meant."""
    if cue.holder is not None:
        return _holder(scene, cue)
    if cue.form == "passive":
        return _agent(scene, sentence, cue)
    if cue.form == "infinitive":
        return _made_to(scene, sentence, cue)
    if cue.form == "gerund":
        return _governing(scene, sentence, cue, depth)
    text = scene.text[max(sentence[0], cue.subject_end - 12) : cue.subject_end]
    if text.rstrip().endswith((" the latter", " the former")):
        return _of_two(scene, sentence, last=text.rstrip().endswith("latter"))
    if scene.pronoun(cue.subject_end, sentence[0]):
        return antecedent(scene, sentence, cue.subject_end)
    if _COORDINATED.search(text):
        return _governing(scene, sentence, cue, depth)
    who = _WHO.search(text)
    if who is not None:
        return _nearest(scene, sentence[0], cue.subject_end - len(text) + who.start())
    return _nearest(scene, sentence[0], cue.subject_end)


def _of_two(scene: Scene, sentence: tuple[int, int], *, last: bool) -> Subject | None:
    """Read "the former" and "the latter" of two persons in the sentence before."""
    before = scene.before(sentence)
    persons = [item for item in scene.names(*before) if item.person] if before is not None else []
    return Subject((persons[-1 if last else 0],)) if len(persons) > 1 else None


def _made_to(scene: Scene, sentence: tuple[int, int], cue: Cue) -> Subject | None:
    """Read "had led Scott to write that"."""
    near = scene.names(max(sentence[0], cue.subject_end - 60), cue.subject_end)
    if not near or scene.text[near[-1].end : cue.subject_end].strip():
        return None
    before = scene.text[max(sentence[0], near[-1].start - 16) : near[-1].start].split()
    return Subject((near[-1],)) if before and before[-1].casefold() in _CAUSES else None


def _nearest(scene: Scene, start: int, end: int) -> Subject | None:
    """Find the name that stands before the verb, with nothing between but what describes it."""
    near = [item for item in scene.names(max(start, end - LONGEST), end) if _joined(scene, item, end)]
    if not near:
        office = _office_before(scene, start, end)
        return Subject(office=office) if office else None
    named = near[-1]
    if not named.person:
        named = next((item for item in near if item.person), named)
        if not named.person and (held := _office_of(scene, start, named)) is not None:
            return Subject(office=held)
    elif len(near) > 1:
        # "Nixon, in a talk with Brezhnev, said": who stands first speaks.
        first = next(item for item in near if item.person)
        named = first if _preposed(scene, named) else named
    return Subject(_chain(scene, start, named))


def _joined(scene: Scene, item: Named, end: int) -> bool:
    gap = _SUFFIX.sub("", _ASIDE.sub(" ", scene.text[item.end : end]))
    if _OWN.match(gap):
        return False
    shapes = (_BARE, _APPOSED, _UNCLOSED_APPOSITION, _TAIL, _RELATIVE)
    return any(shape.fullmatch(gap) is not None for shape in shapes)


def _preposed(scene: Scene, item: Named) -> bool:
    return _PREPOSED.search(scene.text, max(0, item.start - 24), item.start) is not None


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
    words = scene.text[max(start, end - 60) : end].split()
    if (
        words
        and words[-1].casefold() in office_words()
        and any(word.casefold() in ("the", "then") for word in words[-5:-1])
    ):
        return max(start, end - 60), end
    return None


def _agent(scene: Scene, sentence: tuple[int, int], cue: Cue) -> Subject | None:
    """Read the names behind "by" after a passive verb."""
    for match in _BY.finditer(scene.text, cue.end, min(sentence[1], cue.end + 400)):
        if not scene.is_quoted(match.start()):
            return named_phrase(scene, match.end(), min(sentence[1], match.end() + 160))
    return None


def _holder(scene: Scene, cue: Cue) -> Subject | None:
    assert cue.holder is not None
    start, end = cue.holder
    if scene.text[cue.start : end].casefold().split()[:1] in (["his"], ["her"]) or re.match(
        r"in\s(?:his|her)\b", scene.text[cue.start : cue.end], re.IGNORECASE
    ):
        return antecedent(scene, scene.sentence(cue.start), cue.start)
    if cue.start < start:
        return named_phrase(scene, start, min(end, start + LONGEST))
    near = scene.names(start, end)
    owner = near[-1] if near and _OWN.match(scene.text, near[-1].end) else None
    return Subject((owner,)) if owner is not None else None


def _governing(scene: Scene, sentence: tuple[int, int], cue: Cue, depth: int) -> Subject | None:
    """Give the subject of the verb before in the sentence, or of the sentence: for "and said", "saying"."""
    semicolon = scene.text.rfind("; ", sentence[0], cue.start)
    if semicolon >= 0 and not scene.is_quoted(semicolon):
        sentence = (semicolon + 2, sentence[1])
    since = max(sentence[0], cue.start - _CHAINED)
    relative = max((since + match.start() for match in _WHO_DID.finditer(scene.text[since : cue.start])), default=-1)
    chained = scene.cues_between(sentence, max(since, relative), cue.start)[-_BACK:] if depth < _BACK else ()
    for other in reversed(chained):
        if other.end <= cue.start and other.form == "finite":
            subject = subject_of(scene, sentence, other, depth=depth + 1)
            if subject is not None:
                return Subject(subject.names, subject.office, True)
    if relative >= 0:
        found = _nearest(scene, sentence[0], relative)
        if found is not None and found.names:
            return Subject(found.names, None, True)
    first = main_subject(scene, sentence, cue.start)
    return Subject((first,), None, True) if first is not None else None


def main_subject(scene: Scene, sentence: tuple[int, int], end: int) -> Named | None:
    """Give the person, or else the first other actor, with whom the sentence begins behind its adverbials."""
    for item in scene.names(sentence[0], min(end, sentence[0] + 400)):
        before = scene.text[sentence[0] : item.start]
        clause = _DATED.sub("", before[before.rfind(",") + 1 :])
        if before.split() == ["For"] and scene.text[item.end : item.end + 2] == ", ":
            return item
        if not _preposed(scene, item) and not _OWN.match(scene.text, item.end) and describes(clause):
            return item
    return None


def describes(text: str) -> bool:
    """Tell whether only what can describe somebody stands before his name: an article, an office, capitals."""
    words = [word.strip("(),.–—-\"“”’'") for word in text.split()]
    return len(words) <= 9 and all(
        not word
        or word[0].isupper()
        or word.casefold() in _DESCRIBING
        or word.casefold() in office_words()
        or word.endswith(_KINDS)
        for word in words
    )


def antecedent(scene: Scene, sentence: tuple[int, int], end: int) -> Subject | None:
    """Find whom "he" or "she" before the offset stands for: the one that the sentence or one before speaks of."""
    said = _PRONOUN.search(scene.text, max(0, end - 10), min(len(scene.text), end + 10))
    she = said is not None and said.group(1).casefold() in ("she", "her")
    same = _SHE if she else _HE
    semicolon = scene.text.rfind("; ", sentence[0], end)
    own = semicolon + 2 if semicolon >= 0 and not scene.is_quoted(semicolon) else sentence[0]
    first = main_subject(scene, (own, sentence[1]), end) or main_subject(scene, sentence, end)
    if first is not None and first.person and (she or not _is_woman(first)):
        return Subject((first,), None, True)
    here = scene.before(sentence)
    for step in range(_BACK):
        if here is None:
            break
        here = (max(here[0], here[1] - 2 * _CHAINED), here[1])
        persons = [item for item in scene.names(*here) if item.person and not _OWN.match(scene.text, item.end)]
        women = [item for item in persons if _is_woman(item)]
        persons = (women or persons) if she else [item for item in persons if item not in women]
        first = _first_speaker(scene, here, persons)
        if first is not None and same.search(scene.text, here[0], first.start):
            first = None
        if first is not None and (step == 0 or len({item.keys for item in persons}) == 1):
            return Subject((first,), None, True)
        # A sentence that says "he" itself goes on about the one before.
        if len({item.keys for item in persons}) == 1 and same.search(scene.text, *here) is None:
            return Subject((persons[-1],), None, True)
        if persons and same.search(scene.text, *here) is None:
            return None
        here = scene.before(here)
    within = [item for item in scene.names(max(sentence[0], end - _CHAINED), end) if item.person]
    within = [item for item in within if she or not _is_woman(item)]
    return Subject((within[-1],), None, True) if len({item.keys for item in within}) == 1 else None


def _is_woman(named: Named) -> bool:
    """Tell whether a person bears a woman's given name."""
    return named.mentions[0].name.split()[0] in read_words("women")


def _first_speaker(scene: Scene, sentence: tuple[int, int], persons: list[Named]) -> Named | None:
    for cue in scene.cues_between(sentence, sentence[0], sentence[1])[:8]:
        if cue.form == "finite" and not scene.pronoun(cue.subject_end, sentence[0]):
            found = _nearest(scene, sentence[0], cue.subject_end)
            if found is not None and found.names and found.names[0] in persons:
                return found.names[0]
    first = main_subject(scene, sentence, sentence[1])
    return first if first in persons else None
