"""Who speaks in a quotation: no speaker rather than a wrong one."""

import re
from dataclasses import dataclass

from ibidem.parse.cue import Cue
from ibidem.resolve.announced import announced, for_whom
from ibidem.resolve.governing import has_own_subject, is_direct, is_object, is_taken, is_unknown
from ibidem.resolve.leading import describes, is_simple
from ibidem.resolve.phrase import Subject, forward, named_phrase
from ibidem.resolve.pronoun import alone_before, antecedent, described, described_behind
from ibidem.resolve.scene import Scene
from ibidem.resolve.subject import subject_of
from ibidem.resolve.tagged import bracketed, opened, tagged

_INVERTED = re.compile(r"[\s,.–—-]{0,4}")
_NEW_CLAUSE = re.compile(r"[\s,]{0,2}(?:and|but|while|whereas|although|though|when|so|;)\b")
_BROUGHT_IN = re.compile(r"(?:that|:|to)\s?$")
_PRONOUN = re.compile(
    r"[\s,.–—-]{0,3}(?:as\s|wie\s|comme\s)?(?:s?he|they|it|er|sie|ils?|elle|egli|lei|él|ella|он|она)\s", re.IGNORECASE
)
_INVERTED_PRONOUN = re.compile(r"[\s-](?:t-)?(?:he|she|er|sie|il|elle|egli|lei|él|ella|он|она)\b")
_IS = re.compile(r"[\s,]{1,2}(?:is|was|are|were|ist|sind|war|est|sont|fut|è|es)\s(?:[^\W\d_]{2,12},?\s){0,2}")
"""Between the halves of a quotation: `“...”, is, according to Brown, “...”`."""
_FINISHED = re.compile(r"[.,:;]|\s(?:in|on|at|to|from|into|when|as|after|before|with)\s")
"""Behind a verb of which the quotation before is the object."""
_SO = re.compile(r"\s?:\s(?:so|thus|ainsi|così|así)\s")
_THUS = re.compile(r",?\s\(?(?:so|thus|ainsi|così|así|wie|comme|come|como|как)\s(?=[^\W\d_a-zß-öø-ÿ])")
"""Behind a quotation: "„...“, so Braun"."""
_PAST = re.compile(r"\s(?:[a-z]{2,12}ed|shot|shook|burst|broke|cut|threw|went|came|began)\b(?:\s[a-z]{2,8})?\s?[.,;:]")
_PAUSE = re.compile(r"[,?!–—-]")
_CAPITALS = re.compile(r"[\s,]{1,3}(?:[^\W\d_a-z][\w.’'-]{0,24}\s){1,4}")
_SUBJECTLESS = re.compile(
    r"(?:\s(?:alla|al|allo|ai|nella|nel|in|a|en|con|quindi|poi|también|luego)\s[^,.;«»\"“]{1,60})?"
    r"[,.:;—]?\s?[,.:;«»\"“—]"
)
_JOINED = re.compile(r",?\s(?:(?:and|or|und|oder|et|ou|e|y|o)\s(?:the\s|of\s|as\s|a\s|an\s)?)?")
_THESE = re.compile(
    r"\s*(?:(?:It\swas\s|C['’]est\s|Fue\s|Fu\s)?(?:with|in|par|en|avec|mit|con)\s(?:these|ces|diesen|queste|estas|estos)\s"
    r"(?:words|terms|mots|termes|Worten|Sätzen|parole|palabras|términos))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\s(?:whether|if|why|how|what|when|where|who|about)\s")
