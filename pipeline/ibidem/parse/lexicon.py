"""The word lists that several parsers of the body share, read once."""

import re
from dataclasses import dataclass
from functools import cache

from ibidem.parse.oneof import one_of as one_of
from ibidem.words import read_table, read_words


@dataclass(frozen=True, slots=True)
class Noun:
    """A head noun of `words/treaties.tsv`; `language` is empty for English."""

    noun: str
    kind: str
    weight: str
    plural: bool
    language: str = ""


@cache
def treaty_nouns() -> dict[str, Noun]:
    """Read the head nouns of instruments, singular and plural, in small letters."""
    rows = read_table("treaties")
    nouns = {plural: Noun(noun, kind, weight, True, language) for noun, plural, kind, weight, language in rows}
    return nouns | {noun: Noun(noun, kind, weight, False, language) for noun, _, kind, weight, language in rows}


@cache
def treaty_links(language: str, kind: str) -> frozenset[str]:
    """Read the small words of a language before and in the names of treaties: link, the, a."""
    return frozenset(word for at, use, word in read_table("treaty-links") if at == language and use == kind)


@cache
def treaty_verbs() -> dict[str, tuple[str, str]]:
    """Map the verb forms of `words/treaty_verbs.tsv` to the act and the use of each."""
    return {form: (act, use) for form, act, use, _ in read_table("treaty_verbs")}


@cache
def foreign_acts() -> frozenset[str]:
    """Give the verb forms of other languages than English, whose subject can stand behind them."""
    return frozenset(form for form, _, _, abroad in read_table("treaty_verbs") if abroad)


@cache
def verb_words() -> frozenset[str]:
    """Read the words with which the verb forms of treaties begin."""
    return frozenset(form.split()[0] for form in treaty_verbs())


@cache
def month_words() -> frozenset[str]:
    """Read the names of months and seasons, small letters."""
    return frozenset(name for name, _ in read_table("months"))


@cache
def function_words() -> frozenset[str]:
    """Read the words that end a noun phrase."""
    return frozenset(read_words("function_words"))


@cache
def past_verb() -> str:
    """Write a pattern for a verb in the past: the irregular ones, and what ends in -ed, but not "United"."""
    return rf"(?:{one_of(read_words('past_verbs'))}|(?-i:[a-z])[^\W\d_]{{1,13}}ed)"


@cache
def state_adjectives() -> dict[str, str]:
    """Map the adjectives of the states of the world, small letters, to the states' names."""
    rows = [
        (name, adjective) for _, name, _, adjectives, *_ in read_table("states") for adjective in adjectives.split(";")
    ]
    prefixes = {prefix: name for prefix, name, *_ in read_table("state_prefixes")}
    return prefixes | {adjective.casefold(): name for name, adjective in reversed(rows) if adjective}


@cache
def world_states() -> frozenset[str]:
    """Read the normal names of the states of the world."""
    return frozenset(name for _, name, *_ in read_table("states"))


def is_demonym(low: str) -> bool:
    """Tell whether a word in small letters is the adjective of a state, or joins two of them ("franco-german")."""
    adjectives = state_adjectives()
    return all(part in adjectives for part in re.split(r"[-–/]", low))
