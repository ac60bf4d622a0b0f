import pytest

from ibidem.parse.statute import read_section


@pytest.mark.parametrize(
    ("printed", "section", "part"),
    [
        ("47 U.S.C. § 332(d)(2).", "47 U.S.C. § 332", "(d)(2)"),
        ("See 47 C.F.R. § 8.3.", "47 C.F.R. § 8.3", None),
        ("See generally 47 U.S.C. § 152(b) (“[N]othing in this Act”).", "47 U.S.C. § 152", "(b)"),
        ("42 U.S.C. § 1983 (2018).", "42 U.S.C. § 1983", None),
        ("U.S. Const. amend. XIV, § 2.", "U.S. Const. amend. XIV", None),
    ],
)
def test_sections_of_codes(printed: str, section: str, part: str | None) -> None:
    assert read_section(printed) == (section, part)


@pytest.mark.parametrize("printed", ["Tolland v. Reed, 88 F.2d 14 (2d Cir. 1937).", "A. Bee, Book, § 4", ""])
def test_other_sources(printed: str) -> None:
    assert read_section(printed) is None
