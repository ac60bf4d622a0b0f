from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.find.claim import find_claims
from ibidem.resolve.claim import ClaimsFound, resolve_claims
from ibidem.story import Claim
from scene import make_actors, make_document, make_pointers
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "claim.tsv")


def resolve(text: str, actors: str = "") -> ClaimsFound:
    document = make_document(text)
    candidates = tuple(find_claims(document))
    index, pointers = make_actors(document, actors), make_pointers(document)
    return resolve_claims(document, candidates, actors=index, pointers=pointers)


def shown(claim: Claim) -> str:
    """Write a claim as `bound value unit, date = about: said_by > pointers`."""
    parts = [claim.bound, claim.value, claim.unit]
    parts += [f"({claim.date.edtf})"] if claim.date else []
    parts += [f"= {', '.join(claim.about)}"] if claim.about else []
    parts += [f": {claim.said_by}"] if claim.said_by else []
    parts += [f"> {', '.join(claim.pointers)}"] if claim.pointers else []
    return " ".join(parts)


def test_table_is_whole() -> None:
    assert len(CASES) == 21


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_texts_to_claims(case: dict[str, str]) -> None:
    printed = " | ".join(map(shown, resolve(case["text"], case["actors"]).claims)) or "none"
    assert (printed == case["claims"]) == (case["status"] == "ok"), printed


@given(st.text())
def test_any_text(text: str) -> None:
    resolve(text)


@given(
    st.lists(
        st.sampled_from(["5,000", " men", "–", " of France", " said", ". ", "[3]", ", in 1992", "\n\n"]), max_size=30
    )
)
def test_claims_stand_where_they_say(words: list[str]) -> None:
    document = make_document("".join(words))
    found = resolve_claims(
        document, tuple(find_claims(document)), actors=make_actors(document), pointers=make_pointers(document)
    )
    for claim in found.claims:
        assert claim.mention.span.of(document.text) == claim.mention.exact
    assert len({claim.key for claim in found.claims}) == len(found.claims)
