import pytest

from ibidem.parse.fields import Draft
from ibidem.parse.number import choose_date, take_numbers

PRINTED = [
    ("*Journal*, vol. 8, No. 7, 1996, p. 1122.", "1996", "8", "7", "1122"),
    ("*Journal*, 3(2), 1999 (August), p. 34.", "1999-08", "3", "2", "34"),
    ("*Journal*, 1994, 13 (4), p. 573.", "1994", "13", "4", "573"),
    ("*Journal* 25, no. 4 (2011): 484.", "2011", "25", "4", "484"),
    ("Gent, I. P. (1994a). Easy. Artificial Intelligence, 70, 335-345.", "1994", "70", None, "335-345"),
    ("'Restitution' (1989) 105 LQR 431, 440.", "1989", "105", None, "440"),
    ("*Book* (Paris: Gallimard, 1975; repr. 1993), 45.", "1975", None, None, "45"),
    ("*Book* (Durham: Duke, 2005), 12, 3, 174.", "2005", None, None, "12, 3, 174"),
    ("FBIS, Daily Report, 92-150, September 9, 1992, p.11.", "1992-09-09", None, "92-150", "11"),
    ("In Proceedings, pages 55-66, 1992.", "1992", None, None, "55-66"),
    ("https://a.org/1999/12 (accessed 3 May 2015)", None, None, None, None),
]


@pytest.mark.parametrize(("printed", "date", "volume", "issue", "locator"), PRINTED)
def test_figures(printed: str, date: str | None, volume: str | None, issue: str | None, locator: str | None) -> None:
    draft = Draft(printed)
    found = choose_date(draft, 0)
    numbers = take_numbers(draft, found)
    values = {piece.name: piece.value for piece in draft.pieces}
    assert (found.edtf if found else None, values.get("volume"), values.get("issue")) == (date, volume, issue)
    assert numbers.locator == locator
    assert numbers.numbered == bool(volume or issue)
