"""What the rules promise is what lies in a site."""

import re
import unicodedata
from pathlib import Path

from ibidem.publish.redirect.rule import FOLDERS, PAGES, TURTLE_ONLY, TYPES, filled, is_text, literally


def names(site: Path, ending: str) -> set[str]:
    return {path.relative_to(site).as_posix().removesuffix(ending) for path in site.rglob(f"*{ending}")}


def test_pages_are_those_without_data_and_all_else_is_there_as_page_turtle_and_json_ld(site: Path) -> None:
    html, turtle, json = (names(site, ending) for ending in (".html", ".ttl", ".jsonld"))
    assert len(html) > 1000
    for name in html:
        if name.split("/")[0] in FOLDERS:
            continue
        page, half = (re.fullmatch(pattern, name) is not None for pattern in (PAGES, TURTLE_ONLY))
        assert (name in turtle, name in json) == (not page, not page and not half), name


def test_every_ending_in_the_site_has_its_media_type(site: Path) -> None:
    known = {ending for ending, _ in TYPES}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    bare = {name for name in files if "." not in name.rpartition("/")[2]}
    # Text, as servers are told; the rest of them are read by hosts.
    assert {name.rpartition("/")[2] for name in bare} <= {"_headers", "_redirects", "void", "SHA256SUMS", "LICENSE"}
    assert {name.rpartition(".")[2] for name in files - bare} <= known | {"htaccess", "nojekyll", "conf"}


def test_what_has_no_ending_is_in_a_folder_of_files(site: Path) -> None:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and "." not in path.name and name not in ("_headers", "_redirects"):
            assert name.split("/")[0] in {*FOLDERS, ".well-known"}, name


def test_all_paths_stay_apart_on_any_file_system(site: Path) -> None:
    """Case and accents may not count there (APFS, NTFS), and a name may have 255 bytes at most (ext4)."""
    seen: dict[str, str] = {}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        same = unicodedata.normalize("NFC", name.casefold())
        assert seen.setdefault(same, name) == name
        assert len(path.name.encode("utf-8")) < 200
        assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', path.name), name
        assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", path.name), name
    assert len(seen) > 3000


def test_only_text_has_a_charset() -> None:
    assert [ending for ending, media_type in TYPES if is_text(media_type)] == [
        *("atom", "cff", "css", "csv", "html", "js", "md", "mjs", "nq", "nt", "rq", "svg", "trig", "ttl", "txt", "xml"),
        "yaml",
    ]


def test_a_name_as_a_pattern_matches_itself_alone() -> None:
    for name in ("a.b", "a+b", "a(b)", "a-b", "a[b]$", "a|b"):
        assert re.fullmatch(literally(name), name)
    assert not re.fullmatch(literally("a.b"), "axb")
    assert literally("p/actor/x-y") == "p/actor/x-y"


def test_a_template_keeps_what_is_no_place_of_it() -> None:
    assert "@negotiated" in filled("nginx.conf", {})
