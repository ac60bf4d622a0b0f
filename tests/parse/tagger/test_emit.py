import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.emit import Emitter
from ibidem.parse.tagger.features import sequence_features
from ibidem.parse.tagger.looks import facts
from ibidem.parse.tagger.vocabulary import SORTS
from tagged import REFERENCES, made_up, words


def test_what_is_emitted_is_the_sum_of_the_weights_of_all_features() -> None:
    model = made_up()
    emitter = Emitter(model)
    # Twice in one order and once in the other: what was made before must not change what is read after.
    for texts in (REFERENCES, REFERENCES, REFERENCES[::-1]):
        emitted = emitter.emissions([words(text) for text in texts])
        for row, text in enumerate(texts):
            for at, names in enumerate(sequence_features(words(text))):
                expected = sum(model.weights[model.index[name]] for name in names)
                assert np.allclose(emitted[row, at], expected, atol=1e-4), (text, at)


def test_a_reference_emits_the_same_alone_and_in_company() -> None:
    model = made_up()
    together = Emitter(model).emissions([words(text) for text in REFERENCES])
    for row, text in enumerate(REFERENCES):
        alone = Emitter(model).emissions([words(text)])[0]
        assert np.allclose(together[row, : len(alone)], alone, atol=1e-5)


@given(st.text(min_size=1, max_size=40).filter(lambda word: not any(map(str.isspace, word))))
def test_each_token_has_a_class_that_is_listed(word: str) -> None:
    assert facts(word).look.sort in SORTS


def test_many_words_are_met_one_after_the_other() -> None:
    emitter, model = Emitter(made_up()), made_up()
    for number in range(60):
        text = (
            f"Holloway{number}, (A{number} 19{number % 90 + 10}: “B” {'x' * (number % 60)}, ed. C{number}. pp. {number}"
        )
        emitted = emitter.emissions([words(text)])[0]
        for at, names in enumerate(sequence_features(words(text))):
            expected = sum(model.weights[model.index[name]] for name in names if name in model.index)
            assert np.allclose(emitted[at], expected, atol=1e-4), (text, at)
