"""Whether a cue governs the quotation behind it, and whether the clause between has a subject of its own."""

import re

from ibidem.parse.cue import Cue
from ibidem.resolve.scene import Scene

_DIRECT = re.compile(
    r"[\s,:;–—-]{0,4}(?:that|que|che|dass|daß|что|как|als|comme|como|as|to|at|how|why|whether|if|because|a|an|the|of|simply|being|it|them|him|her|out|\(|…|\.{3})?[\s,:;–—(-]{0,4}"
    r"(?:(?:that|the|a|an|as|it|was|is|were)\s){0,3}"
)
_ASIDE = re.compile(r",\s(?:[^\W\d_a-z][\w.’'-]*\s?){1,4}$|,\s(?:s?he)\s?$")
"""Before a verb that commas set off: "there appeared, Brown continues, “a class”"."""
_WHOM = re.compile(r"[a-zß-öø-ÿ],?\s(?:who|qui|che|die|der)\s?$")
_TAKEN = re.compile(r"\s(?:it|so|this)(?:[,.;]|\s(?:before|again|many|often|several|himself|herself|aloud|all)\b)")
"""Behind a verb that says something already: "who has said it before"."""
_JUDGED = re.compile(
    r"\s(?:it|him|her|them|this|these|the|his|its|their|such|[^\W\d_a-z][\w’'-]*)\b(?:\s[^\s,;:.]{1,20}){0,3}\s?"
)
"""Between "found" and what it was found to be."""
_OWN_CLAUSE = re.compile(r"[;:]\s(?:(?:and|but|while)\s)?|,\s(?:and|but|while|whereas|yet|though|although)\s")
_OPENING = frozenset({"the", "a", "an", "one", "some", "many", "several", "another", "other", "most"})
_TITLE = 24


def is_taken(scene: Scene, cue: Cue) -> bool:
    """Tell whether a verb says something already: "who has said it before"."""
    return cue.frame == "that" and _TAKEN.match(scene.text, cue.end) is not None


def has_own_subject(scene: Scene, since: int, cue: Cue) -> bool:
    """Tell whether a clause of its own begins before a verb: then nobody named before it is its subject."""
    opening = [match.end() for match in _OWN_CLAUSE.finditer(scene.text, since, cue.subject_end)]
    words = scene.text[opening[-1] : cue.subject_end].split() if opening and cue.form == "finite" else []
    return bool(words) and words[0].casefold() in _OPENING


def is_unknown(scene: Scene, cue: Cue) -> bool:
    """Tell whether a relative clause has a subject that is no actor: "a petition of the bakers, who complained"."""
    return cue.form == "finite" and _WHOM.search(scene.text, max(0, cue.subject_end - 40), cue.subject_end) is not None


def is_object(scene: Scene, verb: Cue, noun: Cue) -> bool:
    """Tell whether the words are what is judged, or written in: "called Attlee's statement", "noted in his diary"."""
    between = scene.text[verb.end : noun.start]
    if verb.form != "finite" or len(between) > _TITLE or "," in between:
        return False
    return verb.frame in ("as", "mind") or between in (" in ", " to ", " into ")


def is_direct(scene: Scene, cue: Cue, start: int) -> bool:
    """Tell whether what stands between a cue and a quotation lets the one govern the other."""
    if cue.frame == "phrase":
        return True
    comma = scene.text[cue.end : cue.end + 2] == ", " and scene.text.rfind(",", 0, cue.subject_end) >= 0
    if comma and _ASIDE.search(scene.text, max(0, cue.subject_end - 60), cue.subject_end):
        return True
    if cue.frame in ("as", "ask", "tell", "text") or cue.foreign:
        return start - cue.end < 160 and scene.text.find(";", cue.end, start) < 0
    if cue.base in ("find", "think") and _JUDGED.fullmatch(scene.text, cue.end, start):
        return True
    if cue.frame == "mind" and start - cue.end < 100:
        return re.match(r"\s(?:that|how)\s[^.;:]*$", scene.text[cue.end : start]) is not None
    return _DIRECT.fullmatch(scene.text, cue.end, start) is not None or (
        start - cue.end < 130
        and re.search(r"(?:[:;,]|\bthat(?:\sthe)?)\s?$", scene.text[max(cue.end, start - 10) : start]) is not None
    )
