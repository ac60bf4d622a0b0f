from pathlib import Path

import pytest

from damage import Copy, opened
from ibidem.errors import InputError, QueryError


def test_a_publication_says_itself_where_it_lies(sound: Path, copy: Copy) -> None:
    assert (opened(sound).base, opened(sound).address) == ("https://example.org/papers/",) * 2
    copy.write("robots.txt", "User-agent: *\nSitemap: https://elsewhere.example/a/sitemap.xml\n")
    assert opened(copy.folder).address == "https://elsewhere.example/a/"
    copy.write("robots.txt", "")
    assert opened(copy.folder).address == "https://example.org/papers/"


def test_what_is_no_publication_is_an_error(copy: Copy, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no site"):
        opened(tmp_path)
    with pytest.raises(InputError, match="is no folder"):
        opened(copy.folder, tmp_path / "nothing")
    (copy.folder / "store").unlink()
    with pytest.raises(QueryError, match="there is no store"):
        opened(copy.folder)
