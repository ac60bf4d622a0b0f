"""The forms of the verbs of speech in German, French, Italian and Spanish, by rule and from lists."""

from collections.abc import Iterator
from functools import cache

from ibidem.words import read_table

_ENDINGS = {
    "fr": ("er", ("e", "ent", "ait", "aient", "a", "èrent"), "é", "ant"),
    "it": ("are", ("a", "ano", "ava", "avano", "ò", "arono"), "ato", "ando"),
    "es": ("ar", ("a", "an", "aba", "aban", "ó", "aron"), "ado", "ando"),
}
"""What the infinitive ends in, the endings of the finite forms, of the participle and of the gerund."""
_INSEPARABLE = ("be", "ent", "er", "ge", "unter", "ver", "zer")
"""Beginnings of German verbs whose participle has no ge- before it."""


def regular_forms() -> Iterator[tuple[str, str, str]]:
    """Give the forms of the regular verbs with their frame and sort: foreign, foreign-participle, foreign-gerund."""
    for infinitive, language, frame in read_table("speech-regular"):
        if language == "de":
            yield from _german(infinitive.removesuffix("n"), frame)
            continue
        cut, finite, participle, gerund = _ENDINGS[language]
        stem = infinitive.removesuffix(cut)
        yield from ((_spelt(stem, ending, language), frame, "foreign") for ending in finite)
        agreeing = ("", "e", "s", "es") if language == "fr" else ("",)
        yield from ((f"{stem}{participle}{ending}", frame, "foreign-participle") for ending in agreeing)
        yield _spelt(stem, gerund, language), frame, "foreign-gerund"


def _german(stem: str, frame: str) -> Iterator[tuple[str, str, str]]:
    """Conjugate a weak verb, given what stands before its -n: "erklär(e)", "äußer"."""
    bare = stem.removesuffix("e")
    vowel = "e" if bare.endswith(("t", "d", "chn", "gn", "ffn")) else ""
    yield from ((f"{bare}{vowel}{ending}", frame, "foreign") for ending in ("t", "te", "ten"))
    if not bare.startswith(_INSEPARABLE) and not bare.endswith("ier"):
        yield f"ge{bare}{vowel}t", frame, "foreign-participle"


def _spelt(stem: str, ending: str, language: str) -> str:
    """Join stem and ending as French spells it: "annonça", "jugeait"."""
    if language == "fr" and ending[0] in "aâ":
        if stem.endswith("c"):
            return f"{stem[:-1]}ç{ending}"
        if stem.endswith("g"):
            return f"{stem}e{ending}"
    return f"{stem}{ending}"


@cache
def split_verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the particles, each with its frame, that make a German verb one of speech: "fest" of "stellte ... fest"."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for particle, forms, _, frame in read_table("speech-split"):
        for form in forms.split():
            found[form] = (*found.get(form, ()), (particle, frame))
    return found


def joined_forms() -> Iterator[tuple[str, str, str]]:
    """Give the forms of those verbs at the end of a clause: "feststellte", "festgestellt"."""
    for particle, forms, participle, frame in read_table("speech-split"):
        yield from ((f"{particle}{form}", frame, "foreign") for form in forms.split())
        yield participle, frame, "foreign-participle"
        yield f"{particle}zu{forms.split()[-1]}", frame, "foreign-gerund"
