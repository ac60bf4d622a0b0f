from pathlib import Path

import pytest

from acceptance import shared_references
from ibidem.build import extract_document
from ibidem.errors import InputError
from ibidem.score.found import Found, references_of
from ibidem.score.gold import Link, read_json_gold
from ibidem.score.links import read_footnotes, score_links

SET = """<dataset xmlns="https://gitlab.mpcdf.mpg.de/dcfidalgo/llamore">
<instance><input type="raw">1 A. Bee, Honey (1990) 4.</input>
<output><note xmlns="http://www.tei-c.org/ns/1.0"><bibl xml:id="bibl-1">A. Bee, Honey</bibl></note></output></instance>
<instance><input type="raw">2 C. Dee, Wax (1991).</input>
<output><note xmlns="http://www.tei-c.org/ns/1.0"><bibl xml:id="bibl-2">C. Dee, Wax</bibl></note></output></instance>
<instance><input type="raw">3 Bee, op. cit., n. 1, p. 9.</input>
<output><note xmlns="http://www.tei-c.org/ns/1.0"><bibl xml:id="bibl-3">Bee, op. cit.</bibl></note></output></instance>
</dataset>
"""
LINK = Link("set.xml", "3", "bibl-3", "Bee, op. cit., n. 1, p. 9.", "op.cit", ("bibl-1",))


def test_a_set_is_a_paper_of_notes_alone(tmp_path: Path) -> None:
    path = tmp_path / "set.xml"
    path.write_text(SET, encoding="utf-8")
    held = read_footnotes(path)
    assert [note.number for note in held.document.notes] == [1, 2, 3]
    assert held.references["bibl-2"] == (2, "C. Dee, Wax")
    found = tuple(references_of(extract_document(held.document, "set.xml")))
    tally = score_links([LINK], {"set.xml": held}, {"set.xml": found})
    assert [(right, total) for _, right, total in tally.figures] == [(1, 1), (1, 1), (0, 1)]


@pytest.mark.parametrize(
    ("found", "counts", "miss"),
    [
        (Found(3, "op-cit", "wax", text="Bee, op. cit."), [(0, 1), (1, 1)], "wax, gold has bibl-1"),
        (Found(3, "op-cit", None, text="Bee, op. cit.", told=("two fit",)), [(0, 0), (0, 1)], "not answered: two fit"),
        (Found(2, "full", "wax", text="C. Dee, Wax"), [(0, 0), (0, 1)], "not found"),
    ],
)
def test_what_is_wrong_and_what_is_not_answered(
    tmp_path: Path, found: Found, counts: list[tuple[int, int]], miss: str
) -> None:
    path = tmp_path / "set.xml"
    path.write_text(SET, encoding="utf-8")
    honey = Found(1, "full", "honey", text="A. Bee, Honey (1990) 4.")
    tally = score_links([LINK], {"set.xml": read_footnotes(path)}, {"set.xml": (honey, found)})
    assert [(right, total) for _, right, total in tally.figures[:2]] == counts
    assert tally.misses == (f"note 3: {LINK.text}: {miss}",)


def test_what_is_no_set_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "paper.xml"
    path.write_text("<TEI/>", encoding="utf-8")
    with pytest.raises(InputError):
        read_footnotes(path)


@pytest.mark.acceptance
def test_every_anaphor_of_the_legal_footnotes_that_is_answered_is_right() -> None:
    path = shared_references("mpilhlt/anaphora_links.json")
    links = read_json_gold(path)
    assert isinstance(links, tuple)
    footnotes = {name: read_footnotes(path.parent / name) for name in sorted({link.doc for link in links})}
    found = {name: tuple(references_of(extract_document(held.document, name))) for name, held in footnotes.items()}
    (_, right, answered), (_, _, total), (_, simple, _) = score_links(links, footnotes, found).figures
    assert right == answered >= 14
    assert total == 16
    assert simple < right
