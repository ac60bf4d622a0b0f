"""The whole publication against what is hostile, odd or not there, in every kind of file of the site."""

import csv
import gzip
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from pyoxigraph import RdfFormat, parse

from hostile import ALL, BROKEN, FORMULA, PAYLOADS, make_hostile, quoted
from ibidem.build import Options, build_papers
from ibidem.check import Outcome, check_publication, checks, open_publication
from ibidem.errors import InputError
from ibidem.iri import RESERVED
from ibidem.publish.crosswalk.header import load_crosswalks
from ibidem.publish.redirect.apache import w3id_rules
from ibidem.saved_query import load_saved_queries
from ibidem.workspace import Workspace, load_workspace
from sample import add_paper, call, make_sample
from shown import tags

TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SIGNS = re.compile(f"[{TURNING}\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0\ufffe\U0001ffff]")
FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}
NOTE = "A note\n\nMax Frisch said nothing.\n"
OFFLINE = ("dumps", "names", "links", "safety", "sitemap", "redirects")


def build(workspace: Workspace) -> Path:
    build_papers(workspace, Options(out=workspace.build, site=True))
    return (workspace.build / "site").resolve()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return make_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def site(workspace: Workspace) -> Path:
    return build(workspace)


def files(site: Path, *endings: str) -> list[Path]:
    """Give the site's own files with these endings, not those of others that it carries."""
    found = [path for path in sorted(site.rglob("*")) if path.suffix in endings]
    own = [path for path in found if path.relative_to(site).parts[0] != "assets"]
    assert own
    return own


def shown(html: str) -> str:
    """Give the text of a page as people read it, signs that were made visible put back."""
    plain = re.sub(r'<span class="control">U\+([0-9A-F]+)</span>', lambda sign: f"\0{sign[1]}\0", html)
    text = " ".join(unescape(re.sub(r"<[^>]*>", "", plain)).split())
    return re.sub("\0([0-9A-F]+)\0", lambda sign: chr(int(sign[1], 16)), text)


def problems(folder: Path, *names: str) -> list[str]:
    found = check_publication(open_publication(folder), checks(names))
    return [f"{result}" for result in found if result.outcome is Outcome.FAIL]


NO_ICON = "data:image/png;base64,"
"""What the page for what is not there gives as its icon, so that none is asked for."""


def test_no_page_holds_an_element_a_handler_or_a_link_that_is_not_ours(site: Path) -> None:
    for path in files(site, ".html"):
        for tag, attributes in tags(path.read_text(encoding="utf-8")):
            assert tag not in {"img", "iframe", "object", "embed", "base", "style"}, path
            assert not [name for name in attributes if name.startswith("on") or name == "style"], path
            for name in ("href", "src", "action", "xlink:href"):
                scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):", attributes.get(name, ""))
                ours = scheme is None or scheme[1] in {"http", "https", "mailto"} or attributes[name] == NO_ICON
                assert ours, (path, attributes)
            if tag == "script":
                assert "src" in attributes or attributes["type"] in {"application/ld+json", "application/json"}, path


def test_what_turns_the_direction_or_is_no_text_stands_in_no_page_and_no_feed(site: Path) -> None:
    for path in files(site, ".html"):
        found = SIGNS.search(path.read_text(encoding="utf-8"))
        assert found is None, (path, found)
    for path in files(site, ".xml"):
        assert not re.search(f"[{TURNING}]", path.read_text(encoding="utf-8")), path


def test_every_attack_can_be_read_where_the_text_and_the_sources_are_shown(site: Path) -> None:
    for page in ("evil/reading.html", "evil/sources.html"):
        text = shown((site / page).read_text(encoding="utf-8"))
        for payload in PAYLOADS:
            assert " ".join(payload.split()) in text, (page, payload)
    assert "Question &amp; {{ 7*7 }}" in shown((site / "evil" / "reading.html").read_text(encoding="utf-8"))
    for page in ("index.html", "evil.html", "evil/people.html", "evil/treaties.html", "kept/reading.html"):
        assert PAYLOADS[0] in shown((site / page).read_text(encoding="utf-8")), page


