import re
from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.words import read_table
from ibidem.workspace import load_workspace
from published import ROOT
from sample import make_sample

SETTINGS = (ROOT / "pipeline" / "ibidem" / "data" / "template" / "ibidem.toml").read_text(encoding="utf-8")


def load(folder: Path, settings: str) -> None:
    make_sample(folder)
    (folder / "ibidem.toml").write_text(settings, encoding="utf-8")
    load_workspace(folder)


def without(key: str) -> str:
    """Take a key, with all its lines, out of the settings of a new workspace."""
    text, found = re.subn(rf'(?ms)^{key} = (?:"""\\?\n.*?"""|[^\n]*)\n', "", SETTINGS)
    assert found == 1
    return text


@pytest.mark.parametrize(
    ("key", "portal"),
    [
        ("license", "DCAT-AP 3, the NDE Dataset Register and Google Dataset Search need it"),
        ("publisher", "DCAT-AP 3, the NDE Dataset Register and DataCite need it"),
        ("contact", "the NDE Dataset Register needs a name and an e-mail address"),
        ("description", "Google Dataset Search need it (50 to 5,000 characters)"),
        ("title", "every portal needs it"),
        ("rights", "DCAT-AP 3 asks for it"),
    ],
)
def test_what_is_missing_is_said_with_who_needs_it_and_where_it_goes(tmp_path: Path, key: str, portal: str) -> None:
    with pytest.raises(InputError, match=rf"dataset\.{key}\]? is missing; ") as caught:
        load(tmp_path / "w", without(key))
    assert portal in caught.value.message
    assert f"add to [dataset]: {key} = " in caught.value.message
    assert caught.value.path == tmp_path / "w" / "ibidem.toml"


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        (', email = "you@example.org"', "", "dataset.contact.email is missing"),
        ('"https://creativecommons.org/publicdomain/zero/1.0/"', '""', "dataset.license is empty"),
    ],
)
def test_what_is_missing_in_part_or_empty_is_said_alike(tmp_path: Path, before: str, after: str, key: str) -> None:
    assert before in SETTINGS
    with pytest.raises(InputError, match=f"{re.escape(key)}; .* add to .dataset.: "):
        load(tmp_path / "w", SETTINGS.replace(before, after))


def test_the_lines_that_are_advised_are_taken(tmp_path: Path) -> None:
    for key, _, line in read_table("portals"):
        name = key.split(".")[1]
        long = line.replace('What the dataset holds, and for whom"', f'{"What the dataset holds. " * 4}"')
        load(tmp_path / key, without(name) + long + "\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('license = "CC0"', "give the address of a licence"),
        (
            'license = "http://creativecommons.org/licenses/by/4.0/deed.nl"',
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        (
            'license = "https://creativecommons.org/licenses/by/4.0"',
            "takes only https://creativecommons.org/licenses/by/4.0/",
        ),
        ('language = "english language"', "a language code"),
        ('issued = "24 November 2026"', "a day as 2026-01-31"),
        ('modified = "2026-02-30"', "a day as 2026-01-31"),
        ('description = "Short."', "has 6 characters; Google Dataset Search takes 50 to 5,000"),
        ('landing_page = "javascript:alert(1)"', "starts with https://"),
        ('about = ["treaty"]', "has 'treaty'"),
        ('themes = ["HISTORY"]', "has 'HISTORY'; give some of: AGRI, "),
        ('frequency = "often"', "IRREG"),
        ('doi = "https://doi.org/10.5281/zenodo.1"', "a bare DOI"),
        ('publisher = { name = "A", type = "Club" }', "NonProfitOrganisation"),
        ('publisher = { name = "A", kind = "club" }', "person or organisation"),
        ('publisher = { name = "A", iri = "A" }', "starts with https://"),
        ('contact = { name = "A", email = "not there" }', "an e-mail address"),
        ('creators = [{ nam = "A" }]', "did you mean 'name'"),
    ],
)
def test_what_portals_would_refuse_is_refused_first(tmp_path: Path, line: str, said: str) -> None:
    key = line.partition(" = ")[0]
    settings = without(key) if re.search(rf"(?m)^{key} = ", SETTINGS) else SETTINGS
    with pytest.raises(InputError) as caught:
        load(tmp_path / "w", settings + line + "\n")
    assert said in caught.value.message
    assert caught.value.line


def test_what_a_new_workspace_offers_is_taken(tmp_path: Path) -> None:
    offered, found = re.subn(r"(?m)^# (?=\w+ = )", "", SETTINGS)
    assert found >= 9
    load(tmp_path / "w", offered)
    dataset = load_workspace(tmp_path / "w").dataset
    assert (dataset.themes, dataset.makers[0].person, dataset.frequency) == (("EDUC",), True, "IRREG")
