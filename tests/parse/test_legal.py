import pytest

from ibidem.parse.reference import parse_reference


@pytest.mark.parametrize(
    ("printed", "kind", "title", "container", "number", "date", "locator"),
    [
        (
            "*Straits Case (Norland v Sudland)* (Merits) [1949] ICJ Rep 4, 22.",
            "legal_case",
            "Straits Case (Norland v Sudland)",
            "ICJ Rep",
            None,
            "1949",
            "22",
        ),
        (
            "Convention on the Tides (adopted 10 May 1982, entered into force 6 May 1994) 1833 UNTS 3, art 38.",
            "treaty",
            "Convention on the Tides",
            "UNTS",
            None,
            "1982-05-10",
            "art 38",
        ),
        ("UNSC Res 8 (2 May 1967) UN Doc S/RES/8.", "document", "UNSC Res 8", None, "S/RES/8", "1967-05-02", None),
        (
            "Security Council resolution 9 (1994), 6 May 1994, para. 3.",
            "document",
            "Security Council resolution 9 (1994)",
            None,
            None,
            "1994-05-06",
            "para. 3",
        ),
        ("A. Bee, *A Theme*, 44 Yale L.J. 101, 115 (2019).", "article", "A Theme", "Yale L.J.", None, "2019", "115"),
        (
            "UN Security Council, Resolution 9 (1994), S/RES/9, 6 May 1994.",
            "document",
            "UN Security Council, Resolution 9 (1994)",
            None,
            "S/RES/9",
            "1994-05-06",
            None,
        ),
        ("Ash v. Bee, 36 F.2d 123, 127 (2d Cir. 1931).", "legal_case", "Ash v. Bee", "F.2d", None, "1931", "127"),
        (
            "*Ash v. Bee*, 12 F. Supp. 2d 4, 7 (S.D.N.Y. 1999).",
            "legal_case",
            "Ash v. Bee",
            "F. Supp. 2d",
            None,
            "1999",
            "7",
        ),
        ("A. Bee, *Cars A/B/C of 1990* (Paris: Plon, 1990), 4.", "book", "Cars A/B/C of 1990", None, None, "1990", "4"),
    ],
)
def test_what_law_and_diplomacy_cite(
    printed: str,
    kind: str,
    title: str,
    container: str | None,
    number: str | None,
    date: str,
    locator: str | None,
) -> None:
    read = parse_reference(printed)
    fields = read.source.fields
    assert (fields.type, fields.title, fields.container) == (kind, title, container)
    assert (fields.number, fields.date and fields.date.edtf, read.locator) == (number, date, locator)
