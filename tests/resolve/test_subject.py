import pytest

from ibidem.resolve.leading import main_subject
from ibidem.resolve.pronoun import antecedent
from ibidem.resolve.scene import Scene
from ibidem.resolve.subject import subject_of
from scene import make_actors, make_document

ACTORS = "Brown; Smith; Jones; Red League:armed-group; Ministry:government-body"


def scene(text: str) -> Scene:
    document = make_document(text)
    return Scene.of(document.passages[0], quoted=(), actors=make_actors(document, ACTORS))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Brown, chief of the Red League, said so.", "Brown"),
        ("Brown (Red League) said so.", "Brown"),
        ("The Red League's Brown said so.", "Brown"),
        ("Brown's league said so.", ""),
        ("Brown, Smith and Jones said so.", "Brown Smith Jones"),
        ("Brown rose and said so.", "Brown"),
        ("Smith saw Brown, who had come in 1920 and said so.", "Brown"),
        ("Members of the Red League said so.", "Red League"),
        ("The head of the Ministry said so.", "office"),
        ("The president said so.", "office"),
        ("It was said by Brown and Smith.", "Brown Smith"),
        ("Nobody said so.", ""),
        ("The man whom Brown saw and whom nobody knew said so.", ""),
        ("The news led Brown to say so.", "Brown"),
        ("Smith asked Brown to say so.", ""),
    ],
)
def test_the_subject_of_a_verb_of_speech(text: str, subject: str) -> None:
    here = scene(text)
    sentence = here.sentence(0)
    cue = next(cue for cue in here.cues(sentence) if cue.base == "say")
    found = subject_of(here, sentence, cue)
    names = [text[item.start : item.end] for item in found.names] if found else []
    assert (" ".join(names) or ("office" if found and found.office else "")) == subject


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Brown came. Then he said so.", "Brown"),
        ("Brown met Smith. Then he said so.", "Brown"),
        ("Brown came. It rained. Then he said so.", "Brown"),
        ("Brown came. He saw Smith. Then he said so.", "Brown"),
        ("A man met Brown and Smith. Then he said so.", ""),
        ("Smith's house was old. Then he said so.", ""),
        ("It rained. Then he said so.", ""),
    ],
)
def test_whom_he_stands_for(text: str, meant: str) -> None:
    here = scene(text)
    at = text.index("said so")
    found = antecedent(here, here.sentence(at), at)
    assert (text[found.names[0].start : found.names[0].end] if found else "") == meant


def test_the_main_subject_stands_behind_no_preposition() -> None:
    here = scene("With Brown, and for Jones, Smith left.")
    first = main_subject(here, here.sentence(0), 40)
    assert first is not None and here.text[first.start : first.end] == "Smith"
