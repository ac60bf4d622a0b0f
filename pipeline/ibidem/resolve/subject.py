"""Who does the saying: the subject of a verb of speech, the name in a phrase, the one that "he" stands for."""

import re

from ibidem.parse.cue import Cue
from ibidem.resolve.leading import is_simple, main_subject, nearest
from ibidem.resolve.phrase import LONGEST, Subject, named_phrase
from ibidem.resolve.pronoun import antecedent, described
from ibidem.resolve.scene import Scene
from ibidem.words import read_words

_CHAINED = 600
"""How far, in code points, the verb may stand whose subject is also that of another."""
_BY = re.compile(r"\bby\s")
_OWN = re.compile(r"['’]s?\b|['’]\s")
_COORDINATED = re.compile(r"(?:^|[\s,])(?:and|or|but|then|und|et|e|y|и)\s?$", re.IGNORECASE)
_WHO_DID = re.compile(r"\s(?:who|which)\s")
_WHO = re.compile(r"(?:^|[\s,])(?:who|which|qui|che|que)\s?$|,\s(?:der|die|das)\s?$")
_CAUSES = frozenset(
    ["led", "prompted", "caused", "inspired", "drove", "moved", "provoked", "brought", "leads", "allowed"]
)
_DEPTH = 5
_LONGEST_GAP = 90
_WORK = 110
_WRITTEN = re.compile(r"(?:['’]s?)\s(?:own\s)?(?:[\w-]{2,16}\s)?(?P<noun>[^\W\d_]{2,16})(?:,\s[^,;“”\"]{2,60},)?\s?$")
_FEW = 2
_OF_TEXT = re.compile(
    r"\b(?:bill|law|act|statute|rule|resolution|decree|order|clause|provision|contract|treaty|amendment|sign|notice)\s?$"
)
_RELATED = re.compile(r"(?:laquelle|lequel|qui|whom|which|il\squale|la\squale|cui|el\scual|la\scual|quien|dem|der)\b")
_DETERMINERS = ("son", "sa", "ses", "les", "der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre")
_ADVERBIAL = 10
_IMPERSONAL = re.compile(r"[\s-](?:t-)?(?:man|on)\b")
_NEXT = re.compile(r"[\s-](?:t-)?[^\W\d_]{1,6}\b")


def subject_of(scene: Scene, sentence: tuple[int, int], cue: Cue, *, depth: int = 0) -> Subject | None:
    """Find who says what the cue brings in; None where the text does not tell or more than one could be meant."""
    if cue.holder is not None:
        return _holder(scene, cue)
    if cue.form == "passive":
        return _agent(scene, sentence, cue)
    if cue.form == "infinitive":
        return _made_to(scene, sentence, cue)
    if cue.form == "gerund":
        if _OF_TEXT.search(scene.text, max(sentence[0], cue.subject_end - 40), cue.subject_end):
            return None
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
        return nearest(scene, sentence[0], cue.subject_end - len(text) + who.start())
    found = before_verb(scene, sentence, cue.subject_end)
    return _behind_verb(scene, sentence, cue) if found is None and cue.foreign else found


def before_verb(scene: Scene, sentence: tuple[int, int], end: int) -> Subject | None:
    """Find the name that stands before a verb, or whom the office or the description there means."""
    found = nearest(scene, sentence[0], end)
    if found is None and (written := _WRITTEN.search(scene.text, max(sentence[0], end - _WORK), end)):
        # "Brown's letter adds": the letter's writer.
        owner = [item for item in scene.names(sentence[0], written.start()) if item.end == written.start()]
        if owner and written["noun"].casefold() in read_words("speech-nouns"):
            return Subject((owner[-1],))
    if found is None or not found.names:
        names = described(scene, sentence, end)
        return Subject(names, found.office if found is not None else None) if found is not None or names else None
    return found


def _behind_verb(scene: Scene, sentence: tuple[int, int], cue: Cue) -> Subject | None:
    """Find the subject of another language's verb behind it, at the head of its sentence, or left out."""
    if scene.pronoun(_word_end(scene.text, cue.end), cue.end):
        return antecedent(scene, sentence, cue.end, behind=True)
    near = scene.names(cue.end, min(sentence[1], cue.end + _LONGEST_GAP))
    if near and is_simple(scene.text[cue.end : near[0].start]):
        named = next((item for item in near if item.person), near[0])
        return Subject((named,))
    first = main_subject(scene, sentence, cue.start)
    if first is not None:
        return Subject((first,), None, True)
    # "Scrisse che ...": the verb opens its sentence, and the one before tells who.
    before = scene.text[sentence[0] : cue.start].casefold().split()
    opens = (len(before) <= _FEW and not _has_determiner(before)) or _is_adverbial(before)
    return antecedent(scene, sentence, cue.start) if opens and not _IMPERSONAL.match(scene.text, cue.end) else None


def _has_determiner(words: list[str]) -> bool:
    """Tell whether a subject of its own opens a sentence: "Son successeur écrivit"."""
    determiners = (*read_words("romance-articles"), *read_words("foreign-determiners"), *_DETERMINERS)
    return bool(words) and (words[0] in determiners or words[0].startswith(("l'", "l’")))


def _is_adverbial(words: list[str]) -> bool:
    """Tell whether only an adverbial stands before an Italian or Spanish verb: "En una carta al ministro escribió"."""
    if len(words) > _ADVERBIAL or words[0] not in read_words("placing"):
        return False
    return all(
        words[at - 1] in read_words("placing")
        for at, word in enumerate(words)
        if word in read_words("romance-articles")
    )


def _word_end(text: str, start: int) -> int:
    word = _NEXT.match(text, start)
    return word.end() if word is not None else start


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
        return antecedent(scene, scene.sentence(cue.start), cue.start, behind=True)
    if _RELATED.match(scene.text, start) is not None:
        return nearest(scene, scene.sentence(cue.start)[0], cue.start)
    if cue.base == "seem" or cue.start < start:
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
    chained = scene.cues_between(sentence, max(since, relative), cue.start)[-_DEPTH:] if depth < _DEPTH else ()
    for other in reversed(chained):
        if other.end <= cue.start and other.form == "finite":
            subject = subject_of(scene, sentence, other, depth=depth + 1)
            if subject is not None:
                return Subject(subject.names, subject.office, True)
    if relative >= 0:
        found = nearest(scene, sentence[0], relative)
        if found is not None and found.names:
            return Subject(found.names, None, True)
    first = main_subject(scene, sentence, cue.start)
    return Subject((first,), None, True) if first is not None else None
