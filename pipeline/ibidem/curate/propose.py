"""A decision for each doubt: the one that the text suggests, tried out before it is proposed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ibidem.cited import Reference
from ibidem.curate.doubt import Doubt
from ibidem.curate.reading import Reading, quoted_place
from ibidem.edition import Entry
from ibidem.finding import Code, Finding, Severity
from ibidem.parse.page import is_outside
from ibidem.record import Record
from ibidem.resolve.decisions import apply_decisions
from ibidem.resolve.target import find_target
from ibidem.sentence import sentence_at, sentence_bounds
from ibidem.span import Span
from ibidem.story import Actor, ActorType

_REFUSED = frozenset(
    {Code.DECISION_NOT_ANCHORED, Code.DECISION_INVALID, Code.DECISION_CONTRADICTED, Code.DECISION_UNNECESSARY}
)
_SUGGESTED = re.compile(r"cited in note (\d{1,5})")
_AMONG = 40
"""How many earlier works are looked at, the nearest first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person can answer a doubt with: the decision proposed, and the one that says no to it; either may miss."""

    decision: Entry | None
    otherwise: Entry | None


def propose(doubt: Doubt, reading: Reading, record: Record) -> Proposal:
    """Propose a decision that holds: it anchors, it does what it says, and it settles the doubt."""
    made = _MAKERS.get(doubt.code)
    if made is None or doubt.span is None:
        return Proposal(None, None)
    found: dict[str, Entry] = {}
    for entry in made(doubt, reading, record):
        if entry.action not in found and holds(entry, doubt, reading, record):
            found[entry.action] = entry
        if len(found) == 2:
            break
    first, other = (*found.values(), None, None)[:2]
    return Proposal(first, other)


def holds(entry: Entry, doubt: Doubt, reading: Reading, record: Record) -> bool:
    """Tell whether a decision can be applied to the machine's record, and changes it or settles the doubt."""
    after = apply_decisions(reading.document, record, (entry,))
    if len(_refused(after)) > len(_refused(record)):
        return False
    if "work" not in dict(entry.changes) or doubt.focus is None:
        return len(after.decisions) > len(record.decisions)
    changed = next((one for one in after.references if f"reference/{one.key}" == doubt.focus), None)
    return changed is not None and changed.work is not None


def _refused(record: Record) -> list[Finding]:
    return [finding for finding in record.findings if finding.code in _REFUSED]


Maker = Callable[[Doubt, Reading, Record], Iterator[Entry]]


def _entry(reading: Reading, span: Span, action: str, kind: str, why: str, **values: object) -> Entry:
    exact, prefix, suffix, at = quoted_place(reading.document, span)
    into = values.pop("into", None)
    changes = tuple(values.items())
    return Entry(action, kind, exact, prefix, suffix, changes, str(into) if into else None, why, "", "", 0, at)


def _reference(doubt: Doubt, reading: Reading, record: Record) -> Iterator[Entry]:
    """Give an unresolved form the work that stands nearest before it, of the people whom it names if it names any."""
    found = next((one for one in record.references if f"reference/{one.key}" == doubt.focus), None)
    if found is not None:
        span = found.mention.span
        for other, why in _antecedents(found, doubt, record):
            for name in _names_of_work(other, record):
                yield _entry(reading, span, "correct", "reference", why, work=name)
        why = f"Nobody can tell from the paper what note {found.number} cites here."
        if found.work is not None:
            why = f"Note {found.number} cites what it is taken to cite."
        yield _entry(reading, span, "confirm", "reference", why)
    elif doubt.span is not None:
        yield _entry(reading, doubt.span, "confirm", "reference", "The note is a remark and cites nothing.")


def _antecedents(found: Reference, doubt: Doubt, record: Record) -> Iterator[tuple[Reference, str]]:
    """Give the references that a form can mean, the nearest first, those last whose pages its locator is outside of."""
    index = record.references.index(found)
    before = [one for one in record.references[:index] if one.work is not None][::-1][:_AMONG]
    before.sort(key=lambda one: _is_outside(found, one, record))
    if doubt.code in (Code.SHORT_FORM_AMBIGUOUS, Code.SHORT_FORM_UNRESOLVED):
        words = {word.casefold().strip(".,;:") for word in found.mention.reading.split() if word[:1].isupper()}
        for one in before:
            named = words & _family_names(one, record)
            if named:
                yield one, f"Note {one.number} is the nearest before it that cites {', '.join(sorted(named)).title()}."
    elif doubt.code == Code.IBID_AFTER_SEVERAL:
        for one in before:
            yield one, f"Note {one.number} holds the nearest reference before it that can be meant."
    elif doubt.code == "ibid-doubtful":
        # The finding says where the reading stands that the text suggests.
        told = _SUGGESTED.search(doubt.message)
        meant = [one for one in before if told and one.number == int(told[1])]
        for one in meant:
            yield one, f"The words that it supports are those of whom note {one.number} cites."
    elif doubt.code == Code.IBID_AFTER_UNRESOLVED and index:
        # What a decision said of the reference before it holds for the Ibid. too.
        last = record.references[index - 1]
        if last.work is not None:
            yield last, f"It means what stands right before it, in note {last.number}."