def test_data_in_pages_are_json_that_nothing_can_leave(site: Path) -> None:
    block = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)
    count = 0
    for path in files(site, ".html"):
        for data in block.findall(path.read_text(encoding="utf-8")):
            assert not set("<>&") & set(data), path
            json.loads(data)
            count += 1
    assert count > 100


def test_a_letter_to_the_contact_holds_nothing_but_its_subject_and_its_body(site: Path) -> None:
    for path in files(site, ".html"):
        for letter in re.findall(r'href="mailto:([^"]*)"', path.read_text(encoding="utf-8")):
            address, _, query = unescape(letter).partition("?")
            assert address == "o'neil+x@example.org"
            fields = [part.partition("=")[0] for part in query.split("&") if part]
            assert fields == ["subject", "body"][: len(fields)]
            assert not re.search(r"[\s<>\"]", letter)


def test_files_for_machines_are_whole_and_keep_the_title_as_it_is(site: Path) -> None:
    title = f"Title {ALL} {BROKEN}"
    for path in files(site, ".xml"):
        ET.fromstring(path.read_bytes())
    for path in files(site, ".json", ".jsonld"):
        json.loads(path.read_bytes())
    for path in files(site, ".ttl", ".trig"):
        assert list(parse(path.read_bytes(), format=FORMATS[path.suffix])), path
    assert list(parse((site / ".well-known" / "void").read_bytes(), format=RdfFormat.TURTLE))
    with zipfile.ZipFile(site / "ibidem.crate.zip") as crate:
        assert crate.testzip() is None
    assert yaml.safe_load((site / "CITATION.cff").read_text(encoding="utf-8"))["title"] == title
    assert json.loads((site / "datacite.json").read_bytes())["titles"][0]["title"] == title
    assert json.loads((site / "ro-crate-metadata.json").read_bytes())["@graph"]


def test_tables_for_spreadsheets_hold_no_formula_and_answers_of_queries_are_exact(site: Path) -> None:
    def cells(path: Path) -> Iterator[str]:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened))
        assert {len(row) for row in rows} == {len(rows[0])}, path
        yield from (cell for row in rows for cell in row)

    tables = [path for path in files(site, ".csv") if path.relative_to(site).parts[0] == "crosswalks"]
    held = [cell for path in tables for cell in cells(path)]
    assert f"'{FORMULA}" in held
    assert not [cell for cell in held if re.match(r"[=+@\t\r]|-(?!\d+$)", cell)]
    exact = [cell for path in (site / "queries").glob("*.csv") for cell in cells(path)]
    assert FORMULA in exact
    assert f"Berg {ALL}" in exact


def test_no_text_becomes_a_rule_of_a_server(site: Path) -> None:
    for name in (".htaccess", "_headers", "_redirects", "redirect/nginx.conf", "redirect/w3id/.htaccess"):
        lines = (site / name).read_text(encoding="utf-8").split("\n")
        assert not [line for line in lines if "evil.invalid" in line and not line.startswith("# ")], name
    readme = (site / "redirect" / "w3id" / "README.md").read_text(encoding="utf-8")
    assert "\n# Heading" not in readme


def test_a_hostile_publication_passes_the_checks_of_portals(workspace: Workspace, site: Path) -> None:
    assert site.is_dir()
    assert not problems(workspace.build, *OFFLINE, "cff", "nde", "google", "ro-crate", "linked-art")


