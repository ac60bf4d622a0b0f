"""Bring together the places that name one state, people, organisation, body or collective."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ibidem.candidate import Candidate
from ibidem.finding import Code, Finding, Severity
from ibidem.parse.state import state_names
from ibidem.resolve.group import Group, printed_form
from ibidem.words import read_words

Identity = tuple[str, str]
"""What a collective is and whose: core and states' codes."""

_MANY = 100
"""Of more numbered units of one kind a short name tells none; so that the time stays linear."""
_OFTEN = 3
_LINKS = frozenset({"of", "the", "for", "and"})
_MARK = re.compile(r"(?<=\s)[\"'‘’“‚„«‹](?=[^\W\d_]{2})")
"""A quotation mark that opens inside a name, and belongs to none: the UN "blue helmets"."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole paper tells of its collectives; `own` go without a nation before one with a nation comes."""

    often: Counter[str]
    owners: dict[str, tuple[str, ...]]
    longer: dict[str, tuple[str, ...]]
    numbered: dict[str, tuple[Identity, ...]]
    own: frozenset[str]
    printed: dict[str, list[int]]
    """The blocks that print each core."""


def group_collectives(named: list[Candidate]) -> tuple[list[Group], list[Finding]]:
    """Group the candidates of one paper by what they name.

    A name without a nation is the one with a nation, where the paper has exactly one, or else the one that
    its paragraph named last; where neither tells, a finding.
    """
    known = _known(named)
    groups: dict[Identity, list[Candidate]] = {}
    findings: list[Finding] = []
    last: dict[tuple[int, str], Identity] = {}
    for item in named:
        if _is_meant_otherwise(item, known):
            continue
        identity = _identity(item, known, last)
        if identity is None:
            message = f"several actors are called {printed_form(item.exact)!r}; say which by a decision"
            findings.append(Finding(Code.ACTOR_AMBIGUOUS, Severity.WARNING, message, item.span))
            continue
        last[item.block, _core(item)] = last[item.block, _head(identity[0])] = identity
        whole = identity[0].partition(" of ")[2]
        if whole.startswith("ministry of "):
            last[item.block, "ministry"] = (whole, identity[1])
        groups.setdefault(identity, []).append(item)
    return [_group(identity, items) for identity, items in groups.items()], findings


def _known(named: list[Candidate]) -> _Known:
    often: Counter[str] = Counter()
    owners: dict[str, dict[str, int]] = {}
    first: dict[str, int] = {}
    longer: dict[str, dict[str, None]] = {}
    numbered: dict[str, dict[Identity, None]] = {}
    printed: dict[str, list[int]] = {}
    for item in named:
        core, codes = _core(item), item.feature("states") or ""
        printed.setdefault(core, []).append(item.block)
        if core == "state" and item.feature("name"):
            often[codes] += 1
        if codes:
            owners.setdefault(core, {}).setdefault(codes, item.block)
        elif item.feature("type") == "government-body":
            first.setdefault(core, item.block)
        if core[:1].isdigit():
            numbered.setdefault(core.rpartition(" ")[2], {}).setdefault((core, codes))
        for suffix in _suffixes(core):
            longer.setdefault(suffix, {}).setdefault(core)
    return _Known(
        often,
        {core: tuple(codes) for core, codes in owners.items()},
        {core: tuple(cores) for core, cores in longer.items()},
        {head: tuple(units) for head, units in numbered.items()},
        frozenset(core for core, block in first.items() if block < min(owners.get(core, {"": block}).values())),
        printed,
    )


def _core(item: Candidate) -> str:
    return item.feature("core") or printed_form(item.exact).casefold()


def _head(core: str) -> str:
    return core.partition(" of ")[0].rpartition(" ")[2]


def _suffixes(core: str) -> Iterator[str]:
    """Give the shorter names that a core can go by: "coalition troops" for "coalition troops of central asia"."""
    bare = core.partition(" of ")[0]
    words = bare.split()
    if bare == "border troops":
        yield "guards"
    if bare != core and words:
        yield bare
    for start in range(1, len(words)):
        yield " ".join(words[start:])


def _identity(item: Candidate, known: _Known, last: dict[tuple[int, str], Identity]) -> Identity | None:
    core, codes = _core(item), item.feature("states") or ""
    if core == "state":
        return core, codes if item.feature("name") else _most_named(codes.split(), known.often)
    if _is_another(item) or core == "people" or item.feature("type") == "international-organisation":
        return core, codes
    core = _fuller(core, codes, known, last, item.block)
    if codes:
        return core, codes
    owners = known.owners.get(core, ())
    if len(owners) > 1:
        return last.get((item.block, core))
    return core, owners[0] if owners and core not in known.own else ""


