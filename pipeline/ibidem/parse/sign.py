"""What tells a reference from a comment, and a whole one from a part of one: dates, marks, pages, verbs."""

import re
from functools import cache
from itertools import pairwise

from ibidem.parse.anaphor import find_form, parse_anaphor
from ibidem.parse.ancient import is_ancient
from ibidem.parse.archive import find_archive
from ibidem.parse.elsewhere import is_elsewhere
from ibidem.parse.fields import flat
from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.name import is_given, read_names
from ibidem.parse.plain import described
from ibidem.parse.reporter import is_reported, parse_named
from ibidem.parse.short import NAMES, parse_short
from ibidem.parse.signal import find_signal
from ibidem.parse.statute import is_act, read_section
from ibidem.parse.title import find_quoted
from ibidem.parse.type import is_periodical
from ibidem.parse.via import find_via
from ibidem.words import read_words

LONGEST = 20_000
"""Of a longer note only so many code points are read: no note is that long, but a text without line ends is."""

YEAR = re.compile(r"(?<![\d./-])(?:1[4-9]|20)\d\d[a-z]?(?![\d/])")
MARKED = re.compile(r"\*[^*\s][^*]{1,400}\*|(?<![^\W\d_])[\"‘][^\W\d_][^\"]{2,400}?[\"’']")
_PAGED = re.compile(
    r"\b(?:pp?|S|С|Seiten?|pages?|págs?|pag|vol|nos?|Bd|Nr|chap|ch|fols?|Bl|ff|paras?|Rn|Rz)\.?\s?\d|[§№]|[,:)]\s?\d{1,4}(?:\s?-{1,2}\s?\d{1,4})?\b"
)
_IMPRINT = re.compile(
    r"\([^()]{0,120}\b(?:1[4-9]|20)\d\d[^()]{0,60}\)|\b(?:Press|Verlag|University|Publishers?|Books)\b|https?://|www\."
)
STRONG = re.compile(
    r"\((?:[^()]{0,120}\s)?(?:1[4-9]|20)\d\d[^()]{0,60}\)[^()]{0,80}(?:\([^()]{0,60}\))?[\s.*\")]*$|\bp{1,2}\.\s?[\dxvi]+[^a-z()]{0,60}$"
)
OPENS = re.compile(
    rf"[\s(*\"‘]*(?:(?:[{UPPER}]\.[\s-]?){{1,4}}(?:(?:van|von|de|der|du|la|le)\s){{0,2}}[{UPPER}]"
    rf"|[{UPPER}][\w'’-]+\.?(?:\s[\w.'’-]+){{0,5}},\s|[{UPPER}][\w'’-]+\s(?:[{UPPER}]\.\s?){{1,2}}|\*|\"|‘)"
)
_INITIALS = re.compile(
    rf"[\s(*]*(?:(?:[{UPPER}][{LOWER}]?\.[\s-]?){{1,3}}(?:[{LOWER}’']{{1,3}}\s?){{0,2}}[{UPPER}][\w'’-]+,\s[*\"‘]?[{UPPER}]"
    rf"|[{UPPER}][\w'’-]+,?\s(?:[{UPPER}]\.\s?){{1,3}}[*\"]?[{UPPER}])"
)
"""How a reference opens and no sentence: `G. Bellandi, La seta`, `Петрова Н. И. Соль`."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"https?://\S+$")
DATED = re.compile(
    rf"[\s(]*(?P<head>{NAMES}),?\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?"
    r"(?P<more>(?:[,:]?\s(?:insbesondere\s)?(?:S|pp?|ch|chap|Kap|Bd)\.?\s?|[,:]\s(?:bes\.\s|esp\.\s)?)\d(?![\d]{4})(?:(?!,\s(?:1[4-9]|20)\d\d[a-z]?[:,])[\d\s,f.-])*(?:(?<=[\df.])\))?)?"
)
_YEARLY = re.compile(r"(?:[(,.-]\s?|(?<![Yy]ear)\s)(?:1[4-9]|20)\d\d[a-z]?\s?(?:[),.:;]|$)")
"""A year where references have one; `through the Year 2010` in a title has none."""
_ENDLESS = re.compile(r"[^\W\d_]{3}(?<!sim)(?<!seq)(?<!uiv)(?<!sqq)(?<!sgg)(?<!egg)\.?\s*$")
"""How no reference ends: with a word, as the first of several titles of one decision does."""
_SPOKEN = re.compile(
    r"[\s(*]*(?i:(?:the\s)?(?:author[’']?s?|personal|telephone|phone|own)\s)?(?i:interview|conversation|correspondence|e-?mail)s?\s(?:with|by|from)\s"
)
_PLACED = re.compile(
    r"(?:(?:pp?|S|С|Seiten?|pages?|págs?|pag|fols?|Bl|paras?|Rn|Rz|ch|chap)\.\s?\d[\d\s,-]{0,20}(?:ff?\.?|ss?\.?)?|[\w\"”],\s\d{1,4}(?:\s?-{1,2}\s?\d{1,4})?|,\s[IVXLC]{1,6}[.,]\s?\d{1,3})[\s.)]*$"
)
"""How a reference ends that points at a page."""
_DAY = r"\d{1,2}\.?\s[^\W\d_]{3,12}\.?\s(?:1[6-9]|20)\d\d"
_DAILY = re.compile(rf"(?P<name>[{UPPER}][^\d,.;()]{{3,60}}?)(?:,?\s(?:vom|v\.|du|del|от)|,)\s{_DAY}")
"""An issue of a newspaper: `Appenzeller Zeitung vom 3. März 1868`."""
_IN_VOLUME = re.compile(
    rf",\s(?:[Ii]n|dans|en):?\s{NAMES}\s\d{{1,4}}(?:\sff?\.)?(?:\s\(\d{{1,4}}(?:\sff?\.)?\))?[\s.]*$"
)
"""A piece in a volume that is named by its editors alone: `in: Drobnig/Rehbinder 171 ff.`."""
_NEUTRAL = re.compile(
    r"(?:\[|\()(?:1[89]|20)\d\d(?:\]|\))\s(?:\d{1,3}\s)?[A-Z][A-Za-z. ]{1,24}(?:\s?|[IVX]{1,3}-)\d{1,5}"
)
"""A neutral citation or a law report: `[1932] AC 562`, `[2005] UKHL 56`."""
_PASSIM = re.compile(r"(?:and)?[\s*.,]*passim[\s*.,]*")


def is_reference(text: str) -> bool:
    """Tell whether a stretch names a source or stands for one."""
    plain = flat(text)
    anaphor = parse_anaphor(plain)
    if anaphor is not None and anaphor.chapter is not None:
        return True
    if is_elsewhere(plain) or _PASSIM.fullmatch(plain):
        return False
    if described(plain) or find_archive(plain) is not None:
        return True
    if _SPOKEN.match(plain, start_of(plain)) and YEAR.search(plain):
        return True
    if (
        is_ancient(plain)
        or read_section(plain) is not None
        or is_act(plain)
        or is_reported(plain)
        or _NEUTRAL.search(plain)
    ):
        return True
    daily = _DAILY.match(plain, start_of(plain))
    if daily and is_periodical(daily["name"]):
        return True
    if STRONG.search(plain) or anaphor is not None or parse_short(plain) is not None:
        return True
    marked, year = MARKED.search(plain) is not None, YEAR.search(plain) is not None
    paged, imprint = _PAGED.search(plain) is not None, _IMPRINT.search(plain) is not None
    if paged and find_signal(plain):
        return True
    opens = OPENS.match(plain, start_of(plain)) is not None
    if opens and _IN_VOLUME.search(plain):
        return True
    if opens and _PLACED.search(plain) and len(_WORD.findall(plain)) < 16 and not is_told(plain):
        return True
    return sum((marked, year, paged, imprint)) >= 2 or ((marked or year) and opens)


def start_of(plain: str) -> int:
    """Give where a reference starts behind its signal, and behind `quoted in` where nothing stands before that."""
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    second_hand = next((cut for cut in find_via(plain[start:200]) if not plain[start : start + cut[0]].strip()), None)
    return start + second_hand[1] if second_hand else start


def is_named(text: str) -> bool:
    """Tell whether a stretch before a semicolon holds more than names: a date, a title in marks, a page, a form."""
    if (
        _IN_VOLUME.search(text)
        or is_ancient(text)
        or _YEARLY.search(text)
        or (MARKED.search(text) and not _ENDLESS.search(text))
    ):
        return True
    if (_PAGED.search(text) or is_reported(text)) and not _ENDLESS.search(text):
        return True
    return DATED.fullmatch(text.strip()) is not None or parse_anaphor(text) is not None or is_told(text)


_SENTENCE = re.compile(r"[.?!…]\W*$|[.?!…]\s")


def is_quotation(plain: str) -> bool:
    """Tell whether a stretch is words quoted and no title: `“Je cherche à savoir comment ils vivent”; Casimir, 38`."""
    bare = plain.strip(" .,;")
    marked = find_quoted(bare)
    words = _WORD.findall(bare)
    if len(marked) != 1 or marked[0].start or marked[0].end < len(bare) or len(words) < _SAID:
        return False
    told = len(words) >= 2 * _SAID or _SENTENCE.search(bare[slice(*marked[0].inner)]) is not None
    return told and sum(word[0].islower() for word in words) > 0.7 * len(words)


_SAID = 5
"""How many words are quoted at least; titles of so many words have capitals, or no full stop."""


def is_closed(text: str) -> bool:
    """Tell whether a stretch is a whole reference: it has a date or a form, and more than names before it."""
    if parse_anaphor(text) is not None or parse_short(text) is not None or parse_named(text) is not None:
        return True
    if DATED.fullmatch(text.strip(" .")):
        return True
    year = YEAR.search(text)
    if year is None and (described(text) or is_reported(text)):
        return True
    if year is None:
        return MARKED.search(text) is not None and (_PAGED.search(text) or _ADDRESS.search(text)) is not None
    if STRONG.search(text) and (MARKED.search(text) or len(_WORD.findall(text)) > 5):
        return MARKED.search(text) is not None or not _only_names(text[: year.start()])
    return MARKED.search(text) is not None or _PAGED.search(text[year.end() :]) is not None


def _only_names(text: str) -> bool:
    """Tell whether a stretch before a year holds names and no title yet: `Gent, I. P., & Walsh, T. (1994).`."""
    names, end = read_names(text.lstrip())
    return bool(names) and len(_WORD.findall(text.lstrip()[end:])) < 3


_NAMED = 120
_LISTED = re.compile(r"[^\W\d_]\s//?\s[^\W\d_]")
"""What parts a title from who edited it, or what it stands in, in catalogues: `Письма / под ред.`."""


def is_prose(sentence: str) -> bool:
    """Tell whether a sentence is running text without any sign of a source: small words, no figures or marks."""
    if is_signed(sentence) or _LISTED.search(sentence):
        return False
    bare = re.sub(r"\([^()]{0,400}\)", " ", sentence)
    words = [word for word in _WORD.findall(bare) if len(word) > 2]
    small = sum(word[0].islower() for word in words)
    return len(words) > 2 and 2 * small > len(words) and not re.search(r"\d|\*|\"", bare)


def is_signed(sentence: str) -> bool:
    """Tell whether a sentence opens with a whole name and goes on like a title: `G. Bellandi, La seta`."""
    start = start_of(sentence)
    if _INITIALS.match(sentence, start):
        return True
    opening = sentence[start : start + _NAMED]
    first = opening.split(None, 1)[0] if opening.strip() else ""
    if "," not in opening or not is_given(first):
        return False
    names, _ = read_names(opening)
    end = start + names[0].end if names else 0
    after = sentence[end : end + 3]
    return bool(names) and is_given(names[0].name.literal.split()[0]) and re.match(r",\s[^\W\d_a-z]", after) is not None


def is_fresh(sentence: str) -> bool:
    """Tell whether a sentence opens a reference of its own: by a signal, a form, or names with a date of their own."""
    signal = find_signal(sentence)
    if signal is not None:
        return is_reference(sentence)
    if find_form(sentence, 0, len(sentence)) is not None:
        return True
    own = YEAR.search(sentence) is not None and (MARKED.search(sentence) or _IMPRINT.search(sentence))
    return OPENS.match(sentence) is not None and bool(own) and is_closed(sentence)


_SAYS = re.compile(
    rf"[\s(*]*(?:(?:As|Wie|Comme|Come|Como|Как)\s)?{NAMES}\s(?P<verb>[{LOWER}]{{3,14}})(?:\s(?P<second>[{LOWER}]{{3,14}}))?[,:\s]"
)
"""A name with what it does: `As Lyle observes, "..."`."""
_THIRD = re.compile(rf"[{LOWER}]{{3,12}}s\s(?:the|a|an|this|that|his|her|their|its?|only|no|it|them)\s")
"""An English verb before what it is said of: `dates the change`."""
_TOLD = re.compile(
    rf"[\s(*]*(?:[{UPPER}][{LOWER}]{{1,8}}\s)?{NAMES}\s\((?:1[4-9]|20)\d\d[a-z]?(?:[:,]\s?[\d\s,f.-]{{1,20}})?\)"
    rf"\s(?!and\b|und\b|et\b|y\b|in\b|eds?\b)[{LOWER}]{{3,}}"
)
"""A sentence whose subject is a name with its year: `As Rowe (2001: 9) puts it`."""


@cache
def _verbs() -> frozenset[str]:
    return frozenset(read_words("comment-verbs"))


def is_comment(sentence: str) -> bool:
    """Tell whether a sentence says something about its matter: it has a small verb outside marks and brackets."""
    sentence = flat(sentence[:LONGEST])
    if _TOLD.match(sentence):
        return True
    if not is_told(sentence):
        return False
    if STRONG.search(sentence) and (OPENS.match(sentence) or find_signal(sentence)) and not _tells(sentence):
        return False
    return not (find_signal(sentence) and (parse_anaphor(sentence) or parse_short(sentence)))


def _tells(sentence: str) -> bool:
    """Tell whether the first words are a sentence's, which leads up to a name: `The best account is A. Bee`."""
    words = sentence.split(",")[0].split()
    opens = (*read_words("comment-openers"), *read_words("articles"))
    before_names = (word for word, after in pairwise(words[1:]) if after[:1].isupper())
    return bool(words) and words[0].casefold() in opens and any(word in _verbs() for word in before_names)


def is_told(text: str) -> bool:
    """Tell whether a stretch has a small verb outside marks and brackets, or opens as sentences do and goes on so."""
    bare = re.sub(r"\([^()]{0,400}\)", " ", MARKED.sub(" ", text))
    words = _WORD.findall(bare)
    if len(words) >= 4 and any(word in _verbs() for word in words):
        return True
    said = _SAYS.match(text)
    if said and ({said["verb"], said["second"]} & _verbs() or _THIRD.match(text, said.start("verb"))):
        return True
    small = sum(word[0].islower() for word in words)
    return len(words) >= 7 and words[0].casefold() in read_words("comment-openers") and 3 * small > 2 * len(words)


def is_remark(note: str) -> bool:
    """Tell whether a note without a reference says something, in whatever language: it tells, or has no figures."""
    plain = flat(note[:LONGEST])
    return is_comment(plain) or (len(_WORD.findall(plain)) > 3 and re.search(r"\d", MARKED.sub(" ", plain)) is None)
