"""One phrase for an instrument, what tells it from others, and the group of the phrases that mean the same."""

import re
from dataclasses import dataclass, field
from functools import cache

from ibidem.candidate import Candidate
from ibidem.document import Document, Passage
from ibidem.edtf import Date, bounds
from ibidem.parse.evidence import concludes
from ibidem.parse.lexicon import function_words, month_words, treaty_nouns
from ibidem.resolve.mention import ActorIndex
from ibidem.story import ActorType
from ibidem.words import read_words

_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
UNDATED = 9
"""The rank of a mention without a date; the lower the rank, the surer the date."""
_PLANNED = frozenset({"proposed", "draft", "planned", "future", "such"})
_BODIES = frozenset({ActorType.STATE, ActorType.INTERNATIONAL_ORGANISATION, ActorType.GOVERNMENT_BODY})


@dataclass(frozen=True, slots=True)
class Seen:
    """One phrase for an instrument; offsets in its passage. `content` are the words that tell it from others."""

    candidate: Candidate
    passage: Passage
    start: int
    end: int
    content: frozenset[str]
    proper: bool
    evidence: frozenset[str]
    date: Date | None
    rank: int
    sentence: tuple[int, int]

    @property
    def kind(self) -> str:
        """Give the kind of instrument that the noun names."""
        return self.candidate.feature("kind") or "treaty"

    @property
    def noun(self) -> str:
        """Give the head noun, singular."""
        return self.candidate.feature("noun") or ""

    @property
    def shape(self) -> str:
        """Tell whether the phrase is named, described or bare."""
        return self.candidate.feature("shape") or "bare"

    @property
    def definite(self) -> bool:
        """Tell whether the phrase points at something known."""
        return self.candidate.feature("determiner") in ("the", "this", "that", "'s", "their", "its")

    @property
    def owned(self) -> bool:
        """Tell whether the phrase says whose the instrument is."""
        return self.candidate.feature("determiner") in ("'s", "their", "its", "his", "her", "our", "whose")


@dataclass(slots=True)
class Group:
    """The mentions of one instrument, in the order of the text; the first that was dated best dates it."""

    seen: list[Seen] = field(default_factory=list)
    content: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    date: Date | None = None
    rank: int = UNDATED
    named: bool = False

    def add(self, seen: Seen) -> None:
        """Take in a mention; the first that is a name sets the words that later ones are compared with."""
        if not self.seen or (seen.shape == "named" and not self.named):
            self.content = seen.content or self.content
        self.named = self.named or seen.shape == "named"
        if seen.kind not in self.kinds:
            self.kinds |= {seen.kind}
        self.seen.append(seen)
        if seen.date is not None and (self.date is None or seen.rank < self.rank or narrows(seen.date, self.date)):
            if self.date is None or not narrows(self.date, seen.date):
                self.date = seen.date
            self.rank = min(self.rank, seen.rank)


def content_words(document: Document, passage: Passage, start: int, end: int, *, actors: ActorIndex) -> frozenset[str]:
    """Give the words of a phrase that tell its instrument from others; states and bodies as their keys."""
    named = [mention for mention in actors.within(passage.span(start, end)) if mention.type in _BODIES]
    words = set()
    for token in _TOKEN.finditer(passage.text, start, end):
        at = passage.offset(token.start())
        actor = next((mention for mention in named if mention.span.start <= at < mention.span.end), None)
        low = re.sub(r"[’']s?$", "", token.group().casefold())
        if actor is not None:
            words.add(actor.actor_key)
        elif (low not in _telling_nothing() and not _is_noun(low) and not low.isdigit()) or (
            low.isdigit() and len(low) < 4 and token.start() > start
        ):
            words.add(low)
    return frozenset(words)


def telling_words(text: str) -> frozenset[str]:
    """Give the words of a phrase that tell its instrument from others, small letters."""
    words = (re.sub(r"[’']s?$", "", token.casefold()) for token in _TOKEN.findall(text))
    return frozenset(word for word in words if not (word in _telling_nothing() or _is_noun(word) or word.isdigit()))


@cache
def _telling_nothing() -> frozenset[str]:
    return function_words() | month_words() | frozenset(read_words("general"))


def _is_noun(low: str) -> bool:
    return low in treaty_nouns() and treaty_nouns()[low].weight != "naming"


@cache
def weights() -> dict[str, str]:
    """Map the nouns to their weight (`words/treaties.tsv`)."""
    return {noun.noun: noun.weight for noun in treaty_nouns().values()}


def is_instrument(seen: Seen) -> bool:
    """Tell whether a phrase shows by itself that the instrument exists: named, dated, or concluded or issued."""
    evidence = seen.evidence
    if "against" in evidence and "dated" not in evidence:
        return seen.shape == "named" or (seen.definite and seen.shape == "described" and not seen.content & _PLANNED)
    if seen.shape in ("agreed", "acronym"):
        return seen.shape == "agreed"
    weight = weights()[seen.noun]
    if weight == "title":
        return seen.shape == "named"
    if seen.shape == "named":
        return True
    if weight == "formal" and not seen.proper:
        return "joint" in evidence
    if seen.shape == "bare" and "made" in evidence and not concludes(seen.candidate.feature("form") or ""):
        return False
    told = bool(evidence & {"with", "provides", "dated", "day"}) or seen.candidate.feature("topic") is not None
    if "made" in evidence or "dated" in evidence:
        return told or weight == "strong" or seen.shape == "described"
    if "doing" in evidence:
        return seen.shape == "described" and bool(evidence & {"with", "dated", "day"})
    if "annexed" in evidence and seen.kind == "protocol":
        return True
    if "with" in evidence and seen.definite and weight == "strong" and "will" not in evidence:
        return True
    if "between" in evidence and seen.definite and "will" not in evidence:
        return True
    if "under" in evidence:
        return "with" in evidence
    if "acts" in evidence and seen.kind == "decree":
        # "The decree was followed by ...": no treaty that was spoken of before, so one that is told of here.
        return seen.definite
    return weight == "strong" and "provides" in evidence and seen.shape == "described"


def narrows(new: Date, known: Date) -> bool:
    """Tell whether the new date says the known one more precisely."""
    (start, end), (begin, finish) = bounds(new.edtf), bounds(known.edtf)
    return begin <= start and end <= finish and (end - start) < (finish - begin)
