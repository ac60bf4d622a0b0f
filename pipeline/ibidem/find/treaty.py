"""Mark the treaties, agreements, decrees and other instruments that the body names or describes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.parse.date import FoundDate
from ibidem.parse.evidence import Evidence, concludes, is_signed, read_evidence
from ibidem.parse.instrument import Instrument, find_agreed, find_instruments, signed_acronyms
from ibidem.parse.lexicon import one_of, treaty_nouns
from ibidem.parse.passage import dates_within, passage_dates, passage_sentences

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_RULES = {
    "named": "treaty-named",
    "described": "treaty-described",
    "bare": "treaty-bare",
    "acronym": "treaty-acronym",
}
_POINTING = frozenset({"the", "this", "that", "'s"})
_GENERIC = frozenset({"any", "such", "no", "each", "every", "some", "both", "these", "those"})
_ACRONYM = re.compile(r"\s\([\"“‘']?(?P<acronym>[A-Z][A-Z-]{1,9}(?:[\s-](?:[IVX]{1,4}|\d))?)[\"”’']?\)")
_AND = re.compile(r"(?:\s(?:in|on)\s[^.;,()]{4,20}?)?,?\s(?:and|as\swell\sas)\s(?:from\s|to\s|of\s)?(?:the\s|an?\s)?")
_ALIAS = re.compile(
    r"[\"”’']?,?\s\(?(?:(?:\w{2,12}ly\s|also\s|better\s)?(?:known|called|referred\sto|termed|dubbed)(?:\sas)?|or|i\.e\.,?)"
    r"\s(?:the\s)?(?:so-called\s)?[\"“‘']?"
)


def find_treaties(document: Document) -> Iterator[Candidate]:
    """Mark every noun phrase that names an instrument, describes one as concluded, or points back at one.

    Plurals that are no name, and phrases such as "any treaty", are passed over: they name no instrument.
    An acronym given with a name ("the Treaty on European Union (TEU)") is marked wherever it stands, and so is one
    that is signed or ratified somewhere: a name, then.
    Offsets in features are those of the passage: `core` ends the name, `verb` is the range of the act's verb.
    """
    passages = [passage for passage in document.body() if passage.kind in _KINDS]
    found = [candidate for passage in passages for candidate in _in_passage(document, passage)]
    yield from found
    nouns = {acronym: one.feature("noun") or "" for one in reversed(found) if (acronym := one.feature("acronym"))}
    signed = {acronym for passage in passages for acronym in signed_acronyms(passage.text)} - nouns.keys()
    nouns |= dict.fromkeys(sorted(signed), "treaty")
    if nouns:
        taken = {at for candidate in found for at in range(candidate.span.start, candidate.span.end)}
        for passage in passages:
            yield from (one for one in _abbreviated(document, passage, nouns, signed) if one.span.start not in taken)


def _in_passage(document: Document, passage: Passage) -> Iterator[Candidate]:
    text = passage.text
    for start, end, near in _sentences(passage):
        for first, last, impersonal in find_agreed(text, start, end) if near else ():
            yield _agreed(document, passage, first, last, impersonal=impersonal)
        behind: int | None = None
        told: Evidence | None = None
        for found in find_instruments(text, start, end):
            evidence = read_evidence(text, start, end, found, near)
            if told is not None and behind is not None and _AND.fullmatch(text, behind, found.start):
                evidence = evidence if evidence.verb is not None else replace(told, marks=evidence.marks | told.marks)
            told = evidence if evidence.verb is not None and evidence.verb[1] <= found.start else None
            if _is_one(found, evidence):
                features = dict(_features(found, evidence))
                if behind is not None and _ALIAS.fullmatch(text, behind, found.start):
                    features["alias"] = "yes"
                acronym = _ACRONYM.match(text, found.core) if found.named else None
                if acronym is not None and found.noun.noun[0].upper() in acronym["acronym"]:
                    features["acronym"] = acronym["acronym"]
                shape = "named" if found.named else "bare" if found.bare else "described"
                yield _candidate(document, passage, found, shape, features)
                behind = found.core


def _abbreviated(document: Document, passage: Passage, nouns: dict[str, str], signed: set[str]) -> Iterator[Candidate]:
    """Mark the acronyms that stand for a name, or, if `signed`, are one; `nouns` are the head nouns of the names."""
    text = passage.text
    pattern = re.compile(rf"(?<![\w-])(?:{one_of(nouns)})(?![\w-])")
    for start, end, near in _sentences(passage):
        for match in pattern.finditer(text, start, end):
            acronym = " ".join(match.group().split())
            noun = treaty_nouns()[nouns[acronym]]
            first, last = match.span()
            found = Instrument(first, last, first, last, noun, "the", None, capital=True, named=True)
            features = dict(_features(found, read_evidence(text, start, end, found, near)))
            shape = "named" if acronym in signed else "acronym"
            yield _candidate(document, passage, found, shape, {**features, "acronym": acronym})


def _sentences(passage: Passage) -> Iterator[tuple[int, int, tuple[FoundDate, ...]]]:
    """Give the sentences of a passage with their dates."""
    dates = passage_dates(passage.text)
    for start, end in passage_sentences(passage.text, tuple(at for at, _ in passage.markers)):
        yield start, end, dates_within(dates, start, end)


def _is_one(found: Instrument, evidence: Evidence) -> bool:
    """Tell whether a phrase can mean an instrument: it has a name, points back, or something is said of it."""
    if found.noun.weight == "naming" and not found.capital:
        return bool(evidence.marks & {"made", "dated"})
    if found.noun.weight == "title":
        points = found.bare and found.capital and found.determiner == "the"
        return points or (found.named and found.capital and "made" in evidence.marks and is_signed(evidence.form))
    if found.noun.weight == "body":
        return "dated" in evidence.marks or (evidence.marks >= {"made", "day"} and concludes(evidence.form))
    if found.named:
        return True
    if found.determiner in _GENERIC or (not found.determiner and found.bare):
        return False
    if found.noun.plural:
        return evidence.marks >= {"made", "day", "with"}
    if found.noun.weight == "formal":
        return "joint" in evidence.marks
    described = bool(found.determiner) and not found.bare
    return described or found.determiner in _POINTING or bool(evidence.marks - {"day", "joint"})


def _candidate(
    document: Document, passage: Passage, found: Instrument, shape: str, features: dict[str, str]
) -> Candidate:
    span = passage.span(found.start, found.end)
    exact, rule = span.of(document.text), _RULES[shape]
    ordered = tuple(sorted({**features, "shape": shape}.items()))
    return Candidate(span, CandidateKind.TREATY, exact, rule, passage.block, ordered)


def _features(found: Instrument, evidence: Evidence) -> Iterator[tuple[str, str]]:
    yield "determiner", found.determiner
    yield "evidence", " ".join(sorted(evidence.marks))
    yield "kind", found.noun.kind
    yield "noun", found.noun.noun
    yield "core", str(found.core)
    if found.capital:
        yield "capital", "yes"
    if found.end > found.core:
        yield "topic", str(found.end)
    if found.possessor is not None:
        yield "possessor", f"{found.possessor[0]} {found.possessor[1]}"
    if evidence.verb is not None:
        yield "verb", f"{evidence.verb[0]} {evidence.verb[1]}"
        yield "form", evidence.form


def _agreed(document: Document, passage: Passage, start: int, end: int, *, impersonal: bool) -> Candidate:
    """Mark "agreed to form a joint force" in a dated sentence: the resolver asks whether states did."""
    core = start + len("agreed")
    features = (
        ("core", str(core)),
        ("determiner", ""),
        ("evidence", "day impersonal made" if impersonal else "day made"),
        ("form", "agreed to"),
        ("kind", "agreement"),
        ("noun", "agreement"),
        ("shape", "agreed"),
        ("topic", str(end)),
        ("verb", f"{start} {core}"),
    )
    span = passage.span(start, end)
    return Candidate(span, CandidateKind.TREATY, span.of(document.text), "treaty-agreed", passage.block, features)
