"""Whom a pronoun or a bare description stands for: the last one spoken of that it fits."""

import re
from collections.abc import Iterator
from itertools import islice

from ibidem.parse.attribution import office_words
from ibidem.parse.cue import Cue
from ibidem.resolve.gender import is_man, is_woman
from ibidem.resolve.leading import describes, is_owner, is_preposed, main_subject, nearest
from ibidem.resolve.phrase import Subject, forward
from ibidem.resolve.scene import Named, Scene
from ibidem.words import read_words

_PRONOUN = re.compile(
    r"\b(he|she|his|him|her|ihn|they|it|er|sie|il|elle|egli|lei|lui|él|ella|он|она|они)\b", re.IGNORECASE
)
_HE = frozenset(["he", "his", "him", "ihn", "er", "il", "egli", "lui", "él", "он"])
_SHE = frozenset(["she", "her", "sie", "elle", "lei", "ella", "она"])
_THINGS = frozenset(["they", "it", "они"])
_SUBJECTIVE = {"his": "he", "him": "he", "ihn": "er", "her": "she"}
_DESCRIBED = re.compile(
    r"(?:^|[\s,;“\"(])(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[^\W\d_][\w’'-]*\s){0,2}(?P<noun>[^\W\d_][\w’'-]*)\s?$"
)
_WRITING = re.compile(
    r"(?:^|[\s,;“\"(])(?:an?|another|the|this|that|his|her|their|le|la|der|die|das|il|lo|el|dieser|dieses|ce|cet|cette)\s"
    r"(?:[^\W\d_][\w’'-]*\s){0,1}(?P<noun>[^\W\d_][\w’'-]*)(?:\s(?:for|of|from|dated|in|on)\s[^,;:“”]{1,40})?\s?$",
    re.IGNORECASE,
)
_AUTHORS = ("author", "authors", "writer", "essayist", "autor", "autorin", "autora", "autore", "auteur", "auteure")
_BEHIND = re.compile(
    r"\s(?:(?:the|der|die|la|le|il|lo|el)\s|l['’])(?P<noun>[^\W\d_]{3,20})(?=[\s,.;:»”])", re.IGNORECASE
)
_PHRASE = 60
_OFFICE = re.compile(
    r"(?<![,.]\s)\b[Tt]he\s(?:Prime\sMinister|President|Premier|Chancellor|(?:Foreign|Home|Colonial)\sSecretary|King|Queen)"
    r"\s[a-z]"
)
"""An office that stands for somebody of whom the paper does not say the name."""
_UNNAMED = re.compile(
    r"\s*(?:(?:But|And|Then|Mais|Puis|Doch|Ma|Pero)\s)?(?:(?:the|le|la|der|die|il|el|his|her|son|sa|sein|seine|ihr|ihre|suo|sua|su)\s|l['’])(?:[^\W\d_A-Z][\w-]{1,14}\s)?(?P<noun>[^\W\d_]{3,20})\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\s*(?:(?:But|And|Then)\s)?(?:an?|another|one\sof\s(?:the|his|her|their|our))\s(?:[^\W\d_A-Z][\w-]{1,14}\s)?"
    r"(?P<noun>[^\W\d_]{3,20})\b",
    re.IGNORECASE,
)
_CLOSE = 12
_CLAUSE = re.compile(
    r"\s*(?:(?:But|And|Yet|Later)\s)?(?:when|as|after|once|asked|pressed|questioned)[\s,]", re.IGNORECASE
)
"""What opens a clause before the one of the pronoun."""
_HIS_OWN = re.compile(r"['’]s?\sown\s")
_FAR = 2400
_CHAINED = 1200
_BACK = 12
"""How many sentences back somebody that "he" stands for may be named."""


