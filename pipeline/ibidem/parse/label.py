"""The few words that name an event."""

import re

from ibidem.parse.event_kind import has_verb
from ibidem.parse.lexicon import function_words, past_verb

_WORDS = 12
"""How many words a label has at most."""
_SHORTEST = 8
"""How much of a clause, in code points, must be left when what opens it is dropped."""
_OPENING = re.compile(
    r"(?:according\sto\s[^,]{1,90},\s(?:[A-Z][^,]{1,60},\s)?"
    r"|it\swas\s(?:not\s)?[^,]{0,60},?\sthat\s"
    r"|(?:after|before|prior\sto|following|when|as|since|despite)\s[^,;:]{1,110},\s"
    r"|(?:by|under|in)\sthe\s(?-i:(?:[A-Z][\w-]*\s){0,4}(?:Treaty|Protocol|Convention|Agreement|Memorandum|Pact|Accords?)\s(?=[A-Z]))"
    r"|(?P<place>(?:in|on|at|by|from|until|during|for|between|with|under)\s[^,;:]{1,110},\s)"
    r"|beginning,\s|[^\W\d_]{3,14}ed,?\s(?:by\s[^,]{3,60},\s)?(?-i:(?=[A-Z]))|which\s[^,]{2,60},\s"
    r"|(?:however|then|thus|again|also|hence|moreover|finally|meanwhile|earlier|later|similarly|furthermore|and|but"
    r"|for\sexample|in\spractice),?\s)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:who|which|whose|whom)\s[^,]{3,110},(?=\s)")
_SUBJECT_OF = re.compile(r"(?P<subject>[^,]{3,80}),\s(?:which|who)\s(?=(?:had|was|were|has|is|[^\W\d_]{2,14}ed)\b)")
_PARENTHESIS = re.compile(r"\s?\([^()]{0,120}\)")
_UNCLOSED = re.compile(r"\s?\([^()]{0,120}$")
_STOP = re.compile(
    r"[;:?!“”\"]|,\s(?:which|who|where|when|whereby|that|and|but|providing)\b"
    r"|\s(?:whereby|which|because|although|so\sthat|when)\s"
)
_WHEN = re.compile(r"(?:[Ww]hen|[Aa]s|[Aa]fter)\s(?P<clause>[^,]{8,160}),\s")
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|his|her|its|their|this|that)\s$", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:the|a|an|his|her|its|their|this|that|no|some|all)\s", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?:^|\s)(?:in|on|of|at|by|since|as\sof|from|until|during|between|beginning|dated|around|about|as\searly\sas|before"
    r"|after))?"
    r"(?:(?:^|\s)(?:the\s)?(?:early|late|mid|(?:middle|beginning|end|first\shalf|second\shalf|spring|summer|autumn|fall"
    r"|winter|night|morning|evening|afternoon|eve|course|same\smonth)\sof))?"
    r"(?:(?:^|\s)the)?[\s-]{0,2}$",
    re.IGNORECASE,
)
_PREDICATE = re.compile(rf"(?:is|are|has|{past_verb()})\b")
_VERB = re.compile(rf"\s(?:is|are|has|{past_verb()})\b")
_GOING_ON = re.compile(r"(?:from|to|with|against)\s")
_PARTICIPLE = re.compile(r",\s[^\W\d_]{3,12}ed,(?=\s)")
_FIRST_VERB = re.compile(rf"\s(?:is|are|has|{past_verb()})\s")


def clause_label(clause: str, printed: str, *, before: str = "") -> str:
    """Name a clause in at most twelve of its own words, from its subject on, without date, openings and asides.

    `printed` is its date, `before` the part of the sentence before it, which holds the subject of a clause that
    has none. Where the date stands in an opening "when" clause, that clause is the event.
    """
    whole = _PARENTHESIS.sub("", _UNCLOSED.sub("", " ".join(clause.split())))
    date = " ".join(printed.split())
    dated = _WHEN.match(whole)
    if dated is not None and date in dated["clause"]:
        whole = dated["clause"]
    whole = _RELATIVE.sub(lambda aside: aside.group() if date and date in aside.group() else "", whole)
    bare = _opened(_without_date(whole, date))
    subject = _SUBJECT_OF.match(bare)
    if subject is not None and _VERB.search(subject["subject"]) is None:
        bare = f"{subject['subject']} {bare[subject.end() :].split(',')[0]}"
    if before and _PREDICATE.match(bare):
        ahead = _FIRST_VERB.split(clause_label(before, printed), maxsplit=1)[0].split(",")[0]
        bare = f"{ahead} {bare}"
    go_on = _GOING_ON.match(bare)
    if before and go_on is not None:
        ahead = clause_label(before, printed).partition(go_on.group())[0]
        bare = f"{ahead.rstrip()} {bare[:1].lower()}{bare[1:]}"
    stops = [match for match in _STOP.finditer(bare, 12) if _VERB.search(bare, 0, match.start())]
    stop = stops[0] if stops else None
    words = (bare[: stop.start()] if stop else bare).split()[:_WORDS]
    while len(words) > 3 and words[-1].casefold().strip(",’'") in function_words():
        words.pop()
    label = " ".join(words).strip(" ,;:.’'\"“")
    return label[:1].upper() + label[1:] if label else " ".join(clause.split()[:_WORDS])


def _opened(bare: str) -> str:
    """Drop what stands before the subject."""
    for _ in range(4):
        opening = _OPENING.match(bare)
        if opening is None or len(bare) - opening.end() < _SHORTEST:
            break
        if opening["place"] and has_verb(opening["place"]):
            break
        bare = bare[opening.end() :]
    return bare


def _without_date(text: str, date: str) -> str:
    at = text.find(date)
    if at < 0 or not date:
        return text
    after = text[at + len(date) :].lstrip(" ")
    attribute = _ATTRIBUTE.search(text, max(0, at - 8), at) and after[:1].isalpha() and not _DETERMINED.match(after)
    before = text[:at] if attribute else _LEADING.sub("", text[:at])
    text = after.lstrip(", ") if not before.strip(" ,") else f"{before.rstrip()} {after}".replace(" ,", ",")
    return _PARTICIPLE.sub("", text.replace(",,", ","))