def _is_meant_otherwise(item: Candidate, known: _Known) -> bool:
    """Tell whether "the court" is a court that the paper names: which one, the text around tells."""
    core = _core(item)
    return item.found_by == "actor-speaking" and item.exact == core and bool(known.longer.get(core))


def _is_another(item: Candidate) -> bool:
    """Tell whether "a" makes it one more of its kind: "a Ministry of Defence was founded"."""
    return item.feature("article") == "a" and item.feature("type") in ("government-body", "military-unit")


def _most_named(codes: list[str], often: Counter[str]) -> str:
    """Choose between the states that had this capital: the one that the paper names most."""
    return max(codes, key=lambda code: (often[code], -codes.index(code)))


def _fuller(core: str, codes: str, known: _Known, last: dict[tuple[int, str], Identity], block: int) -> str:
    """Give the fuller core that a short one stands for, where exactly one does: "the guards" for the border guards."""
    if core.rpartition(" ")[2] in known.numbered:
        return _numbered(core, codes, known)
    if core == "ministry":
        before = last.get((block, core))
        return before[0] if before is not None and before[1] in ("", codes) else core
    if core in read_words("generic-heads"):
        return core
    fuller = [other for other in known.longer.get(core, ()) if not codes or codes in known.owners.get(other, (codes,))]
    return fuller[0] if len(fuller) == 1 and not _is_other(core, fuller[0], known) else core


def _is_other(core: str, fuller: str, known: _Known) -> bool:
    """Tell whether a name with "of" that comes late and seldom is another body's: the Supreme Court of Ohio."""
    short, long = known.printed[core], known.printed[fuller]
    return fuller.startswith(f"{core} of ") and short[0] < long[0] and len(short) > _OFTEN * len(long)


def _numbered(core: str, codes: str, known: _Known) -> str:
    """Find the unit of this number, or the one whose name holds all these words."""
    words = core.split()
    numbers = known.numbered[words[-1]] if len(known.numbered[words[-1]]) <= _MANY else ()
    fitting = [
        other
        for other, owner in numbers
        if (not words[0][0].isdigit() or other.split()[0] == words[0])
        and (set(words) <= set(other.split()) or set(other.split()) <= set(words))
        and (not codes or owner in ("", codes))
    ]
    return max(dict.fromkeys(fitting), key=len) if len({other.split()[0] for other in fitting}) == 1 else core


def _group(identity: Identity, items: list[Candidate]) -> Group:
    core, codes = identity
    types = Counter(item.feature("type") or "state" for item in items)
    type_ = "armed-group" if core == "opposition" and types["armed-group"] else items[0].feature("type") or "state"
    return Group(type_, _MARK.sub("", _name(core, codes, items)), tuple(items))


def _name(core: str, codes: str, items: list[Candidate]) -> str:
    forms = [printed_form(item.exact) for item in items]
    known = [item.feature("name") for item in items]
    state = state_names().get(codes)
    if state is None:
        described = not core[:1].isdigit() and all(item.found_by == "actor-collective" for item in items)
        return next(filter(None, known), None) or _fullest(forms, described=described)
    if core in ("state", "people"):
        return state.name if core == "state" else state.people
    if core == "government":
        return f"Government of {state.name}"
    if core.startswith("ministry of "):
        return f"{state.adjective} Ministry of {_titled(core.removeprefix('ministry of '))}"
    if known[0] and (all(known) or any(item.found_by == "actor-abbreviation" for item in items)):
        return known[0]
    short = [form for form, item in zip(forms, items, strict=True) if item.found_by == "actor-abbreviation"]
    if short and all(form.endswith(short[0]) for form in forms):
        return short[0]
    owned = [form for form in forms if core[:1].isdigit() or any(word in form for word in state.words)]
    described = not core[:1].isdigit() and all(item.found_by == "actor-collective" for item in items)
    chosen = _fullest(owned or forms, described=described)
    shared = chosen.rpartition(" and ")[2] if described and " and " in chosen else ""
    if shared:
        return f"{state.adjective} {shared.removeprefix(_nation_in(shared)).strip()}"
    return chosen if owned else f"{state.adjective} {chosen}"


def _nation_in(form: str) -> str:
    """Give the adjective that a form begins with: "French armies" of "the British and French armies"."""
    found = (word for names in state_names().values() for word in names.words if form.startswith(f"{word} "))
    return max(found, key=len, default="")


def _fullest(forms: list[str], *, described: bool) -> str:
    """Choose the form of a name with the most words; of a description, the one that is printed most."""
    often = Counter(forms)
    return max(forms, key=lambda form: (0 if described else len(set(form.split()) - _LINKS), often[form]))


def _titled(text: str) -> str:
    small = {"and", "of", "the", "for"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in text.split())
