"""Who speaks by turns: paragraphs that are one quotation each, behind a question and a colon."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ibidem.candidate import Candidate
from ibidem.document import Document, Passage
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.scene import Scene
from ibidem.resolve.subject import subject_of
from ibidem.story import Category, Quotation

_REPORTED = re.compile(r"\s(?:whether|if|why|how|what|when|where|who|about|ob|warum|si|pourquoi|se|perché|por\squé)\s")
_FURNITURE = 8
"""How many characters of marks and note markers may stand beside a quotation that is a paragraph."""

Resolved = tuple[Candidate, Quotation | None]
_Keys = tuple[str, ...]


def take_turns(document: Document, resolved: Sequence[Resolved], *, actors: ActorIndex) -> list[Resolved]:
    """Let the two persons of a question speak by turns in the paragraphs of quotations that follow it."""
    body = document.body()
    place = {passage.block: index for index, passage in enumerate(body)}
    found = list(resolved)
    lead, turn = -1, 0
    pair: tuple[_Keys, _Keys] = ((), ())
    for index, (candidate, quotation) in enumerate(found):
        at = place.get(candidate.block, -1)
        if quotation is None or at < 1 or not _is_alone(body[at], quotation):
            continue
        if at != lead + turn + 1:
            lead, turn = at - 1, 0
            pair = _asked(body[lead], actors)
        speakers = pair[turn % 2]
        turn += 1
        if speakers and not quotation.speakers:
            rules = (*quotation.rules, "speaker-attribution")
            made = replace(quotation, category=Category.SPEECH, speakers=speakers, rules=rules)
            found[index] = candidate, made
    return found


def _is_alone(passage: Passage, quotation: Quotation) -> bool:
    """Tell whether a quotation is all that its paragraph says."""
    return len(passage.text.strip()) - len(quotation.mention.reading) <= _FURNITURE


def _asked(lead: Passage, actors: ActorIndex) -> tuple[_Keys, _Keys]:
    """Give who speaks first and who second behind "Brown asked Smith whether she had gone:"; nobody where none asks."""
    text = lead.text.rstrip()
    if not text.endswith(":"):
        return (), ()
    scene = Scene.of(lead, quoted=(), actors=actors)
    sentence = scene.sentence(len(text) - 1)
    cue = next((cue for cue in reversed(scene.cues(sentence)) if cue.frame == "ask" and cue.form == "finite"), None)
    if cue is None:
        return (), ()
    asker = subject_of(scene, sentence, cue)
    asking = asker.names[0].keys if asker is not None and len(asker.names) == 1 else ()
    reported = _REPORTED.search(scene.text, cue.end, len(text))
    near = scene.names(cue.end, reported.start() + 1 if reported is not None else len(text))
    told = near[0].keys if near and not scene.text[cue.end : near[0].start].strip() else ()
    return (told, asking) if reported is not None else (asking, told)
