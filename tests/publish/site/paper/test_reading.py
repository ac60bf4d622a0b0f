import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import outside, served, visit
from ibidem.build import Options, build_papers
from ibidem.publish.asked import ask
from ibidem.publish.site.page import ASSETS, render
from ibidem.publish.site.paper.context import Text, in_context, texts
from ibidem.publish.site.paper.part import papers
from ibidem.publish.site.paper.reading import Reading, write_reading
from ibidem.publish.source import Source
from published import Publication
from sample import make_sample
from sources import source_of

NC = "https://creativecommons.org/licenses/by-nc/4.0/"
SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
EMPTY = {"meta", "link", "br", "img", "input", "hr"}
READABLE = 100_000
"""How many bytes may come before the page can be read: itself and its styles."""
HOSTILE = """\u202eThe Harbour\u202c <script>alert(1)</script>

Ada Lindqvist

The convention

In May 1920 Norway signed the Straits Convention in Gothenburg.\u00b9 Johan Berg, the Foreign Minister of Norway, said
"{{ 7 * 7 }} ]]> <img src=x>".\u00b2 Nobody & nothing.

References

1. Erik Holm, "</p><script>", Journal of Northern History, Vol. 4, No. 2, 1954, p. 112.
2. Ibid., p. 115.
"""


