import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.reference import parse_reference

CASES = [
    (
        "Кораблёв В. П. Соляные бунты: причины и последствия. М.: Наука, 1981. С. 14–20.",
        ("book", "В. П. Кораблёв", "Соляные бунты: причины и последствия", None, "М", "Наука"),
    ),
    (
        "Захарьина Е. М. Соляной налог и город // Вопросы истории. 1985. № 4. С. 88–101.",
        ("article", "Е. М. Захарьина", "Соляной налог и город", "Вопросы истории", None, None),
    ),
    (
        "Иванов А. Б., Петров В. Г. Текст и мир // Слово. М.: Наука, 2001. С. 5–19.",
        ("chapter", "А. Б. Иванов; В. Г. Петров", "Текст и мир", "Слово", "М", "Наука"),
    ),
    (
        "Olearius A. Vermehrte Newe Beschreibung. Schleswig, 1656. S. 201.",
        ("book", "A. Olearius", "Vermehrte Newe Beschreibung", None, "Schleswig", None),
    ),
    ("Захарьина Е. М. Соляной налог... С. 95.", ("book", "Е. М. Захарьина", "Соляной налог", None, None, None)),
]


@pytest.mark.parametrize(("printed", "read"), CASES)
def test_names_titles_and_imprints(printed: str, read: tuple[str | None, ...]) -> None:
    fields = parse_reference(printed).source.fields
    authors = "; ".join(name.literal for name in fields.authors)
    assert (fields.type, authors, fields.title, fields.container, fields.place, fields.publisher) == read


def test_a_given_name_before_an_initial_is_no_family_name() -> None:
    fields = parse_reference("Gunter M. Ziegler. Lectures on Polytopes. Springer, 1995.").source.fields
    assert [name.family for name in fields.authors] == ["Ziegler"]


@given(st.text(alphabet="Абв А. //.,:12ЖT", max_size=80))
def test_any_text(text: str) -> None:
    pieces = parse_reference(text).source.pieces
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in pieces)
