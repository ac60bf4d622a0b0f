"""How instruments stand: in force, unratified until a date, revoked; and which refer to which."""

import re

from ibidem.resolve.instrument import Group, Seen
from ibidem.resolve.party import act_of
from ibidem.story import Act

_STATUS = re.compile(
    r"(?P<status>(?:remain(?:ed|s)\s(?:unratified|unsigned|in\sforce|a\sdead\sletter|unimplemented|valid)"
    r"|(?:never|not\syet)\s(?:been\s)?(?:ratified|implemented|signed)"
    r"|(?:enter(?:ed|s)|came|comes)\sinto\s(?:force|effect)|(?:is|was)\sin\sforce"
    r"|(?:was|were)\s(?:abrogated|denounced|terminated|annulled|suspended|repealed|revoked)|expired|lapsed)"
    r"(?:\s(?:until|in|on|since|by)\s(?:[^.,;()]{0,20}?\b\d{4}\b|[^\W\d_]{2,15}(?:\s[^\W\d_]{2,15})?))?)"
)
_DATED = re.compile(r"\s(?:in|on)\s[^.,;()]{0,16}\b\d{4}\b")
_REMAINED = re.compile(r"(?:remain(?:ed|s)|was|were|is)\s")
_UNDER = re.compile(
    r"\b(?:in\saccordance\swith|under|pursuant\sto|based\son|on\sthe\sbasis\sof|amending|supplementing|replacing"
    r"|superseding|annexed\sto|in\sconformity\swith)\s[^.;:]{0,50}$",
    re.IGNORECASE,
)


def read_status(group: Group) -> str | None:
    """Read whether an instrument is in force, unratified until a date, revoked; as printed."""
    for seen in group.seen:
        text = seen.passage.text
        match = _STATUS.search(text, seen.end, min(seen.sentence[1], seen.end + 160))
        if match is not None:
            return _REMAINED.sub("", " ".join(match["status"].split()), count=1)
        form = seen.candidate.feature("form") or ""
        if act_of(form) is Act.WITHDREW and seen.kind == "decree":
            dated = _DATED.match(text, seen.end, seen.sentence[1])
            return " ".join(f"{form}{dated.group() if dated else ''}".split())
    return None


def find_cited(groups: tuple[Group, ...]) -> dict[int, tuple[int, ...]]:
    """Find which instruments refer to which: one that stands behind "in accordance with" is referred to.

    Referring is the instrument named before it in the sentence, or else in the sentence before.
    """
    placed = sorted(
        ((seen.passage.block, seen.start, seen, index) for index, group in enumerate(groups) for seen in group.seen),
        key=lambda item: item[:2],
    )
    cited: dict[int, dict[int, None]] = {}
    last: tuple[Seen, int] | None = None
    for _, _, seen, index in placed:
        if last is not None and index != last[1] and _refers(seen, last[0]):
            cited.setdefault(last[1], {})[index] = None
        last = (seen, index)
    return {index: tuple(others) for index, others in cited.items()}


def _refers(seen: Seen, last: Seen) -> bool:
    if last.passage.block != seen.passage.block or last.sentence[1] < seen.sentence[0]:
        return False
    start = max(seen.sentence[0], last.end if last.sentence == seen.sentence else 0, seen.start - 90)
    under = _UNDER.search(seen.passage.text, start, seen.start)
    return under is not None and (last.sentence == seen.sentence or "rticle" in under.group())
