"""What a sentence says of an instrument: that it was concluded, by which act, when, with whom, to what end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.parse.date import FoundDate
from ibidem.parse.instrument import ACRONYM, Instrument
from ibidem.parse.lexicon import foreign_acts, function_words, is_demonym, one_of, past_verb, treaty_verbs
from ibidem.words import read_words

_REACH = 90
_GAP, _INVERTED = 5, 10
"""How many words may stand between a verb and the instrument, and where the subject stands between them too."""
_PASSIVE = re.compile(
    r"[^.;:]{0,120}?\b(?:was|were|is|are|been|being)\s(?:\w{2,14}ly\s|then\s|also\s|finally\s){0,2}(?P<form>\w{4,14})\b"
)
_FOLLOWED = re.compile(r"\s(?:then\s|soon\s)?(?P<form>followed)\s(?:in|on|at)\s")
_UNREAL = re.compile(
    r"\b(?:would|should|could|can|cannot|may|might|must|if|unless|refus\w{1,3}"
    r"|without|hop\w{1,3}|plan\w{0,4}|to be)\b"
    r"[^,;]{0,24}$",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|none|non|no|nicht|nie|ne|n['’]\w+|jamais|не)\b[^,;]{0,40}$", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:according\sto|under|pursuant\sto|in\saccordance\swith|in\sterms\sof|by\svirtue\sof|by|in\sline\swith|based\son)"
    r"\s(?:the\s|an?\s|this\s)?$",
    re.IGNORECASE,
)
_PARTIES = re.compile(
    r"[\s,(]{1,2}(?:signed\s|concluded\s)?(?:with|between|among|amongst)\s(?:the\s)?"
    r"(?=[A-Z]|\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|many)\s)"
)
_MANY = re.compile(
    r",?\s(?:by\s)?(?:the\s)(?:\w{2,9}\s)?(?:presidents|leaders|heads|governments|prime\sministers|foreign\sministers|ministers|parties)\b"
)
_FORMAL = re.compile(r"\b(?:joint|formal|official|final|common|tripartite|solemn)\b", re.IGNORECASE)
_ANNEXED = re.compile(
    r"\s(?:annexed\s|added\s|attached\s)?to\s(?:the|this|that)\s(?:[\w-]{2,20}\s){0,3}(?:treaty|pact|agreement|convention|accord)s?\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"\sby\sneither\b")
_IT = re.compile(r"\s(?:it|to\sit|from\sit)\b")
_ALONE = re.compile(r"(?:\s(?:only|later|again|finally|too))?(?=\s(?:in|on|until|after)\s|\s?[.;,])")
_WITHOUT_OBJECT = frozenset({"acceded", "withdrew"})
_GRANTEE = re.compile(r"\s(?:the\s)?[A-Z][^,.;:()]{1,60}\s(?:an?|its|their)\s(?:[a-z]{3,12}\s){0,2}")
_JOINED = re.compile(rf"\s(?:the\s)?{ACRONYM}\s(?:and|or)\s")
_GAP_WORDS = frozenset(
    {"of", "to", "an", "a", "the", "their", "its", "his", "another", "only", "also", "even", "first"}
)
_ACTS = re.compile(rf"\s(?:has|{past_verb()})\s")
_OPENING = re.compile(r"[\s\"“]*[Tt]he\s$")
_OWN_DATE = re.compile(
    r"[\s,(]{1,2}(?:(?:of|dated|from|vom|von|de|du|del|от|(?:signed|concluded|issued|adopted)\s(?:in|on))\s)?(?:the\s)?(?:early|late|mid)?[\s-]?"
)
_ACT_DATE = re.compile(r"\s(?:in|on)\s(?:the\s)?(?:early|late|mid)?[\s-]?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an instrument: `marks`, and the verb form that governs it with its range.

    Marks: made, doing, will, against (the use of the verb), dated (a date belongs to the phrase), day (one
    stands in the sentence), with (parties follow), between (an adjective names the parties), under, provides
    (what it lays down follows), acts (it is the subject of the sentence), annexed (to another instrument), joint.
    """

    marks: frozenset[str]
    verb: tuple[int, int] | None
    form: str


def read_evidence(text: str, start: int, end: int, found: Instrument, dates: tuple[FoundDate, ...]) -> Evidence:
    """Read what the sentence `text[start:end]` says of the instrument; `dates` are those of the sentence."""
    verb = _governing(text, start, end, found)
    form = " ".join(text[verb[0] : verb[1]].casefold().split()) if verb is not None else ""
    marks = set(_marks(text, start, end, found, form, dates))
    if verb is None:
        return Evidence(frozenset(marks), None, "")
    use = _use(form)
    floor = max(start, verb[0] - 60, found.end if found.end <= verb[0] else start)
    negated = _NEGATED.search(text, floor, verb[0]) or _NEITHER.match(text, verb[1])
    if use == "made" and negated:
        use = "against"
    if use == "made" and _UNREAL.search(text, floor, verb[0]):
        use = "will"
    return Evidence(frozenset(marks | {use}), verb, form)


