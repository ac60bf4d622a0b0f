from ibidem.document import Document, Part, PartKind
from ibidem.find.scene import scenes
from ibidem.span import Span
from scene import make_document


def test_the_setting_tells_small_words_from_named_ones() -> None:
    [(_, first), (_, second)] = scenes(make_document("Strike now.\n\nThe strike of Petkel."))
    assert first.setting is second.setting
    assert "strike" in first.setting.small and "petkel" in first.setting.named and "strike" not in first.setting.named


def test_capitals_mean_nothing_in_german() -> None:
    german = "Die Geschichte der Stadt ist lang und der Kaiser war nie da. " * 10
    assert not next(iter(scenes(make_document(german))))[1].setting.plain
    assert next(iter(scenes(make_document("The history of the town is long. " * 10))))[1].setting.plain


def test_many_m_are_gentlemen() -> None:
    text = "M. Klotz met M. Loucheur and M. Dubois."
    assert next(iter(scenes(make_document(text))))[1].setting.monsieur
    assert not next(iter(scenes(make_document("M. Klotz met M. Klotz."))))[1].setting.monsieur


def test_headings_of_capitals_are_headlines() -> None:
    text = "THE WAR OF FRANCE\nThe war was long."
    parts = [Part(PartKind.HEADING, Span(0, 18), 0), Part(PartKind.PARAGRAPH, Span(18, len(text)), 1)]
    found = [(scene.headline, scene.shouted) for _, scene in scenes(Document.of(text, parts=parts))]
    assert found == [(True, True), (False, False)]


def test_the_authors_of_notes_are_known() -> None:
    text = "The body.\nNirmala Joshi, Russia, p. 3."
    parts = [Part(PartKind.PARAGRAPH, Span(0, 10), 0), Part(PartKind.NOTE, Span(10, len(text)), 1)]
    [(_, scene)] = scenes(Document.of(text, parts=parts))
    assert "joshi" in scene.setting.cited
