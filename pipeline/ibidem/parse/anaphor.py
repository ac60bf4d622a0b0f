"""References that stand for a work cited elsewhere: Ibid., idem, op. cit., supra and infra, `n. 7`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ibidem.cited import Form, Name
from ibidem.parse.fields import clean, clean_title, flat
from ibidem.parse.letters import UPPER
from ibidem.parse.name import parse_name
from ibidem.parse.page import find_locator
from ibidem.parse.signal import find_signal
from ibidem.parse.title import find_italics, find_quoted
from ibidem.parse.via import find_via
from ibidem.words import read_table, read_words

_NAME = rf"[{UPPER}][\w.'’-]*"
_LABELS = "|".join(re.escape(label) for label in sorted(read_words("note-labels"), key=len, reverse=True))
_NUMBER = rf"(?i:{_LABELS})\.?\s?(?P<note>\d{{1,4}})(?!\d|\s?-\s?\d)"


def note_number() -> str:
    """Give the pattern of a note that is pointed at, without named groups: `n 4`, `Anm. 12`."""
    return _NUMBER.replace("?P<note>", "?:")


_NOTE = re.compile(rf"[\s,(\[*]*(?:(?:at|in|to|wie|cited\s(?:at|in))\s)?{_NUMBER}[)\]*]*")
_ALONE_PAGED = re.compile(rf"[\s(]*{_NUMBER},\s(?=(?:S|pp?)\.\s?\d[\d\s,f.-]*$)")
"""A note and a page of what it cites, behind a signal: `Siehe Anm. 2, S. 45`."""
_PAGED_NOTE = re.compile(rf"[\s,]*(?:S|pp?)\.\s?\d{{1,4}},\s{_NUMBER}")
"""A note with its page: `Siehe oben, S. 12, Anm. 3`."""
_BARE_NOTE = re.compile(
    rf"[,(\[]\s*(?:cited\s(?:in|at)\s|wie\s|voir\s|see\s|as\sin\s|zit\.\s|cité\s|cit\.\s|o\.\s)?{_NUMBER}[)\]]?(?=\s*(?:[,.;:)\[]|at\b|pp?\b|ch\b|para|\d|$))"
)
_ALONE = re.compile(
    rf"[\s(]*{_NUMBER}[\s,]*(?:above|below|oben|unten|supra|infra|ci-dessus)(?=[\s.,;)*]*$|,\s(?:at|pp?\.|S\.)\s)"
)
"""A note and where it stands, behind a signal: `See note 3 above`."""
_EARLIER = re.compile(
    rf"[\s*]*(?P<head>[{UPPER}][^()\d;]{{1,80}}?)\s\((?:(?:vorige|vorherige|vorangehende|letzte)[rn]?\s(?:N|Anm|Fn|Fußnote|Anmerkung)\.?"
    r"|(?:previous|preceding|last)\s(?:n|note|fn|footnote)\.?|note\spréc(?:édente|\.)|nota\s(?:precedente|anterior))\)"
    r"(?:\s(?:a\.\s?a\.\s?O|op\.\scit|loc\.\scit)\.{0,2})?",
    re.IGNORECASE,
)
"""A source of the note before: `Carbonnier (vorige N.) a.a.O.`"""
_PLACED = re.compile(
    rf"\((?:(?:see|cited\sin|siehe|voir|cf\.|vgl\.)\s)?{_NUMBER},?\s"
    r"(?P<where>above|below|oben|unten|supra|infra|ci-dessus|sopra|arriba|выше|ниже)\)[\s.;,]*$",
    re.IGNORECASE,
)
"""The note where a document is cited that is named again by its date: `Clark to Eden, 4 May 1941 (note 3 above)`."""
_CHAPTERED = re.compile(
    rf"[\s(*]*(?P<head>[{UPPER}][^()\d;]{{1,80}}?[,\s(]{{1,2}})?(?:(?:above|supra|oben|below|infra|ci-dessus|ch\.\s?préc\.),?\s)?(?:in\s)?"
    rf"(?i:chapter|chap|ch|chapitre|kapitel|kap|capitolo|cap|capítulo|гл|глава)\.?\s(?P<chapter>\d{{1,2}}),?\s{_NUMBER}[)\s]*"
)
"""A note of another chapter: `See above, Chapter 1, n. 4`, `Smith (ch. 2, n. 9)`."""
_COMPANY = re.compile(r"[\s,)*]*(?:and|&)\s(?:the\s)?(?:accompanying|related)?\s?text\b")
"""What makes a place of the paper of a note: `supra note 3 and accompanying text`."""
_NAMED = re.compile(rf"[\s(*]*(?P<names>[{UPPER}][\w'’-]*(?:,?\s(?:and\s|&\s)?{_NAME}){{0,4}}),?\s(?=[iI])")
_INSIDE = re.compile(rf"(?P<piece>[^\"‘*]{{0,100}}[\"‘*][^\"*]{{3,300}}?[\"’*]),?\s(?:in|aus|dans|en)\s+(?=[{UPPER}])")
_NEW_TITLE = re.compile(
    rf"\s*[,:]\s*[\"‘*]?[{UPPER}][^\d]{{4,300}}(?:1[4-9]|20)\d\d(?!\d)|\s*,\s[\"‘*]\s?[{UPPER}][^\"*]{{3,200}}[\"’*]"
)
_CITED = re.compile(r"\s*[,:]\s(?P<title>\"[^\"]{3,200}\"|\*[^*]{3,200}\*|[^;()\d]{3,200}?)(?:,\s\*?|\s)?")
"""A title between Idem and `cit.`."""
_JOINT = re.compile(r"\s(?:and|&|und|et|y|e|и)\s|\s?/\s?|,\s", re.IGNORECASE)
_EDITOR = re.compile(r"\s?\((?:eds?|Hrsg|Hg|dir|coord|a cura di)\.?\)")
_INITIALLED = re.compile(rf"(?P<family>[{UPPER}][\w'’-]+)\s(?P<given>(?:[{UPPER}]\.\s?){{1,3}})")
"""A name with its initials behind it, as in Russian: `Петрова Н. И.`."""
_PLURAL = frozenset({"dies", "dieselben", "eid", "eidem", "они же"})
"""Forms of Idem that stand for several, or may."""
_AUTHOR = frozenset(
    {"id", "idem", "eadem", "ders", "derselbe", "dies", "dieselbe", "ead", "eid", "ídem", "он же", "она же"}
)
_YEARED = re.compile(rf"^(?P<names>[\s(*]*[{UPPER}][\w'’/& -]{{1,60}})\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?\s*$")
"""The year behind a name, before the note that is pointed at: `Reinhardt 2004 (wie Anm. 1)`."""
_HEAD = 400
_DIRECTED = frozenset({Form.SUPRA, Form.INFRA})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A reference taken apart that names its work by pointing elsewhere.

    `names` and `title` are what is printed before the form; `note` is the note that it points at; `rest` is
    where what follows starts; `inside` is where what names a piece inside the work ends (`X, 'Title' in Y, op.
    cit.`), both offsets in the reference; `same_place` says that the place is meant too (loc. cit.), `article` that
    the work is one (art. cit.); `chapter` is that of the note; `last`
    says that the one cited last is meant (op. ult. cit.), `before` that one of the note before is (vorige Anm.).
    """

    form: Form
    signal: str | None
    names: tuple[Name, ...]
    title: str | None
    note: int | None
    locator: str | None
    rest: int
    inside: int | None = None
    same_place: bool = False
    plural: bool = False
    article: bool = False
    chapter: str | None = None
    last: bool = False
    before: bool = False


