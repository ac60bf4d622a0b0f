import json
from pathlib import Path

from damage import Copy, opened, run
from ibidem.check import Result, checks
from ibidem.check.page import write_answers
from ibidem.check.result import Outcome
from ibidem.workspace import load_workspace

RESULTS = (
    Result("dumps", Outcome.PASS, "6 dumps"),
    Result("links", Outcome.FAIL, "<script>alert(1)</script> is linked and is not there", "site/a.html", "write it"),
)


def written(copy: Copy, sound: Path) -> str:
    write_answers(opened(copy.folder), load_workspace(sound.parent), checks(("dumps", "links")), RESULTS)
    return (copy.site / "check.html").read_text(encoding="utf-8")


def loose(copy: Copy) -> Copy:
    """Part the pages of the answers from those of the sound publication, which a write would change as well."""
    for name in ("check.html",):
        copy.write(name, (copy.site / name).read_bytes())
    return copy


def test_the_page_holds_the_answers_and_is_as_safe_as_all_others(copy: Copy, sound: Path) -> None:
    page = written(loose(copy), sound)
    assert "6 dumps" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; is linked and is not there. To do: write it." in page
    assert page.count("not asked") == len(checks()) - len(RESULTS)
    assert json.loads((copy.site / "check.json").read_text(encoding="utf-8"))["outcome"] == "fail"
    again = run(copy.folder, "links", "safety", "sitemap", "redirects")
    assert {result.outcome for result in again} == {Outcome.PASS}


def test_it_is_written_the_same_twice(copy: Copy, sound: Path) -> None:
    assert written(loose(copy), sound) == written(copy, sound)


def test_before_somebody_asks_the_page_says_how(sound: Path) -> None:
    page = (sound / "site" / "check.html").read_text(encoding="utf-8")
    assert "ibidem check-publication" in page
    assert "not asked" not in page
    for check in checks():
        assert f'<tr id="{check.name}">' in page
        assert check.question in page