def _marks(
    text: str, start: int, end: int, found: Instrument, form: str, dates: tuple[FoundDate, ...]
) -> Iterator[str]:
    if dates:
        yield "day"
    if any(is_attached(text, found.start, found.end, date, form) for date in dates):
        yield "dated"
    if any(_PARTIES.match(text, at, end) for at in (found.end, found.core)) or " with " in text[found.core : found.end]:
        yield "with"
    if _UNDER.search(text, max(start, found.start - 40), found.start):
        yield "under"
    if _ANNEXED.match(text, found.core, end):
        yield "annexed"
    if provision_opening().match(text, found.end, end):
        yield "provides"
    if _ACTS.match(text, found.end, end) and _OPENING.fullmatch(text, start, found.start):
        yield "acts"
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+(?:[-–][^\W\d_]+)*", text[found.start : found.head])]
    if any(is_demonym(word) and ("-" in word or "–" in word or found.noun.kind == "declaration") for word in words):
        yield "between"
    if _FORMAL.search(text, found.start, found.head) or _MANY.match(text, found.end, end):
        yield "joint"


def is_attached(text: str, start: int, end: int, date: FoundDate, form: str) -> bool:
    """Tell whether a date is that of the instrument: inside its phrase or directly behind it.

    "revoked the edict in 1685" dates the act, unless the act (`form`) is the one that makes the instrument.
    """
    if date.end <= start or date.start > end + 30:
        return False
    if date.end <= end or _OWN_DATE.fullmatch(text, end, date.start):
        return True
    return concludes(form) and _ACT_DATE.fullmatch(text, end, date.start) is not None


def concludes(form: str) -> bool:
    """Tell whether a verb form is of an act that makes an instrument; no verb form at all is."""
    act, use = treaty_verbs().get(form, ("", ""))
    return not form or (use != "against" and act in ("signed", "issued", "approved"))


def is_signed(form: str) -> bool:
    """Tell whether a verb form is one of signing."""
    return treaty_verbs().get(form, ("", ""))[0] == "signed"


@cache
def provision_opening() -> re.Pattern[str]:
    """Match what opens the words that an instrument lays down: whereby, which provided for, stipulating that."""
    verbs = one_of(read_words("provision_verbs"))
    return re.compile(
        rf",?\s(?:whereby|(?:under|by|in|according\sto)\swhich|(?:which|that)\s(?:also\s)?(?P<verb>{verbs})"
        rf"|(?:clearly\s|also\s|explicitly\s)?(?P<bare>{verbs}))\b(?:\sfor\b|\sthat\b|\sto\b)?"
    )


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(rf"\b({one_of(treaty_verbs())})\b", re.IGNORECASE)


@cache
def _echo() -> re.Pattern[str]:
    forms = [form for form, (_, use) in treaty_verbs().items() if use in ("made", "against")]
    return re.compile(rf"\b(?:{one_of((*forms, *_WITHOUT_OBJECT))})\b(?!-)")


def find_echoes(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Find what is done to "it", or to what was named before ("acceded only in 1992"): the ranges of verb and rest."""
    for match in _echo().finditer(text, start, end):
        alone = match.group() in _WITHOUT_OBJECT or _use(match.group()) == "against"
        rest = _IT.match(text, match.end(), end) or (_ALONE.match(text, match.end(), end) if alone else None)
        if rest is not None:
            yield match.span(), rest.span()


def _use(form: str) -> str:
    return treaty_verbs().get(" ".join(form.casefold().split()), ("", ""))[1]


@cache
def _participle() -> re.Pattern[str]:
    made = one_of(
        form for form, (_, use) in treaty_verbs().items() if use == "made" and " " not in form and form != "granted"
    )
    aside = r"(?:\s?\([^()]{1,40}\))?"
    own = r"(?:\s(?:of|dated)\s[^.;:,()]{4,20})?"
    return re.compile(
        rf"{aside}{own}[^\w.;:]{{1,3}}(?:[^.;:,()]{{0,40}}\s)?(?P<form>{made}|granted(?=\s(?:by|on|in|at|to)\s))\b",
        re.IGNORECASE,
    )


@cache
def _relative() -> re.Pattern[str]:
    made = one_of(form for form, (_, use) in treaty_verbs().items() if use == "made" and " " not in form)
    return re.compile(rf",?\s(?:which|that)\s[^,;.()]{{2,60}}?\s(?P<form>{made})\b", re.IGNORECASE)


def _governing(text: str, start: int, end: int, found: Instrument) -> tuple[int, int] | None:
    """Find the verb form that has the phrase as its object, or as the subject of its passive."""
    before = _verb_before(text, max(start, found.start - _REACH), found.start)
    if before is not None:
        return before
    for pattern in (_participle(), _relative(), _PASSIVE, _FOLLOWED):
        match = pattern.match(text, found.end, end) or pattern.match(text, found.core, end)
        form = _forms().match(text, match.start("form"), end) if match is not None else None
        if form is not None and _use(form.group()) == "made":
            return form.span()
    return None


def _verb_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    last = None
    for match in _forms().finditer(text, start, end):
        last = match
    if last is None:
        return None
    if last.group().casefold() == "granted" and _GRANTEE.fullmatch(text, last.end(), end):
        return last.span()
    joined = _JOINED.match(text, last.end(), end)
    gap = text[joined.end() - 1 if joined is not None else last.end() : end]
    words = gap.casefold().replace("“", " ").replace('"', " ").replace("‘", " ").split()
    plain = not any(char in gap for char in ",;:()")
    most = _INVERTED if last.group().casefold() in foreign_acts() else _GAP
    if len(words) > most or not plain or any(word in function_words() and word not in _GAP_WORDS for word in words):
        return None
    return last.span()
