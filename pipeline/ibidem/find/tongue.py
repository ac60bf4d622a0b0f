"""The language of a paper, and the names that states have in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ibidem.find.term import Term, Terms
from ibidem.find.token import Token
from ibidem.parse.state import state_names
from ibidem.words import read_table

LANGUAGES = frozenset({"de", "fr", "it", "es", "ru"})
"""The languages besides English in which states are known by name (ISO 639-1)."""
_SHARE = 0.06
"""The least share of a language's commonest words in a text that counts as in it; in usual prose it is above 0.12."""
_ELIDED = {"fr": ("l'", "d'", "qu'"), "it": ("l'", "d'", "all'", "dell'", "dall'", "nell'")}
_VOWELS = frozenset("aeiouhàâäéèêëîïôöùûüAEIOUHÀÂÄÉÈÊËÎÏÔÖÙÛÜ")
_ENDINGS = (
    ("ия", ("ии", "ию", "ией")),
    ("а", ("ы", "и", "е", "у", "ой")),
    ("я", ("и", "е", "ю", "ей")),
    ("й", ("я", "ю", "ем", "е")),
    ("ы", ("ов", "ам", "ами", "ах")),
    ("", ("а", "у", "ом", "е")),
)
"""The cases of Russian names by the ending of the nominative."""


def language_of(said: str | None, texts: Iterable[Sequence[Token]]) -> str | None:
    """Give the language (ISO 639-1) that the paper's words show, else the one it says; None where neither tells."""
    known = {row[0]: row[1] for row in read_table("tongues")}
    found: Counter[str] = Counter()
    words = 0
    for tokens in texts:
        words += len(tokens)
        found.update(language for token in tokens if (language := known.get(token.low)) is not None)
    best = max(found, key=lambda language: found[language], default=None)
    if best is not None and found[best] >= _SHARE * words:
        return best
    return (said or "")[:2].casefold() or None


@cache
def states_in(language: str | None) -> Terms:
    """Give the names of states in a language besides English, `name` in English; none for other languages."""
    if language not in LANGUAGES:
        return Terms({})
    # Only papers in other languages need the translations.
    import gettext

    import pycountry

    translation = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
    official = {country.alpha_2: translation.gettext(country.name) for country in pycountry.countries}
    rows = [(code, names.split(";")) for code, at, names in read_table("states-foreign") if at == language]
    own = {(code, name) for code, names in rows for name in names}
    named = {
        (code, name.partition(",")[0])
        for code, name in official.items()
        if code in state_names() and code not in _AMBIGUOUS
    }
    return Terms.of(
        Term(tuple(form.casefold().split()), "state", "state", state_names()[code].name, code, proper=1)
        for code, name in sorted(own | named)
        for form in _forms(name.replace("’", "'").partition(" (")[0], language)
    )


_AMBIGUOUS = frozenset({"KP", "KR", "CD", "CG"})
"""States whose names are parted by what stands behind the comma."""


def _forms(name: str, language: str) -> Iterator[str]:
    yield name
    if language == "de" and " " not in name and not name.endswith(("s", "ß", "z")):
        yield f"{name}s"
    if name[0] in _VOWELS:
        yield from (f"{article}{name}" for article in _ELIDED.get(language, ()))
    if language == "ru":
        ending, cases = next(row for row in _ENDINGS if name.casefold().endswith(row[0]))
        yield from (f"{name[: len(name) - len(ending)]}{case}" for case in cases)
