"""The states of the world, past and present, by their codes in words/states.tsv."""

from functools import cache
from typing import NamedTuple

from ibidem.words import read_table


class StateNames(NamedTuple):
    """A state's short English name, its first adjective, the first plural of its people; `words` are all of them."""

    name: str
    adjective: str
    people: str
    words: tuple[str, ...]


@cache
def state_names() -> dict[str, StateNames]:
    """Give the names of each state by its code."""
    return {
        code: StateNames(
            name,
            adjective.split(";")[0] or name,
            people.split(";")[0] or f"People of {name}",
            tuple(filter(None, f"{name};{names};{adjective}".split(";"))),
        )
        for code, name, names, adjective, people, _ in read_table("states")
    }
