from ibidem.parse.learned import read_learned

TEXT = "See also R. Holloway and A. Köppen, The Silent Parliament (London: Verso, 1990), p. 7."


def test_pieces_lie_where_their_fields_are_printed() -> None:
    start = TEXT.index("R. Holloway")
    source = read_learned(TEXT, start, len(TEXT))
    printed = {piece.name: TEXT[piece.start : piece.end] for piece in source.pieces}
    assert printed["title"] == source.fields.title == "The Silent Parliament"
    assert printed["place"] == "London" and printed["publisher"] == "Verso"
    names = [TEXT[piece.start : piece.end] for piece in source.pieces if piece.name == "author"]
    assert names == [name.literal for name in source.fields.authors] == ["R. Holloway", "A. Köppen"]
    assert all(start <= piece.start < piece.end <= len(TEXT) for piece in source.pieces)


def test_the_only_pages_of_a_note_are_pointed_at() -> None:
    source = read_learned(TEXT, 9, len(TEXT))
    assert (source.fields.pages, source.locator) == (None, "7")


def test_an_inverted_name_is_where_its_family_is() -> None:
    text = "Köppen, Annelies: Die Verfassung der kleinen Städte. Stuttgart: Klett 1972."
    source = read_learned(text, 0, len(text))
    assert source.fields.authors[0].family == "Köppen"
    assert text[source.pieces[0].start : source.pieces[0].end].startswith("Köppen")


def test_nothing_is_read_from_nothing() -> None:
    assert read_learned("   ", 0, 3).empty