@cache
def _table() -> tuple[tuple[str, ...], ...]:
    return (*read_table("anaphors"), *read_table("anaphor-phrases"))


@cache
def _forms(opening: bool) -> re.Pattern[str]:
    """Give the pattern of the forms that open a reference (Ibid., idem), or of those inside it."""
    opens = {"ibid", "idem"}
    terms = [row[0] for row in _table() if (row[1] in opens) == opening]
    names = "|".join(re.escape(term).replace(r"\ ", r"\s?") for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?P<term>{names})(?!\w)[.*_]{{0,3}}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse_anaphor(text: str) -> Anaphor | None:
    """Read a reference that points at a work cited elsewhere; None for one that names its work itself."""
    plain = flat(text)
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    second_hand = next((cut for cut in find_via(plain[start:_HEAD]) if not plain[start : start + cut[0]].strip()), None)
    start += second_hand[1] if second_hand else 0
    lead = re.compile(r"[\s(\[*_\"‘]*").match(plain, start)
    opened = _forms(True).match(plain, lead.end() if lead else start)
    said = signal[0] if signal else None
    if opened:
        return _opening(plain, opened, said, ())
    named = _NAMED.match(plain, start)
    opened = _forms(True).match(plain, named.end()) if named else None
    if opened and named:
        return _opening(plain, opened, said, _head(named["names"])[0])
    return _inner(plain, start, said)


