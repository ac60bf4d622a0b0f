"""JSON as people read it, for every file and answer that is not made for a program alone."""

import msgspec


def pretty_json(value: object) -> bytes:
    """Write a value with indents of one space, its keys in the order given, and a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
