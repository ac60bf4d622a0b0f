from ibidem.parse.attribution import find_cues, sentence_words
from ibidem.parse.paraphrase import Reported, find_reported


def reported(text: str, *quoted: tuple[int, int]) -> Reported | None:
    words = sentence_words(text, 0, len(text), quoted=quoted)
    found = find_reported(text, (0, len(text)), find_cues(text, words, len(text)), quoted)
    return found[0] if found else None


def test_a_clause_leaves_out_its_connective_and_stop() -> None:
    text = "However, Brown warned that the bridge would fall down."
    found = reported(text)
    assert found is not None and text[found.start : found.end] == "Brown warned that the bridge would fall down"


def test_a_clause_ends_where_a_long_quotation_takes_over() -> None:
    text = 'Brown said that the bridge was down because "nobody had ever taken any care of it".'
    found = reported(text, (44, 82))
    assert found is not None and text[found.start : found.end] == "Brown said that the bridge was down"


def test_views_go_on_in_the_next_sentence() -> None:
    found = reported("Brown stated his views on the harvest.")
    assert found is not None and found.more


def test_a_sentence_of_excessive_length_reports_nothing() -> None:
    assert reported("Brown said that " + "it rained and " * 400) is None
