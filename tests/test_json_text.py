"""JSON as people read it."""

from ibidem.json_text import pretty_json


def test_keys_keep_their_order_and_signs_stay_as_they_are() -> None:
    assert pretty_json({"b": "é„\u2028", "a": [1]}).decode() == '{\n "b": "é„\u2028",\n "a": [\n  1\n ]\n}\n'
