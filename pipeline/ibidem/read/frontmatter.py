"""The block of settings at the head of a Markdown file: its title and author count, the rest is furniture."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ibidem.read.lines import Line
from ibidem.span import Span

_RULE = re.compile(r"---\s*")
_END = re.compile(r"(?:---|\.\.\.)\s*")
_SETTING = re.compile(
    r"\s*(?:-\s)?[\"']?(?P<key>\w{2,30})[\"']?:\s*(?P<quote>[\"']?)(?P<value>[^>|{\[\s].*?)(?P=quote)\s*$"
)
_SHOWN = (("title", "long"), ("author", "name"))
_LONGEST = 400


def read_front_matter(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Make the lines of the settings furniture, but for the values of the title and of the first author."""
    if not lines or not _RULE.fullmatch(lines[0].text):
        return lines
    end = next((at for at, line in enumerate(lines[1:_LONGEST], start=1) if _END.fullmatch(line.text)), None)
    if end is None or not any(_SETTING.match(line.text) for line in lines[1:end]):
        return lines
    wanted = [set(keys) for keys in _SHOWN]
    settled: list[Line] = []
    for line in lines[: end + 1]:
        match = _SETTING.match(line.text) if len(line.text) < _LONGEST else None
        keys = next((keys for keys in wanted if match and match["key"] in keys), None)
        if match and keys is not None:
            wanted.remove(keys)
            settled += _cut(line, match.start("value"), match.end("value"))
        else:
            settled.append(replace(line, furniture=True, label="", number=None, name=None))
    return (*settled, *lines[end + 1 :])


def _cut(line: Line, start: int, end: int) -> Iterator[Line]:
    for first, last, furniture in ((0, start, True), (start, end, False), (end, len(line.text), True)):
        if first < last:
            span = Span(line.span.start + first, line.span.start + last)
            yield Line(span, line.text[first:last], "", furniture, True)
