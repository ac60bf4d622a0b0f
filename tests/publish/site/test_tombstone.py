import re
from pathlib import Path

import pytest

from ibidem.build import Options, build_papers
from ibidem.change.ledger import Ledger
from ibidem.errors import ReleasedError
from ibidem.publish.site.tombstone import withdrawn
from ibidem.withdrawal import Withdrawal
from ibidem.workspace import Workspace
from published import Publication
from sample import make_sample
from sources import source_of

HOSTILE = "</dd><script>alert(1)</script> {{ 7 * 7 }} \u202eback"
GONE, MOVED, NEW = "harbour-2021/actor/nobody", "harbour-2021/actor/n-vinter", "harbour-2021/actor/niels-vinter"
YAML = f"""\
by: Ada
withdrawn:
- iri: {GONE}
  reason: {HOSTILE!r}
  date: 2026-02-01
- iri: {MOVED}
  reason: one man
  by: Bo
  replaced_by: {NEW}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Publish the sample, which withdraws two IRIs that were released."""
    workspace = make_sample(tmp_path_factory.mktemp("sample"))
    release(workspace, GONE, MOVED)
    (workspace.released / "withdrawn.yaml").write_text(YAML.replace("\\u202e", "\u202e"), encoding="utf-8")
    report = build_papers(workspace, Options(out=workspace.build, site=True))
    return Publication(workspace.build, workspace, report)


def release(workspace: Workspace, *names: str) -> None:
    workspace.released.mkdir(parents=True)
    text = Ledger(workspace.base).released(names, "1.0.0").to_text()
    (workspace.released / "ledger.tsv").write_text(text, encoding="utf-8")


def page(built: Publication, name: str) -> str:
    return (built.folder / "site" / f"{name}.html").read_text(encoding="utf-8")


def test_the_store_says_what_was_withdrawn(built: Publication) -> None:
    whole = f"{built.workspace.base}{NEW}"
    assert withdrawn(source_of(built)) == (
        Withdrawal(MOVED, "one man", "Bo", None, whole),
        Withdrawal(GONE, HOSTILE, "Ada", "2026-02-01", None),
    )


def test_a_page_says_why_who_and_when_and_shows_hostile_text_as_text(built: Publication) -> None:
    html = page(built, GONE)
    main = html[html.index("<main") :]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in main
    assert "\u202e" not in html
    assert "<script" not in main
    assert "Ada" in main and '<time datetime="2026-02-01">' in main
    assert '<meta name="robots" content="noindex">' in html
    assert "what stands for it now" not in main


def test_a_page_leads_to_what_stands_for_it_now(built: Publication) -> None:
    html = page(built, MOVED)
    assert f'<a href="../../{NEW}.html">{NEW}</a>' in html
    assert (built.folder / "site" / f"{NEW}.html").is_file()


def test_turtle_and_json_ld_stand_beside_it(built: Publication) -> None:
    turtle = (built.folder / "site" / f"{MOVED}.ttl").read_text(encoding="utf-8")
    assert f"dcterms:isReplacedBy <{NEW}>" in turtle
    assert 'rdfs:comment "one man"' in turtle
    assert '"dcterms:isReplacedBy"' in (built.folder / "site" / f"{MOVED}.jsonld").read_text(encoding="utf-8")


def test_the_rules_answer_410_or_lead_on(built: Publication) -> None:
    rules = (built.folder / "site" / ".htaccess").read_text(encoding="utf-8")
    assert f"- [R=410,E=GONE:{GONE}]" in rules
    assert f"RewriteRule ^{MOVED}/*$ {built.workspace.base}{NEW} [R=303,NE,L]" in rules


def test_it_is_out_of_sitemap_search_and_papers(built: Publication) -> None:
    site = built.folder / "site"
    for path in [site / "sitemap.xml", *site.rglob("search*.json"), *(built.folder / "papers").glob("*.nq")]:
        assert "actor/nobody" not in path.read_text(encoding="utf-8"), path
    pages = [
        path for path in site.rglob("*.html") if re.search("actor/(nobody|n-vinter)", path.read_text(encoding="utf-8"))
    ]
    # What stands for it now says what it replaced.
    assert {path.stem for path in pages} <= {"nobody", "n-vinter", "niels-vinter", "changes", "check", "withdrawn"}


def test_without_what_people_added_nothing_is_withdrawn_and_nothing_missed(built: Publication, tmp_path: Path) -> None:
    build_papers(built.workspace, Options(out=tmp_path / "machine", decisions=False))
    assert b"withdrawn" not in b"".join(path.read_bytes() for path in (tmp_path / "machine" / "papers").iterdir())


def test_an_iri_that_vanishes_leaves_the_last_publication_whole(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "sample")
    build_papers(workspace, Options(out=workspace.build))
    before = (workspace.build / "current").resolve()
    release(workspace, "harbour-2021/actor/nobody", "harbour-2021")
    with pytest.raises(ReleasedError):
        build_papers(workspace, Options(out=workspace.build))
    assert (workspace.build / "current").resolve() == before
    assert (workspace.build / "report.json").is_file()
    assert not (workspace.build / ".publications" / "new").exists()


def test_all_that_was_withdrawn_stands_in_one_list(built: Publication) -> None:
    html = page(built, "withdrawn")
    assert f'<a href="{GONE}.html">{GONE}</a>' in html
    assert f'Now: <a href="{NEW}.html">{NEW}</a>.' in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\u202e" not in html
    assert f"<{MOVED}>" in (built.folder / "site" / "withdrawn.ttl").read_text(encoding="utf-8")


def test_a_publication_with_tombstones_passes_the_checks(built: Publication) -> None:
    from ibidem.check import Outcome, check_publication, checks, open_publication

    asked = checks(("names", "links", "safety", "sitemap", "redirects"))
    found = list(check_publication(open_publication(built.folder), asked))
    assert not [result for result in found if result.outcome is Outcome.FAIL]


def test_robots_are_told_before_anything_that_can_be_long(built: Publication) -> None:
    assert page(built, GONE).index('content="noindex"') < 1000
