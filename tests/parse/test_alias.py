import pytest

from ibidem.parse.alias import find_aliases, find_defined

NAMED = [
    ("Committee, *Report* (1997) (the Dearing report)", ("Dearing report",)),
    ("FCC, *Order* [hereinafter “2010 Order”]", ("2010 Order",)),
    (
        "Protecting the Roads, Report and Order, 26 FCC Rcd 1101, para. 9 (2011) (Postal Roads Order).",
        ("Postal Roads Order",),
    ),
    ("Tolland v. Reed, 88 F.2d 14 (2d Cir. 1937).", ("Tolland", "Reed")),
    ("R (Jackson) v Attorney General [2005] UKHL 56", ("Jackson",)),
    ("Convention on Fords (adopted 4 May 1951) 189 UNTS 137 (Ford Convention) art 3.", ("Ford Convention",)),
    ("Denkschrift, Bundesarchiv, R 1501 (im Folgenden: Denkschrift).", ("Denkschrift",)),
    ("Lettre de Poincaré (ci-après « Lettre à Viviani »).", ("Lettre à Viviani",)),
    ("Ministero, Relazione, Roma, 1901 (di seguito Relazione), p. 5.", ("Relazione",)),
    ("Ministerio, Memoria, Madrid, 1899 (en adelante, Memoria), p. 3.", ("Memoria",)),
    ("Исторический архив (далее — РГИА). Ф. 20.", ("РГИА",)),
]


@pytest.mark.parametrize(("printed", "names"), NAMED, ids=[printed[:40] for printed, _ in NAMED])
def test_the_short_names_that_a_reference_gives(printed: str, names: tuple[str, ...]) -> None:
    assert find_aliases(printed) == names


@pytest.mark.parametrize(
    "printed",
    [
        "A. Bee, *Book* (Paris, 1990)",
        "A. Bee, Book (Paris: House, 1990), 5 (emphasis added)",
        "Northern Carriers Comments at 3 (arguing that roads are free)",
        "Cee v Dee"[:3],
        "",
    ],
)
def test_what_gives_none(printed: str) -> None:
    assert find_aliases(printed) == ()


def test_the_running_text_names_a_work_before_its_marker() -> None:
    assert find_defined("as set out in the Ford Agreement (the “Agreement”).") == "Agreement"
    assert find_defined("as he said (“never again”) in 1990.") is None
