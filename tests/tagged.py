"""What tests of the tagger need: references of many kinds, and a model whose weights are made up."""

from functools import cache

import numpy as np

from ibidem.parse.tagger.features import sequence_features
from ibidem.parse.tagger.model import Model
from ibidem.parse.tagger.tokens import tokenise

REFERENCES = (
    "R. Holloway, ‘The Silent Parliament’ (1983) 46 Northern Law Rev. 1 at 8.",
    'Brandauer, Friedrich und Annelies Köppen, 1972: "Die Verfassung der kleinen Städte". Neuwied und Darmstadt.',
    "Lavigne, Jean-Paul (dir.), *Les Mots et les gens*, 2e éd., Paris, Gallimard, 1979, p. 12-34.",
    "Ashby v. Pennington, 36 F.2d 123, 127 (2d Cir. 1931).",
    "Волошин С. П. История торговых путей // Вопросы истории. 1999. № 4. С. 77–101.",
    "UNHCR. 2014. [Report] on mines (draft), http://www.example.org/a(b)/c, accessed 3 Mar. 2012",
    "—",
    "Holloway 1976",
)


def words(text: str) -> list[str]:
    """Give the printed tokens."""
    return [text[start:end] for start, end in tokenise(text)]


@cache
def made_up(labels: tuple[str, ...] = ("author", "date", "note", "title")) -> Model:
    """Give a model that knows the features of these references, with weights from a fixed start."""
    chance = np.random.default_rng(5)
    names = sorted({name for text in REFERENCES for row in sequence_features(words(text)) for name in row})
    weights = chance.normal(size=(len(names) + 1, len(labels))).astype(np.float32) / 8
    weights[-1] = 0
    transitions = chance.normal(size=(len(labels), len(labels))).astype(np.float32)
    index = {name: row for row, name in enumerate(names)}
    return Model(labels, index, weights, transitions, ("all",), (((0.0, 0.0), (1.0, 1.0)),))
