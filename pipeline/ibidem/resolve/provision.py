"""What instruments lay down: articles, the words after "whereby" or "which provided for", status, references."""

import re
from collections.abc import Iterator

from ibidem.document import Document
from ibidem.iri import slug
from ibidem.parse.evidence import provision_opening
from ibidem.record import Provision
from ibidem.resolve.instrument import Group, Seen

_ARTICLE = re.compile(
    r"\b(?P<article>[Aa]rt(?:icle)?s?\.?\s(?:\d{1,3}|[IVXL]{1,6})\b(?:\(\w{1,3}\))?(?:(?:,\s|\sand\s|\sto\s|\s?[–-]\s?)(?:\d{1,3}|[IVXL]{1,6})\b(?:\(\w{1,3}\))?){0,6})"
    r"\s(?:of|in)\s(?:the\s|this\s|that\s)?$"
)
_AFTER = re.compile(
    r"\s(?:\w{2,12}ly\s)?(?:states?|stated|provides?|provided|stipulates?|stipulated|declares?|declared|says|reads|lays\sdown|requires?|obliges?)\b"
    r"(?:\s(?:that|for))?[:,]?\s[\"“‘']?(?P<text>[^\"”.;:]{4,200})"
)
_BEFORE = re.compile(
    r"(?P<text>[^.;:,()]{4,160}?),?\s(?:in\saccordance\swith|under|pursuant\sto|as\sprovided\sin|based\son|by\svirtue\sof)\s$",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"[^.;:()]{0,60}?(?=,?\s(?:whereby|(?:under|by|in|according\sto)\swhich|which|that|[a-z]{4,13}ing\s(?:for|that))\b)"
)
_RULE = re.compile(r"(?P<text>[^.;:()\"“”]{4,220})")
_STATUS = re.compile(
    r"(?P<status>(?:remain(?:ed|s)\s(?:unratified|unsigned|in\sforce|a\sdead\sletter|unimplemented|valid)|(?:never|not\syet)\s(?:been\s)?(?:ratified|implemented|signed)"
    r"|(?:enter(?:ed|s)|came|comes)\sinto\s(?:force|effect)|(?:is|was)\sin\sforce|(?:was|were)\s(?:abrogated|denounced|terminated|annulled|suspended|repealed|revoked)"
    r"|expired|lapsed)(?:\s(?:until|in|on|since|by)\s[^.,;()]{3,24})?)"
)
_UNDER = re.compile(
    r"\b(?:in\saccordance\swith|under|pursuant\sto|based\son|on\sthe\sbasis\sof|amending|supplementing|replacing|superseding|annexed\sto|in\sconformity\swith)\s[^.;:]{0,50}$",
    re.IGNORECASE,
)
_LONGEST = 14
_CUT = re.compile(r",\s(?:which|remained|and\s(?:which|the)|but|while|was|were|is)\b|\s(?:in\saccordance|whereas)\b")


def read_provisions(document: Document, group: Group) -> tuple[Provision, ...]:
    """Read the provisions that the mentions of an instrument state, each once, in the order of the text."""
    found: dict[str, Provision] = {}
    for seen in group.seen:
        for provision in _of_mention(document, seen):
            found.setdefault(slug(provision.article or provision.text), provision)
    return tuple(found.values())


def _of_mention(document: Document, seen: Seen) -> Iterator[Provision]:
    text = seen.passage.text
    start, end = seen.sentence
    article = _ARTICLE.search(text, max(start, seen.start - 80), seen.start)
    if article is not None:
        after = _AFTER.match(text, seen.end, min(len(text), seen.end + 300))
        before = _BEFORE.search(text, max(start, article.start() - 200), article.start())
        words = _few(after["text"]) if after else " ".join(before["text"].split()[-10:]) if before else ""
        stop = after.end("text") if after else seen.end
        yield _provision(document, seen, article.start(), stop, words, article["article"])
        return
    topic = seen.candidate.feature("topic")
    core = int(seen.candidate.feature("core") or seen.end)
    if topic is not None and text.startswith(" to ", core):
        yield _provision(document, seen, core + 1, int(topic), text[core + 4 : int(topic)], None)
    gap = _GAP.match(text, seen.end, end)
    opening = provision_opening().match(text, gap.end() if gap else seen.end, end) or provision_opening().match(
        text, seen.end, end
    )
    rule = _RULE.match(text, opening.end(), end) if opening is not None else None
    if rule is not None and opening is not None and not _is_date_only(rule["text"]):
        words = text[opening.end() - len(opening.group().split()[-1]) : opening.end()] if opening["verb"] else ""
        few, stop = _few_words(text, rule.start(), rule.end())
        yield _provision(document, seen, rule.start() + 1, stop, f"{words} {few}".strip(), None)


def _is_date_only(text: str) -> bool:
    return len(text.split()) < 3


def _few_words(text: str, start: int, end: int) -> tuple[str, int]:
    cut = _CUT.search(text, start, end)
    stop = cut.start() if cut else end
    words = list(re.finditer(r"\S+", text[start:stop]))[:_LONGEST]
    if not words:
        return "", end
    return " ".join(word.group() for word in words).strip(" ,"), start + words[-1].end()


def _few(text: str) -> str:
    return " ".join(text.split()[:_LONGEST]).strip(" ,\"“”'‘’")


def _provision(document: Document, seen: Seen, start: int, end: int, words: str, article: str | None) -> Provision:
    mention = document.mention(seen.passage.span(start, max(end, start + 1)), passage=seen.passage)
    text = " ".join(words.split()) or (article or "")
    return Provision(slug(f"{article or ''} {text}"), text, article, mention)


def read_status(group: Group) -> str | None:
    """Read whether an instrument is in force, unratified until a date, expired; as printed."""
    for seen in group.seen:
        match = _STATUS.search(seen.passage.text, seen.end, min(seen.sentence[1], seen.end + 160))
        if match is not None:
            printed = " ".join(match["status"].split())
            return re.sub(r"^remain(?:ed|s)\s", "", printed)
    return None


def find_cited(groups: tuple[Group, ...]) -> dict[int, tuple[int, ...]]:
    """Find which instruments refer to which: one that stands behind "in accordance with" is referred to.

    Referring is the instrument named before it in the sentence, or else in the sentence before.
    """
    placed = sorted(
        ((seen.passage.block, seen.start, seen, index) for index, group in enumerate(groups) for seen in group.seen),
        key=lambda item: item[:2],
    )
    cited: dict[int, list[int]] = {}
    last: tuple[Seen, int] | None = None
    for _, _, seen, index in placed:
        if (
            last is not None
            and index != last[1]
            and _refers(seen, last[0])
            and index not in cited.setdefault(last[1], [])
        ):
            cited[last[1]].append(index)
        last = (seen, index)
    return {index: tuple(others) for index, others in cited.items() if others}


def _refers(seen: Seen, last: Seen) -> bool:
    if last.passage.block != seen.passage.block or last.sentence[1] < seen.sentence[0]:
        return False
    start = max(seen.sentence[0], last.end if last.sentence == seen.sentence else 0, seen.start - 90)
    under = _UNDER.search(seen.passage.text, start, seen.start)
    return under is not None and (last.sentence == seen.sentence or "rticle" in under.group())
