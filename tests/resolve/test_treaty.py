from pathlib import Path

import pytest

from ibidem.find.treaty import find_treaties
from ibidem.record import Capacity, Treaty
from ibidem.resolve.treaty import TreatiesFound, resolve_treaties
from scene import make_actors, make_document, make_pointers
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "treaty.tsv")
WORDS = ["the Treaty of Paris", "the treaty", " signed ", "France", "Italy", " and ", " in 1951", ". ", "[3]", "\n\n"]
WORDS += [" between ", " with ", " ratified it", "Article 4 of ", " decree ", "agreed to form a union", " refused", "’s "]


def resolve(text: str, actors: str = "") -> TreatiesFound:
    document = make_document(text)
    candidates = tuple(find_treaties(document))
    index = make_actors(document, actors)
    return resolve_treaties(document, candidates, actors=index, pointers=make_pointers(document))


def shown(treaty: Treaty) -> str:
    """Write a treaty as `name [kind] date @place = parties - abstaining + capacity: others ! status > pointers`."""
    by_capacity: dict[Capacity, list[str]] = {}
    for item in treaty.participations:
        act = f"/{item.act}" if item.act and item.act != "signed" and item.capacity is not Capacity.ABSTAINING else ""
        date = f"/{item.date.edtf}" if item.date else ""
        by_capacity.setdefault(item.capacity, []).append(f"{item.actor}{act}{date}")
    parts = [f"{treaty.name} [{treaty.kind}]", treaty.date.edtf if treaty.date else "?"]
    parts += [f"@{treaty.place}"] if treaty.place else []
    for capacity, sign in ((Capacity.PARTY, "= "), (Capacity.ISSUER, "by "), (Capacity.ABSTAINING, "- ")):
        if capacity in by_capacity:
            parts.append(sign + ", ".join(by_capacity.pop(capacity)))
    parts += [f"+ {capacity}: {', '.join(names)}" for capacity, names in by_capacity.items()]
    parts += [f"! {treaty.status}"] if treaty.status else []
    parts += [f"> {', '.join(treaty.pointers)}"] if treaty.pointers else []
    return " ".join(parts)


def test_table_is_whole() -> None:
    assert len(CASES) == 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_texts_to_treaties(case: dict[str, str]) -> None:
    found = resolve(case["text"], case["actors"])
    printed = "; ".join(map(shown, found.treaties)) or "none"
    codes = "; ".join(finding.code for finding in found.findings)
    assert ((printed, codes) == (case["treaties"], case["findings"])) == (case["status"] == "ok"), f"{printed}\t{codes}"
