"""Dates as nodes: the EDTF string, the days that it spans; the words stand in the evidence of what it dates."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement
from ibidem.edtf import Date, is_edtf
from ibidem.iri import slug
from ibidem.record import Record

_SPOKEN = (("..", " until "), ("/", " to "), (",", " or "), ("~", " about"), ("?", " perhaps"), ("%", " perhaps about"))


def date_key(edtf: str) -> str:
    """Make the local name of a date, one for each EDTF string: 1992/1993 is 1992-to-1993."""
    for sign, words in _SPOKEN:
        edtf = edtf.replace(sign, words)
    return slug(edtf, words=16)


def dated(subject: NamedNode, date: Date | None, nodes: Nodes) -> Iterator[Statement]:
    """Link a node to its date, where it has one."""
    if date is not None:
        yield subject, t.DATE, nodes.node("date", date_key(date.edtf))


def dates_of(record: Record) -> Iterator[Date]:
    """Give every date that the record names, in its order, repetitions included."""
    yield record.paper.date
    dates = [work.date for work in record.works]
    dates += [role.date for actor in record.actors for role in actor.roles]
    dates += [quotation.date for quotation in record.quotations]
    for treaty in record.treaties:
        dates += [treaty.date, *(participation.date for participation in treaty.participations)]
    dates += [event.date for event in record.events]
    dates += [claim.date for claim in record.claims]
    yield from (date for date in dates if date is not None)


def describe_dates(record: Record, nodes: Nodes) -> Iterator[Statement]:
    """Describe each date of the record once: all that has one EDTF string has one node."""
    for date in dict.fromkeys(dates_of(record)):
        node = nodes.node("date", date_key(date.edtf))
        yield node, t.A, t.DATE_CLASS
        yield node, t.EDTF_STRING, Literal(date.edtf, datatype=t.EDTF)
        if is_edtf(date.edtf):
            yield node, t.EARLIEST, Literal(date.earliest.isoformat(), datatype=t.XSD_DATE)
            yield node, t.LATEST, Literal(date.latest.isoformat(), datatype=t.XSD_DATE)
