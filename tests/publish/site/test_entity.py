import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from ibidem.build import Options, build_papers
from ibidem.publish.site.entity import Entities
from ibidem.read import read_document
from ibidem.resolve.anchor import Anchorage
from ibidem.workspace import load_paper
from published import Publication
from sample import make_sample
from sources import source_of

HOSTILE = """{title}

Ada Lindqvist

The convention

In May 1920 Norway signed the Straits Convention in Gothenburg.¹ Johan Berg, the Foreign Minister of Norway, said
"{said}".²

References

1. Erik Holm, "{work}", Journal of Northern History, Vol. 4, No. 2, 1954, p. 112.
2. Ibid., p. 115.
"""
TEXTS = ("<script>alert(1)</script>", "]]> --> </script><script src=x>", "{{ 7 * 7 }}", "\u202edesrever\u202c", "=1+1")


class Text(HTMLParser):
    """The text of a page's main part, and the elements that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said = ""
        self.elements: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.said += data


def read(path: Path) -> Text:
    return Text(path.read_text(encoding="utf-8"))


def test_a_page_says_what_is_said_who_says_it_where_and_how_it_was_found(site: Path) -> None:
    said = " ".join(read(site / "sethi-2017" / "quotation" / "trump-card.html").said.split())
    for part in ("“trump card”", "said by Ole Punfilov", "Where the paper says it", "By rule: speaker attribution"):
        assert part in said
    assert "Cite as:" in said
    assert '- do: correct kind: quotation exact: "trump card"' in said


def test_a_part_has_the_evidence_and_the_makers_of_its_whole(site: Path) -> None:
    said = " ".join(read(site / "sethi-2017" / "citation" / "9.html").said.split())
    assert "As part of note 9." in said
    assert "Ibid*, p. 213-14" in said
    assert "By rule: reference ibid" in said


def test_a_reference_leads_to_its_note_on_the_reading_page(site: Path) -> None:
    assert 'href="../../sethi-2017/reading.html#note-9"' in (site / "sethi-2017" / "reference" / "9.html").read_text(
        encoding="utf-8"
    )
    assert 'id="note-9"' in (site / "sethi-2017" / "reading.html").read_text(encoding="utf-8")


def test_what_was_decided_says_who_and_why(publication: Publication, site: Path) -> None:
    entities = Entities(source_of(publication))
    decided = [
        (subject, maker)
        for subject in entities.facts.statements
        if subject.startswith(f"{entities.source.base}sethi-2017/treaty/")
        for maker in entities.makers(subject)
        if maker.decided
    ]
    assert decided
    for subject, maker in decided:
        page = site / f"{subject.removeprefix(entities.source.base)}.html"
        assert f"Decided by {maker.by}: {maker.label}. {maker.reason}" in " ".join(read(page).said.split())


def test_every_property_and_class_of_the_data_has_words(publication: Publication) -> None:
    entities = Entities(source_of(publication))
    props = {prop for statements in entities.facts.statements.values() for prop in statements}
    vocabulary = {prop for prop in props if prop in entities.names.phrases}
    own = {prop for subject in entities.pages().values() for s in subject for prop in entities.facts.statements[s]}
    assert own <= vocabulary
    shown = {subject for subjects in entities.pages().values() for subject in subjects if "#" not in subject}
    assert not {subject for subject in shown if entities.names.kind(subject)[0] == "thing"}


def test_the_data_in_a_page_is_json_and_names_its_entity(site: Path) -> None:
    text = (site / "sethi-2017" / "quotation" / "trump-card.html").read_text(encoding="utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(block)["@id"] == "https://w3id.org/ibidem/sethi-2017/quotation/trump-card"


@pytest.mark.parametrize("hostile", TEXTS)
def test_hostile_text_comes_out_as_text(hostile: str, tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "workspace")
    paper, quoted = workspace.papers / "harbour-2021", json.dumps(hostile)
    (paper / "paper.txt").write_text(HOSTILE.format(title=hostile, said=hostile, work=hostile), encoding="utf-8")
    (paper / "paper.toml").write_text(
        f"title = {quoted}\nauthors = [{{ literal = {quoted} }}]\ndate = '1981'\nrights = 'none'\n",
        encoding="utf-8",
    )
    (paper / "decisions.yaml").unlink(missing_ok=True)
    build_papers(workspace, Options(out=workspace.build, site=True))
    pages = sorted((workspace.build / "site").resolve().rglob("*.html"))
    assert len(pages) > 30
    home = read((workspace.build / "site" / "harbour-2021.html").resolve())
    assert re.sub("[\u202a-\u202e]", "", hostile.strip("\u202e\u202c")) in re.sub(r"U\+[0-9A-F]{4}", "", home.said)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        outside = re.sub(
            r"<script\b[^>]*></script>|<script type=\"application/(ld\+)?json\"[^>]*>[^<]*</script>", "", text
        )
        assert "<script" not in outside, page
        assert not re.search("[\u202a-\u202e]", outside), page


def test_every_prefilled_decision_finds_its_place(publication: Publication, site: Path) -> None:
    paper = load_paper(publication.workspace, "sethi-2017")
    anchorage = Anchorage(read_document(paper.file))
    found = 0
    for page in sorted((site / "sethi-2017").glob("*/*.html")):
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"<pre><code>(- do: correct\n.*?)</code></pre>", text, re.DOTALL):
            (decision,) = yaml.safe_load(unescape(block))
            places = anchorage.anchor(decision["exact"], at=decision["at"])
            assert len(places) == 1, page
            found += 1
    assert found > 400