@pytest.mark.slow
def test_no_browser_runs_what_is_hostile(site: Path, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    from browser import served, visit

    names = ("index", "search", "evil", "evil/reading", "evil/sources", "evil/network", "evil/treaties", "kept/reading")
    own = "img, [onerror], [onload], [onmouseover], script:not([src]):not([type])"
    with served(site) as address, visit(tmp_path) as seen:
        driver = seen.driver
        for width in (1440, 500):
            driver.set_window_size(width, 900)
            for name in names:
                driver.get(f"{address}{name}.html")
                assert not driver.find_elements(By.CSS_SELECTOR, own), name
                wider = "return document.documentElement.scrollWidth - window.innerWidth"
                assert driver.execute_script(wider) <= 0, (name, width)
        for asked in ("script alert", "img src", "7*7", "left", "LLLL"):
            driver.get(f"{address}search.html")
            driver.find_element(By.ID, "q").send_keys(asked)
            WebDriverWait(driver, 10).until(lambda page: page.find_elements(By.CSS_SELECTOR, "#search-results li"))
            assert not driver.find_elements(By.CSS_SELECTOR, f"main :is({own})"), asked
            assert not re.search(f"[{TURNING}]", driver.find_element(By.TAG_NAME, "main").text)
        assert not seen.complaints()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("base", "https://example.org/a;return 301 https://x/;/", "base IRI"),
        ("base", "https://example.org/$1/", "base IRI"),
        ("base", "javascript:alert(1)//", "base IRI"),
        ("site", "https://files.example.org/a;b/", "address of a site"),
        ("site", "https://files.example.org/%1/", "address of a site"),
        ("site", "https://{x}/", "address of a site"),
        ("landing_page", "javascript:alert(1)", "landing_page"),
        ("landing_page", "https://example.org/%zz", "landing_page"),
        ("email", "you?bcc=all@example.org", "e-mail address"),
        ("email", 'you"onclick=x@example.org', "e-mail address"),
        ("iri", "_:publisher", "publisher.iri"),
    ],
)
def test_settings_that_would_mean_something_elsewhere_are_refused(
    tmp_path: Path, key: str, value: str, says: str
) -> None:
    make_sample(tmp_path)
    settings = tmp_path / "ibidem.toml"
    text = settings.read_text(encoding="utf-8")
    written = f"{key} = {quoted(value)}"
    if re.search(rf"\b{key} = ", text.partition("# What portals")[0]):
        text = re.sub(rf'\b{key} = "[^"]*"', lambda _: written, text, count=1)
    else:
        text = text.replace("[dataset]\n", f"{written}\n[dataset]\n" if key == "site" else f"[dataset]\n{written}\n")
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(says)):
        load_workspace(tmp_path)