def _is_outside(found: Reference, other: Reference, record: Record) -> bool:
    pages = next((work.pages for work in record.works if work.key == other.work), None)
    return bool(pages and found.printed_locator and is_outside(found.printed_locator, pages))


def _family_names(reference: Reference, record: Record) -> set[str]:
    work = next((work for work in record.works if work.key == reference.work), None)
    agents = {agent.key: agent.name for agent in record.agents}
    names = [agents[key] for key in (*work.authors, *work.editors) if key in agents] if work else []
    return {(name.family or name.literal).casefold() for name in names}


def _names_of_work(reference: Reference, record: Record) -> Iterator[str]:
    """Give what a decision can call a work by, and what leads to that work and to no other."""
    first = next((one for one in record.references if one.number == reference.number and one.work), None)
    if first is not None and first.work == reference.work:
        yield str(reference.number)
    work = next((work for work in record.works if work.key == reference.work), None)
    same = [one for one in record.works if work and one.title and one.title == work.title]
    if work is not None and work.title and len(same) == 1 and not work.title.isdigit():
        yield work.title


def _work(doubt: Doubt, reading: Reading, record: Record) -> Iterator[Entry]:
    if doubt.span is None:
        return
    if doubt.code == Code.WORKS_MERGED:
        key = (doubt.focus or "").partition("/")[2]
        work = next((work for work in record.works if work.key == key), None)
        called = work.title or key if work else key
        yield _entry(reading, doubt.span, "confirm", "work", f"Both print one work, {called}.")
        printed = next((one for one in record.references if one.mention.span == doubt.span), None)
        if printed is not None and printed.fields is not None and printed.fields.title:
            why = "This note prints another work than the others."
            yield _entry(reading, doubt.span, "split", "work", why, title=printed.fields.title)
    elif doubt.code == Code.LOCATOR_OUTSIDE_WORK:
        yield _entry(reading, doubt.span, "confirm", "reference", "The page stands so in the note.")
    elif doubt.code == "fields-doubtful":
        yield _entry(reading, doubt.span, "confirm", "work", "The fields are as the note prints them.")
    else:
        yield from _remark(doubt.span, reading, record)


def _remark(span: Span, reading: Reading, record: Record) -> Iterator[Entry]:
    """Confirm the reference nearest to a remark, in the same note."""
    passage = reading.document.passage_at(span.start)
    if passage is None:
        return
    note = passage.span(0, len(passage.text))
    held = [one.mention.span for one in record.references if note.contains(one.mention.span)]
    for near in sorted(held, key=lambda one: min(abs(one.end - span.start), abs(one.start - span.end))):
        yield _entry(reading, near, "confirm", "reference", "What stands beside it in the note is a remark.")


def _undated(doubt: Doubt, reading: Reading, record: Record) -> Iterator[Entry]:
    """Take away the date of a quotation that the shapes find to be none of its."""
    item = next((one for one in record.quotations if one.mention.span == doubt.span and one.date is not None), None)
    if item is not None and doubt.severity is Severity.VIOLATION:
        why = "The date is not that of these words, which the paper quotes."
        yield _entry(reading, item.mention.span, "correct", "quotation", why, date="")


def _quotation(doubt: Doubt, reading: Reading, record: Record) -> Iterator[Entry]:
    span = doubt.span
    item = find_target(record, "quotation", span, action="correct") if span else None
    if span is None or item is None:
        inside = [one for one in record.quotations if span and one.mention.span.overlaps(span)]
        item = inside[0] if inside else None
    if item is None:
        return
    where = item.mention.span
    if doubt.code == Code.SPEAKER_UNKNOWN:
        for name in _persons_near(where, reading, record):
            why = f"{name} is the person named nearest to these words."
            yield _entry(reading, where, "correct", "quotation", why, speaker=name)
        yield _entry(reading, where, "confirm", "quotation", "Nobody can tell from the paper who says this.")
        return
    yield _entry(reading, where, "confirm", "quotation", "It ends where it is taken to end.")
    yield _entry(reading, where, "reject", "quotation", "These marks hold no quotation.")


