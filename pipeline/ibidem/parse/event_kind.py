"""What kind of event a clause reports, by its words."""

import re
from functools import cache

from ibidem.parse.lexicon import function_words, one_of
from ibidem.words import read_table

_QUOTED = re.compile(r"[\"“][^\"”]{0,400}[\"”]?")
_THAT = re.compile(r"\bthat\s")
_THING = re.compile(r"\s(?P<words>(?:[^\W\d_][\w’'-]*\s){0,3})$")
_DETERMINED = re.compile(r"\b(?:the|a|an|this|that|his|her|its|their)\s(?:[^\W\d_]{3,9}\s)?$", re.IGNORECASE)
_THING_OF = re.compile(r"(?P<thing>[^,;.()]{4,50}?),?\s(?:of|dated)\s$")
_FROM_TREATY = re.compile(
    r"withdrew\sfrom\s[^,;.]{0,40}?\b(?:treaty|pact|agreement|protocol|convention|accord)\b", re.IGNORECASE
)
_SENT = re.compile(
    r"\bsent\s(?:[\w,.]+\s){0,4}(?:troops|forces|soldiers|reinforcements|warships|army|fleet|regiments|battalions)\b"
)
_BEGINNING = frozenset({"began", "started", "continued", "resumed", "helped"})
_WHAT = re.compile(r"\s(?:to\s(?P<base>[a-z]{3,14})\b|(?P<gerund>[a-z]{3,14})ing\b)")
_AFTER = 20
"""A verb behind the date counts as so many code points farther: what is dated mostly stands before its date."""


@cache
def _forms(*parts: str) -> tuple[re.Pattern[str], dict[str, str]]:
    forms = {form: kind for form, kind, which in read_table("event_kinds") if which in parts}
    # A capital inside a clause makes a verb a name: "Said" does not say anything.
    capital = one_of(form[:1].upper() + form[1:] for form in forms)
    flags = re.IGNORECASE if parts == ("noun",) else re.NOFLAG
    return re.compile(rf"\b(?<!-)({one_of(forms)})\b(?!-)|^({capital})\b", flags), forms


def has_verb(clause: str) -> bool:
    """Tell whether a verb of the clause says that something happened, outside quotation marks."""
    return _forms("verb")[0].search(_QUOTED.sub("", clause)) is not None


def has_noun(clause: str) -> bool:
    """Tell whether a noun of `words/event_kinds.tsv` stands in the clause, outside quotation marks."""
    return _forms("noun")[0].search(_QUOTED.sub("", clause)) is not None


def event_kind(clause: str, printed: str) -> str:
    """Give the kind of event a clause reports; `printed` is its date.

    The noun that the date belongs to ("the July 1993 meeting") decides, else the verb nearest to the date, else
    the noun nearest; in "said that in 1992 ..." only what follows "that" counts. Without any it is `other`.
    """
    bare = _QUOTED.sub("", " ".join(clause.split()))
    at = bare.find(" ".join(printed.split()))
    end = at + len(" ".join(printed.split())) if at >= 0 else -1
    thing = _dated_thing(bare, at, end) if at >= 0 else None
    if thing is not None:
        return thing
    if _SENT.search(bare) is not None:
        return "deployment"
    start = max((match.end() for match in _THAT.finditer(bare, 0, max(0, at))), default=0)
    for parts in (("verb", "state"), ("noun",)):
        pattern, forms = _forms(*parts)
        found = list(pattern.finditer(bare, start)) or list(pattern.finditer(bare))
        if found:
            nearest = min(found, key=lambda match: _distance(match, at, end))
            if _FROM_TREATY.match(bare, nearest.start()):
                return "treaty"
            return _begun(bare, nearest) or forms[" ".join(nearest.group().casefold().split())]
    return "other"


@cache
def _stems() -> dict[str, str]:
    """Map the stems of regular verbs to their kinds: attack, transferr (of "transferred") and transfer."""
    stems: dict[str, str] = {}
    for form, kind in _forms("verb")[1].items():
        if form.endswith("ed") and " " not in form:
            stem = form[:-2]
            stems |= dict.fromkeys((stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem), kind)
    return stems


def _begun(bare: str, verb: re.Match[str]) -> str | None:
    """Give the kind of what "began to" or "started" begins."""
    if verb.group().casefold() not in _BEGINNING:
        return None
    begun = _WHAT.match(bare, verb.end())
    word = begun["base"] or begun["gerund"] if begun is not None else ""
    return _stems().get(word)


def _distance(match: re.Match[str], at: int, end: int) -> int:
    if at < 0:
        return match.start()
    return at - match.end() if match.end() <= at else match.start() - end + _AFTER


def _dated_thing(bare: str, at: int, end: int) -> str | None:
    """Give the kind of the noun that a date before it belongs to."""
    pattern, forms = _forms("noun")
    ahead = _THING_OF.search(bare, max(0, at - 60), at)
    if ahead is not None:
        named = [match.group().casefold() for match in pattern.finditer(bare, *ahead.span("thing"))]
        if named and forms[named[-1]] == "treaty":
            return "treaty"
    if _DETERMINED.search(bare, max(0, at - 24), at) is None:
        return None
    noun = pattern.search(bare, end, end + 60)
    between = _THING.fullmatch(bare, end, noun.start()) if noun is not None else None
    if noun is None or between is None:
        return None
    if any(word.casefold() in function_words() for word in between["words"].split()):
        return None
    return forms[" ".join(noun.group().casefold().split())]
