"""What the rules promise is what lies in a site."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from ibidem.build import Options, build_papers
from ibidem.publish.redirect import write_redirects
from ibidem.publish.redirect.rule import FOLDERS, PAGES, TURTLE_ONLY, TYPES, filled, is_text, literally
from published import Publication
from redirects import ACCEPT
from sample import add_paper, make_sample
from sources import source_of

HOSTILE = """A paper of names

Ada Lindqvist

The sound

In May 1920 Norway and Sweden met.¹ Then Con spoke.² He spoke again.³ And again.⁴ And again.⁵

References

1. Erik Holm, "Résumé of the Sound", Journal of Northern History, Vol. 4, No. 2, 1954, p. 112.
2. Erik Holm, "RESUME OF THE SOUND", Journal of Southern History, Vol. 5, No. 1, 1954, p. 3.
3. Erik Holm, Con, Oslo, Fjord Press, 1954, p. 3.
4. Erik Holm, "{long}", Journal of Northern History, Vol. 4, No. 2, 1955, p. 115.
5. Erik Holm, Aux, Oslo, Fjord Press, 1971, p. 3.
"""


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


def check_paths(site: Path) -> int:
    """Hold each path against what file systems allow, and give their number.

    Case and accents may not count (APFS, NTFS), and a name may have 255 bytes at most (ext4).
    """
    seen: dict[str, str] = {}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        same = unicodedata.normalize("NFC", name.casefold())
        assert seen.setdefault(same, name) == name
        assert len(path.name.encode("utf-8")) < 200
        assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', path.name), name
        assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", path.name), name
    return len(seen)


def test_all_paths_stay_apart_on_any_file_system(site: Path) -> None:
    assert check_paths(site) > 3000


def test_names_that_differ_by_case_or_accents_and_those_of_devices_make_paths_that_stay_apart(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path)
    add_paper(workspace, "hostile", HOSTILE.format(long="Very Long Words " * 20))
    build_papers(workspace, Options(out=workspace.build, site=True))
    site = (workspace.build / "site").resolve()
    works = {path.stem for path in (site / "hostile" / "work").glob("*.html")}
    assert len([name for name in works if re.fullmatch("holm-1954-resume-of-the-sound-[0-9a-f]{6}", name)]) == 2
    assert "holm-1955-very-long-words-very-long-words-very-long-words" in works
    assert [path for path in (site / "hostile" / "actor").glob("con-*.html") if len(path.stem) == len("con-") + 6]
    assert check_paths(site) > 100


def test_rules_for_every_server_are_written_and_those_for_w3id_lead_to_the_site(
    publication: Publication, tmp_path: Path
) -> None:
    source = source_of(publication)
    for number, (address, target) in enumerate(
        ((source.base, "https://site.invalid/"), ("https://else.example/x/", "https://else.example/x/"))
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        write_redirects(folder, replace(source, workspace=replace(source.workspace, site=address)))
        found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        assert found == [
            *(".htaccess", ".nojekyll", "404.html", "_headers", "_redirects", "redirect/nginx.conf"),
            *("redirect/w3id/.htaccess", "redirect/w3id/README.md"),
        ]
        texts = {name: (folder / name).read_text(encoding="utf-8") for name in found}
        assert f"RewriteRule ^$ {target} [R=303,L]" in texts["redirect/w3id/.htaccess"]
        assert target in texts["redirect/w3id/README.md"]
        assert not [name for name, text in texts.items() if re.search(r"@[a-z_]+@", text)]


def test_the_table_of_clients_is_whole() -> None:
    assert len(ACCEPT) == 50
    assert {case["expected"] for case in ACCEPT} == {"html", "ttl", "jsonld"}


def test_only_text_has_a_charset() -> None:
    assert [ending for ending, media_type in TYPES if is_text(media_type)] == [
        *("atom", "bib", "cff", "css", "csv", "html", "js", "md", "mjs", "nq", "nt", "ris", "rq", "svg", "trig", "ttl"),
        *("txt", "xml", "yaml"),
    ]


def test_a_name_as_a_pattern_matches_itself_alone() -> None:
    for name in ("a.b", "a+b", "a(b)", "a-b", "a[b]$", "a|b"):
        assert re.fullmatch(literally(name), name)
    assert not re.fullmatch(literally("a.b"), "axb")
    assert literally("p/actor/x-y") == "p/actor/x-y"


def test_a_template_keeps_what_is_no_place_of_it() -> None:
    assert "@negotiated" in filled("nginx.conf", {})
