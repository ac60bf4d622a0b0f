"""Whether the words that a selector quotes are as long as its offsets say: SHACL core cannot count characters."""

from collections.abc import Iterator

from rdflib import Graph, URIRef

from ibidem.finding import Code, Finding, Severity

RULE = "https://w3id.org/ibidem/shapes#Selector-length"
"""What the findings name as their source shape."""

_EXACT, _START, _END = (URIRef(f"http://www.w3.org/ns/oa#{name}") for name in ("exact", "start", "end"))


def wrong_lengths(data: Graph) -> Iterator[Finding]:
    """Find selectors with a position whose quoted words have another length, in code points; others are left alone."""
    for selector, exact in data.subject_objects(_EXACT):
        start, end = data.value(selector, _START, any=True), data.value(selector, _END, any=True)
        if not (str(start).isdecimal() and str(end).isdecimal()) or int(str(end)) - int(str(start)) == len(str(exact)):
            continue
        message = f"quote the stretch from start to end: its words are {len(str(exact))} code points long"
        found = f" (found: {start}-{end})"
        yield Finding(Code.SHAPE, Severity.VIOLATION, message + found, focus=str(selector), rule=RULE)
