import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.archive import find_archive
from ibidem.parse.reference import parse_reference
from ibidem.words import read_words


@pytest.mark.parametrize(
    ("printed", "holding", "title"),
    [
        ("Clark to Eden, 4 May 1941, TNA, FO 371/1234.", "TNA, FO 371/1234", "Clark to Eden"),
        ("FO 371/1234, Clark to Eden, 4 May 1941.", "FO 371/1234", "Clark to Eden"),
        (
            "Edinburgh, National Records of Scotland, GD31/452, letter of J. Hay, 3 June 1801.",
            "Edinburgh, National Records of Scotland, GD31/452",
            "letter of J. Hay",
        ),
        (
            "Memorandum of conversation, 3 June 1961, RG 59, box 12, folder 3, National Archives, College Park.",
            "RG 59, box 12, folder 3, National Archives",
            "Memorandum of conversation",
        ),
        ("A. Bee, *Archives and Their Keepers* (London: Verso, 1990), 12.", None, "Archives and Their Keepers"),
        ("A. Bee, “The Literary Archive of a City,” J19 3, no. 2 (2015): 394.", None, "The Literary Archive of a City"),
        ("A. Bee, “A Box of Letters,” *Archives* 12 (1990): 4.", None, "A Box of Letters"),
    ],
)
def test_holdings_and_what_lies_in_them(printed: str, holding: str | None, title: str) -> None:
    fields = parse_reference(printed).source.fields
    assert fields.title == title
    assert (fields.type == "manuscript") == (holding is not None)
    assert holding is None or (fields.container or "").startswith(holding)


@given(st.text(alphabet="FO 371/,.abRG5box\0", max_size=80) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    found = find_archive(text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@pytest.mark.parametrize("name", read_words("archive-names"))
def test_each_short_name_opens_a_reference_to_its_archive(name: str) -> None:
    assert find_archive(f"{name}, B 412, f. 3.") is not None


@pytest.mark.parametrize(
    "printed",
    [
        "Bayerisches Hauptstaatsarchiv München (BayHStA), Kurbayern, Äußeres Archiv 4123, fol. 17r.",
        "ГАРФ. Ф. 1235. Оп. 93. Д. 5. Л. 12–14 об.",
        "Archives municipales de Dijon, B 168, f. 12.",
    ],
)
def test_leaves_and_files_of_archives(printed: str) -> None:
    assert parse_reference(printed).source.fields.type == "manuscript"