_LETTER = 60
_SOMEBODY = re.compile(
    r"[\s,]{1,3}(?:as\s)?(?:one|an?|another|some|many|several)\s(?!of\b|that\b|who\b|which\b)[^,;]{1,40}"
)
"""Behind a quotation, before a verb: "as one docker put it"."""
_DEFINITE = re.compile(r"[\s,]{1,3}[Tt]he(?:\s[\w.’'-]{1,24}){1,5}\s")
REACH = 1500
"""How far, in code points, a cue may stand from what it brings in."""
SHORT = 6
"""Up to how many words a quotation may be no more than a term."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """How a quotation is attributed; `subject` is None where the cue names nobody. `direct`: the cue governs it."""

    cue: Cue | None
    subject: Subject | None
    direct: bool

    @property
    def governs(self) -> bool:
        """Tell whether even a word or two inside its reach is what the subject said."""
        return self.direct or (
            self.cue is not None and self.cue.form == "finite" and self.cue.frame in ("that", "tell", "stance")
        )


def attribution(
    scene: Scene,
    start: int,
    end: int,
    *,
    last: tuple[int, Attribution] | None = None,
    within: tuple[int, int] | None = None,
) -> Attribution | None:
    """Find the cue that attributes the quotation between two offsets, its marks included.

    The cue behind it counts first where nothing parts them, then the nearest one before it in the sentence.
    `last` is the quotation before, its end and attribution: one that makes a sentence of its own goes on with it.
    `within` is the quotation that this one is nested in: only what stands inside it counts.
    """
    sentence = scene.sentence(start)
    if within is not None:
        sentence = (max(sentence[0], within[0]), min(sentence[1], within[1]))
    verb = opened(scene, start, end)
    if verb is not None:
        return Attribution(None, verb, True)
    if last is not None and last[1].direct and _JOINED.fullmatch(scene.text, last[0], start) is not None:
        # "what he calls “detonations” and “explosions”".
        return last[1]
    found = _after(scene, sentence, start, end) or _before(scene, sentence, start, last)
    if found is None and not scene.text[sentence[0] : start].strip() and scene.text[end - 2 : end - 1] in ("!", "?"):
        found = _cried(scene, sentence, start, end)
    if found is None:
        shown = tagged(scene, sentence, start, end) or announced(scene, sentence, start)
        found = Attribution(None, shown, True) if shown is not None else None
    alone = not scene.text[sentence[0] : start].strip() and not scene.text[end : sentence[1]].strip(" \t\r\n.,;")
    if found is None and alone:
        found = _closing(scene, sentence)
    if (found is None or found.subject is None) and (author := bracketed(scene, sentence, start, end)) is not None:
        found = Attribution(None, author, True)
    if found is not None or last is None:
        return found
    return _continued(scene, sentence, *last) if alone else None


def _closing(scene: Scene, sentence: tuple[int, int]) -> Attribution | None:
    """Read `“...” With these words Brown opened the meeting.`, where the sentence behind tells who spoke."""
    following = scene.sentence(sentence[1])
    opening = _THESE.match(scene.text, *following) if following[0] == sentence[1] else None
    near = scene.names(opening.end(), following[1]) if opening is not None else ()
    named = next((item for item in near if item.person), None)
    return Attribution(None, Subject((named,)), True) if named is not None else None


def _cried(scene: Scene, sentence: tuple[int, int], start: int, end: int) -> Attribution | None:
    """Read `"...!" Brown cried.`, where the mark of exclamation ends no sentence."""
    following = scene.sentence(sentence[1])
    if following[0] != sentence[1]:
        return None
    found = _after(scene, (sentence[0], following[1]), start, end)
    said = found.cue if found is not None else None
    if said is None or _FINISHED.match(scene.text, said.end) is None:
        return None
    return found if " that " not in scene.text[said.end : following[1]] else None


def _continued(scene: Scene, sentence: tuple[int, int], end: int, last: Attribution) -> Attribution | None:
    """Carry on the attribution of the sentence before: `"...," he wrote. "..."`."""
    before = scene.before(sentence)
    said = max(end, last.cue.end) if last.cue is not None else end
    if before is None or said <= before[0] or last.subject is None:
        return None
    return Attribution(last.cue, last.subject, True)


def _after(scene: Scene, sentence: tuple[int, int], start: int, end: int) -> Attribution | None:
    thus = _THUS.match(scene.text, end) or _SO.match(scene.text, end)
    if thus is not None and (named := named_phrase(scene, thus.end(), min(sentence[1], thus.end() + _LETTER))):
        return Attribution(None, named, True)
    interrupted = scene.text[end - 2 : end - 1] == ","
    brought = not interrupted and _BROUGHT_IN.search(scene.text, max(0, start - 6), start) is not None
    if brought or _NEW_CLAUSE.match(scene.text, end):
        return None
    told = _told(scene, sentence, end)
    if told is not None:
        return told
    behind = scene.cues_between(sentence, end, end + REACH)
    cue = next((cue for cue in behind if cue.form in ("finite", "phrase")), None)
    if cue is None or cue.frame in ("text", "stance"):
        return None
    if cue.form == "phrase":
        joined = any(gap.fullmatch(scene.text, end, cue.start) is not None for gap in (_INVERTED, _IS))
        return Attribution(cue, subject_of(scene, sentence, cue), True) if joined else None
    if _INVERTED.fullmatch(scene.text, end, cue.subject_end if cue.foreign else cue.start):
        subject = inverted_subject(scene, sentence, cue)
        paused = _PAUSE.search(scene.text, end - 2, end + 1) is not None
        return Attribution(cue, subject, True) if subject is not None or paused else None
    if cue.subject_end - end > 90 or scene.quoted_between(end, cue.start):
        return None
    if _PRONOUN.fullmatch(scene.text, end, cue.subject_end):
        return Attribution(cue, antecedent(scene, sentence, cue.subject_end), True)
    subject = subject_of(scene, (end, sentence[1]), cue)
    if subject is not None and subject.names and not subject.inherited:
        return Attribution(cue, subject, True) if describes(scene.text[end : subject.names[0].start]) else None
    if _PAUSE.search(scene.text, end - 2, end + 1) is None:
        return None
    if _DEFINITE.fullmatch(scene.text, end, cue.subject_end):
        spoken = _before(scene, sentence, start, None)
        before = spoken.subject.names if spoken is not None and spoken.subject is not None else ()
        meant = before or described(scene, sentence, cue.subject_end) or alone_before(scene, sentence, start)
        return Attribution(cue, Subject(meant, (end, cue.subject_end)), True)
    if _CAPITALS.fullmatch(scene.text, end, cue.subject_end) or _SOMEBODY.fullmatch(scene.text, end, cue.subject_end):
        return Attribution(cue, None, True)
    return None


def _told(scene: Scene, sentence: tuple[int, int], end: int) -> Attribution | None:
    """Read `"...," Moore signalled.`: whatever verb follows, he says it, where a comma ends what is quoted."""
    if scene.text[end - 2 : end - 1] != "," and scene.text[end : end + 1] != ",":
        return None
    near = scene.names(end, min(sentence[1], end + _LETTER))
    if not near or not near[0].person or scene.cues_between(sentence, end, near[0].end + _LETTER):
        return None
    said = _PAST.match(scene.text, near[0].end)
    if said is None or not describes(scene.text[end : near[0].start]):
        return None
    return Attribution(None, Subject((near[0],)), True)


def inverted_subject(scene: Scene, sentence: tuple[int, int], cue: Cue) -> Subject | None:
    """Read who stands behind the verb: `"...," said the Foreign Minister, Hull`."""
    if _INVERTED_PRONOUN.match(scene.text, cue.end):
        return antecedent(scene, sentence, cue.end, behind=True)
    near = scene.names(cue.end, min(sentence[1], cue.end + 120))
    named = next((item for item in near if item.person), near[0] if near else None)
    if cue.foreign and named is None and _SUBJECTLESS.match(scene.text, cue.end):
        # «...», dichiarò alla Camera, «...»: the sentence before tells who.
        return antecedent(scene, sentence, cue.start)
    if named is None and (meant := described_behind(scene, sentence, cue.end)):
        return Subject(meant, None, True)
    between = scene.text[cue.end : named.start] if named is not None else ""
    if named is None or not (describes(between) or (cue.foreign and is_simple(between))):
        return None
    return Subject(forward(scene, named, min(sentence[1], cue.end + 160)))


def _before(
    scene: Scene, sentence: tuple[int, int], start: int, last: tuple[int, Attribution] | None
) -> Attribution | None:
    unnamed = None
    cues = scene.cues_between(sentence, start - REACH, start)
    own = for_whom(scene, sentence, start)
    if own is not None:
        return Attribution(None, own, True)
    answer = next((said for cue in reversed(cues) if (said := _answering(scene, cue, start))), None)
    if answer is not None:
        return answer
    for index, cue in reversed(tuple(enumerate(cues))):
        if (
            cue.end > start
            or is_taken(scene, cue)
            or (cue.frame == "noun" and index and is_object(scene, cues[index - 1], cue))
        ):
            continue
        if last is not None and last[1].cue == cue and cue.start >= last[0]:
            # "...," said Brown, "...": the verb stands before its subject.
            return Attribution(cue, last[1].subject, True)
        direct = is_direct(scene, cue, start)
        if cue.frame in ("quote", "text", "ask", "as", "mind") and not direct and cue.form not in ("passive", "gerund"):
            continue
        subject = subject_of(scene, sentence, cue)
        if subject is not None:
            return Attribution(cue, subject, direct)
        if has_own_subject(scene, cues[index - 1].end if index else sentence[0], cue) or is_unknown(scene, cue):
            return Attribution(cue, None, direct)
        if unnamed is None and cue.form in ("finite", "passive"):
            unnamed = Attribution(cue, None, direct)
            verb = scene.text[cue.start : cue.end].casefold() != cue.base
            if cue.form == "finite" and verb and not scene.text[cue.end : start].strip(" ,:"):
                return unnamed
    return unnamed


def _answering(scene: Scene, cue: Cue, start: int) -> Attribution | None:
    """Read who answers in `Brown asked Smith whether she had gone: "Yes."`."""
    opens = not scene.text[scene.sentence(cue.start)[0] : cue.subject_end].strip()
    if (
        cue.frame != "ask"
        or cue.form != "finite"
        or opens
        or scene.text[max(0, start - 3) : start].rstrip()[-1:] != ":"
    ):
        return None
    asked = _ASKED.search(scene.text, cue.end, start)
    near = scene.names(cue.end, asked.start() + 1) if asked is not None else ()
    told = bool(near) and not scene.text[cue.end : near[0].start].strip()
    if told or (asked is not None and scene.text[cue.end : asked.start()].strip()):
        # Whoever is asked answers: nobody who asks.
        return Attribution(cue, Subject((near[0],)) if told else None, True)
    return None
