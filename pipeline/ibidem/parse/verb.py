"""The verbs of speech in all their forms."""

from dataclasses import dataclass
from functools import cache

from ibidem.parse.foreign_verb import joined_forms, regular_forms
from ibidem.words import read_table


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of speech: its base and frame, whether it is a noun as well, and what form it is.

    `sort` is base, third, past, participle or gerund, or foreign for the finite forms of other languages, with
    foreign-participle and foreign-gerund for their others.
    """

    base: str
    frame: str
    noun: bool
    sort: str

    @property
    def foreign(self) -> bool:
        """Tell whether it is of another language than English."""
        return self.sort.startswith("foreign")


@cache
def speech_verbs() -> dict[str, Verb]:
    """Give the verbs by their forms, small letters."""
    forms: dict[str, Verb] = {}
    for base, past, frame, noun, participle in read_table("speech-verbs"):
        also = noun == "noun"
        forms.setdefault(base, Verb(base, frame, also, "base"))
        forms.setdefault(_third_person(base), Verb(base, frame, also, "third"))
        forms[_gerund(base, past)] = Verb(base, frame, False, "gerund")
        forms[past] = Verb(base, frame, past == base and also, "past")
        forms.setdefault(participle or past, Verb(base, frame, False, "participle"))
    for form, frame, sort in read_table("speech-forms"):
        forms.setdefault(form, Verb(form, frame, False, f"foreign-{sort}" if sort else "foreign"))
    for form, frame, sort in (*regular_forms(), *joined_forms()):
        forms.setdefault(form, Verb(form, frame, False, sort))
    return forms


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base[-1] == "y" and base[-2] not in "aeiou" else f"{base}s"


def _gerund(base: str, past: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return f"{base[:-1]}ing"
    doubles = past == f"{base}{base[-1]}ed" or base in ("begin", "forbid")
    return f"{base}{base[-1]}ing" if doubles else f"{base}ing"
