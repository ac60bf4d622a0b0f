from dataclasses import replace
from pathlib import Path

import pytest

from ibidem.publish.asked import ask
from ibidem.publish.site.paper.part import papers
from ibidem.publish.site.paper.timeline import entries_of, write_timeline
from ibidem.publish.source import Source
from published import Publication
from records import MAY, RECORD, mention
from shown import check_harmless, hostile, tags, text
from sources import source_of, stored

SIGNED = "Ruritania and Borduria signed the Treaty of Zenda in May 1934"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return stored(tmp_path_factory.mktemp("invented"), RECORD)


def test_events_and_treaties_stand_in_the_order_of_time(invented: Source) -> None:
    (paper,) = papers(invented)
    found = [
        (entry.label, entry.kind, entry.said, [number for _, number in entry.notes])
        for entry in entries_of(invented, paper)
    ]
    assert found == [
        ("Treaty of Zenda", "treaty", "May 1934", ["1", "2"]),
        ("Michael the Younger falls", "event", "3 March 1937", ["5"]),
    ]


def test_each_drawing_has_a_title_and_a_description_and_its_links_are_those_of_the_table(
    invented: Source, tmp_path: Path
) -> None:
    write_timeline(tmp_path, invented)
    html = (tmp_path / "doe-2001" / "timeline.html").read_text(encoding="utf-8")
    ids = {attributes["id"] for _, attributes in tags(html) if "id" in attributes}
    drawings = [attributes for tag, attributes in tags(html) if tag == "svg"]
    assert len(drawings) == 3
    for drawing in drawings:
        assert {drawing["aria-labelledby"], drawing["aria-describedby"]} <= ids
    drawn, _, table = html.partition("<table>")
    links = {attributes["href"] for tag, attributes in tags(drawn) if attributes.get("class", "").startswith("mark")}
    assert links == {"../doe-2001/treaty/treaty-of-zenda.html", "../doe-2001/event/fall-of-michael.html"}
    assert links <= {attributes.get("href") for _, attributes in tags(table)}
    assert "The paper gives no date for League Charter ." in text(html)


def test_what_has_a_month_is_a_band_and_what_has_a_day_is_a_dot(invented: Source, tmp_path: Path) -> None:
    write_timeline(tmp_path, invented)
    html = (tmp_path / "doe-2001" / "timeline.html").read_text(encoding="utf-8")
    marks = html.split('class="mark ')[1:]
    assert [("<rect" in mark.partition("</a>")[0], mark.partition('"')[0]) for mark in marks] == [
        (True, "treaty"),
        (False, "event"),
    ]


def test_hostile_labels_are_shown_as_text(tmp_path: Path) -> None:
    write_timeline(tmp_path, stored(tmp_path, hostile()))
    check_harmless(tmp_path / "doe-2001" / "timeline.html")


def test_the_making_of_a_treaty_is_shown_once_as_the_treaty(tmp_path: Path) -> None:
    fall = RECORD.events[0]
    signed = replace(fall, key="signed", label="It is signed", kind="treaty", date=MAY, mention=mention(SIGNED))
    others = (
        replace(signed, key="told", label="It is told of", kind="statement"),
        replace(signed, key="elsewhere", label="Another is signed", mention=mention("Syldavia abstained")),
        replace(signed, key="later", label="It is signed later", date=fall.date),
    )
    source = stored(tmp_path, replace(RECORD, events=(fall, signed, *others)))
    (paper,) = papers(source)
    found = {entry.label: [number for _, number in entry.notes] for entry in entries_of(source, paper)}
    assert found.pop("Treaty of Zenda") == ["1", "2", "5"]
    assert set(found) == {"Michael the Younger falls", "It is told of", "Another is signed", "It is signed later"}
    write_timeline(tmp_path, source)
    shown = text((tmp_path / "doe-2001" / "timeline.html").read_text(encoding="utf-8"))
    assert "5 events and treaties by the dates" in shown
    assert "1 event that is the making of a treaty or document is shown as that treaty or document." in shown


def test_what_is_shown_is_what_the_saved_queries_answer(publication: Publication) -> None:
    source = source_of(publication)
    (paper,) = papers(source)
    once = {row["event"] for row in ask(source, "site/concluded")}
    rows = [
        (row["thing"], row["date"])
        for row in ask(source, "timeline")
        if row["kind"] != "quotation" and row["thing"] not in once
    ]
    assert [(entry.iri, entry.edtf) for entry in entries_of(source, paper)] == rows
