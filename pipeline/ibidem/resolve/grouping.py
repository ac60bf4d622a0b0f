"""Which mentions are of one instrument: by equal names, by what they say, or by pointing back."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ibidem.edtf import Date, bounds
from ibidem.parse.evidence import concludes
from ibidem.resolve.instrument import Group, Seen, is_instrument, telling_words, weights

_FAMILIES = (
    frozenset({"treaty", "pact", "accord", "agreement", "convention", "covenant", "armistice", "protocol"})
    | frozenset({"concordat"}),
    frozenset({"declaration", "statement", "communique", "memorandum"}),
    frozenset({"charter", "covenant", "convention"}),
)
_SIGNED = re.compile(r"\b(?:signed|concluded|reached|adopted)\s(?:in|at)\s([^\W\d_]{3,30})\b")
_SIGNED_REACH = 60
"""How far behind a mention, in code points, it may be said where the instrument was signed."""
_NEAR = 3
"""How many blocks before a pointing-back phrase its instrument may stand, if there are others."""
_LATEST = 50
"""How many of the groups that could be meant are looked at, the last ones."""


@dataclass(slots=True)
class _Catalogue:
    """The groups so far, to be asked by what tells them apart."""

    groups: list[Group] = field(default_factory=list)
    by_content: dict[frozenset[str], list[Group]] = field(default_factory=dict)
    by_word: dict[str, list[Group]] = field(default_factory=dict)
    by_noun: dict[str, list[Group]] = field(default_factory=dict)
    by_acronym: dict[str, Group] = field(default_factory=dict)
    named: Counter[tuple[str, frozenset[str]]] = field(default_factory=Counter)
    """How often the whole paper prints a name, by its noun and its telling words."""
    last: Group | None = None

    def enter(self, item: Seen, group: Group) -> None:
        """Put a mention into its group."""
        if not group.seen:
            self.groups.append(group)
        group.add(item)
        self.last = group
        for content in {group.content, item.content} if item.candidate.feature("alias") else {group.content}:
            _note(self.by_content.setdefault(content, []), group)
        _note(self.by_noun.setdefault(item.noun, []), group)
        for word in group.content:
            _note(self.by_word.setdefault(word, []), group)
        for acronym in _acronyms(item):
            self.by_acronym.setdefault(acronym, group)

    def alike(self, item: Seen) -> list[Group]:
        """Give the groups that bear the noun of the mention and could be meant by it."""
        date = None if _only_acts(item) else item.date
        return [group for group in self.by_noun.get(item.noun, ())[-_LATEST:] if not _apart(date, group.date)]

    def sharing(self, item: Seen) -> list[Group]:
        """Give the groups that have a telling word in common with the mention and agree with it."""
        found = {id(group): group for word in sorted(item.content) for group in self.by_word.get(word, ())[-_LATEST:]}
        return [group for group in found.values() if _agrees(item, group)]


def _only_acts(item: Seen) -> bool:
    """Tell whether the date of a phrase that points back is that of a later act ("Russia ratified the Protocol")."""
    if item.shape != "bare" or not item.definite:
        return False
    return item.candidate.feature("capital") is not None or not concludes(item.candidate.feature("form") or "")


def _note(groups: list[Group], group: Group) -> None:
    if not any(group is other for other in groups[-_LATEST:]):
        groups.append(group)


def group_instruments(seen: Iterable[Seen]) -> tuple[tuple[Group, ...], tuple[Seen, ...]]:
    """Put the mentions of one instrument together; give the groups and the mentions that name none for certain."""
    everything = tuple(seen)
    catalogue = _Catalogue(named=Counter((item.noun, item.content) for item in everything if item.shape == "named"))
    left: list[Seen] = []
    for found in everything:
        item = found
        named_twice = item.candidate.feature("alias") is not None
        ahead = left.pop() if named_twice and left and left[-1].sentence == item.sentence else None
        group = None if ahead or _follows(item, left, catalogue.last) else _known(item, catalogue)
        if group is None and not is_instrument(item):
            left.append(item)
            continue
        if group is not None and group.date is not None and _only_acts(item):
            item = replace(item, date=None)
        group = group or Group()
        catalogue.enter(item, group)
        if ahead is not None:
            catalogue.enter(ahead, group)
    return _ordered(list(_joined(catalogue.groups)), left, catalogue)


def _follows(item: Seen, left: list[Seen], last: Group | None) -> bool:
    """Tell whether a bare phrase points back at a nearer one that names no instrument."""
    if item.content or not left or left[-1].noun != item.noun:
        return False
    near = item.passage.block - left[-1].passage.block <= 1 and item.candidate.feature("capital") is None
    return near and (last is None or _last(last) < _start(left[-1]))


def _known(item: Seen, catalogue: _Catalogue) -> Group | None:
    if item.candidate.feature("alias") is not None and catalogue.last is not None:
        return catalogue.last
    acronym = next((group for name in _acronyms(item) if (group := catalogue.by_acronym.get(name))), None)
    if acronym is not None or item.candidate.exact.isupper():
        return acronym
    if not item.content:
        return _antecedent(item, catalogue) if item.definite else None
    same = [group for group in catalogue.by_content.get(item.content, ())[-_LATEST:] if _agrees(item, group)]
    if same:
        return same[-1]
    if not item.definite and "made" in item.evidence:
        return None
    wider = [group for group in catalogue.sharing(item) if _widens(item, group)]
    return wider[0] if len(wider) == 1 and (item.definite or item.shape == "named") else None


def _acronyms(item: Seen) -> Iterator[str]:
    """Give the acronym of an instrument: printed with its name, in it ("the ABM Treaty"), or its initials."""
    acronym = item.candidate.feature("acronym")
    if acronym is not None:
        yield acronym
    elif item.shape == "named":
        words = re.findall(r"[^\W\d_]+", item.candidate.exact.partition(" of ")[0])[:-1]
        if words and all(word[0].isupper() for word in words):
            initials = "".join(word[0] for word in words)
            acronym = words[0] if len(words) == 1 and words[0].isupper() else initials
            if len(acronym) > 2:
                yield acronym


def _widens(item: Seen, group: Group) -> bool:
    return item.content < group.content or (group.content < item.content and item.shape != "named")


def _antecedent(item: Seen, catalogue: _Catalogue) -> Group | None:
    """Find what "the treaty" points back at: the instrument last spoken of that has the same noun, not far off.

    Another noun will do inside one paragraph: "the Holy Alliance ... the pact".
    """
    if item.owned:
        return None
    alike = catalogue.alike(item)
    if not alike:
        last = catalogue.last
        capital = item.candidate.feature("capital") is not None
        if (
            last is None
            or capital
            or weights()[item.noun] == "title"
            or last.seen[-1].passage.block != item.passage.block
        ):
            return None
        return last if _agrees(item, last) else None
    last = max(alike, key=_last)
    distance = item.passage.block - last.seen[-1].passage.block
    if item.candidate.feature("capital") is not None and distance > 0:
        # With a capital and in a new paragraph it is the one that the paper speaks of most.
        return max(alike, key=lambda group: (catalogue.named[item.noun, group.content], len(group.seen), _last(group)))
    return last if distance <= _NEAR else None


def _ordered(
    groups: list[Group], left: list[Seen], catalogue: _Catalogue
) -> tuple[tuple[Group, ...], tuple[Seen, ...]]:
    """Give what was left to the groups that came later, or make it one where a capital names it."""
    by_content = {group.content: group for group in reversed(groups) if group.content}
    by_noun = {seen.noun: group for group in reversed(groups) for seen in group.seen}
    for named in groups:
        for noun in {seen.noun for seen in named.seen}:
            if catalogue.named[noun, named.content] > catalogue.named[noun, by_noun[noun].content]:
                by_noun[noun] = named
    unknown: list[Seen] = []
    for item in left:
        group = by_content.get(item.content)
        if group is None or not _agrees(item, group):
            names = item.candidate.feature("capital") is not None and item.definite and item.shape == "bare"
            group = by_noun.get(item.noun) if names else None
            if group is None and names and weights()[item.noun] == "strong":
                group = by_noun[item.noun] = Group()
                groups.append(group)
        if group is None:
            unknown.append(item)
        else:
            group.add(item)
    for held in groups:
        held.seen.sort(key=_start)
    return tuple(sorted(groups, key=lambda group: _start(group.seen[0]))), tuple(unknown)


def _start(seen: Seen) -> int:
    return seen.candidate.span.start


def _last(group: Group) -> int:
    return group.seen[-1].candidate.span.start


def _agrees(item: Seen, group: Group) -> bool:
    """Tell whether kind and date let the phrase mean the group's instrument."""
    alike = any(item.kind in family and group.kinds & family for family in _FAMILIES) or item.kind in group.kinds
    return alike and not _apart(item.date, group.date)


