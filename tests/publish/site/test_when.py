import pytest

from ibidem.publish.site.when import in_words, in_year


@pytest.mark.parametrize(
    ("edtf", "said", "short"),
    [
        ("1992", "1992", ""),
        ("1992-05", "May 1992", "May"),
        ("1992-05-02", "2 May 1992", "2 May"),
        ("1993-09-24", "24 September 1993", "24 Sep"),
        ("1992-23", "autumn 1992", "autumn"),
        ("1993-01/1993-06", "January 1993 to June 1993", "January to June"),
        ("1993-06/1993-06", "June 1993 to June 1993", "June"),
        ("1992/1994", "1992 to 1994", ""),
        ("1995~", "about 1995", ""),
        ("1995-04?", "perhaps April 1995", "perhaps April"),
        ("1995-04-01%", "perhaps about 1 April 1995", "perhaps about 1 Apr"),
        ("[1994,1995]", "1994 or 1995", "1994 or 1995"),
        ("[1994..1996]", "1994 or 1996", "1994 or 1996"),
        ("<b>once</b>", "<b>once</b>", "<b>once</b>"),
        ("", "", ""),
    ],
)
def test_a_date_is_said_at_its_precision(edtf: str, said: str, short: str) -> None:
    assert in_words(edtf) == said
    assert in_year(edtf) == short
