import pytest

from ibidem.parse.statute import is_act, read_act, read_section


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


@pytest.mark.parametrize(
    ("printed", "act", "part"),
    [
        ("Human Rights Act 1998, s 6.", "Human Rights Act 1998", "s 6"),
        ("See Police and Criminal Evidence Act 1984, s 78(1).", "Police and Criminal Evidence Act 1984", "s 78(1)"),
        ("Regulation (EU) 2016/679, art. 17", "Regulation (EU) 2016/679", "art. 17"),
        ("Council Directive 2001/42/EC of 27 June 2001 on plans, art 6.", "Council Directive 2001/42/EC", "art 6"),
        ("Loi n° 2000-597 du 30 juin 2000 relative au référé, JORF.", "Loi n° 2000-597 du 30 juin 2000", None),
        ("L. 7 agosto 1990, n. 241", "L. 7 agosto 1990, n. 241", None),
        ("D.lgs. 196/2003, art. 7", "D.lgs. 196/2003", "art. 7"),
    ],
)
def test_statutes_by_name_and_number(printed: str, act: str, part: str | None) -> None:
    assert read_act(printed) == (act, part)


@pytest.mark.parametrize(
    "printed",
    [
        "John Act, Title of It, London 1998",
        "The Matrimonial Causes Act 1857 (Cambridge: CUP, 1990), 4.",
        "Speech Acts",
        "",
    ],
)
def test_what_is_no_statute(printed: str) -> None:
    assert read_act(printed) is None


def test_a_sentence_about_a_statute_is_none() -> None:
    assert [is_act(text) for text in ("Human Rights Act 1998.", "The Human Rights Act 1998 changed this.")] == [
        True,
        False,
    ]
