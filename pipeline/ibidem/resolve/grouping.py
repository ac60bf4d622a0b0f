"""Which mentions are of one instrument: by equal names, by what they say, or by pointing back."""

import re
from collections.abc import Iterable

from ibidem.edtf import Date, bounds
from ibidem.resolve.instrument import Group, Seen, is_instrument, weights

_FAMILIES = (
    frozenset({"treaty", "pact", "accord", "agreement", "convention", "covenant", "armistice", "protocol"}),
    frozenset({"declaration", "statement", "communique", "memorandum"}),
    frozenset({"charter", "covenant", "convention"}),
)
_NEAR = 3
"""How many blocks before a pointing-back phrase its instrument may stand."""


def group_instruments(seen: Iterable[Seen]) -> tuple[tuple[Group, ...], tuple[Seen, ...]]:
    """Put the mentions of one instrument together; give the groups and the mentions that name none for certain."""
    groups: list[Group] = []
    by_content: dict[frozenset[str], list[Group]] = {}
    left: list[Seen] = []
    for item in seen:
        group = None if _follows(item, left, groups) else _known(item, groups, by_content)
        if group is None and not is_instrument(item):
            left.append(item)
            continue
        if group is None:
            group = Group()
            groups.append(group)
        group.add(item)
        known = by_content.setdefault(group.content, [])
        if group.content and not any(group is other for other in known[-8:]):
            known.append(group)
    return _ordered(_joined(groups), left)


def _follows(item: Seen, left: list[Seen], groups: list[Group]) -> bool:
    """Tell whether a bare phrase points back at a nearer one that names no instrument."""
    if item.content or not left or left[-1].candidate.feature("noun") != item.candidate.feature("noun"):
        return False
    near = item.passage.block - left[-1].passage.block <= 1 and item.candidate.feature("capital") is None
    return near and all(_last(group) < _start(left[-1]) for group in groups[-20:])


def _ordered(groups: list[Group], left: list[Seen]) -> tuple[tuple[Group, ...], tuple[Seen, ...]]:
    """Give capitalised "the Treaty" to the first instrument of that noun, or make it one: a capital names."""
    by_noun: dict[str | None, Group] = {}
    for group in groups:
        for seen in group.seen:
            by_noun.setdefault(seen.candidate.feature("noun"), group)
    by_content = {group.content: group for group in reversed(groups) if group.content}
    unknown: list[Seen] = []
    for item in left:
        noun = item.candidate.feature("noun")
        same = by_content.get(item.content)
        if same is not None and _agrees(item, same):
            same.add(item)
            continue
        if item.candidate.feature("capital") is None or not item.definite or item.shape != "bare":
            unknown.append(item)
            continue
        if noun not in by_noun and weights()[noun or ""] != "strong":
            unknown.append(item)
            continue
        if noun not in by_noun:
            by_noun[noun] = Group()
            groups.append(by_noun[noun])
        by_noun[noun].add(item)
    for group in groups:
        group.seen.sort(key=_start)
    return tuple(sorted(groups, key=lambda group: _start(group.seen[0]))), tuple(unknown)


def _start(seen: Seen) -> int:
    return seen.candidate.span.start


def _known(item: Seen, groups: list[Group], by_content: dict[frozenset[str], list[Group]]) -> Group | None:
    if not item.content:
        return _antecedent(item, groups) if item.definite else None
    same = [group for group in by_content.get(item.content, ()) if _agrees(item, group)]
    if same:
        return same[-1]
    if not item.definite and "made" in item.evidence:
        return None
    near = [group for group in groups[-200:] if group.content and _agrees(item, group)]
    wider = [
        group
        for group in near
        if item.content < group.content or (group.content < item.content and item.shape != "named")
    ]
    return wider[0] if len(wider) == 1 and (item.definite or item.shape == "named") else None


def _antecedent(item: Seen, groups: list[Group]) -> Group | None:
    """Find what "the treaty" points back at: the instrument last spoken of that has the same noun, not far off."""
    noun = item.candidate.feature("noun")
    if item.candidate.feature("possessor") is not None:
        return None
    alike = [
        group
        for group in groups[-200:]
        if any(seen.candidate.feature("noun") == noun for seen in group.seen[-20:])
        and not _apart(item.date, group.date)
    ]
    if not alike:
        return None
    last = max(alike, key=_last)
    distance = item.passage.block - last.seen[-1].passage.block
    if item.candidate.feature("capital") is not None and distance > 0:
        # With a capital and in a new paragraph it is the one that the paper speaks of most.
        return max(alike, key=lambda group: (len(group.seen), _last(group)))
    return last if distance <= _NEAR else None


def _last(group: Group) -> int:
    return group.seen[-1].candidate.span.start


def _agrees(item: Seen, group: Group) -> bool:
    """Tell whether kind and date let the phrase mean the group's instrument."""
    alike = any(item.kind in family and group.kinds & family for family in _FAMILIES) or item.kind in group.kinds
    return alike and not _apart(item.date, group.date)


def _apart(first: Date | None, second: Date | None) -> bool:
    if first is None or second is None:
        return False
    (start, end), (begin, finish) = bounds(first.edtf), bounds(second.edtf)
    return end < begin or finish < start


def _joined(groups: list[Group]) -> list[Group]:
    """Join a short name to the full one: a word in common, the same year, and one bears the place of the other.

    "the Paris Peace Accord" of 1973 and an agreement on peace "signed in Paris on 27 January 1973" are one.
    """
    dated: dict[int, list[Group]] = {}
    kept: list[Group] = []
    for group in groups:
        year = bounds(group.date.edtf)[0].year if group.date is not None else None
        twin = (
            None
            if year is None
            else next((other for other in dated.get(year, []) if _is_short_name(group, other)), None)
        )
        if twin is None:
            kept.append(group)
            if year is not None:
                dated.setdefault(year, []).append(group)
        else:
            for seen in group.seen:
                twin.add(seen)
            twin.seen.sort(key=_start)
    return kept


def _is_short_name(one: Group, other: Group) -> bool:
    if _apart(one.date, other.date) or not one.content & other.content:
        return False
    return any(
        _signed_there(short, long)
        for short, long in ((one, other), (other, one))
        if any(seen.shape == "named" for seen in short.seen)
    )


def _signed_there(short: Group, long: Group) -> bool:
    extra = short.content - long.content
    text = " ".join(seen.passage.text[seen.end : seen.end + 60] for seen in long.seen)
    return (
        len(extra) == 1
        and re.search(
            rf"\b(?:signed|concluded|reached|adopted)\s(?:in|at)\s{re.escape(next(iter(extra)))}\b", text, re.IGNORECASE
        )
        is not None
    )
