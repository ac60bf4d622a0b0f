"""What the order of the references implies, whatever is printed (positions of CSL 1.0.2); and where print differs."""

from collections.abc import Iterator, Sequence

from ibidem.cited import Form, Position
from ibidem.document import BIBLIOGRAPHY
from ibidem.finding import Code, Finding, Severity
from ibidem.resolve.citation.outcome import Cited
from ibidem.resolve.citation.printed import Printed
from ibidem.resolve.citation.walk import Walk
from ibidem.resolve.work import Role

_AGAIN = frozenset({Position.IBID, Position.IBID_WITH_LOCATOR})
_SHORT = frozenset({Form.SHORT, Form.OP_CIT, Form.SUPRA})


def positions(printed: Sequence[Printed], walk: Walk) -> dict[str, Position]:
    """Give the position of each reference; the entries of a list beside the notes are apart.

    It is ibid where the reference right before names the same work, and that is the only one of its note, but for
    what stands in brackets behind it.
    """
    listed = [one for one in printed if one.section == BIBLIOGRAPHY]
    noted = [one for one in printed if one.section != BIBLIOGRAPHY]
    return {**dict(_in_order(listed, walk)), **dict(_in_order(noted, walk))}


def _in_order(printed: Sequence[Printed], walk: Walk) -> Iterator[tuple[str, Position]]:
    named: dict[int, set[int | None]] = {}
    for one in printed:
        if not one.aside:
            named.setdefault(one.place, set()).add(walk.cited[one.key].group)
    seen: set[int] = set()
    before: Printed | None = None
    for one in printed:
        its = walk.cited[one.key]
        if before is not None and before.place != one.place and one.place in walk.cut:
            before = None
        alone = before is not None and (before.place == one.place or named.get(before.place) == {its.group})
        last = walk.cited[before.key] if before is not None and alone else None
        yield one.key, _position(its, last, seen)
        if its.group is not None:
            seen.add(its.group)
        before = before if one.aside else one


def _position(its: Cited, last: Cited | None, seen: set[int]) -> Position:
    if its.group is None:
        return Position.IBID if its.form is Form.IBID else Position.FIRST
    if its.group not in seen:
        return Position.FIRST
    if last is None or last.group != its.group or (last.locator and not its.locator):
        return Position.SUBSEQUENT
    return Position.IBID if its.locator == last.locator else Position.IBID_WITH_LOCATOR


def misplaced(one: Printed, walk: Walk, position: Position) -> Iterator[Finding]:
    """Say where Ibid. is printed and the order implies another form, or a short form where the work is cited first."""
    its = walk.cited[one.key]
    if its.group is None or its.source is not None or (its.link is not None and its.link.code is not None):
        return
    focus, span = f"reference/{one.key}", one.candidate.span
    named = one.anaphor is not None and one.anaphor.names
    if its.form is Form.IBID and position not in _AGAIN and not named:
        message = f"Ibid. is printed in note {one.number}, but another work stands before it; a note may be inserted"
        yield Finding(Code.IBID_OUT_OF_PLACE, Severity.WARNING, message, span, focus)
    quoted = walk.works.groups[its.group].printings[0].role is Role.VIA
    if its.form in _SHORT and position is Position.FIRST and not quoted:
        where = "the list of works alone has it in full" if its.link and its.link.listed else "no note cites it before"
        message = f"a short form is printed in note {one.number} where the work is cited first: {where}"
        yield Finding(Code.SHORT_FORM_FIRST, Severity.INFO, message, span, focus)
