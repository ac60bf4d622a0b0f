"""The SPARQL page: its texts, its bundles, and what it does in a real browser."""

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import Literal
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from browser import Visit, outside, served, visit
from ibidem.publish.site.example import examples
from ibidem.publish.site.sparql import runnable
from ibidem.saved_query import SavedQuery, answer_text, load_saved_queries, parse_saved_query
from ibidem.store import Rows, open_store, run_query, select
from published import ROOT, Publication
from sources import source_of
from vendored import PINNED, TAKEN, VENDOR, bundles

QUERIES = load_saved_queries(ROOT / "queries")
ANSWERS = ROOT / "queries" / "answers"
SECONDS = 60


@pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])
def test_a_query_with_its_example_written_in_answers_as_bound(query: SavedQuery, publication: Publication) -> None:
    store = open_store(publication.folder / "store")
    bindings = examples(source_of(publication))[query.name].bindings
    assert select(store, runnable(query, bindings)).rows == select(store, query.text, bindings).rows
    assert answer_text(select(store, runnable(query, bindings))) == (ANSWERS / f"{query.name}.tsv").read_text("utf-8")


def test_a_value_cannot_break_out_of_the_query() -> None:
    query = parse_saved_query("# Who?\n# @columns name\nSELECT ?name { ?s ?p ?name }\n", name="who")
    text = runnable(query, {"name": Literal('") } } # \\ \n')})
    assert text.endswith('VALUES (?name) { ("\\") } } # \\\\ \\n") }\n')
    assert text.startswith("# Who?\nSELECT")


