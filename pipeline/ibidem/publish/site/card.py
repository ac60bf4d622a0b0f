"""The page of the checks: what a publication is asked before portals ask it; with the answers, once somebody asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ibidem.publish.site.page import Page, write_page
from ibidem.publish.source import Source
from ibidem.words import read_table

PAGE = "check.html"


@dataclass(frozen=True, slots=True)
class Asked:
    """A check as the page shows it: what it asks, and who made the rules."""

    name: str
    title: str
    question: str
    source: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What a check came to: its outcome, what it looked at, and what is wrong."""

    outcome: str
    looked: str
    wrong: tuple[str, ...] = ()


def write_checks(folder: Path, source: Source) -> None:
    """Write the page without answers: they are found in the finished site, by `ibidem check-publication --write`."""
    write_card(folder, source, {})


def write_card(folder: Path, source: Source, answers: Mapping[str, Answered]) -> None:
    """Write the page with the answers to the checks, by their names."""
    page = Page(
        path=PAGE,
        template="check.html",
        title="Checks",
        description="What this publication is asked before portals and harvesters ask it.",
        section="dataset",
    )
    asked = tuple(Asked(name, title, question, rules) for name, title, question, rules in read_table("checks"))
    write_page(folder, page, source, asked=asked, answers=answers)