def _persons_near(span: Span, reading: Reading, record: Record) -> Iterator[str]:
    """Name the persons before the words in the paragraph, the nearest first, then those behind in the sentence."""
    passage = reading.document.passage_at(span.start)
    if passage is None:
        return
    bounds = sentence_bounds(passage.text, tuple(at for at, _ in passage.markers))
    end = sentence_at(bounds, passage.position(span.end - 1))[1]
    block = passage.span(0, end)
    near: list[tuple[bool, int, str]] = []
    for actor in record.actors:
        if actor.type is ActorType.PERSON:
            held = [one.span for one in actor.mentions if block.contains(one.span) and not one.span.overlaps(span)]
            near += [(one.start > span.start, abs(one.start - span.start), actor.name) for one in held]
    yield from dict.fromkeys(name for _, _, name in sorted(near))


def _actor(doubt: Doubt, reading: Reading, record: Record) -> Iterator[Entry]:
    """Take a name that several bear for the one of them who is named last before it."""
    span = doubt.span
    if span is None:
        return
    words = " ".join(span.of(reading.document.text).split()).casefold()
    bearing = [actor for actor in record.actors if _bears(actor, words)]
    for actor in sorted(bearing, key=lambda actor: _distance(actor, span)):
        why = f"{actor.name} is the nearest of those who are called so."
        yield _entry(reading, span, "merge", "actor", why, into=actor.name)
    yield _entry(reading, span, "reject", "actor", "The paper does not say which of them is meant.")


def _bears(actor: Actor, words: str) -> bool:
    return any(f" {words} " in f" {name.casefold()} " for name in (actor.name, *actor.printed))


def _distance(actor: Actor, span: Span) -> int:
    """Measure how far before a place an actor is named; what comes only after it is farther than all."""
    before = [span.start - mention.span.start for mention in actor.mentions if mention.span.start < span.start]
    return min(before) if before else 2**31 + actor.mentions[0].span.start


def _dropped(doubt: Doubt, reading: Reading, record: Record) -> Iterator[Entry]:
    """Agree that a stretch that a rule saw is none; what it would be is what the rule looks for."""
    kind = next((one.kind.value for one in reading.candidates if one.span == doubt.span), "quotation")
    if doubt.span is not None and kind in doubt.kinds:
        name = {"quotation": "reports nobody's words", "treaty": "names no instrument"}.get(kind, f"is no {kind}")
        yield _entry(reading, doubt.span, "reject", kind, f"This {name}.")
        if kind == "quotation":
            yield from _paraphrases(doubt.span, reading, record)


def _paraphrases(span: Span, reading: Reading, record: Record) -> Iterator[Entry]:
    """Take a clause for what the first actor that it names is reported to have said."""
    held = [(one.span, actor.name) for actor in record.actors for one in actor.mentions]
    for _, name in sorted(one for one in held if span.contains(one[0])):
        why = f"The clause reports what {name} said."
        yield _entry(reading, span, "add", "quotation", why, category="paraphrase", speaker=name)


_MAKERS: dict[str, Maker] = {
    Code.SHAPE: _undated,
    Code.SHORT_FORM_AMBIGUOUS: _reference,
    Code.SHORT_FORM_UNRESOLVED: _reference,
    Code.IBID_AFTER_SEVERAL: _reference,
    Code.IBID_AFTER_UNRESOLVED: _reference,
    Code.IBID_WITHOUT_ANTECEDENT: _reference,
    "ibid-doubtful": _reference,
    "ibid-out-of-place": _reference,
    "short-form-first": _reference,
    Code.REFERENCE_UNREAD: _reference,
    Code.ACTOR_AMBIGUOUS: _actor,
    Code.LOCATOR_OUTSIDE_WORK: _work,
    Code.WORKS_MERGED: _work,
    Code.QUOTATION_UNCLOSED: _quotation,
    Code.QUOTATION_UNOPENED: _quotation,
    Code.QUOTATION_MISMATCHED: _quotation,
    Code.SPEAKER_UNKNOWN: _quotation,
    Code.CANDIDATE_DROPPED: _dropped,
    "fields-doubtful": _work,
    "note-unread": _work,
}