def antecedent(scene: Scene, sentence: tuple[int, int], end: int, *, behind: bool = False) -> Subject | None:
    """Find whom "he" or "she" before the offset stands for: the one that the sentence or one before speaks of.

    The pronoun is the last one right before the offset, or the first one `behind` it; where none is printed, as
    Italian and Spanish leave it out, it may be a man or a woman.
    """
    window = (end, end + _CLOSE) if behind else (max(0, end - _CLOSE), end)
    said = _PRONOUN.findall(scene.text, *window)
    word = said[0 if behind else -1].casefold() if said else ""
    if word in _THINGS:
        return _spoken_of(scene, sentence, end, plural=word != "it")
    she = word in _SHE if word else None
    near = _just_named(scene, sentence, end) if word else None
    if near is not None and (she is None or _fits(near, she=she)):
        return Subject((near,), None, True)
    semicolon = scene.text.rfind("; ", sentence[0], end)
    own = semicolon + 2 if semicolon >= 0 and not scene.is_quoted(semicolon) else sentence[0]
    first = main_subject(scene, (own, sentence[1]), end) or main_subject(scene, sentence, end)
    if first is not None and first.person and (she is None or _fits(first, she=she)):
        return Subject((first,), None, True)
    same = re.compile(rf"\b{_SUBJECTIVE.get(word, word or 'he')}\b", re.IGNORECASE)
    found, passed = _back(scene, sentence, same, she=she)
    if found is not None or passed:
        return Subject((found,), None, True) if found is not None else None
    within = [item for item in scene.names(max(sentence[0], end - _CHAINED // 2), end) if item.person]
    within = [item for item in within if she is None or _fits(item, she=she)]
    return Subject((within[-1],), None, True) if len({item.keys for item in within}) == 1 else None


def spoken_pronoun(scene: Scene, sentence: tuple[int, int], cue: Cue) -> bool | None:
    """Tell whether "she" (true) or "he" (false) is a verb's subject, before or right behind it; else None."""
    before = scene.pronoun(cue.subject_end, sentence[0])
    window = (max(sentence[0], cue.subject_end - _CLOSE), cue.subject_end) if before else (cue.end, cue.end + _CLOSE)
    said = _PRONOUN.findall(scene.text, *window)
    word = said[-1 if before else 0].casefold() if said else ""
    return word in _SHE if word in _SHE | _HE else None


def described(scene: Scene, sentence: tuple[int, int], end: int) -> tuple[Named, ...]:
    """Find whom a description right before the offset means: "the paper", "the diplomat", "the Court".

    A periodical is the last one named, a body the last one whose name holds the noun, a person the one with whom the
    sentence before begins, or the only one that the two before it name.
    """
    found = _DESCRIBED.search(scene.text, max(sentence[0], end - _PHRASE), end)
    if found is None:
        return ()
    noun = found["noun"].casefold()
    before = scene.names(max(0, found.start() - _FAR), found.start())
    if noun in read_words("press-nouns"):
        last = [item for item in before if item.mentions[0].press]
        return tuple(last[-1:])
    former = " former " in found.group()
    if (noun in read_words("person-nouns") or noun in office_words()) and not former:
        return alone_before(scene, sentence, found.start())
    if noun in read_words("speech-nouns"):
        return _writer(scene, before, noun)
    same = [item for item in before if not item.person and noun in item.mentions[0].name.casefold().split()]
    return tuple(same[-1:])


def described_behind(scene: Scene, sentence: tuple[int, int], start: int) -> tuple[Named, ...]:
    """Find whom a description behind a verb means: "osserva la studiosa"."""
    found = _BEHIND.match(scene.text, start)
    noun = found["noun"].casefold() if found is not None else ""
    known = noun in read_words("person-nouns") or noun in _AUTHORS or noun in office_words()
    return alone_before(scene, sentence, sentence[0]) if known else ()


def _writer(scene: Scene, before: tuple[Named, ...], noun: str) -> tuple[Named, ...]:
    """Find whose "the report" is: of whom a report was spoken of last."""
    made = re.compile(rf"\b{noun}\s(?:of|by|from)\s(?:the\s)?$", re.IGNORECASE)
    owned = re.compile(rf"['’]s?\s(?:[\w-]{{2,16}}\s)?{noun}\b", re.IGNORECASE)
    for item in reversed(before):
        if made.search(scene.text, max(0, item.start - _PHRASE), item.start) or owned.match(scene.text, item.end):
            return (item,)
    own = re.compile(rf"\b(?:his|her)\s(?:[\w-]{{2,16}}\s)?{noun}\b", re.IGNORECASE)
    end = before[-1].start if before else 0
    for match in own.finditer(scene.text, max(0, end - _FAR), end):
        sentence = scene.sentence(match.start())
        persons = [item for item in before if item.person and sentence[0] <= item.start < sentence[1]]
        if len({item.keys for item in persons}) == 1:
            return (persons[-1],)
    return ()


def alone_before(scene: Scene, sentence: tuple[int, int], end: int) -> tuple[Named, ...]:
    """Give the person of whom the text speaks before a description: the subject, or the only one named."""
    for here in ((sentence[0], end), *islice(_sentences_before(scene, sentence), 2)):
        persons = [item for item in scene.names(*here) if item.person and not is_owner(scene, item)]
        first = main_subject(scene, here, here[1])
        if first in persons and len({item.keys for item in persons}) <= 2:
            return (first,) if first is not None else ()
        if len({item.keys for item in persons}) == 1:
            return (persons[-1],)
        if persons:
            return ()
    return ()


def _back(
    scene: Scene, sentence: tuple[int, int], same: re.Pattern[str], *, she: bool | None
) -> tuple[Named | None, bool]:
    """Go back sentence by sentence; give who is meant, and whether a sentence makes it doubtful."""
    for step, here in enumerate(_sentences_before(scene, sentence)):
        persons = [item for item in scene.names(*here) if item.person and not is_owner(scene, item)]
        women = [item for item in persons if _is_woman(item)]
        if she is not None:
            fitting = [item for item in persons if _fits(item, she=she)]
            persons = (women or fitting) if she else fitting
        alone = len({item.keys for item in persons}) == 1
        first = _last_clause(scene, here, persons) if not step else None
        first = first or _first_speaker(scene, here, persons)
        if first is not None and same.search(scene.text, here[0], first.start):
            first = None
        if first is not None and (step == 0 or alone):
            return first, False
        goes_on = same.search(scene.text, *here) is not None
        # A sentence that says "he" itself goes on about the one before.
        if alone and (not goes_on or _is_first(scene, here, persons[0], same)):
            return persons[-1], False
        if not goes_on and (persons or _OFFICE.search(scene.text, *here) is not None or _is_unnamed(scene, here)):
            return None, True
    return None, False


def _is_first(scene: Scene, sentence: tuple[int, int], named: Named, same: re.Pattern[str]) -> bool:
    """Tell whether a sentence names somebody and goes on with "he": "when we asked Brown, he laughed"."""
    return (
        same.search(scene.text, sentence[0], named.start) is None and _CLAUSE.match(scene.text, *sentence) is not None
    )


def _is_unnamed(scene: Scene, sentence: tuple[int, int]) -> bool:
    """Tell whether a sentence is about somebody whom an office alone names: "The bishop declined."."""
    found = _UNNAMED.match(scene.text, *sentence)
    if found is not None:
        return found["noun"].casefold() in office_words()
    new = _ANOTHER.match(scene.text, *sentence)
    noun = new["noun"].casefold() if new is not None else ""
    return not {noun, noun.removesuffix("s")}.isdisjoint((*read_words("person-nouns"), *office_words()))


def _sentences_before(scene: Scene, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    here = scene.before(sentence)
    for _ in range(_BACK):
        if here is None:
            return
        yield max(here[0], here[1] - _CHAINED), here[1]
        here = scene.before(here)


def _just_named(scene: Scene, sentence: tuple[int, int], end: int) -> Named | None:
    """Find whom a clause before the pronoun names: "when I put this to Brown, he", "Brown's own view: ..., he"."""
    opening = _CLAUSE.match(scene.text, sentence[0], end)
    if opening is not None:
        comma = scene.text.find(", ", opening.end(), end)
        inside = scene.names(opening.end(), comma) if comma >= 0 else ()
        behind = scene.names(max(comma, 0), end) if comma >= 0 else ()
        persons = [item for item in inside if item.person]
        return persons[0] if len({item.keys for item in persons}) == 1 and not behind else None
    named = scene.names(sentence[0], end)
    owner = bool(named) and named[0].person and _HIS_OWN.match(scene.text, named[0].end) is not None
    return named[0] if owner and not scene.text[sentence[0] : named[0].start].strip() else None


def _fits(named: Named, *, she: bool) -> bool:
    """Tell whether "she" or "he" can stand for a person, as the given name tells."""
    name = named.mentions[0].name
    return not is_man(name) if she else not is_woman(name)


def _is_woman(named: Named) -> bool:
    return is_woman(named.mentions[0].name)


def is_writing(scene: Scene, start: int, cue: Cue) -> bool:
    """Tell whether "the report", "this essay" or "the author" stands before a verb."""
    found = _WRITING.search(scene.text, max(start, cue.subject_end - _PHRASE), cue.subject_end)
    return found is not None and found["noun"].casefold() in read_words("speech-nouns") + _AUTHORS


def _last_clause(scene: Scene, sentence: tuple[int, int], persons: list[Named]) -> Named | None:
    """Give the person with whom the last clause behind a semicolon begins: "Crewe was ill; Brown was not."."""
    cut = scene.text.rfind("; ", *sentence)
    if cut < 0 or scene.is_quoted(cut):
        return None
    first = main_subject(scene, (cut + 1, sentence[1]), sentence[1])
    return first if first in persons else None


def _first_speaker(scene: Scene, sentence: tuple[int, int], persons: list[Named]) -> Named | None:
    for cue in scene.cues_between(sentence, sentence[0], sentence[1])[:8]:
        if cue.form == "finite" and not scene.pronoun(cue.subject_end, sentence[0]):
            found = nearest(scene, sentence[0], cue.subject_end)
            if found is not None and found.names and found.names[0] in persons:
                return found.names[0]
    first = main_subject(scene, sentence, sentence[1])
    return first if first in persons else None


def _spoken_of(scene: Scene, sentence: tuple[int, int], end: int, *, plural: bool) -> Subject | None:
    """Find the body or people that "it" or "they" stands for: the only one of its sentence, or of the one before."""
    for here in ((sentence[0], end), *islice(_sentences_before(scene, sentence), 2)):
        named = scene.names(*here)
        several = forward(scene, named[0], here[1]) if plural and named and named[0].person else ()
        if len(several) > 1 and describes(scene.text[here[0] : named[0].start]):
            return Subject(several, None, True)
        things = [item for item in named if not item.person and not is_owner(scene, item)]
        acting = [item for item in things if not is_preposed(scene, item)]
        if len({item.keys for item in acting}) == 1 and not (plural and len(named) > len(things)):
            return Subject((acting[0],), None, True)
        first = main_subject(scene, here, here[1])
        if first in acting and first is not None:
            return Subject((first,), None, True)
        if named:
            return None
    return None
