"""Read the values of a decision that have parts: offices, participations, provisions, printed forms."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ibidem.document import Mention
from ibidem.edtf import Date
from ibidem.resolve.anchor import Anchorage
from ibidem.resolve.desk import Desk, SettingError, as_list, as_pairs, as_text
from ibidem.resolve.setting import actor_keys, as_date, one_of
from ibidem.span import Span
from ibidem.story import Act, Capacity, Participation, Provision, Role, Treaty

CAPACITIES = (
    ("parties", Capacity.PARTY),
    ("abstaining", Capacity.ABSTAINING),
    ("guarantors", Capacity.GUARANTOR),
    ("mediators", Capacity.MEDIATOR),
    ("observers", Capacity.OBSERVER),
    ("depositaries", Capacity.DEPOSITARY),
    ("issuers", Capacity.ISSUER),
)
_ROLE = ("title", "of", "of_printed", "date", "former", "exact")
_PROVISION = ("text", "article", "exact")


def read_treaty(desk: Desk, values: dict[str, Any], *, before: Treaty | None) -> dict[str, Any]:
    """Turn lists of parties and the like into participations, and provisions and citations into theirs.

    `act` is what the parties did, `acts` what single actors did; an empty one takes the act away, and what is not given
    stays as it was.
    """
    given = {name: capacity for name, capacity in CAPACITIES if name in values}
    acts = {desk.actor(name): _act(desk, act) for name, act in _acts(values.pop("acts", ""))}
    every = (_act(desk, values.pop("act")),) if "act" in values else ()
    kept = before.participations if before else ()
    taken = tuple(part for part in kept if part.capacity not in given.values())
    for name, capacity in given.items():
        taken += tuple(_participation(kept, key, capacity) for key in actor_keys(desk, values.pop(name)))
    if given or acts or every:
        values["participations"] = tuple(_acted(part, acts, every) for part in taken)
    if "provisions" in values:
        values["provisions"] = tuple(_provisions(desk, values["provisions"]))
    if "refers_to" in values:
        values["cites"] = tuple(desk.treaty(name) for name in as_list(values.pop("refers_to")))
    return values


def _participation(kept: tuple[Participation, ...], key: str, capacity: Capacity) -> Participation:
    """Keep what was known of the same actor in the same capacity."""
    same = next((part for part in kept if (part.actor, part.capacity) == (key, capacity)), None)
    return same or Participation(key, capacity, None, None)


def _acted(part: Participation, acts: Mapping[str, Act | None], every: tuple[Act | None, ...]) -> Participation:
    """Set the act: what is said of a single actor goes before what is said of all parties."""
    if part.actor in acts:
        return replace(part, act=acts[part.actor])
    return replace(part, act=every[0]) if every and part.capacity is Capacity.PARTY else part


def _acts(value: object) -> list[tuple[str, object]]:
    return list(as_pairs(value, alone="").items()) if value else []


def _act(desk: Desk, value: object) -> Act | None:
    return one_of(Act)(desk, value) if value else None


def _parts(value: object, known: tuple[str, ...]) -> dict[str, object]:
    pairs = as_pairs(value, alone=known[0])
    for name in pairs:
        if name not in known:
            raise SettingError(f"{name!r} is none of {', '.join(known)}")
    return pairs


def _provisions(desk: Desk, value: object) -> Iterator[Provision]:
    for index, item in enumerate(as_list(value), start=1):
        pairs = _parts(item, _PROVISION)
        text, article = as_text(pairs.get("text", "")), as_text(pairs.get("article", "")) or None
        if not text and not article:
            raise SettingError("a provision needs a text or an article")
        yield Provision(str(index), text or article or "", article, _where(desk, pairs))


def _where(desk: Desk, pairs: dict[str, object]) -> Mention:
    exact = as_text(pairs.get("exact", ""))
    if not exact:
        return desk.mention
    spans = Anchorage(desk.document).anchor(exact)
    if not spans:
        raise SettingError(f"{exact!r} does not stand in the paper")
    near = desk.mention.span.start
    return desk.at(min(spans, key=lambda span: (abs(span.start - near), span)))


def read_roles(desk: Desk, value: object) -> tuple[Role, ...]:
    """Read a list of offices: title, of (an actor) or of_printed, date, former, exact (where it is printed)."""
    roles = []
    for index, item in enumerate(as_list(value), start=1):
        pairs = _parts(item, _ROLE)
        title = as_text(pairs.get("title", ""))
        if not title:
            raise SettingError("a role needs a title")
        of = desk.actor(pairs["of"]) if pairs.get("of") else None
        former = as_text(pairs.get("former", "false")).casefold() == "true"
        date, printed = as_date(pairs.get("date", "")), as_text(pairs.get("of_printed", "")) or None
        key = f"{desk.rule}/{index}"
        roles.append(Role(key, title, of, printed, date, former, _where(desk, pairs), (desk.rule,)))
    return tuple(roles)


def printed_mentions(desk: Desk, forms: object, *, others: tuple[Any, ...]) -> tuple[Mention, ...]:
    """Find every place in the body where one of the printed forms stands as a word of its own.

    The decision's place is one of them. Places inside longer mentions of other items are left to them.
    """
    taken = [mention.span for other in others for mention in other.mentions]
    spans: list[Span] = [desk.mention.span]
    for form in sorted((as_text(form) for form in as_list(forms)), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        for passage in (passage for passage in desk.document.body() if form in passage.text):
            for match in pattern.finditer(passage.text):
                span = passage.span(*match.span())
                if not any(span.overlaps(other) for other in spans) and not any(
                    other.contains(span) and len(other) > len(span) for other in taken
                ):
                    spans.append(span)
    return tuple(desk.at(span) for span in sorted(set(spans)))


def anchored_inside(desk: Desk, exact: object) -> Mention:
    """Find the text that a decision says is the exact one: it must overlap the decision's place."""
    found = [span for span in Anchorage(desk.document).anchor(as_text(exact)) if span.overlaps(desk.mention.span)]
    if len(found) != 1:
        raise SettingError(f"{as_text(exact)!r} does not stand at this place")
    return desk.at(found[0])


def kept(old: Any, new: Any) -> Any:
    """Give the old value where the new one says the same, so that what is printed and its evidence stay."""
    same = _SAME.get(type(new))
    if isinstance(new, tuple) and isinstance(old, tuple) and any(type(item) in _SAME for item in new):
        values = tuple(next((item for item in old if item == kept(item, value)), value) for value in new)
        return old if len(old) == len(values) and all(item in values for item in old) else values
    return old if same is not None and type(old) is type(new) and same(old) == same(new) else new


_SAME: dict[type[Any], Callable[[Any], object]] = {
    Date: lambda date: date.edtf,
    Role: lambda role: (role.title.casefold(), role.of, role.of_printed, role.former, role.date and role.date.edtf),
    Provision: lambda provision: (provision.text.casefold(), provision.article),
}
