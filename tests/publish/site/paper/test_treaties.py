from dataclasses import replace
from pathlib import Path

import pytest

from ibidem.edtf import Date
from ibidem.publish.asked import ask
from ibidem.publish.site.paper.part import papers
from ibidem.publish.site.paper.treaties import Group, treaties_of, write_treaties
from ibidem.publish.source import Source
from ibidem.story import Act, Capacity, Participation
from published import Publication
from records import MAY, RECORD
from shown import check_harmless, hostile, tags, text
from sources import source_of, stored


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return stored(tmp_path_factory.mktemp("invented"), RECORD)


def said(groups: tuple[Group, ...]) -> list[tuple[str, list[str]]]:
    return [(group.said, [member.name for member in group.members]) for group in groups]


def test_a_treaty_says_who_concluded_it_who_kept_out_and_who_did_else(invented: Source) -> None:
    (paper,) = papers(invented)
    zenda, charter = treaties_of(invented, paper)
    assert said(zenda.parties) == [("signed, May 1934:", ["Borduria", "Ruritania"])]
    assert said(zenda.abstained) == [("", ["Syldavia"])]
    assert said(zenda.others) == [("guarantor:", ["Borduria"])]
    assert (zenda.date, zenda.row["place"], zenda.row["status"], zenda.provisions) == (
        "May 1934",
        "Zenda",
        "in force",
        1,
    )
    assert [number for _, number in zenda.notes] == ["1", "2"]
    assert (charter.date, charter.parties, charter.provisions) == ("", (), 0)


@pytest.mark.parametrize(
    ("capacity", "act", "date", "words"),
    [
        (Capacity.ISSUER, Act.ISSUED, None, "issued by"),
        (Capacity.ISSUER, None, None, "issued by"),
        (Capacity.ISSUER, Act.APPROVED, MAY, "approved (May 1934) by"),
        (Capacity.PARTY, None, None, ""),
        (Capacity.ABSTAINING, Act.REFUSED, None, "refused:"),
        (Capacity.MEDIATOR, None, None, "mediator:"),
    ],
)
def test_what_somebody_did_reads_on_to_the_name(
    capacity: Capacity, act: Act | None, date: Date | None, words: str, tmp_path: Path
) -> None:
    taking = (Participation("syldavia", capacity, act, date),)
    treaty = replace(RECORD.treaties[0], participations=taking)
    source = stored(tmp_path, replace(RECORD, treaties=(treaty, *RECORD.treaties[1:])))
    (paper,) = papers(source)
    found = next(treaty for treaty in treaties_of(source, paper) if treaty.row["name"] == "Treaty of Zenda")
    assert said((*found.parties, *found.abstained, *found.others)) == [(words, ["Syldavia"])]


def test_on_a_phone_each_cell_says_of_what_column_it_is(invented: Source, tmp_path: Path) -> None:
    write_treaties(tmp_path, invented)
    html = (tmp_path / "doe-2001" / "treaties.html").read_text(encoding="utf-8")
    cells = [attributes.get("data-label") for tag, attributes in tags(html) if tag == "td"]
    heads = ["Date", "Kind", "Place", "Parties", "Kept out", "Others", "Status", "Provisions", "Notes"]
    assert cells == heads * 2


def test_the_table_has_a_column_only_for_what_some_treaty_says(invented: Source, tmp_path: Path) -> None:
    write_treaties(tmp_path, invented)
    html = (tmp_path / "doe-2001" / "treaties.html").read_text(encoding="utf-8")
    shown = text(html)
    assert "Treaty Date Kind Place Parties Kept out Others Status Provisions Notes" in shown
    assert "Treaty of Zenda May 1934 treaty Zenda signed, May 1934: Borduria , Ruritania Syldavia guarantor:" in shown
    assert "those who kept out of them: 1 in all." in shown
    (region,) = [attributes for tag, attributes in tags(html) if tag == "section" and "tabindex" in attributes]
    assert (region["tabindex"], region["class"]) == ("0", "scroll")


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    write_treaties(tmp_path, stored(tmp_path, hostile()))
    check_harmless(tmp_path / "doe-2001" / "treaties.html")


def test_what_is_shown_is_what_the_saved_queries_answer(publication: Publication) -> None:
    source = source_of(publication)
    (paper,) = papers(source)
    treaties = treaties_of(source, paper)
    abstained = {
        (treaty.row["treaty"], member.name)
        for treaty in treaties
        for group in treaty.abstained
        for member in group.members
    }
    assert abstained == {(row["treaty"], row["participant"]) for row in ask(source, "abstentions")}
    assert [treaty.row["date"] for treaty in treaties if treaty.row["date"]] == sorted(
        row["date"] for row in ask(source, "treaties") if row["date"]
    )
    assert sum(treaty.provisions for treaty in treaties) == len({row["provision"] for row in ask(source, "provisions")})
