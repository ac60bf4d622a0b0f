"""What resolvers of actors hand to one another: the candidates that name one actor."""

from dataclasses import dataclass

from ibidem.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Group:
    """All candidates that name one actor, in text order; `rules` are those of the resolver."""

    type: str
    name: str
    candidates: tuple[Candidate, ...]
    rules: tuple[str, ...] = ()


def printed_form(reading: str) -> str:
    """Give a printed form on one line."""
    return " ".join(reading.split())
