"""What opens a note: a number, raised or not, or a sign such as a dagger."""

import re
from dataclasses import dataclass

from ibidem.read.ordinal import roman
from ibidem.read.pdf.page import Line

_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENED = re.compile(r"\s*(?:([\[(])\s?)?([0-9]{1,4}|[⁰¹²³⁴-⁹]{1,4})(?:(\s?[\])])|(?:(\.(?!\d)|:)|)(?=\s|\D|$))\s*")
_RAISED = re.compile(r"\s*[\[(]?\s?([0-9]{1,4}|[⁰¹²³⁴-⁹]{1,4})\s?[\])]?[.:]?\s*")
_ROMAN = {roman(number): number for number in range(1, 400) if roman(number) not in "cdlm"}
_LETTER = re.compile(r"\s*[\[(]?([a-z])[\])]?[.:]?\s*")
_SPACE = re.compile(r"\s*")
_SIGN = re.compile(r"\s*\(?(\*{1,4}|[†‡§¶‖#]{1,3}|∗{1,4})\)?\s*(?=\S)")
_BEHIND = re.compile(r"[.)\]]?\s*")
_STYLES = {"]": "bracket", ")": "paren", ".": "dot", ":": "dot"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line: its number, none for a sign; its print; how it is set; where its text begins."""

    number: int | None
    printed: str
    style: str
    after: int


def roman_label(line: Line, number: int) -> Label | None:
    """Give the label of a line that opens with this number in small Roman numerals, also without a space behind."""
    printed = roman(number)
    bare = line.text.lstrip()
    if not bare.startswith(printed):
        return None
    rest = bare[len(printed) :]
    if not rest.strip() or rest[0].islower():
        return None
    at = len(line.text) - len(rest)
    match = _BEHIND.match(line.text, at)
    return Label(number, printed, "roman", match.end() if match else at)


def label_of(line: Line) -> Label | None:
    """Give the label that a line opens with."""
    raised = line.raised[0] if line.raised and not line.text[: line.raised[0].start].strip(" ([") else None
    sign = _SIGN.match(line.text)
    if sign:
        return Label(None, sign[0].strip(), "sign", sign.end())
    if raised is not None and (alone := _RAISED.fullmatch(line.text[: raised.end])) is not None:
        # A raised number ends where it is raised no longer: `1 1990` and `1` glued to `990` differ.
        behind = _SPACE.match(line.text, raised.end)
        after = behind.end() if behind else raised.end
        return Label(int(alone[1].translate(_RAISED_DIGITS)), alone[1], "raised", after)
    if raised is not None and (numeral := _ROMAN.get(line.text[: raised.end].strip(" ()[].:"))):
        return Label(numeral, line.text[: raised.end].strip(), "roman", raised.end)
    if raised is not None and (letter := _LETTER.fullmatch(line.text[: raised.end])) is not None:
        return Label(None, letter[1], "sign", raised.end)
    match = _OPENED.match(line.text)
    closed = match and (match[3] or match[4])
    if match is None or (match[1] and not match[3]):
        return None
    figures = match[2].translate(_RAISED_DIGITS)
    number = int(figures)
    if figures != match[2] or (raised is not None and raised.start <= match.start(2) < raised.end):
        return Label(number, match[2], "raised", match.end())
    style = _STYLES.get((closed or "").strip(), "bare")
    if style == "bare" and match.end() == match.end(2):
        return None
    return Label(number, match[0].strip(), style, match.end())