def test_the_page_says_what_to_do_without_scripts_and_lets_webassembly_run(site: Path) -> None:
    page = (site / "sparql.html").read_text("utf-8")
    said = re.search("<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert said
    assert 'href="queries.html"' in said[1]
    assert 'href="dataset.html"' in said[1]
    assert "script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;;" in page
    assert "unsafe-inline" not in page
    texts = re.search('<script type="application/json" id="sparql-known">(.*?)</script>', page, re.DOTALL)
    assert texts
    known = json.loads(texts[1])
    assert list(known["queries"]) == [query.name for query in QUERIES]
    assert "ibidem: <https://w3id.org/ibidem/ontology#>" in known["prefixes"]
    assert "https://w3id.org/ibidem/ontology#Quotation" in known["classes"]
    assert "https://w3id.org/ibidem/ontology#speaker" in known["properties"]
    assert (site / "assets/vendor/oxigraph/web_bg.wasm").read_bytes() == (VENDOR / "oxigraph/web_bg.wasm").read_bytes()
    assert (site / "dumps/dataset.nq.gz").is_file()


def test_the_bundles_are_those_that_their_list_names_with_their_licences() -> None:
    rows = re.findall(
        r"^\| (\S+) \| .+ \| ([\d,]+) \| `(\w{64})` \|$", (VENDOR / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert [name for name, _, _ in rows] == [path for _, _, path in TAKEN]
    for name, size, digest in rows:
        data = (VENDOR / name).read_bytes()
        assert (f"{len(data):,}", sha256(data).hexdigest()) == (size, digest)
        assert (VENDOR / name).with_name("LICENSE").stat().st_size > 1000
    lock = json.loads((PINNED / "package-lock.json").read_bytes())
    assert all(
        "integrity" in package and "resolved" not in package for name, package in lock["packages"].items() if name
    )


@pytest.fixture
def page(site: Path, tmp_path: Path) -> Iterator[tuple[Visit, str]]:
    with served(site) as address, visit(tmp_path) as made:
        yield made, address


def finished(page: Visit) -> str:
    """Wait until the page is done, and give what it says."""
    driver = page.driver
    WebDriverWait(driver, SECONDS).until(
        lambda driver: driver.find_element(By.ID, "sparql").get_attribute("aria-busy") == "false"
    )
    return driver.find_element(By.ID, "sparql-status").text


def shown(page: Visit) -> Rows:
    """Read the table as it is shown, all its pages."""
    driver = page.driver
    Select(driver.find_element(By.CSS_SELECTOR, "select.tableSizer")).select_by_visible_text("All")
    head = [cell.text for cell in driver.find_elements(By.CSS_SELECTOR, ".dataTable thead th")]
    script = """return [...document.querySelectorAll(".dataTable tbody tr")].map((row) => [...row.cells].map((cell) =>
        cell.querySelector("[title]")?.title ?? cell.textContent))"""
    rows: list[list[str]] = driver.execute_script(script)
    return Rows(tuple(head), tuple(tuple(row) for row in rows))


@pytest.mark.slow
def test_saved_queries_answer_in_a_browser_as_they_are_stored(page: tuple[Visit, str], tmp_path: Path) -> None:
    visited, address = page
    driver = visited.driver
    driver.get(f"{address}sparql.html")
    for name in ("citations", "quotations", "about-actor"):
        driver.find_element(By.CSS_SELECTOR, f"a[data-saved={name}]").click()
        driver.find_element(By.ID, "sparql-run").click()
        assert re.match(r"\d+ rows in", finished(visited))
        assert answer_text(shown(visited)) == (ANSWERS / f"{name}.tsv").read_text("utf-8")
    assert driver.current_url == f"{address}sparql.html#saved=about-actor"
    assert visited.complaints() == []
    requested = visited.requested()
    assert f"{address}assets/vendor/oxigraph/web_bg.wasm" in requested
    assert f"{address}dumps/dataset.nq.gz" in requested
    assert outside(requested, address) == []


@pytest.mark.slow
def test_the_engine_is_loaded_with_the_first_question_only(page: tuple[Visit, str]) -> None:
    visited, address = page
    visited.driver.get(f"{address}sparql.html")
    assert visited.driver.find_element(By.ID, "sparql-run").is_enabled()
    requested = visited.requested()
    assert f"{address}assets/sparql.js" in requested
    assert not [found for found in requested if found.endswith((".wasm", ".gz"))]


@pytest.mark.slow
def test_an_answer_is_downloaded_as_the_engine_writes_it(
    page: tuple[Visit, str], publication: Publication, tmp_path: Path
) -> None:
    visited, address = page
    driver = visited.driver
    driver.get(f"{address}sparql.html#saved=claims")
    driver.find_element(By.ID, "sparql-run").click()
    finished(visited)
    driver.find_element(By.ID, "sparql-csv").click()
    file = tmp_path / "claims.csv"
    WebDriverWait(driver, SECONDS).until(lambda _: file.is_file())
    time.sleep(0.2)
    query = next(query for query in QUERIES if query.name == "claims")
    bindings = examples(source_of(publication))[query.name].bindings
    answer = run_query(publication.folder / "store", query.text, bindings=bindings, output="csv")
    assert file.read_bytes() == answer.data
    assert len(list(csv.reader(io.StringIO(answer.data.decode())))) > 10


@pytest.mark.slow
def test_a_link_carries_a_query_and_keys_run_and_stop_it(page: tuple[Visit, str]) -> None:
    visited, address = page
    driver = visited.driver
    driver.get(f"{address}sparql.html#query=SELECT%20(%22%7B%7Ba%2Bb%7D%7D%20%3Cb%3E%22%20AS%20%3Fx)%20%7B%7D")
    editor = driver.find_element(By.CSS_SELECTOR, "[aria-label='SPARQL query']")
    editor.send_keys(Keys.CONTROL, Keys.ENTER)
    assert finished(visited).startswith("1 row in")
    assert shown(visited).rows == (("{{a+b}} <b>",),)
    driver.get(
        f"{address}sparql.html#query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fa%20%3Fb%20%3Fc.%20%3Fd%20%3Fe%20%3Ff.%20%3Fg%20%3Fh%20%3Fi%7D"
    )
    driver.find_element(By.ID, "sparql-run").click()
    WebDriverWait(driver, SECONDS).until(
        lambda driver: driver.find_element(By.ID, "sparql-status").text.startswith("Asking")
    )
    driver.find_element(By.ID, "sparql-stop").click()
    assert finished(visited) == "No answer."
    assert "Stopped" in driver.find_element(By.ID, "sparql-problem").text
    driver.find_element(By.ID, "sparql-link").click()
    driver.get(f"{address}sparql.html#query=ASK%20%7B%7D")
    driver.find_element(By.ID, "sparql-run").click()
    assert finished(visited).startswith("Answered in")
    driver.get(f"{address}sparql.html#query=SELEC")
    driver.find_element(By.ID, "sparql-run").click()
    finished(visited)
    assert "line 1, column 6" in driver.find_element(By.ID, "sparql-problem").text
    assert visited.complaints() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (
            'SELECT ("<img src=x onerror=alert(1)> &amp; {{x}}" AS ?x) (<javascript:alert(1)> AS ?y) {}',
            [["<img src=x onerror=alert(1)> &amp; {{x}}", "javascript:alert(1)"]],
        ),
        ('SELECT ("a\\u202Eb" AS ?x) {}', [["aU+202Eb"]]),
        (
            "CONSTRUCT { <http://a.example/s> <http://a.example/p> '<b>', 5 } WHERE {}",
            [["http://a.example/s", "http://a.example/p", "5"], ["http://a.example/s", "http://a.example/p", "<b>"]],
        ),
    ],
    ids=["markup", "direction", "graph"],
)
def test_any_text_is_shown_as_text(page: tuple[Visit, str], query: str, rows: list[list[str]]) -> None:
    visited, address = page
    driver = visited.driver
    driver.get(f"{address}sparql.html#query={quote(query)}")
    driver.find_element(By.ID, "sparql-run").click()
    finished(visited)
    assert sorted(map(list, shown(visited).rows)) == sorted(rows)
    assert not driver.find_elements(By.CSS_SELECTOR, "#sparql-results img, #sparql-results a[href^=javascript]")
    assert visited.complaints() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { SERVICE <http://a.example/sparql> { ?s ?p ?o } }", "not supported"),
        ("INSERT DATA { <http://a.example/s> <http://a.example/p> 1 }", "does not parse"),
    ],
    ids=["service", "update"],
)
def test_what_would_ask_elsewhere_or_change_is_refused(page: tuple[Visit, str], query: str, said: str) -> None:
    visited, address = page
    driver = visited.driver
    driver.get(f"{address}sparql.html#query={quote(query)}")
    driver.find_element(By.ID, "sparql-run").click()
    assert finished(visited) == "No answer."
    assert said in driver.find_element(By.ID, "sparql-problem").text
    assert outside(visited.requested(), address) == []