def _form(term: str) -> Form:
    key = re.sub(r"\s+", " ", term.casefold())
    forms = {row[0].replace(" ", ""): row[1] for row in _table()}
    return Form(forms[key.replace(" ", "")])


def _opening(text: str, match: re.Match[str], signal: str | None, names: tuple[Name, ...]) -> Anaphor:
    note = _NOTE.match(text, match.end())
    end = note.end() if note else match.end()
    number = int(note["note"]) if note else None
    form, title = _form(match["term"]), None
    if note and match["term"].casefold() in _AUTHOR and text[match.end() :].lstrip(" ,").startswith("("):
        # `id. (n. 1) 214`: a work of the author, which is cited in that note.
        return Anaphor(Form.IDEM, signal, names, None, number, find_locator(text[end:]), match.end())
    again = _forms(False).search(text, match.end(), match.end() + 240)
    pointed = None if again else _BARE_NOTE.search(text, match.end(), match.end() + 240)
    behind = again or pointed
    cited = _CITED.fullmatch(text, match.end(), behind.start()) if behind and number is None else None
    if behind and cited and (form is Form.IDEM or match["term"].casefold() == "id"):
        # `Id., La seta, cit., p. 63`, `ders., Otto (wie Anm. 5)`: another work of the author, cited before.
        form, title, end = Form.IDEM, clean_title(cited["title"]), behind.end()
        number = int(pointed["note"]) if pointed else None
    elif match["term"].casefold() == "id" and _NEW_TITLE.match(text, match.end()):
        # The short form of idem: it names the author, and a title of its own follows.
        form = Form.IDEM
    plural = match["term"].casefold() in _PLURAL
    return Anaphor(form, signal, names, title, number, find_locator(text[end:]), match.end(), plural=plural)


def _inner(text: str, start: int, signal: str | None) -> Anaphor | None:
    match = _forms(False).search(text, start, start + _HEAD) if not _EARLIER.match(text, start) else None
    note = None
    if match is None or (_form(match["term"]) in {Form.SUPRA, Form.INFRA} and not _points(text, match)):
        note = _BARE_NOTE.search(text, start, start + _HEAD)
        head = _YEARED.sub(r"\g<names>", text[start : note.start()]) if note else ""
        if note is None or re.search(r"\d", head):
            return _alone(text, start, signal)
        form, end = Form.SHORT, note.end()
    else:
        form, head, end = _form(match["term"]), text[start : match.start()], match.end()
        note = _NOTE.match(text, end) or (_PAGED_NOTE.match(text, end) if form in _DIRECTED else None)
        end = note.end() if note else end
    inside = _INSIDE.match(head)
    names, title = _head(head[inside.end() :] if inside else head)
    if not names and not title and _COMPANY.match(text, end):
        return None
    number = int(note["note"]) if note else None
    whole = start + inside.end("piece") if inside else None
    term = match["term"].casefold() if match else ""
    return Anaphor(
        form,
        signal,
        names,
        title,
        number,
        find_locator(text[end:]),
        end,
        whole,
        same_place=term.startswith(("loc", "eod")),
        article=term.startswith(("art", "étude")),
        last="ult" in term,
    )


