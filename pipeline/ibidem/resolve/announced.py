"""Who speaks as the words before a quotation say without a verb of speech: "Brown was blunt:", "For Brown, ..."."""

import re
from functools import cache

from ibidem.resolve.leading import main_subject, nearest
from ibidem.resolve.phrase import Subject, forward
from ibidem.resolve.pronoun import antecedent
from ibidem.resolve.scene import Scene
from ibidem.words import read_words

_CURT = 80
_HE_OPENS = re.compile(
    r"\s*(?:(?:But|And|Then|Yet|Later|Again|Doch|Dann|Mais|Puis|Ma|Poi|Pero|Luego)\s)?"
    r"(?:[Hh]e|[Ss]he|[Ee]r|[Ss]ie|[Ii]l|[Ee]lle|[Ee]gli|[Ll]ei|[Éé]l|[Ee]lla)(?=\s)"
)
_NEAR = 200
_RECEIVED = frozenset(
    ["received", "heard", "read", "found", "got", "obtained", "saw", "learned", "learnt", "by", "under"]
)
"""Words that make somebody the one who was told, not the one who tells."""
_CURTLY = re.compile(r",?\s(?:was|is|were|spoke|speaks|went|goes|ist|war|est|était|fut|è|era|fu|es|fue)\s")
_FOR = re.compile(r"\s*(?:[Ff]or|[Ff]ür|[Pp]our|[Pp]er|[Pp]ara)\s")
_FOR_WHOM = re.compile(
    r",\s(?:for\swhom|pour\squi|para\squien|für\s(?:den|die)|per\s(?:cui|il\squale|la\squale))\s", re.IGNORECASE
)
_HIM = re.compile(r"(?P<who>him|her|ihn|lui|él|ella),\s")
_OWNED = re.compile(r"['’]s?\s(?:[\w-]{2,16}\s){0,2}?(?P<noun>[^\W\d_]{3,16})\s")
_AWAY = re.compile(r"[,.;]")


def announced(scene: Scene, sentence: tuple[int, int], start: int) -> Subject | None:
    """Read "Brown was blunt:", "Brown threatened war in a letter of 5 November:" before a quotation."""
    if scene.text[max(sentence[0], start - 3) : start].rstrip()[-1:] != ":":
        return None
    named = main_subject(scene, sentence, start)
    whole = scene.text[start + 1 : start + 3].strip()[:1].isupper() or not scene.text[start:].strip()
    if named is None:
        opens = _HE_OPENS.match(scene.text, sentence[0], start)
        meant = antecedent(scene, sentence, opens.end()) if opens is not None and whole else None
        return meant if meant is not None and meant.names else _writer(scene, sentence, start)
    curt = start - named.end <= _CURT and _CURTLY.match(scene.text, named.end) is not None
    if not named.person:
        return Subject((named,)) if curt else None
    words = [word.low for word in scene.words_between(sentence, max(named.end, start - _NEAR), start)]
    if not curt and not (whole and _RECEIVED.isdisjoint(words)) and _texts().isdisjoint(words):
        return None
    return Subject(forward(scene, named, start))


def for_whom(scene: Scene, sentence: tuple[int, int], start: int) -> Subject | None:
    """Read "For Brown, the sea was “a road”": what a sentence says for somebody is what he says."""
    related = [match.start() for match in _FOR_WHOM.finditer(scene.text, max(sentence[0], start - _NEAR), start)]
    if related and not scene.cues_between(sentence, related[-1], start):
        return nearest(scene, sentence[0], related[-1] + 1)
    cut = scene.text.rfind("; ", sentence[0], start)
    at = cut + 1 if cut >= 0 and not scene.is_quoted(cut) else sentence[0]
    opening = _FOR.match(scene.text, at, start)
    near = scene.names(opening.end(), start) if opening is not None else ()
    if opening is not None and (him := _HIM.match(scene.text, opening.end(), start)) is not None:
        return antecedent(scene, sentence, him.end("who"))
    if opening is None or not near or near[0].start != opening.end() or not near[0].person:
        return None
    if any(cue.form == "finite" and cue.end < start for cue in scene.cues_between(sentence, near[0].end, start)):
        return None
    german = scene.text[opening.start() : opening.end()].strip().casefold() == "für"
    chain = forward(scene, near[0], start)
    return Subject(chain) if german or _AWAY.match(scene.text, chain[-1].end) is not None else None


def _writer(scene: Scene, sentence: tuple[int, int], start: int) -> Subject | None:
    """Read "Brown's dissent had closed on the same note:"."""
    for item in scene.names(sentence[0], min(start, sentence[0] + _CURT)):
        owned = _OWNED.match(scene.text, item.end, start)
        if owned is not None and owned["noun"].casefold() in read_words("speech-nouns") and item.person:
            return Subject((item,))
    return None


@cache
def _texts() -> frozenset[str]:
    return frozenset(read_words("letter-nouns"))
