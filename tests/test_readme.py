"""What the README shows of the data is in the data."""

import re
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from published import ROOT, Publication

README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST = 150


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < LONGEST


def test_the_turtle_stands_in_the_dump(publication: Publication) -> None:
    dump = (publication.folder / "dumps" / "sethi-2017.ttl").read_bytes()
    head = b"".join(re.findall(rb"^@(?:base|prefix) .*\n", dump, re.MULTILINE))
    piece = re.search(r"```turtle\n(.*?)```", README, re.DOTALL)
    assert piece is not None
    shown = set(parse(input=head + piece.group(1).encode(), format=RdfFormat.TURTLE))
    assert len(shown) > 10
    assert shown <= set(parse(input=dump, format=RdfFormat.TURTLE))


def test_the_guide_to_the_site_names_every_page_that_is_no_thing_and_none_that_is_not_there(site: Path) -> None:
    named = set(re.findall(r"`([\w/-]+\.html)`", (ROOT / "docs" / "site.md").read_text(encoding="utf-8")))
    there = {path.relative_to(site).as_posix() for path in [*site.glob("*.html"), *site.glob("sethi-2017/*.html")]}
    things = {path for path in there if (site / path).with_suffix(".ttl").is_file() and "/" not in path}
    short = {path.rpartition("/")[2] if path not in named else path for path in there - things}
    assert short <= named
    assert all((site / path).is_file() or (site / "sethi-2017" / path).is_file() for path in named)
