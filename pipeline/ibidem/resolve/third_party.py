"""Who stands by an instrument without being bound by it: guarantors, mediators, observers, depositaries."""

import re
from collections.abc import Iterator

from ibidem.resolve.chain import Reach, actors_after, actors_before
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.report import Report
from ibidem.story import Capacity, Participation

_ALONE = 200
"""How far before "as witness", in code points, "with" may stand."""
_PHRASES = (
    (
        Capacity.GUARANTOR,
        re.compile(
            r"\b(?:guaranteed\sby|under\s(?:the\s)?guarantees?\s(?:of|by|from)"
            r"|guarantors?\b[^.;]{0,30}?(?:were|was|are|being|:))\s"
        ),
    ),
    (
        Capacity.MEDIATOR,
        re.compile(
            r"\b(?:(?:mediated|brokered|facilitated)\sby"
            r"|(?:with|through|under|by)\s(?:the\s)?(?:mediation|auspices|aegis|good\soffices|brokerage)\s(?:of|by)"
            r"|mediators?\b[^.;]{0,30}?(?:were|was|are|:))\s"
        ),
    ),
    (
        Capacity.OBSERVER,
        re.compile(r"\b(?:in\sthe\spresence\sof|observed\sby|observers?\s(?:from|of)|witnessed\sby)\s"),
    ),
    (Capacity.DEPOSITARY, re.compile(r"\b(?:deposited\swith|depositary\b[^.;]{0,20}?(?:was|is|being|:))\s")),
)
WITH_THIRD_PARTIES = re.compile(r",\swith\s[^.;]{3,200}?\sas\s(?:an?\s|the\s)?(?:guarantor|mediator|observer|witness)")
_CALLED = {"depositar": Capacity.DEPOSITARY, "witness": Capacity.OBSERVER}
_AS_HELPER = re.compile(
    r"\s(?:acted\sas|acting\sas|as|was|were|is|are)\s(?:an?\s|the\s|its\s)?(?:[a-z]{3,14}\s)?"
    r"(?P<what>guarantor|mediator|observer|depositar|witness)(?:e?s|y|ies)?\b"
)


def read_third_parties(report: Report, actors: ActorIndex) -> Iterator[Participation]:
    """Read the participations of those who guarantee, mediate, observe or keep the instrument of a report."""
    text = report.passage.text
    for capacity, pattern in _PHRASES:
        for match in pattern.finditer(text, report.start, report.end):
            if match.group().startswith("guaranteed") and match.start() < report.left:
                continue  # What a declaration guarantees is not the declaration.
            for mention in actors_after(report.passage, match.end(), report.end, actors=actors):
                yield Participation(mention.actor_key, capacity, None, None)
    reach = Reach(report.passage, report.start, report.end)
    for mention in reach.mentions(actors):
        role = _AS_HELPER.match(text, reach.at(mention)[1], report.end)
        if role is not None:
            capacity = _CALLED.get(role["what"]) or Capacity(role["what"])
            # "signed by A and B, with C as witness": only C is one.
            alone = text.rfind(" with ", max(report.start, role.start() - _ALONE), role.start())
            for one in actors_before(report.passage, max(report.start, alone), role.start(), actors=actors):
                yield Participation(one.actor_key, capacity, None, None)
