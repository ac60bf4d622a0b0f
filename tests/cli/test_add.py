"""The way of somebody who has a paper and nothing else: init, add, publish, review, explain."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from docx_made import docx, note, p, r, ref
from page import run

NOTES = (
    'Erik Holm, "Pilots in the Sound", Journal of Northern History, Vol. 4, No. 2, 1954, pp. 101-120; '
    "Marit Dahl, The Price of Passage (Oslo: Fjord Press, 1971), p. 33.",
    "Ibid., p. 40.",
    "Dahl, op. cit., p. 35.",
)
BODY = (
    ("In May 1920 Norway and Denmark signed the Straits Convention in Gothenburg.", 1),
    ("Johan Berg, the Foreign Minister of Norway, told them: “No fee was ever lowered by waiting.”", 2),
    ("Karl Holm and Nils Holm were pilots. In 1921 Holm took 40 ships through the Sound.", 3),
)
CORE = (
    "<dc:title>The Fees of the Sound</dc:title><dc:creator>Ada Lindqvist</dc:creator><dc:language>en-GB</dc:language>"
)


def word() -> bytes:
    paragraphs = "".join(p(r(text), ref(number + 1)) for text, number in BODY)
    footnotes = "".join(note(number + 1, r(text)) for number, text in enumerate(NOTES, start=1))
    title = p(r("The Fees of the Sound"), style="Title") + p(r("Ada Lindqvist"), style="Author")
    return docx(title + paragraphs, core=CORE, footnotes=footnotes)


def page() -> bytes:
    paragraphs = "".join(
        f'<p>{text}<sup><a href="#fn{number}" id="r{number}">{number}</a></sup></p>' for text, number in BODY
    )
    notes = "".join(f'<li id="fn{number}">{text}</li>' for number, text in enumerate(NOTES, start=1))
    head = (
        '<title>The Fees of the Sound</title><meta name="author" content="Ada Lindqvist">'
        '<meta name="citation_publication_date" content="1981">'
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
    )
    whole = f"<h1>The Fees of the Sound</h1>{paragraphs}<section role='doc-endnotes'><ol>{notes}</ol></section>"
    return f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{whole}</body></html>".encode()


@pytest.fixture
def ibidem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def command(*words: str, code: int = 0) -> str:
        done, printed = run(*words)
        assert done == code, printed
        assert "Traceback" not in printed
        return printed

    command("init", "papers")
    monkeypatch.chdir(tmp_path / "papers")
    return command


@pytest.mark.slow
@pytest.mark.parametrize(("name", "data"), [("article.docx", word()), ("article.html", page())], ids=["docx", "html"])
def test_a_newcomer_publishes_a_paper_and_decides_about_it(
    name: str, data: bytes, tmp_path: Path, ibidem: Callable[..., str]
) -> None:
    (tmp_path / name).write_bytes(data)
    said = ibidem("add", str(tmp_path / name), "--id", "lindqvist-1981")
    assert 'title = "The Fees of the Sound"' in said
    assert 'authors = [{ family = "Lindqvist", given = "Ada" }]' in said
    assert "pointers = 3\n  references = 4\n  ibid = 1" in said
    folder = tmp_path / "papers" / "seeds" / "papers" / "lindqvist-1981"
    settings = folder / "paper.toml"
    settings.write_text(re.sub("(?m)^# date = .*", 'date = "1981"', settings.read_text("utf-8")), encoding="utf-8")

    printed = ibidem("publish", "lindqvist-1981")
    assert re.search(r"lindqvist-1981 +3 +4 +1 ", printed)

    asked = json.loads(ibidem("review", "lindqvist-1981", "--format", "json"))
    first = asked["doubts"][0]
    assert (first["code"], first["note"]) == ("ibid-after-several", "2")
    assert "line" not in first
    lines = ("by: Ada", "decisions:", *first["proposal"].splitlines())
    (folder / "decisions.yaml").write_text("\n".join((*lines, "")), encoding="utf-8")
    assert yaml.safe_load(first["proposal"])[0]["set"] == {"work": "The Price of Passage"}
    again = json.loads(ibidem("review", "lindqvist-1981", "--format", "json"))
    assert again["left"] == asked["left"] - 1

    ibidem("publish", "lindqvist-1981")
    explained = ibidem("explain", "lindqvist-1981/reference/2")
    assert "work: The Price of Passage" in explained
    assert f"paper{Path(name).suffix}, note 2" in explained
    assert "decided: correct reference" in explained
    text = ibidem("extract", str(folder / f"paper{Path(name).suffix}"), "--text")
    line = text.splitlines().index(next(line for line in text.splitlines() if "No fee was ever" in line)) + 1
    assert "quotation/no-fee-was-ever-lowered-by-waiting" in ibidem("explain", str(line), "--paper", "lindqvist-1981")
    assert "fail" not in ibidem("check-publication", "--only", "links", "--only", "dumps", "--only", "web-annotation")


@pytest.mark.slow
def test_the_published_evidence_leads_back_into_the_file(tmp_path: Path, ibidem: Callable[..., str]) -> None:
    (tmp_path / "article.html").write_bytes(page())
    ibidem("add", str(tmp_path / "article.html"), "--id", "sound")
    settings = tmp_path / "papers" / "seeds" / "papers" / "sound" / "paper.toml"
    settings.write_text(re.sub("(?m)^# date = .*", 'date = "1981"', settings.read_text("utf-8")), encoding="utf-8")
    ibidem("publish", "sound")
    site = tmp_path / "papers" / "build" / "site"
    quotation = (site / "sound" / "quotation" / "no-fee-was-ever-lowered-by-waiting.html").read_text("utf-8")
    assert "/html/body/p[2]" in quotation
    notes = json.loads((site / "crosswalks" / "web-annotation" / "sound.jsonld").read_text("utf-8"))
    selectors = [selector for note in notes["first"]["items"] for selector in note["target"]["selector"]]
    paths = {selector["value"] for selector in selectors if selector["type"] == "XPathSelector"}
    assert "/html[1]/body[1]/p[2]" in paths
    assert len([one for one in selectors if one["type"] == "XPathSelector"]) == len(notes["first"]["items"])


def test_an_error_leaves_the_workspace_as_it_was(tmp_path: Path, ibidem: Callable[..., str]) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert "no such file" in ibidem("add", "nothing.docx", code=2)
    (tmp_path / "broken.docx").write_bytes(word()[:500])
    assert "broken.docx" in ibidem("add", str(tmp_path / "broken.docx"), code=2)
    (tmp_path / "broken.docx").unlink()
    assert sorted(tmp_path.rglob("*")) == before
