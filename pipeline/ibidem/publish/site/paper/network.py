"""The networks of a paper: who speaks of whom, and who concludes treaties with whom; drawn, and in tables."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from ibidem.publish.asked import Row, ask_by_paper, grouped
from ibidem.publish.site.paper.drawing.network import Edge, arcs, two_columns
from ibidem.publish.site.paper.part import Paper, papers, write_part
from ibidem.publish.site.wording import folded, in_line
from ibidem.publish.source import Source
from ibidem.span import Span

_OUTSIDE = "abstaining"
_UNMARKED = "paraphrase"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors with what ties the one to the other: quotations of the one, or treaties of both."""

    source: str
    target: str
    things: tuple[str, ...]


def write_network(folder: Path, source: Source) -> None:
    """Write the networks of each paper."""
    for paper in papers(source):
        names = {row["actor"]: row["name"] for row in ask_by_paper(source, "site/cast").get(paper.iri, ())}
        labels = dict(_labels(source, paper))
        spoken = _sorted(speaking(source, paper), names)
        signed = _sorted(signing(source, paper), names)
        write_part(
            folder,
            source,
            paper,
            "network",
            description="Who speaks of whom in the paper, and who concludes treaties with whom.",
            names=names,
            labels=labels,
            spoken=spoken,
            signed=signed,
            columns=two_columns(_edges(spoken, names, "{} speaks of {}: {}"), names),
            arcs=arcs(_edges(signed, names, "{} and {}: {}"), names),
        )


def speaking(source: Source, paper: Paper) -> Iterator[Tie]:
    """Tie each speaker to those whom quotations address or speak of; nobody is tied to themselves."""
    mentions = ask_by_paper(source, "site/mentions").get(paper.iri, ())
    starts = [int(row["start"]) for row in mentions]
    offices = _places(ask_by_paper(source, "site/offices-printed").get(paper.iri, ()))
    held: dict[tuple[str, str], dict[str, None]] = {}
    for row in ask_by_paper(source, "site/speeches").get(paper.iri, ()):
        if row["speaker"]:
            inside = mentions[bisect_left(starts, int(row["start"])) : bisect_left(starts, int(row["end"]))]
            for other in _meant(row, inside, offices.get(row["speaker"], ())):
                if other != row["speaker"]:
                    held.setdefault((row["speaker"], other), {})[row["quotation"]] = None
    return (Tie(one, other, tuple(things)) for (one, other), things in held.items())


def _meant(row: Row, mentions: Sequence[Row], offices: Sequence[Span]) -> Iterator[str]:
    """Give the addressee of a quotation and those whom its words name, beside those who only say whose words they are.

    These stand in what is printed of the speaker's offices; a paraphrase, which no marks bound, takes in the whole
    attribution.
    """
    if row["addressee"]:
        yield row["addressee"]
    words = Span(int(row["start"]), int(row["end"]))
    outside = [office for office in offices if words.overlaps(office)]
    if row["category"] == _UNMARKED:
        named = _places(mentions).get(row["speaker"], ())[:1]
        outside += _attribution(words, (*named, *outside))
    for mention in mentions:
        place = _place(mention)
        if words.contains(place) and not any(place.overlaps(other) for other in outside):
            yield mention["actor"]


def _attribution(words: Span, printed: Sequence[Span]) -> Iterator[Span]:
    """Give the stretch that says who speaks: from the nearer end of a paraphrase on, all that names the speaker."""
    if printed:
        start, end = min(place.start for place in printed), max(place.end for place in printed)
        opens = start - words.start <= words.end - end
        yield Span(words.start, end) if opens else Span(start, words.end)


def _places(rows: Sequence[Row]) -> Mapping[str, Sequence[Span]]:
    held: dict[str, list[Span]] = {}
    for row in rows:
        held.setdefault(row["actor"], []).append(_place(row))
    return held


def _place(row: Row) -> Span:
    return Span(int(row["start"]), int(row["end"]))


def signing(source: Source, paper: Paper) -> Iterator[Tie]:
    """Tie each two who take part in the same treaty and do not keep out of it, the one of the smaller name first."""
    rows = ask_by_paper(source, "site/participants").get(paper.iri, ())
    held: dict[tuple[str, str], list[str]] = {}
    for treaty, taking in grouped(rows, "treaty").items():
        actors = {(row["name"], row["actor"]) for row in taking if row["capacity"] != _OUTSIDE}
        for (_, one), (_, other) in combinations(sorted(actors), 2):
            held.setdefault((one, other), []).append(treaty)
    return (Tie(one, other, tuple(treaties)) for (one, other), treaties in held.items())


def _sorted(ties: Iterable[Tie], names: Mapping[str, str]) -> tuple[Tie, ...]:
    """Sort by weight, the heaviest first, then by names."""

    def order(tie: Tie) -> tuple[int, str, str, str, str]:
        return (-len(tie.things), folded(names[tie.source]), folded(names[tie.target]), tie.source, tie.target)

    return tuple(sorted(ties, key=order))


def _edges(ties: Sequence[Tie], names: Mapping[str, str], said: str) -> tuple[Edge, ...]:
    weighed = ((tie.source, tie.target, len(tie.things)) for tie in ties)
    return tuple(Edge(one, other, often, said.format(names[one], names[other], often)) for one, other, often in weighed)


def _labels(source: Source, paper: Paper) -> Iterator[tuple[str, str]]:
    """Say what the quotations and treaties are called that tie actors."""
    for row in ask_by_paper(source, "site/speeches").get(paper.iri, ()):
        yield row["quotation"], in_line(row["words"])
    for row in ask_by_paper(source, "site/instruments").get(paper.iri, ()):
        yield row["treaty"], row["name"]
