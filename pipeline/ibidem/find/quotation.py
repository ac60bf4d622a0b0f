"""Mark what the body quotes, inside marks of every sort, and what it reports of a person's words without marks."""

from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.find.block import is_set_off
from ibidem.find.dialogue import dialogue_turns
from ibidem.find.marks import Marked, opens_quotation, pair_marks
from ibidem.parse.attribution import find_cues, sentence_words
from ibidem.parse.paraphrase import find_reported
from ibidem.parse.passage import passage_sentences
from ibidem.sentence import outermost, sentences_around

_TOLD = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT, PartKind.QUOTE})


def find_quotations(document: Document) -> Iterator[Candidate]:
    """Mark the quotations and paraphrases of the body; features say the marks and what is wrong with them.

    The span of a quotation excludes the marks; one that nothing closes ends where the quoted sentence
    ends. A paraphrase has the feature `paraphrase`; whether a person speaks in it is not known yet.
    """
    passages = document.body()
    spoken = dict(dialogue_turns(passages))
    runs_on = is_block = False
    for index, passage in enumerate(passages):
        before = passages[index - 1] if index else None
        following = passages[index + 1] if index + 1 < len(passages) else None
        goes_on = following is not None and following.kind in _TOLD and opens_quotation(following.text)
        bounds = passage_sentences(passage.text, tuple(at for at, _ in passage.markers))
        stops = tuple(sorted({end for _, end in bounds} | {at for at, _ in passage.markers if at}))
        pairs = pair_marks(passage.text, stops=stops, goes_on=goes_on)
        if not pairs and index in spoken:
            pairs = spoken[index]
        for place, pair in enumerate(pairs):
            features = [("marks", pair.marks)]
            if pair.defect is not None:
                features.append(("defect", pair.defect))
            if runs_on and place == 0:
                features.append(("continues", "yes"))
            yield _candidate(document, passage, pair.start, pair.end, "quotation-marks", features)
        runs_on = any(pair.runs_on for pair in pairs)
        was_block, is_block = is_block, is_set_off(document, passage, before or passage, after_one=is_block)
        if is_block and _is_enclosed(passage, pairs):
            continue
        if is_block:
            features = [("block", "yes"), *([("continues", "yes")] if was_block else [])]
            yield _candidate(document, passage, 0, len(passage.text.rstrip()), "quotation-block", features)
        elif passage.kind in _TOLD:
            yield from _paraphrases(document, passage, bounds, pairs)


def _is_enclosed(passage: Passage, pairs: tuple[Marked, ...]) -> bool:
    """Tell whether marks enclose the whole of a block quotation: then they make it."""
    if not pairs:
        return False
    return not passage.text[: pairs[0].start - 1].strip() and not passage.text[pairs[0].end + 1 :].strip()


def _paraphrases(
    document: Document, passage: Passage, bounds: tuple[tuple[int, int], ...], pairs: tuple[Marked, ...]
) -> Iterator[Candidate]:
    quoted = outermost(tuple((max(0, pair.start - 1), pair.end + 1) for pair in pairs))
    index = 0
    sentences = sentences_around(bounds, quoted)
    for place, sentence in enumerate(sentences):
        while index < len(quoted) and quoted[index][1] <= sentence[0]:
            index += 1
        last = index
        while last < len(quoted) and quoted[last][0] < sentence[1]:
            last += 1
        inside = quoted[index:last]
        words = sentence_words(passage.text, *sentence, quoted=inside)
        cues = find_cues(passage.text, words, sentence[1])
        for reported in find_reported(passage.text, sentence, cues, inside) if cues else ():
            end = reported.end
            if reported.more and place + 1 < len(sentences):
                end = _next_end(passage.text, sentences[place + 1], quoted) or end
            yield _candidate(document, passage, reported.start, end, "paraphrase", [("paraphrase", reported.cue.base)])


def _next_end(text: str, sentence: tuple[int, int], quoted: tuple[tuple[int, int], ...]) -> int | None:
    """Give where a sentence ends that says what "stated his views" announced, None where it does not."""
    words = sentence_words(text, *sentence, quoted=())
    speaks = any(cue.form == "finite" for cue in find_cues(text, words, sentence[1]))
    if speaks or any(start < sentence[1] and end > sentence[0] for start, end in quoted):
        return None
    return sentence[0] + len(text[slice(*sentence)].rstrip(" \t\n.!?"))


def _candidate(
    document: Document, passage: Passage, start: int, end: int, rule: str, features: list[tuple[str, str]]
) -> Candidate:
    span = passage.span(start, end)
    exact = span.of(document.text)
    return Candidate(span, CandidateKind.QUOTATION, exact, rule, passage.block, tuple(sorted(features)))
