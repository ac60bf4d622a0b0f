"""What instruments lay down: their articles, the words after "whereby" or "which provided for"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ibidem.document import Document, Passage
from ibidem.iri import slug
from ibidem.parse.evidence import provision_opening
from ibidem.parse.lexicon import past_verb
from ibidem.parse.passage import passage_sentences
from ibidem.resolve.instrument import Group, Seen
from ibidem.sentence import sentence_at
from ibidem.story import Provision

_NUMBER = r"(?:\d{1,3}|[IVXL]{1,6})\b(?:\s?\(\w{1,3}\))?"
_ARTICLE = re.compile(
    rf"\b[Aa]rt(?:icle)?s?\.?\s{_NUMBER}(?:(?:,\s(?:and\s)?|\sand\s|\sto\s|\s?[–-]\s?){_NUMBER}){{0,6}}"
)
_STOP = re.compile(r"[.,;:()]")
_OF = re.compile(r"\s(?:of|in|to)\s(?:the|this|that|its|their)\s")
_AFTER = re.compile(
    r"\s(?:\w{2,12}ly\s)?(?:states?|stated|provides?|provided|stipulates?|stipulated|declares?|declared|says|said|reads|read"
    r"|lays\sdown|laid\sdown|requires?|required|obliges?|obliged|prohibits?|prohibited|allows?|allowed|guarantees?|guaranteed)\b"
    r"(?:\s(?:that|for))?[:,]?\s(?P<text>[^.;:]{4,200})"
)
_BEFORE = re.compile(
    r"(?P<text>[^.;:,()]{4,160}?),?\s(?:in\saccordance\swith|under|pursuant\sto|as\sprovided\sin|based\son|by\svirtue\sof)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_UNDER = re.compile(r"(?:^|[.;:,]\s|\s)(?:under|by|in|according\sto|pursuant\sto)\s(?:the\s)?$", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s(?P<text>[^.;:()]{8,200})")
_GAP = re.compile(
    r"[^.;:()]{0,60}?(?=,?\s(?:whereby|(?:under|by|in|according\sto)\swhich|which|that|[a-z]{4,13}ing\s(?:for|that))\b)"
)
_RULE = re.compile(r"(?P<text>[^.;:()\"“”]{4,220})")
_CUT = re.compile(rf",\s(?:which|and\s(?:which|the)|but|while|is|{past_verb()})\b|\s(?:in\saccordance|whereas)\b")
_LONGEST = 14
"""How many words the text of a provision has at most."""
_NEAR = 3
"""How many blocks before an article its instrument may stand."""


def read_provisions(document: Document, groups: tuple[Group, ...]) -> tuple[tuple[Provision, ...], ...]:
    """Read for each instrument the provisions that the text states, each once, in the order of the text."""
    found: list[dict[str, Provision]] = [{} for _ in groups]
    for index, provision in _articles(document, groups):
        found[index].setdefault(slug(provision.article or provision.text), provision)
    for group, known in zip(groups, found, strict=True):
        texts = {provision.text for provision in known.values()}
        for seen in group.seen:
            for provision in _of_mention(document, seen):
                if provision.text not in texts:
                    known.setdefault(slug(provision.text), provision)
    return tuple(tuple(sorted(of_one.values(), key=lambda one: one.mention.span)) for of_one in found)


def _articles(document: Document, groups: tuple[Group, ...]) -> Iterator[tuple[int, Provision]]:
    """Read the articles that the text names: of the instrument that follows, else of the one last spoken of."""
    placed = sorted(
        (seen.passage.block, seen.start, seen.end, index) for index, group in enumerate(groups) for seen in group.seen
    )
    for passage in document.body() if placed else ():
        for match in _ARTICLE.finditer(passage.text):
            at = bisect_right(placed, (passage.block, match.end(), 0, 0))
            of = _OF.match(passage.text, match.end())
            if of is not None:
                near = at < len(placed) and placed[at][0] == passage.block and placed[at][1] <= of.end() + 40
                if near and not _STOP.search(passage.text, of.end(), placed[at][1]):
                    yield placed[at][3], _article(document, passage, match, placed[at][2])
            elif at and passage.block - placed[at - 1][0] <= _NEAR:
                yield placed[at - 1][3], _article(document, passage, match, match.end())


def _article(document: Document, passage: Passage, match: re.Match[str], end: int) -> Provision:
    """Read what an article lays down: after its verb, after "under Article 4", or before that."""
    text = passage.text
    sentences = passage_sentences(text, tuple(at for at, _ in passage.markers))
    start, stop = sentence_at(sentences, match.start())
    after = _AFTER.match(text, end, max(stop, end))
    before = _BEFORE.search(text, max(start, match.start() - 200), match.start())
    opens = _UNDER.search(text, max(start, match.start() - 20), match.start())
    clause = _CLAUSE.match(text, end, stop) if opens is not None else None
    words, last = "", end
    if after is not None:
        words, last = _few(text, after.start("text"), after.end("text"))
    elif before is not None and len(before["text"].split()) > 2:
        words = " ".join(before["text"].split()[-_LONGEST:])
    elif clause is not None:
        words, last = _few(text, clause.start("text"), clause.end("text"))
    return _provision(document, passage, (match.start(), last), words, " ".join(match.group().split()))


def _of_mention(document: Document, seen: Seen) -> Iterator[Provision]:
    text = seen.passage.text
    end = seen.sentence[1]
    topic = seen.candidate.feature("topic")
    core = int(seen.candidate.feature("core") or seen.end)
    if topic is not None and text.startswith(" to ", core):
        yield _provision(document, seen.passage, (core + 1, int(topic)), text[core + 4 : int(topic)], None)
    gap = _GAP.match(text, seen.end, end)
    pattern = provision_opening()
    opening = pattern.match(text, gap.end() if gap else seen.end, end) or pattern.match(text, seen.end, end)
    rule = _RULE.match(text, opening.end(), end) if opening is not None else None
    if rule is not None and opening is not None and len(rule["text"].split()) > 2:
        verb = opening.group().split()[-1] + " " if opening["verb"] else ""
        words, stop = _few(text, rule.start("text"), rule.end("text"))
        yield _provision(document, seen.passage, (rule.start() + 1, stop), verb + words, None)


def _few(text: str, start: int, end: int) -> tuple[str, int]:
    """Give the first words of a range, and where they end."""
    cut = _CUT.search(text, start, end)
    words = list(re.finditer(r"\S+", text[start : cut.start() if cut else end]))[:_LONGEST]
    if not words:
        return "", end
    return " ".join(word.group() for word in words).strip(" ,\"“”'‘’"), start + words[-1].end()


def _provision(
    document: Document, passage: Passage, place: tuple[int, int], words: str, article: str | None
) -> Provision:
    mention = document.mention(passage.span(place[0], max(place[1], place[0] + 1)), passage=passage)
    text = " ".join(words.split()) or (article or "")
    return Provision(slug(f"{article or ''} {text}"), text, article, mention)
