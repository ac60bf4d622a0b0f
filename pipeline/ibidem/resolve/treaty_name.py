"""What an instrument is called: as printed, without its date; one without a name after its parties."""

import re

from ibidem.parse.passage import dates_within, passage_dates
from ibidem.resolve.instrument import Group, Seen
from ibidem.story import Capacity, Participation

_LONGEST = 20
"""How many words a name has at most."""
_MOST = 6
"""How many parties a name has at most."""
_OF = frozenset({"statement", "declaration", "communique"})
_ORDER = {"named": 0, "described": 1, "agreed": 2, "acronym": 3, "bare": 4}
_MATTER = re.compile(r"(?P<noun>[^,]{4,30}?)\sof\s.{3,80}?\s(?P<topic>(?:on|concerning|regarding)\s.{4,200})")
_DIGITS = "0123456789 "
_DATING = re.compile(r",?\s?(?:of|dated|in|on)?\s?$")


def best_mention(group: Group) -> Seen:
    """Give the mention that names the instrument best: a name before a description, the longer name first."""
    return min(group.seen, key=_quality)


def _quality(seen: Seen) -> tuple[int, bool, int]:
    return _ORDER[seen.shape], not seen.candidate.exact.lstrip(_DIGITS)[:1].isupper(), -len(seen.content)


def treaty_name(group: Group, parties: tuple[Participation, ...], *, names: dict[str, str]) -> str:
    """Name an instrument; `names` are those of the actors, by key."""
    best = best_mention(group)
    name = " ".join(_undated(best).split()[:_LONGEST]).strip(" ,;’'\"")
    name = name[:1].upper() + name[1:]
    if best.shape == "named" or best.candidate.feature("topic") is not None:
        return name
    acting = [item for item in parties if item.capacity in (Capacity.PARTY, Capacity.ISSUER)]
    called = [names[item.actor] for item in acting][:_MOST]
    if not called:
        return name
    if "between" in best.evidence:
        return name
    issued = acting[0].capacity is Capacity.ISSUER or best.kind in _OF
    if len(called) == 1:
        return f"{name} {'of' if issued else 'with'} {called[0]}"
    return f"{name} {'of' if issued else 'between'} {', '.join(called[:-1])} and {called[-1]}"


def _undated(seen: Seen) -> str:
    """Give the printed phrase without its dates, and a decree's without its issuer where a topic follows."""
    text = seen.passage.text[seen.start : seen.end]
    if seen.shape == "agreed":
        text = f"agreement{text[len('agreed') :]}"
    dates = dates_within(passage_dates(seen.passage.text), seen.start, seen.end) if seen.kind != "resolution" else ()
    for date in reversed(dates):
        text = _DATING.sub(" ", text[: date.start - seen.start]) + text[date.end - seen.start :]
    matter = _MATTER.match(text)
    if matter is not None and seen.kind in ("decree", "statement"):
        return f"{matter['noun']} {matter['topic']}"
    return text
