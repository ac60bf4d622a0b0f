"""An invented paper with most of what a person is asked about, as the tools of its curator look at it."""

from dataclasses import replace
from hashlib import sha256

from ibidem.curate.reading import Reading
from ibidem.edition import Edition, Entry
from ibidem.edtf import Date
from ibidem.find import find_candidates
from ibidem.read.text import parse_text
from ibidem.record import Paper
from ibidem.resolve import resolve_candidates

TEXT = """\
The Sound Question

Ada Lindqvist, Ph. D.

The convention

In May 1920 Norway and Denmark signed the Straits Convention in Gothenburg.¹ Johan Berg, the Foreign Minister of \
Norway, met Erik Dahl in the harbour.² It was added that the Sound was "nobody's toll gate".³

The captain of the pilot boat wrote that "the fees were never paid, and nobody asked for them.⁴ Karl Holm and Nils \
Holm were pilots. In 1921 Holm took 40 ships through the Sound.⁵

References

1. Erik Holm, "Pilots in the Sound", Journal of Northern History, Vol. 4, No. 2, 1954, pp. 101-120; Marit Dahl, The \
Price of Passage (Oslo: Fjord Press, 1971), p. 33.
2. Ibid., p. 40.
3. Holm, op. cit., p. 300.
4. Berglund, op. cit., p. 12.
5. Ibid.
"""

PAPER = Paper(
    id="lindqvist-1981",
    title="The Sound Question",
    authors=(),
    journal=None,
    issn=None,
    date=Date("1981", "1981"),
    language="en",
    rights="unclear",
    license=None,
    sha256=sha256(TEXT.encode()).hexdigest(),
    file="paper.txt",
    expected=(("pointers", 6),),
)


def reading(*entries: Entry, text: str = TEXT) -> Reading:
    """Read a text as the machine alone does, with decisions beside it."""
    document = parse_text(text)
    candidates = find_candidates(document)
    paper = replace(PAPER, sha256=sha256(text.encode()).hexdigest())
    record = resolve_candidates(document, candidates, paper=paper, edition=Edition())
    folder = "seeds/papers/lindqvist-1981"
    return Reading(document, candidates, record, entries, f"{folder}/paper.txt", f"{folder}/paper.toml")