class Html(HTMLParser):
    """A page: the text of each element that has an id, its links, its elements."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.languages: list[str] = []
        self.text = ""
        self._open: list[tuple[str, str]] = []
        self.feed(path.read_text(encoding="utf-8"))
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.add(tag)
        self.languages += [held["lang"] or ""] if "lang" in held else []
        name = held.get("id") or ""
        assert name not in self.texts, f"{name} twice"
        if tag not in EMPTY:
            self._open.append((tag, name))
        if name:
            self.texts[name] = ""
        if tag == "a":
            self.links.append(held.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, name in self._open:
            if name:
                self.texts[name] += data

    def said(self, name: str) -> str:
        return " ".join(self.texts[name].split())


def sample(
    folder: Path, *, paper: str | None = None, license: str | None = None, language: str = "en"
) -> tuple[Source, Html]:
    """Publish the sample paper, with another text, licence or language in its place, and read its page."""
    workspace = make_sample(folder)
    home = workspace.papers / "harbour-2021"
    if paper is not None:
        (home / "paper.txt").write_text(paper, encoding="utf-8")
    settings = (home / "paper.toml").read_text(encoding="utf-8").partition("[expected]")[0]
    if license is not None:
        settings = re.sub("(?m)^license = .*$", f'license = "{license}"', settings)
    settings = settings.replace('language = "en"', f'language = "{language}"')
    (home / "paper.toml").write_text(settings, encoding="utf-8")
    report = build_papers(workspace, Options(out=folder / "build"))
    source = source_of(Publication(folder / "build", workspace, report))
    (folder / "site").mkdir()
    write_reading(folder / "site", source)
    return source, Html(folder / "site" / "harbour-2021" / "reading.html")


@pytest.fixture(scope="module")
def source(publication: Publication) -> Source:
    return source_of(publication)


@pytest.fixture(scope="module")
def page(site: Path) -> Html:
    return Html(site / "sethi-2017" / "reading.html")


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Source, Html]:
    return sample(tmp_path_factory.mktemp("harbour"))


def check_shown(source: Source, page: Html) -> None:
    """Hold the text of each segment on a page against the store."""
    count = 0
    for text in texts(source).values():
        for segment in text.segments:
            visible = SIGNS.sub(lambda sign: f"U+{ord(sign.group()):04X}", segment.text)
            assert page.texts[f"at-{segment.start}"] == visible
            count += 1
    assert count == sum(name.startswith("at-") for name in page.texts) > 0


def test_the_text_of_each_segment_is_that_of_the_store(source: Source, page: Html) -> None:
    check_shown(source, page)


def test_a_text_under_an_open_licence_is_whole_with_its_notes(harbour: tuple[Source, Html]) -> None:
    source, page = harbour
    check_shown(source, page)
    assert "[…]" not in page.text
    assert "Sweden abstained." in page.text
    assert page.said("note-7").startswith("7 Dahl, op. cit., p. 87.")
    assert page.said("notes") == "References"


def test_a_text_under_no_open_licence_is_what_is_anchored(tmp_path: Path) -> None:
    source, page = sample(tmp_path, license=NC)
    check_shown(source, page)
    assert "[…]" in page.text
    assert "It was written as a sample" not in page.text
    assert "Marit Dahl, The Price of Passage" in page.said("note-3")
    assert "It was written as a sample" not in source.nquads.decode()


def test_what_a_paper_without_a_licence_says_between_is_in_no_data(source: Source) -> None:
    assert not any(text.whole for text in texts(source).values())
    assert b"The primary Russian concern has been to ensure the security" not in source.nquads


def test_an_ibid_is_unfolded_step_by_step(page: Html) -> None:
    said = page.said("note-9")
    ibid = "Ibid. stands for the reference right before it; without a locator of its own it takes that one's."
    assert said.startswith("9 Ibid, p. 213-14 Stands for K. Warikoo, Cockpit of Central Asia (1996), 213-14")
    assert f"Note 9: {ibid} Locator 213-14, printed here, in place of 213." in said
    assert "Note 8 prints “Ibid.”: by the same rule. Locator 213, taken over from note 7." in said
    assert said.endswith("Note 7 names it. Locator 213, printed here.")


def test_every_chain_of_the_store_is_on_the_page(source: Source, page: Html) -> None:
    rows = ask(source, "ibid-chains")
    assert len(rows) > 15
    for row in rows:
        steps = re.findall(r"Note (\d+)(?:: | prints | names )", page.said(f"note-{row['pointer']}"))
        assert steps == [row["pointer"], *row["chain"].split("; ")]


def test_a_work_found_through_another_says_which(source: Source, page: Html) -> None:
    rows = [row for row in ask(source, "citations") if row["via"]]
    assert rows
    for row in rows:
        assert "quoted in" in page.said(f"note-{row['pointer']}")


def test_every_marker_leads_to_its_note_and_back(source: Source, page: Html) -> None:
    pointers = {row["body"].rpartition("/")[2] for row in ask(source, "site/passages") if "Pointer" in row["class"]}
    assert len(pointers) == 73
    for pointer in pointers:
        assert f"pointer-{pointer}" in page.texts
        assert f"#pointer-{pointer}" in page.links
        assert f"#note-{pointer}" in page.links


def test_links_inside_the_page_have_their_end(page: Html, harbour: tuple[Source, Html]) -> None:
    for found in (page, harbour[1]):
        inside = [link[1:] for link in found.links if link.startswith("#") and link != "#main"]
        assert inside
        assert set(inside) <= set(found.texts)


def test_who_speaks_to_whom_stands_beside(page: Html) -> None:
    said = " ".join(page.text.split())
    assert "Khasbulatov, Chairman (Supreme Soviet of the Russian Federation), to Iskandrov:" in said
    assert "Ole Punfilov, journalist (Russia): “trump card”" in said


def test_every_quotation_actor_and_treaty_is_led_to(source: Source, page: Html) -> None:
    led = {link.rpartition("/")[2].removesuffix(".html") for link in page.links}
    shown = in_context(source)
    rows = [row for row in ask(source, "site/passages") if "ontology#" in row["class"]]
    assert {row["passage"] for row in rows if "/actor/" not in row["body"]} <= set(shown)
    rows = [row for row in rows if row["passage"] in shown]
    assert len(rows) > 150
    found = {row["passage"] for row in rows if row["body"].rpartition("/")[2] in led}
    # Of two things that one stretch is evidence for, one is led to.
    assert {row["passage"] for row in rows} == found


def test_without_any_text_there_are_the_notes(source: Source) -> None:
    (paper,) = papers(source)
    reading = Reading(source, paper, Text(whole=False, segments=(), starts=()))
    html = render(reading.page(), source, **reading.values()).decode()
    assert html.count('<li id="note-') == 73
    assert 'id="at-' not in html


def test_a_text_in_another_language_says_so(tmp_path: Path, harbour: tuple[Source, Html]) -> None:
    _, page = sample(tmp_path, language="de")
    assert page.languages == ["en", "de", "en"]
    assert harbour[1].languages == ["en"]


def test_hostile_text_is_text(tmp_path: Path) -> None:
    source, page = sample(tmp_path, paper=HOSTILE)
    check_shown(source, page)
    assert "img" not in page.tags
    html = (tmp_path / "site" / "harbour-2021" / "reading.html").read_text(encoding="utf-8")
    assert re.findall("<script[^>]*>", html) == ['<script type="application/ld+json">']
    assert not SIGNS.search(html.partition("</head>")[2])
    assert "{{ 7 * 7 }} ]]> <img src=x>" in page.text


def test_a_page_is_readable_before_a_hundred_thousand_bytes(site: Path) -> None:
    html = (site / "sethi-2017" / "reading.html").read_bytes()
    styles = re.findall(rb'href="\.\./assets/([\w-]+\.css)"', html)
    assert len(styles) == 2
    assert len(html) + sum((ASSETS / style.decode()).stat().st_size for style in styles) < READABLE


def test_the_page_is_the_same_again(source: Source, site: Path, tmp_path: Path) -> None:
    write_reading(tmp_path, source)
    path = Path("sethi-2017") / "reading.html"
    assert (tmp_path / path).read_bytes() == (site / path).read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1440])
def test_a_reader_follows_an_ibid_by_hand_and_by_keyboard(width: int, site: Path, tmp_path: Path) -> None:
    with served(site) as address, visit(tmp_path) as visited:
        driver = visited.driver
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        driver.get(f"{address}sethi-2017/reading.html")
        driver.find_element(By.ID, "pointer-9").click()
        assert driver.current_url.endswith("#note-9")
        note = driver.find_element(By.ID, "note-9")
        assert 0 <= note.rect["y"] - driver.execute_script("return scrollY") < 800
        assert "Note 8" not in note.text
        note.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
        steps = [step.text for step in note.find_elements(By.CSS_SELECTOR, "details li")]
        assert [step[:6] for step in steps] == ["Note 9", "Note 8", "Note 7"]
        note.find_element(By.LINK_TEXT, "Note 7").send_keys(Keys.ENTER)
        assert driver.current_url.endswith("#note-7")
        note.find_element(By.LINK_TEXT, "9").click()
        assert driver.current_url.endswith("#pointer-9")
        assert visited.complaints() == []
        assert outside(visited.requested(), address) == []
