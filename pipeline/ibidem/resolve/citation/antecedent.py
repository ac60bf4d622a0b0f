"""What a reference that names no work of its own points at: one conservative resolver for each printed form."""

import re
from dataclasses import replace

from ibidem.cited import Form
from ibidem.finding import Code
from ibidem.parse.anaphor import Anaphor
from ibidem.resolve.citation.naming import (
    bears,
    by_name,
    by_numbers,
    candidates,
    only,
    opens_with,
    printed_in,
    spelt,
    titled,
)
from ibidem.resolve.citation.seen import Link, Past, Seen


def find_antecedent(anaphor: Anaphor, past: Past, *, section: str | None) -> Link:
    """Find what a form points at; a match counts only if exactly one candidate remains."""
    if anaphor.form in (Form.IBID, Form.IDEM):
        return _preceding(anaphor, past)
    if anaphor.note is not None:
        return _in_note(anaphor, past, section)
    if anaphor.form is Form.OP_CIT and not anaphor.names and not anaphor.title:
        return replace(_preceding(anaphor, past), same_place=anaphor.same_place)
    link = by_name(anaphor.names, anaphor.title, None, past, article=anaphor.article, last=anaphor.last)
    if link.code is Code.SHORT_FORM_UNRESOLVED and anaphor.title:
        link = by_numbers(anaphor.names, anaphor.title, past) or link
    return replace(link, same_place=anaphor.same_place)


def _preceding(anaphor: Anaphor, past: Past) -> Link:
    """Give the reference right before: in this note, else all of the note before, if they name one work.

    Names printed beside the form (`ACLEC, id.`) choose among several. What stands in brackets behind another one, which
    it is quoted in, is passed over.
    """
    before = past.here[-1:] or past.last
    if len({seen.group for seen in before}) > 1:
        before = tuple(seen for seen in before if not seen.aside) or before
    if anaphor.names and len({seen.group for seen in before}) > 1:
        before = tuple(seen for seen in before if bears(seen, anaphor.names, past)) or before
    if not before:
        return Link(None, Code.IBID_WITHOUT_ANTECEDENT, "nothing is cited before it")
    groups = {seen.group for seen in before}
    if None in groups:
        return Link(None, Code.IBID_AFTER_UNRESOLVED, "the reference before it is not resolved")
    if len(groups) > 1:
        why = f"note {before[-1].number} names {len(groups)} works, first {candidates(list(before))}"
        return Link(None, Code.IBID_AFTER_SEVERAL, why)
    return Link(before[-1])


def is_paged(anaphor: Anaphor) -> bool:
    """Tell whether a locator is a page, which no place of the paper itself is pointed at by with Id."""
    return anaphor.locator is not None and re.match(r"\d", anaphor.locator) is not None


def _in_note(anaphor: Anaphor, past: Past, section: str | None) -> Link:
    where = anaphor.chapter or section
    # A chapter is named by the number of its run of notes; where there is but one run, it is another paper's.
    held = past.notes.get((where, anaphor.note or 0), []) if section or not anaphor.chapter else []
    fits = [seen for seen in held if bears(seen, anaphor.names, past)] if anaphor.names else list(held)
    if not fits:
        fits = [seen for seen in held if opens_with(seen, anaphor.names, past)]
    if not fits and anaphor.title:
        # The number and the title agree, whoever the note was read to be by.
        fits = [seen for seen in held if seen.group is not None and titled(anaphor.title, seen.group, past.works)]
    if not fits and len({seen.group for seen in held}) == 1:
        # The note has one work: a name that stands anywhere in it means that.
        fits = [seen for seen in held if printed_in(seen, anaphor.names, past)]
    if not anaphor.names and len({seen.group for seen in fits}) > 1:
        fits = [seen for seen in fits if not seen.aside] or fits
    if anaphor.title and len({seen.group for seen in fits}) > 1:
        fits = [seen for seen in fits if seen.group is not None and titled(anaphor.title, seen.group, past.works)]
    if anaphor.names and len({seen.group for seen in fits}) > 1:
        fits = [seen for seen in fits if seen.full] or fits
    if len({seen.group for seen in fits}) > 1:
        fits = [seen for seen in fits if spelt(seen, anaphor.names)] or fits
    return only(_own(fits), f"note {anaphor.note}")


def _own(fits: list[Seen]) -> list[Seen]:
    """Leave out those that could not be resolved where others could."""
    return [seen for seen in fits if seen.group is not None] or fits
