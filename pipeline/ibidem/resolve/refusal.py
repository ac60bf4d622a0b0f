"""Who keeps away from an instrument: is excepted, did not sign, refused, or came to it late."""

import re
from collections.abc import Iterator

from ibidem.resolve.chain import Reach, actors_after, actors_before
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.report import Report
from ibidem.story import Act, Capacity, Participation

_EXCEPT = re.compile(
    r"\((?:except|without|but\snot|with\sthe\sexception\sof|excluding|minus)\s[^()]{0,120}\)"
    r"|,?\s(?:except|with\sthe\sexception\sof|but\snot)\s[^,.;()]{0,60}"
)
_ABSENT = re.compile(
    r"[\s,]{0,3}(?:which|who)?[\s,]{0,2}(?:also\s)?"
    r"(?:(?:did\snot|refused\sto|declined\sto)\s(?P<verb>sign|join|ratify|accede|participate|take\spart)"
    r"|(?:(?:has|have|had)\s)?never\s(?:signed|ratified|joined|acceded|recogni[sz]ed)\b|refused\b|declined\b|abstained\b|rejected\b|opted\sout|stayed\s(?:out|away)|remained\soutside|boycotted)",
    re.IGNORECASE,
)
_AFTER_ALL = re.compile(r"[^.;,]{0,12}\s(?:and|but)\s(?:only\s)?(?:acceded|joined|signed|ratified)\b")
_OBJECT = re.compile(r"\s(?:to\s(?:sign|ratify|join)\s)?(?:the|an?|any|this|that)\s(?!treaty|agreement|pact)")
_UNTIL = re.compile(r"\suntil\s(?:the\s)?(?:early|late|mid|end\sof)?[\s-]?")
_NOT_BY = re.compile(
    r"\b(?:(?:was|were|is|are|been)\s(?:not|never)\s(?:yet\s)?(?:been\s)?(?:signed|ratified|accepted|recogni[sz]ed)\sby"
    r"|(?:signed|ratified|accepted|recogni[sz]ed)\sby\sneither)\s(?:the\s)?"
)
_LATER = {"sign": Act.SIGNED, "join": Act.ACCEDED, "ratify": Act.RATIFIED, "accede": Act.ACCEDED}


def read_refusals(report: Report, actors: ActorIndex) -> Iterator[Participation]:
    """Read who is excepted, and who did not sign or refused; "did not ratify until 1994" is a late ratification."""
    text = report.passage.text
    for match in _EXCEPT.finditer(text, report.start, report.end):
        for mention in Reach(report.passage, *match.span()).mentions(actors)[:1]:
            yield Participation(mention.actor_key, Capacity.ABSTAINING, Act.REFUSED, None)
    for match in _NOT_BY.finditer(text, report.start, report.end):
        for mention in actors_after(report.passage, match.end(), report.end, actors=actors):
            yield Participation(mention.actor_key, Capacity.ABSTAINING, Act.REFUSED, None)
    reach = Reach(report.passage, report.start, report.end)
    for mention in reach.mentions(actors):
        refusal = _ABSENT.match(text, reach.at(mention)[1], report.end)
        if refusal is None or _AFTER_ALL.match(text, refusal.end(), report.end) or _is_other(report, refusal):
            continue
        if re.search(r"[,;]\s(?:and|but)\s", text[refusal.end() : report.left]):
            continue  # What was refused is told of before.
        until = next((date for date in report.dates if _UNTIL.search(text[max(0, date.start - 16) : date.start])), None)
        act = _LATER.get((refusal["verb"] or "").casefold())
        for one in actors_before(report.passage, report.start, refusal.start(), actors=actors) or [mention]:
            if until is not None and act is not None and until.start > refusal.end():
                yield Participation(one.actor_key, Capacity.PARTY, act, until.date)
            else:
                yield Participation(one.actor_key, Capacity.ABSTAINING, Act.REFUSED, None)


def _is_other(report: Report, refusal: re.Match[str]) -> bool:
    """Tell whether what is refused is named behind the verb, and is not the instrument."""
    return report.right <= refusal.start() and _OBJECT.match(report.passage.text, refusal.end(), report.end) is not None
