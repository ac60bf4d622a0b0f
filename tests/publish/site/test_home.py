"""The first page says what there is in the words of readers, and where to start."""

import re
from pathlib import Path

from published import Publication


def test_the_figures_are_those_of_the_report_in_the_words_of_readers(site: Path, publication: Publication) -> None:
    page = (site / "index.html").read_text("utf-8")
    counts = dict(publication.report.papers[0].counts)
    shown = {name: number for number, name in re.findall(r"<li><b>([^<]+)</b> <span>([^<]+)</span></li>", page)}
    assert shown["note markers"] == str(counts["pointers"])
    assert shown["works cited"] == str(counts["works"])
    assert "pointers" not in shown


def test_readers_are_led_to_a_text_and_to_where_errors_are_reported(site: Path) -> None:
    page = (site / "index.html").read_text("utf-8")
    assert '<dt>to read</dt><dd>A paper on its <a href="sethi-2017/reading.html">' in page
    assert "“Report an error” stands at the end" in page
    for kind in ("actor", "work", "quotation", "treaty"):
        thing = min((site / "sethi-2017" / kind).glob("*.html"))
        assert "Report an error" in thing.read_text("utf-8")
