"""Invented papers in the styles of other journals, against what was read in them before the machine did."""

from functools import cache
from pathlib import Path

import pytest

from ibidem.build import extract_paper
from ibidem.document import Document, Mention
from ibidem.record import Record
from ibidem.story import Capacity
from table import read_cases

INVENTED = Path(__file__).parent / "invented"
CASES = read_cases(INVENTED / "readings.tsv")
SPEAKERS = read_cases(INVENTED / "speakers.tsv")


@cache
def extracted(paper: str) -> tuple[Document, Record]:
    return extract_paper(INVENTED / f"{paper}.txt")


def read_in(paper: str, what: str) -> list[tuple[tuple[Mention, ...], str, tuple[str, ...]]]:
    """Give where each treaty, event or claim stands, its date and the keys of those who take part."""
    _, record = extracted(paper)
    if what == "treaty":
        return [
            (one.mentions, one.date.edtf if one.date else "", tuple(item.actor for item in one.participations))
            for one in record.treaties
        ]
    if what == "abstaining":
        return [
            (
                one.mentions,
                one.date.edtf if one.date else "",
                tuple(item.actor for item in one.participations if item.capacity is Capacity.ABSTAINING),
            )
            for one in record.treaties
        ]
    if what == "event":
        return [((one.mention,), one.date.edtf, one.actors) for one in record.events]
    return [((one.mention,), one.date.edtf if one.date else "", one.about) for one in record.claims]


def holds(case: dict[str, str]) -> bool:
    wanted = case["who"].split()
    return any(
        date == case["date"] and all(any(name in key for key in who) for name in wanted)
        for places, date, who in read_in(case["paper"], case["what"])
        if any(case["words"] in place.exact for place in places)
    )


def test_table_is_whole() -> None:
    assert (len(CASES), len(SPEAKERS)) == (109, 69)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['paper']} {case['what']} {case['words']}")
def test_a_reading_holds(case: dict[str, str]) -> None:
    assert holds(case) == (case["status"] == "ok"), read_in(case["paper"], case["what"])


@pytest.mark.parametrize("paper", ["arms", "climate", "steppe"])
def test_few_treaties_are_found_that_nobody_read(paper: str) -> None:
    read = [case["words"] for case in CASES if case["paper"] == paper and case["what"] == "treaty"]
    assert len(extracted(paper)[1].treaties) <= len(read) + 1


def spoken(paper: str, words: str) -> str:
    """Give who speaks in the quotation that holds the words, an actor's name each."""
    _, record = extracted(paper)
    names = {actor.key: actor.name for actor in record.actors}
    found = [item for item in record.quotations if words in " ".join(item.mention.reading.split())]
    return " + ".join(names[key] for key in found[0].speakers) or "-" if found else "not found"


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: f"{case['paper']} {case['words']}")
def test_who_speaks_in_a_quotation(case: dict[str, str]) -> None:
    found = spoken(case["paper"], case["words"])
    assert (found == case["speakers"]) == (case["status"] == "ok"), found
