"""Who speaks as the quotation itself shows: a tag or a verb inside its marks, a name behind a dash at its end."""

import re
from bisect import bisect_left

from ibidem.parse.verb import speech_verbs
from ibidem.resolve.leading import is_simple, main_subject
from ibidem.resolve.phrase import Subject
from ibidem.resolve.pronoun import antecedent
from ibidem.resolve.scene import Scene

_TAG = re.compile(
    r"(?:,|[?!…])\s(?:[—–]\s)?(?:(?:(?:me|nous|lui|leur|mi|ci|gli|le|nos)\s|m['’])?(?P<had>a|avait|ont|ha|aveva|había)\s|(?:me|nous|lui|leur|mi|ci|gli|le|nos)\s|s['’])?"
    r"(?P<verb>[^\W\d_]{3,24})(?=[\s-])(?:[\s-](?:t-)?(?P<pronoun>il|elle|er|sie|он|она)\b)?"
)
_SAID_SHE = re.compile(
    r"(?:,|[?!…])\s(?:m['’]|nous\s|lui\s)?(?:a|avait)-t-(?P<pronoun>il|elle)\s(?P<verb>[^\W\d_]{3,24})(?=[\s,.»])"
)
_VERB_INSIDE = re.compile(r"[“\"«„‘']\s?([a-z][a-z\[\]]{2,20})(?=\s)")
_SIGNED = re.compile(r"(?:^|[.!?…\"”’\s])[—–―]\s?(?=[^\W\d_][^—–―.!?]{2,80}\.?\s*$)")
_TURN = re.compile(r"(?:\s\([^()]{1,40}\))?:\s")
"""Behind the name that opens a turn of an interview."""
_BRACKET = re.compile(r"[,.]?\s?\((?:(?:see|cf\.|vgl\.|cfr\.|voir)\s)?")
_YEAR = re.compile(r"(?:\set\sal\.|\su\.\s?a\.)?,?\s\(?(?:1[5-9]|20)\d\d")
_YEAR_ALONE = re.compile(r"[,.]?\s?\((?:1[5-9]|20)\d\d[a-z]?\b")
_SIGNATURE = 100
_NEAR = 60


def tagged(scene: Scene, sentence: tuple[int, int], start: int, end: int) -> Subject | None:
    """Read who speaks from words inside the marks: "« Nous irons, dit Brun, demain. »"."""
    asked = _SAID_SHE.search(scene.text, start + 1, end)
    if asked is not None and asked["verb"].casefold() in speech_verbs():
        return antecedent(scene, sentence, asked.start("pronoun"), behind=True)
    for match in _TAG.finditer(scene.text, start + 1, end):
        verb = speech_verbs().get(match["verb"].casefold())
        if verb is None or verb.sort not in ("foreign", "foreign-participle" if match["had"] else "foreign"):
            continue
        if match["pronoun"]:
            return antecedent(scene, sentence, match.start("pronoun"), behind=True)
        first = bisect_left(scene.named, match.end(), key=lambda item: item.start)
        near = [item for item in scene.named[first : first + 1] if item.start < min(end, match.end() + _NEAR)]
        if near and is_simple(scene.text[match.end() : near[0].start]):
            return Subject((near[0],))
    return None


def opened(scene: Scene, start: int, end: int) -> Subject | None:
    """Read `Brown “reported that it rained”`, where the verb stands inside the marks."""
    verb = _VERB_INSIDE.match(scene.text, start, end)
    form = speech_verbs().get(re.sub(r"\W", "", verb.group(1)).casefold()) if verb is not None else None
    if form is None or form.sort not in ("third", "past", "foreign") or form.frame not in ("that", "stance", "quote"):
        return None
    near = [item for item in scene.names(max(0, start - _NEAR), start) if not scene.text[item.end : start].strip()]
    return Subject((near[-1],)) if near else None


def bracketed(scene: Scene, sentence: tuple[int, int], start: int, end: int) -> Subject | None:
    """Read the author of a citation in brackets right behind a quotation: "“...” (Brown 1996, 12)".

    Where only a year is printed there, he is whom the sentence speaks of first.
    """
    if _YEAR_ALONE.match(scene.text, end) is not None:
        first = main_subject(scene, sentence, start)
        return Subject((first,)) if first is not None and first.person else None
    opening = _BRACKET.match(scene.text, end)
    near = scene.names(opening.end(), opening.end() + _SIGNATURE) if opening is not None else ()
    if opening is None or not near or near[0].start != opening.end() or not near[0].person:
        return None
    return Subject((near[0],)) if _YEAR.match(scene.text, near[0].end) is not None else None


def signed(scene: Scene) -> Subject | None:
    """Read the name behind a dash that ends a block quotation, or a colon that opens it: "... — Brown, Memoirs"."""
    if scene.named and not scene.text[: scene.named[0].start].strip() and _TURN.match(scene.text, scene.named[0].end):
        return Subject((scene.named[0],))
    signed = _SIGNED.search(scene.text, max(0, len(scene.text) - _SIGNATURE))
    near = scene.names(signed.end(), len(scene.text)) if signed is not None else ()
    if signed is None or not near or scene.text[signed.end() : near[0].start].strip():
        return None
    return Subject((near[0],))
