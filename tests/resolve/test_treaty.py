from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.find.treaty import find_treaties
from ibidem.resolve.treaty import TreatiesFound, resolve_treaties
from ibidem.story import Capacity, Treaty
from scene import make_actors, make_document, make_pointers
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "treaty.tsv")
WORDS = ["the Treaty of Paris", "the treaty", " signed ", "France", "Italy", " and ", " in 1951", ". ", "[3]", "\n\n"]
WORDS += [
    " between ",
    " with ",
    " ratified it",
    "Article 4 of ",
    " decree ",
    "agreed to form a union",
    " refused",
    "’s ",
]


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
    assert len(CASES) == 81


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_texts_to_treaties(case: dict[str, str]) -> None:
    found = resolve(case["text"], case["actors"])
    printed = "; ".join(map(shown, found.treaties)) or "none"
    codes = "; ".join(finding.code for finding in found.findings)
    assert ((printed, codes) == (case["treaties"], case["findings"])) == (case["status"] == "ok"), f"{printed}\t{codes}"


def test_every_candidate_is_in_a_treaty_or_in_a_finding() -> None:
    document = make_document("\n\n".join(case["text"] for case in CASES))
    candidates = tuple(find_treaties(document))
    found = resolve_treaties(document, candidates, actors=make_actors(document), pointers=())
    kept = [mention.span for treaty in found.treaties for mention in treaty.mentions]
    kept += [finding.span for finding in found.findings if finding.span is not None]
    assert sorted(kept) == sorted(candidate.span for candidate in candidates)


def test_articles_belong_to_the_treaty_that_is_spoken_of() -> None:
    text = (
        "The Treaty of Paris was signed in 1951. Under Article 4, France keeps the river. Article 5 of the law is old."
    )
    (treaty,) = resolve(f"{text} Article 7 of the treaty stipulates that coal is free.").treaties
    articles = [(provision.article, provision.text) for provision in treaty.provisions]
    assert articles == [("Article 4", "France keeps the river"), ("Article 7", "coal is free")]


def test_provisions_are_what_the_words_after_the_name_say() -> None:
    (treaty,) = resolve("In 1951 France signed a treaty with Italy whereby the river was shared until 1960.").treaties
    assert [provision.text for provision in treaty.provisions] == ["the river was shared until 1960"]


def test_a_treaty_cites_the_one_that_it_is_in_accordance_with() -> None:
    text = "In 1951 France and Italy signed a treaty of friendship in accordance with Article 2 of the Charter of Rome."
    friendship, charter = resolve(text).treaties
    assert friendship.cites == (charter.key,)
    assert [provision.article for provision in charter.provisions] == ["Article 2"]


@given(st.text())
def test_any_text(text: str) -> None:
    resolve(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_words_of_treaties(words: list[str]) -> None:
    document = make_document("".join(words))
    found = resolve_treaties(
        document, tuple(find_treaties(document)), actors=make_actors(document), pointers=make_pointers(document)
    )
    for treaty in found.treaties:
        for mention in (*treaty.mentions, *(provision.mention for provision in treaty.provisions)):
            assert mention.span.of(document.text) == mention.exact
    assert len({treaty.key for treaty in found.treaties}) == len(found.treaties)


@pytest.mark.parametrize(
    "text", ["In 1992 France and Italy agreed to form a union. ", "the treaty, Article 4 of the treaty "]
)
def test_time_is_linear(text: str) -> None:
    check_linear(lambda times: partial(resolve, text * times), 40)
