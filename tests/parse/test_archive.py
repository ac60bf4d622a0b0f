import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.archive import find_archive
from ibidem.parse.reference import parse_reference


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
