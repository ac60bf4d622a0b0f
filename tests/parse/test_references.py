from dataclasses import replace

from ibidem.parse.references import parse_references, split_list


def test_one_reference_stands_on_a_line() -> None:
    assert split_list("A.\n\n B. \r\nC, 1990.\n") == ("A.", "B.", "C, 1990.")
    assert split_list("A\nB") == ("A", "B")


def test_blank_lines_part_references_of_several_lines() -> None:
    assert split_list("\n\nA,\n  b.\n\n\nC\n") == ("A, b.", "C")


def test_nothing_is_no_reference() -> None:
    assert split_list(" \n\t\n") == ()


def test_a_list_is_read_in_its_order_whatever_the_lengths() -> None:
    texts = ["Holloway 1976.", "", "R. Holloway, The Silent Parliament (London: Verso, 1990), pp. 3-9.", "Ibid., 4"]
    together = parse_references(texts)
    assert [one.text for one in together] == texts
    alone = [parse_references([text])[0] for text in texts]
    bare = [replace(one.fields, confidence=()) for one in (*together, *alone)]
    assert bare[: len(texts)] == bare[len(texts) :]
    book = together[2].fields
    assert (book.title, book.place, book.publisher) == ("The Silent Parliament", "London", "Verso")
    assert all(0 <= sure <= 1 for one in together for _, sure in one.fields.confidence)