@pytest.mark.parametrize("value", ["Q1 x", "Q1> <http://x", 'Q1"', "Q1\n", " ", "Q1#a", "Q\x07", "a?b", "{x}", "%zz"])
def test_an_identifier_that_none_can_be_is_refused_with_its_line(tmp_path: Path, value: str) -> None:
    workspace = make_sample(tmp_path)
    workspace.authorities.mkdir()
    entry = f"- name: Norway\n  type: state\n  identifiers:\n  - scheme: wikidata\n    value: {quoted(value)}\n"
    path = workspace.authorities / "actors.yaml"
    path.write_text(f"{entry}    method: by hand\n    confidence: certain\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        build(workspace)
    assert (error.value.path, error.value.line) == (path, 5)


@pytest.mark.parametrize("address", ["javascript://x/%0aalert(1)", "https://x/%1(", "https://x/[y]", "ftp://x/"])
def test_what_is_withdrawn_is_never_replaced_by_what_is_no_address(tmp_path: Path, address: str) -> None:
    workspace = make_sample(tmp_path)
    workspace.released.mkdir()
    entry = f"by: A\nwithdrawn:\n- iri: x\n  reason: none\n  replaced_by: {quoted(address)}\n"
    (workspace.released / "withdrawn.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(InputError, match="https://"):
        build(workspace)


def test_no_paper_can_take_the_place_of_a_page_or_a_folder_of_the_site(site: Path) -> None:
    papers = {"evil", "harbour-2021", "kept"}
    names = {path.name.partition(".")[0] for path in site.iterdir() if path.suffix == ".html" or path.is_dir()}
    assert papers < names
    assert names - papers - {""} <= set(RESERVED)


NAMES = (
    *("Con", "NUL", "com1", "aux.", "\u00c9va", "Eva", "EVA", "E\u0301va", "...", "!!!", "?"),
    *("\u5f20\u4e09", "\u0418\u0432\u0430\u043d", "\u0646\u0635\u064a\u0631", "Ab. ", "Ab ..", "\U0001f600", "\u0301"),
    *("stra\u00dfe", "strasse", "index", "a/b", "../../etc", "%2e%2e", "x" * 300),
)


def test_paths_stay_distinct_on_any_file_system(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path)
    signed = "\n\n".join(f"In {1920 + number} the group{number:02d}x met in Oslo." for number in range(len(NAMES)))
    folder = add_paper(workspace, "names", f"The Sound\n\n{signed}\n")
    added = "".join(
        f"- do: add\n  kind: actor\n  exact: group{number:02d}x\n  why: x\n"
        f"  set: {{name: {quoted(name)}, type: people}}\n"
        for number, name in enumerate(NAMES)
    )
    (folder / "decisions.yaml").write_text(f"by: CON\ndecisions:\n{added}", encoding="utf-8")
    site = build(workspace)
    assert len(list((site / "names" / "actor").glob("*.html"))) >= len(NAMES) - 3
    paths = [path.relative_to(site) for path in site.rglob("*")]
    alike = {unicodedata.normalize("NFKC", str(path)).casefold() for path in paths}
    assert len(alike) == len(paths)
    devices = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
    for path in paths:
        assert not any(devices.fullmatch(part) or part.endswith((".", " ")) for part in path.parts), path
        assert not re.search(r'[<>:"|?*\\\x00-\x1f]', str(path)), path
        assert max(len(part.encode()) for part in path.parts) < 200, path
    assert not problems(workspace.build, *OFFLINE)


def test_papers_without_notes_treaties_or_quotations_have_pages_without_empty_tables(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path)
    for name, text in (("bare", NOTE), ("bare-2", NOTE), ("blank", " ")):
        add_paper(workspace, name, text)
    site = build(workspace)
    empty = re.compile(r"<(tbody|ul|ol|dl|svg|table|p|h[1-6]|tr)\b[^>]*>\s*</\1>")
    for name in ("bare", "bare-2", "blank"):
        pages = [site / f"{name}.html", *sorted((site / name).glob("*.html"))]
        assert len(pages) == 8
        for page in pages:
            found = empty.search(page.read_text(encoding="utf-8"))
            assert found is None, (page, found)
            assert "<svg" not in page.read_text(encoding="utf-8"), page
    assert "No sentence holds evidence" in (site / "blank" / "reading.html").read_text(encoding="utf-8")
    assert not problems(workspace.build, *OFFLINE)


@pytest.mark.parametrize(
    "settings",
    [
        'base = "https://example.org/papers#"',
        pytest.param('base = "https://example.org/papers/#"', marks=pytest.mark.slow),
        'base = "https://w3id.org/x/"\nsite = "https://files.example.org/a/b/"',
    ],
)
def test_a_base_that_ends_in_a_hash_or_lies_elsewhere_has_a_whole_site(tmp_path: Path, settings: str) -> None:
    make_sample(tmp_path)
    path = tmp_path / "ibidem.toml"
    text = path.read_text(encoding="utf-8").replace('base = "https://example.org/papers/"', settings)
    path.write_text(text, encoding="utf-8")
    workspace = load_workspace(tmp_path)
    build(workspace)
    assert not problems(workspace.build, *OFFLINE)


def digests(folder: Path) -> dict[str, str]:
    """Give the hash of every file of the site and of the dumps."""
    roots = [(folder / name).resolve() for name in ("site", "dumps")]
    paths = [(root, path) for root in roots for path in sorted(root.rglob("*")) if path.is_file()]
    return {
        f"{root.name}/{path.relative_to(root)}": hashlib.sha256(path.read_bytes()).hexdigest() for root, path in paths
    }


@pytest.fixture
def sample(tmp_path: Path) -> Workspace:
    return make_sample(tmp_path / "papers")


def test_a_site_is_byte_identical_whatever_the_order_of_hashes(sample: Workspace) -> None:
    for seed in ("1", "2"):
        done = call("publish", "--out", f"out-{seed}", cwd=sample.root, env={"PYTHONHASHSEED": seed})
        assert done.returncode == 0, done.stderr
    one, two = digests(sample.root / "out-1"), digests(sample.root / "out-2")
    assert len(one) > 500
    assert one == two


@pytest.mark.parametrize(
    "writer", ["write_reading", *(pytest.param(name, marks=pytest.mark.slow) for name in ("write_home", "write_index"))]
)
def test_a_site_that_is_killed_half_way_leaves_the_last_publication(sample: Workspace, writer: str) -> None:
    build(sample)
    before = digests(sample.build)
    (sample.papers / "harbour-2021" / "paper.txt").write_text(NOTE, encoding="utf-8")
    hook = (
        "import os, ibidem.publish as room\n"
        f"stop = lambda folder, source: os.kill(os.getpid(), {int(signal.SIGKILL)})\n"
        f"room.WRITERS = tuple(stop if write.__name__ == {writer!r} else write for write in room.WRITERS)\n"
        "from ibidem.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", hook, "publish"], cwd=sample.root, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (sample.build / ".publications" / "new" / "site").is_dir()
    assert digests(sample.build) == before
    build(sample)
    assert digests(sample.build) != before
    assert len(os.listdir(sample.build / ".publications")) == 1


def test_a_disk_that_is_full_in_the_site_is_said_in_one_line(sample: Workspace) -> None:
    """A limit on the size of files, above that of all dumps and below that of the site's bundles, stands for it."""
    build(sample)
    before = digests(sample.build)
    program = [sys.executable, "-c", "from ibidem.cli import main; main()", "publish"]
    limited = ["bash", "-c", 'ulimit -f 2000; exec "$@"', "bash", *program]
    done = subprocess.run(limited, cwd=sample.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done
    assert "the last publication is untouched" in done.stderr
    assert done.stderr.count("\n") == 1
    assert digests(sample.build) == before


def test_dumps_of_the_site_hold_every_attack_as_it_was_written(site: Path) -> None:
    data = gzip.decompress((site / "dumps" / "dataset.nq.gz").read_bytes())
    texts = {quad.object.value for quad in parse(data, format=RdfFormat.N_QUADS) if hasattr(quad.object, "language")}
    assert {f"Berg {ALL}", f"Treaty {ALL}", f"Because {ALL}", f"The Sound {ALL}"} <= texts


QUERY = (
    '# What <img src=x onerror=alert(1)> {{ 7*7 }}?\nSELECT ("=1+1" AS ?a) (<javascript:alert(1)> AS ?b) WHERE { }\n'
)


def test_a_query_of_ones_own_is_shown_as_text_and_asks_no_other_server(sample: Workspace) -> None:
    shutil.copytree(sample.queries, sample.root / "queries")
    elsewhere = "# What is elsewhere?\nSELECT ?a WHERE { SERVICE <http://127.0.0.1:9/> { ?a a ?b } }\n"
    for name, text in (("evil", QUERY), ("elsewhere", elsewhere), ("open", "# What?\nSELECT ?a { ?a a \n")):
        (sample.root / "queries" / f"{name}.rq").write_text(text, encoding="utf-8")
    site = build(load_workspace(sample.root))
    page = (site / "queries" / "evil.html").read_text(encoding="utf-8")
    assert "What <img src=x onerror=alert(1)> {{ 7*7 }}?" in shown(page)
    assert 'href="javascript' not in page
    assert (site / "queries" / "evil.csv").read_bytes() == b"a,b\r\n=1+1,javascript:alert(1)\r\n"
    assert "SERVICE is refused" in shown((site / "queries" / "elsewhere.html").read_text(encoding="utf-8"))
    assert not problems(sample.build, "safety", "links")


@pytest.mark.parametrize("name", ["a b", "<b>", "a.b", "WORKS", ".hidden"])
def test_a_query_whose_name_is_no_path_everywhere_is_refused(sample: Workspace, name: str) -> None:
    shutil.copytree(sample.queries, sample.root / "queries")
    (sample.root / "queries" / f"{name}.rq").write_text(QUERY, encoding="utf-8")
    with pytest.raises(InputError, match=r"rename|its name becomes an address"):
        load_saved_queries(sample.root / "queries")


@pytest.mark.parametrize(
    "licence", ["javascript:alert(1)", "https://x y", "CC0", 'https://x/"><script>', "https://x/%zz"]
)
def test_a_licence_of_a_paper_that_is_no_address_is_refused(sample: Workspace, licence: str) -> None:
    settings = sample.papers / "harbour-2021" / "paper.toml"
    text = re.sub("(?m)^license.*$", lambda _: f"license = {quoted(licence)}", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="licence"):
        build(sample)


def test_no_line_of_a_rule_is_longer_than_apache_takes(sample: Workspace) -> None:
    dataset = replace(sample.dataset, title="L" * 9000, contact=replace(sample.dataset.contact, name="N" * 9000))
    rules = w3id_rules(replace(sample, dataset=dataset), ())
    assert max(len(line.encode()) for line in rules.split("\n")) < 8190


@pytest.mark.parametrize(
    ("name", "header", "says"),
    [
        ("a b", "", "say @file"),
        ("ACTORS", "", "say @file"),
        ("mine", "# @file ../../x\n", "@file"),
        ("mine", "# @file linked-art\n", "give one another @file"),
        ("mine", "# @conforms https://x y\n", "the IRI of the profile"),
        ("mine", "# @conforms https://x/%zz\n", "the IRI of the profile"),
    ],
)
def test_a_crosswalk_that_would_write_elsewhere_is_refused(
    sample: Workspace, name: str, header: str, says: str
) -> None:
    folder = sample.root / "queries" / "crosswalks"
    folder.mkdir(parents=True)
    text = f"# What?\n{header}CONSTRUCT {{ <https://a.b/> a <https://x.y/z> }} WHERE {{ }}\n"
    (folder / f"{name}.rq").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(says)):
        load_crosswalks(load_workspace(sample.root))


@pytest.mark.slow
def test_a_crosswalk_never_writes_over_a_record_of_another(sample: Workspace) -> None:
    folder = sample.root / "queries" / "crosswalks"
    folder.mkdir(parents=True)
    text = "# What?\n# @file web-annotation/harbour-2021\nCONSTRUCT { <https://a.b/> a <https://x.y/z> } WHERE { }\n"
    (folder / "mine.rq").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="give one another @file"):
        build(load_workspace(sample.root))


@pytest.mark.parametrize("name", ["Nórway", "NORWAY", "Norway!"])
def test_two_authorities_never_share_an_iri(tmp_path: Path, name: str) -> None:
    workspace = make_sample(tmp_path)
    workspace.authorities.mkdir()
    entries = "".join(
        f"- name: {quoted(held)}\n  type: state\n  identifiers:\n"
        f"  - {{scheme: wikidata, value: Q{number}, method: by hand, confidence: certain}}\n"
        for number, held in enumerate(("Norway", name), 1)
    )
    (workspace.authorities / "actors.yaml").write_text(entries, encoding="utf-8")
    with pytest.raises(InputError, match="the entry in line 1"):
        build(workspace)