def _alone(text: str, start: int, signal: str | None) -> Anaphor | None:
    """Read `See note 3 above`, which says no more than the number of a note and where it stands."""
    chaptered = _CHAPTERED.match(text, start)
    if chaptered and not _COMPANY.match(text, chaptered.end()):
        names, title = _head(chaptered["head"] or "")
        form = Form.SHORT if names or title else Form.SUPRA
        number, locator = int(chaptered["note"]), find_locator(text[chaptered.end() :])
        return Anaphor(form, signal, names, title, number, locator, chaptered.end(), chapter=chaptered["chapter"])
    earlier = _EARLIER.match(text, start)
    if earlier:
        names, title = _head(earlier["head"])
        locator = find_locator(text[earlier.end() :])
        return Anaphor(Form.SHORT, signal, names, title, None, locator, earlier.end(), before=True)
    placed = _PLACED.search(text, start)
    if placed:
        form = Form.INFRA if re.search(r"below|unten|infra|sotto|ниже", placed["where"].casefold()) else Form.SHORT
        return Anaphor(form, signal, (), None, int(placed["note"]), find_locator(text[placed.end() :]), placed.end())
    note = _ALONE.match(text, start) or _ALONE_PAGED.match(text, start) if signal else None
    if note is None or _COMPANY.match(text, note.end()):
        return None
    form = Form.INFRA if re.search(r"(?:below|unten|infra)$", note.group().casefold().rstrip()) else Form.SUPRA
    return Anaphor(form, signal, (), None, int(note["note"]), find_locator(text[note.end() :]), note.end())


def _points(text: str, match: re.Match[str]) -> bool:
    return any(one.match(text, match.end()) for one in (_NOTE, _PAGED_NOTE))


def _head(head: str) -> tuple[tuple[Name, ...], str | None]:
    """Read what stands before the form: names, and the title or short title in marks or after a comma."""
    head = _EDITOR.sub("", head)
    if not any(map(str.isupper, head)):
        return (), None
    initialled = [_INITIALLED.fullmatch(part.strip(" *")) for part in head.strip(" ,*").split(",")]
    if all(initialled):
        people = ((one["given"].strip(), one["family"]) for one in initialled if one)
        return tuple(Name(f"{given} {family}", family, given) for given, family in people), None
    marked = sorted((*find_quoted(head), *find_italics(head)), key=lambda one: one.start)
    if marked:
        names = head[: marked[0].start]
        title = clean_title(head[slice(*marked[0].inner)])
    else:
        bracket = re.search(r"\[([^\]]{3,100})\]", head)
        names, _, rest = head.partition(",") if not bracket else (head[: bracket.start()], "", bracket.group(1))
        title = clean_title(rest)
        if title and re.match(r"(?:and|&|und|et)\b", title):
            names, title = head, ""
    bare = clean(names)
    return tuple(parse_name(part) for part in _JOINT.split(bare) if clean(part)), title or None


def find_form(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the Ibid. or idem that opens a stretch, behind its signal; None where none does."""
    plain = flat(text[start:end][:_HEAD])
    signal = find_signal(plain)
    lead = re.compile(r"[\s(\[*_\"‘]*").match(plain, signal[1] if signal else 0)
    match = _forms(True).match(plain, lead.end() if lead else 0)
    return (start + match.start("term"), start + match.end()) if match else None