@pytest.mark.slow
def test_the_editor_completes_what_the_dataset_names_and_lets_the_keyboard_go(page: tuple[Visit, str]) -> None:
    visited, address = page
    driver = visited.driver
    driver.get(f"{address}sparql.html#query=%20")
    editor = driver.find_element(By.CSS_SELECTOR, "[aria-label='SPARQL query']")
    editor.send_keys(Keys.CONTROL, "a")
    editor.send_keys("SELECT * { GRAPH ?g { ?s a ibidem:Quot")
    prefix = "PREFIX ibidem: <https://w3id.org/ibidem/ontology#>"
    WebDriverWait(driver, SECONDS).until(lambda _: prefix in editor.text)
    editor.send_keys(Keys.CONTROL, Keys.SPACE)
    WebDriverWait(driver, SECONDS).until(lambda _: driver.find_elements(By.CSS_SELECTOR, ".CodeMirror-hint"))
    editor.send_keys(Keys.ENTER)
    assert "?s a ibidem:Quotation" in editor.text
    editor.send_keys(" ; ibidem:speaker ?who } }")
    editor.send_keys(Keys.CONTROL, Keys.ENTER)
    assert re.match(r"\d+ rows in", finished(visited))
    editor.send_keys(Keys.TAB)
    assert driver.switch_to.active_element.get_attribute("id") == "sparql-run"
    assert visited.complaints() == []
    assert outside(visited.requested(), address) == []


@pytest.mark.slow
def test_the_bundles_are_what_npm_gives() -> None:
    assert bundles() == {
        path.relative_to(VENDOR).as_posix(): path.read_bytes() for path in VENDOR.rglob("*") if path.is_file()
    }
