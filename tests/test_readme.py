"""What the README shows of the data is in the data."""

import re

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
