from dataclasses import replace

import pytest

from curated import TEXT, reading
from ibidem.curate.explain import explain_item, explain_span, findings_at, known_keys
from ibidem.curate.target import Asked, Paper, explained_lines, read_target
from ibidem.edition import Entry
from ibidem.errors import InputError
from ibidem.origin import Finder
from ibidem.span import Span

BASE = "https://example.org/data/"
MERGED = Entry("merge", "actor", "Holm", "In 1921 ", "", (), "Nils Holm", "He is named last.", "A", "d.yaml", 7)
REJECTED = Entry("reject", "claim", "40 ships", "", "", (), None, "It counts nothing.", "A", "d.yaml", 12)


def paper(*entries: Entry) -> Paper:
    read = reading(*entries)
    finder = Finder.of(read.document, digest=read.record.paper.sha256)
    return Paper(read.document, read.decided(), finder, "paper.txt")


def told(asked: str, *entries: Entry, decided: bool = False) -> str:
    return "\n".join(explained_lines(read_target(asked, base=BASE), paper(*entries), decided=decided))


def line_of(words: str) -> int:
    return TEXT[: TEXT.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("12", ("", None, 12)),
        ("seeds/papers/x/paper.txt:7", ("", None, 7)),
        (f"{BASE}sound/actor/johan-berg", ("actor", "johan-berg", None)),
        ("sound/actor/johan-berg", ("actor", "johan-berg", None)),
        (f"{BASE}sound/actor/johan-berg#role-1", ("actor", "johan-berg", None)),
        (f"{BASE}sound/passage/3-9", ("passage", "3-9", None)),
        (f"{BASE}sound/reading#at-40", ("reading", "40", None)),
    ],
)
def test_what_is_asked_is_read(text: str, asked: tuple[str, str | None, int | None]) -> None:
    found = read_target(text, base=BASE)
    assert (found.kind, found.key or None, found.line) == asked


@pytest.mark.parametrize("text", ["", "sound", "sound/actor", "https://elsewhere.example/a", "x:y", "²"])
def test_what_cannot_be_asked_says_what_can(text: str) -> None:
    with pytest.raises(InputError, match="name a thing of a paper"):
        read_target(text, base=BASE)


def test_a_line_tells_everything_on_it() -> None:
    said = told(str(line_of("The captain")))
    for words in ("quotation/", "actor/nils-holm", "pointer/4", "claim/40-ships", "event/"):
        assert words in said
    assert "by the rule quotation-marks: A stretch of the body inside quotation marks is a quotation." in said
    assert said.count("'Holm' can be Karl Holm, Nils Holm") == 1
    assert "johan-berg" not in said


def test_a_thing_tells_its_values_its_places_and_its_rules() -> None:
    said = told("sound/actor/johan-berg")
    assert "name: Johan Berg" in said
    assert "role: Foreign Minister, of Norway (actor/norway)" in said
    assert f"at paper.txt:{line_of('Johan Berg')}: [Johan Berg], the Foreign Minister of Norway" in said
    assert "by the rule actor-" in said


def test_a_decision_is_told_where_it_touched_something() -> None:
    said = told(str(line_of("In 1921 Holm")), MERGED, REJECTED)
    assert 'decided: merge actor "Holm", into: Nils Holm' in said
    assert "because: He is named last. (A, d.yaml:7)" in said
    assert "decision/reject-claim" in said
    assert "claim/40-ships" not in said
    assert "can be Karl Holm" not in said


def test_a_line_of_decisions_tells_what_the_decision_did() -> None:
    said = told("d.yaml:9", MERGED, decided=True)
    assert said.startswith('decided: merge actor "Holm"')
    assert "actor/nils-holm" in said
    with pytest.raises(InputError, match="no decision that was applied"):
        told("d.yaml:3", MERGED, decided=True)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("sound/actor/johan-bergg", "did you mean 'johan-berg'?"),
        ("sound/shape/x", "known are keyword, pointer"),
        ("999999", "and none that is 999999"),
        ("0", "and none that is 0"),
        ("sound/passage/1-99999999", "is no stretch of the text"),
        ("sound/passage/x", "is no stretch of the text"),
    ],
)
def test_what_is_not_there_is_said(asked: str, message: str) -> None:
    with pytest.raises(InputError, match=message.replace("?", r"\?")):
        told(asked)


def test_a_line_with_nothing_says_so() -> None:
    assert told("2").endswith("nothing is found here")


def test_every_item_of_every_kind_can_be_explained() -> None:
    whole = paper(MERGED)
    count = 0
    for kind in ("keyword", "pointer", "reference", "work", "agent", "place", "actor", "quotation", "event", "role"):
        for key in known_keys(whole.record, kind):
            found = explain_item(whole.record, kind, key)
            assert found is not None
            assert list(explained_lines(Asked("", "p", kind, key), whole, decided=False))
            count += 1
    assert count > 30
    everything = explain_span(whole.record, Span(0, len(TEXT)))
    assert len(everything) > 30
    assert len(findings_at(whole.record, Span(0, len(TEXT)))) >= 4


def test_a_paper_that_is_no_text_is_told_by_its_notes() -> None:
    whole = paper()
    elsewhere = replace(whole, finder=Finder.of(whole.document, digest="0"), file="paper.docx")
    said = "\n".join(explained_lines(Asked("", "p", "reference", "2"), elsewhere, decided=False))
    assert "at paper.docx, note 2 (note 2): [Ibid., p. 40.]" in said
