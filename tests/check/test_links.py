from pathlib import Path

import pytest

from damage import Copy, run, said

END = "</body>"


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ('<a href="gone.html">x</a>', "gone.html is linked and is not there"),
        ('<a href="a/../b/">x</a>', "b/index.html is linked and is not there"),
        ('<a href="../../out.html">x</a>', "../../out.html is linked and is not there"),
        ('<a href="search.html#nowhere">x</a>', "search.html#nowhere is linked, and the page has no such place"),
        ('<a href="#nowhere">x</a>', "index.html#nowhere is linked, and the page has no such place"),
        ('<img src="gone.png" alt="">', "gone.png is linked and is not there"),
        ('<link rel="alternate" type="text/turtle" href="dataset.jsonld">', "dataset.jsonld is linked as text/turtle"),
        ('<a href="javascript:alert(1)">x</a>', "a link has the scheme 'javascript'"),
        ('<a href="ftp://x.example/">x</a>', "a link has the scheme 'ftp'"),
        ('<a href="//x.example/">x</a>', "a link has the scheme 'of the page'"),
        (
            '<a href="https://example.org/papers/nothing">x</a>',
            "https://example.org/papers/nothing is linked, and there",
        ),
    ],
)
def test_a_link_that_leads_nowhere_fails(copy: Copy, markup: str, message: str) -> None:
    copy.replace("index.html", END, markup + END)
    found = said(run(copy.folder, "links"))
    assert any(line.startswith(f"fail site/index.html: {message}") for line in found), found


def test_what_may_be_linked_passes(copy: Copy, sound: Path) -> None:
    links = (
        *("https://x.example/", "mailto:a@x.example", "https://example.org/papers/harbour-2021", "search.html?q=a"),
        *("sparql.html#saved=works", "dataset.ttl#anything", "#main", "", "harbour-2021/pointer/../pointer/1.html"),
    )
    copy.replace("index.html", END, "".join(f'<a href="{link}">x</a>' for link in links) + END)
    before, after = said(run(sound, "links")), said(run(copy.folder, "links"))
    assert [line for line in after if line.startswith("fail")] == [line for line in before if line.startswith("fail")]


def test_a_file_that_all_pages_link_is_missed_once(copy: Copy) -> None:
    copy.remove("assets/style.css")
    (found,) = (line for line in said(run(copy.folder, "links")) if "style.css" in line)
    assert "assets/style.css is linked and is not there (and so in 1" in found
    assert found.endswith("more files)")
