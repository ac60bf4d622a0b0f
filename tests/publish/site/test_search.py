import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from browser import outside, served, visit
from growth import check_linear
from ibidem.publish.site.page import printed_text, write_assets
from ibidem.publish.site.paper.part import papers
from ibidem.publish.site.search import Entry, entries, index, initial, register, write_search
from ibidem.publish.source import Source
from records import RECORD
from shown import HOSTILE, check_harmless, hostile, tags, text
from sources import stored


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return stored(tmp_path_factory.mktemp("invented"), RECORD)


def test_names_works_and_quotations_can_be_found(invented: Source) -> None:
    (paper,) = papers(invented)
    found = {entry.path: entry for entry in entries(invented, paper)}
    assert found["doe-2001/actor/elphberg.html"] == Entry(
        "Michael Elphberg", "person", "doe-2001/actor/elphberg.html", "Elphberg, Michael", ("Elphberg",)
    )
    assert found["doe-2001/work/smith-zenda.html"].also == ("A. Smith", "B. Jones")
    assert found["doe-2001/agent/smith.html"].heading == "Smith, A."
    assert found["doe-2001/work/daily-strel-1936.html"].label == "Daily Strel, 4 June 1936"
    assert found["doe-2001/quotation/our-border.html"] == Entry(
        "our border is your border", "quotation", "doe-2001/quotation/our-border.html", also=("Michael Elphberg",)
    )
    assert found["doe-2001.html"].kind == "paper"
    assert found["doe-2001/actor/ruritania.html"].forms == ("Ruritanian",)
    assert found["doe-2001/actor/ruritania.html"].also == ("Kingdom of Ruritania",)


def test_every_entry_leads_to_a_page_of_its_own(invented: Source) -> None:
    (paper,) = papers(invented)
    paths = [entry.path for entry in entries(invented, paper)]
    assert len(paths) == len(set(paths)) > 30


def test_the_index_numbers_kinds_and_papers_and_knows_names_from_texts() -> None:
    found = {
        "a": [Entry("Zenda", "place", "a/p.html", "Zenda", ("Z",), ("town",))],
        "b": [Entry("so", "quotation", "b/q.html")],
    }
    assert index(found, {"a": "One", "b": "Two"}) == {
        "kinds": [["place", 1], ["quotation", 0]],
        "papers": ["One", "Two"],
        "entries": [["Zenda", 0, 0, "a/p.html", ("Z", "town")], ["so", 1, 1, "b/q.html"]],
    }


def test_the_register_sends_other_printed_forms_to_the_name() -> None:
    found = {
        "a": [
            Entry("Russia", "state", "a/r.html", "Russia", ("Moscow", "RUSSIA")),
            Entry("201st", "unit", "a/u.html", "201st"),
        ]
    }
    shown = [(letter, [(heading.text, heading.see) for heading in headings]) for letter, headings in register(found)]
    assert shown == [("M", [("Moscow", "Russia")]), ("R", [("Russia", "")]), ("Other", [("201st", "")])]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Élan", "E"), ("“Zenda”", "Z"), ("яблоко", "Я"), ("ß", "S"), ("201st", "Other"), ("", "Other"), ("条約", "条")],
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_the_page_lists_the_register_without_a_script(invented: Source, tmp_path: Path) -> None:
    write_search(tmp_path, invented)
    html = (tmp_path / "search.html").read_text(encoding="utf-8")
    assert "Elphberg, Michael person" in text(html)
    assert "Smith, A. author or editor" in text(html)
    assert "our border is your border" not in text(html)
    ids = {attributes["id"] for _, attributes in tags(html) if "id" in attributes}
    links = [attributes.get("href", "") for _, attributes in tags(html)]
    assert {link[1:] for link in links if link.startswith("#")} <= ids


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    write_search(tmp_path, stored(tmp_path, hostile()))
    check_harmless(tmp_path / "search.html")
    held = json.loads((tmp_path / "search.json").read_bytes())
    assert any(HOSTILE in entry[0] for entry in held["entries"])


def test_two_papers_say_which_paper_a_name_is_of(tmp_path: Path) -> None:
    other = replace(RECORD, paper=replace(RECORD.paper, id="roe-2002", title="Another war"))
    write_search(tmp_path, stored(tmp_path, RECORD, other))
    shown = text((tmp_path / "search.html").read_text(encoding="utf-8"))
    assert "Syldavia state, Another war" in shown
    assert "Syldavia state, THE RURITANIAN WAR" in shown


def test_index_and_register_take_time_in_proportion_to_their_entries() -> None:
    def prepare(size: int) -> Callable[[], object]:
        found = {"a": [Entry(f"Name {n}", "person", f"a/{n}.html", f"Name {n}", (f"Form {n}",)) for n in range(size)]}
        return lambda: (index(found, {"a": "One"}), register(found))

    check_linear(prepare, 1000)


@pytest.mark.slow
def test_a_browser_finds_what_is_typed_and_leads_there_by_keyboard(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    source = stored(tmp_path, hostile())
    write_assets(site, source)
    write_search(site, source)
    with served(site) as address, visit(tmp_path) as seen:
        driver = seen.driver
        driver.get(f"{address}search.html?q=elphb%C3%A9rg")
        WebDriverWait(driver, 10).until(lambda page: page.find_elements(By.CSS_SELECTOR, "#search-results li"))
        results = driver.find_elements(By.CSS_SELECTOR, "#search-results a")
        assert results[0].text == printed_text(" ".join((HOSTILE + "Michael Elphberg").split()))
        assert not driver.find_elements(By.CSS_SELECTOR, "#search-results img, #search-results script")
        assert "results" in driver.find_element(By.ID, "search-status").text
        field = driver.find_element(By.ID, "q")
        field.clear()
        field.send_keys("Your Bord", Keys.ARROW_DOWN)
        focused = driver.switch_to.active_element
        assert focused.text == "our border is your border"
        focused.send_keys(Keys.ESCAPE)
        assert driver.switch_to.active_element == field
        assert driver.current_url.endswith("?q=Your+Bord")
        field.send_keys(" zzz")
        WebDriverWait(driver, 10).until(lambda page: "Nothing found" in page.find_element(By.ID, "search-status").text)
        assert not seen.complaints()
        assert not outside(seen.requested(), address)