def _apart(first: Date | None, second: Date | None) -> bool:
    if first is None or second is None:
        return False
    if first.edtf == second.edtf:
        return False
    (start, end), (begin, finish) = bounds(first.edtf), bounds(second.edtf)
    return end < begin or finish < start


def _joined(groups: list[Group]) -> Iterator[Group]:
    """Join a short name to the full one: the same year, and the one word it has beside is where that was signed.

    "the Paris Peace Accord" of 1973 and an agreement on peace "signed in Paris on 27 January 1973" are one.
    """
    signed: dict[tuple[int, str], Group] = {}
    for group in groups:
        for place in _signed_at(group):
            signed.setdefault((_year(group), place), group)
    into: dict[int, Group] = {}
    for group in groups:
        twin = _full_name(group, signed)
        while twin is not None and id(twin) in into:
            twin = into[id(twin)]
        if twin is None or twin is group:
            continue
        into[id(group)] = twin
        for seen in group.seen:
            twin.add(seen)
        twin.seen.sort(key=_start)
    return (group for group in groups if id(group) not in into)


def _year(group: Group) -> int:
    return group.date.earliest.year if group.date is not None else 0


def _signed_at(group: Group) -> Iterator[str]:
    for seen in group.seen[:_LATEST] if group.date is not None else ():
        for match in _SIGNED.finditer(seen.passage.text, seen.end, seen.end + _SIGNED_REACH):
            yield match.group(1).casefold()


def _full_name(group: Group, signed: dict[tuple[int, str], Group]) -> Group | None:
    """Find the instrument that a group of short names means."""
    for seen in group.seen[:_LATEST]:
        if seen.shape != "named":
            continue
        words = telling_words(seen.passage.text[seen.start : seen.end])
        for word in sorted(words):
            other = signed.get((_year(group), word))
            if other is None or other is group or not _agrees(seen, other) or _apart(group.date, other.date):
                continue
            if words - _known_words(other) == {word}:
                return other
    return None


def _known_words(group: Group) -> frozenset[str]:
    texts = (seen.passage.text[seen.start : seen.end] for seen in group.seen[:_LATEST])
    return frozenset(word for text in texts for word in telling_words(text))
