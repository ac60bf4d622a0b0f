"""What a reference that names no work of its own points at: one conservative resolver for each printed form."""

from dataclasses import dataclass, replace

from ibidem.cited import Fields, Form, Name
from ibidem.document import BIBLIOGRAPHY
from ibidem.finding import Code
from ibidem.parse.anaphor import Anaphor
from ibidem.parse.reference import ParsedReference
from ibidem.parse.short import Short
from ibidem.parse.type import is_known
from ibidem.resolve.likeness import content_words, near_word, plain_words
from ibidem.resolve.work import WorkIndex
from ibidem.words import read_words


@dataclass(frozen=True, slots=True)
class Seen:
    """A reference that was gone through: its place, its work's group (None if unresolved), the names printed.

    `alias` are the words of the short name that it gives its work: `(the Dearing report)`, `[hereinafter X]`.
    """

    key: str
    number: int
    section: str | None
    group: int | None
    names: tuple[Name, ...]
    alias: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What a form points at: the reference seen and its work, or the code of why it points at nothing.

    `listed` says that it is an entry of a list beside the notes, `same_place` that the place is meant too (loc. cit.).
    """

    target: Seen | None
    code: Code | None = None
    why: str = ""
    listed: bool = False
    same_place: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """The references before the one at hand: all by note, and those of this note so far."""

    notes: dict[tuple[str | None, int], list[Seen]]
    last: tuple[Seen, ...]
    here: tuple[Seen, ...]
    works: WorkIndex
    firsts: dict[int, Seen]
    aliased: dict[tuple[str, ...], list[Seen]]


def find_antecedent(anaphor: Anaphor, past: Past, *, section: str | None) -> Link:
    """Find what a form points at; a match counts only if exactly one candidate remains."""
    if anaphor.form in (Form.IBID, Form.IDEM):
        return _preceding(anaphor, past)
    if anaphor.note is not None:
        return _in_note(anaphor, past, section)
    if anaphor.form is Form.OP_CIT and not anaphor.names:
        return replace(_preceding(anaphor, past), same_place=anaphor.same_place)
    return replace(_by_name(anaphor.names, anaphor.title, None, past), same_place=anaphor.same_place)


def _preceding(anaphor: Anaphor, past: Past) -> Link:
    """Give the reference right before: in this note, else all of the note before, if they name one work.

    Names printed beside the form (`ACLEC, id.`) choose among several.
    """
    before = past.here[-1:] or past.last
    if anaphor.names and len({seen.group for seen in before}) > 1:
        before = tuple(seen for seen in before if _bears(seen, anaphor.names, past.works)) or before
    if not before:
        return Link(None, Code.IBID_WITHOUT_ANTECEDENT, "nothing is cited before it")
    groups = {seen.group for seen in before}
    if None in groups:
        return Link(None, Code.IBID_AFTER_UNRESOLVED, "the reference before it is not resolved")
    if len(groups) > 1:
        return Link(None, Code.IBID_AFTER_SEVERAL, "the note before it names several works")
    return Link(before[-1])


def _in_note(anaphor: Anaphor, past: Past, section: str | None) -> Link:
    held = past.notes.get((section, anaphor.note or 0), [])
    fits = [seen for seen in held if _bears(seen, anaphor.names, past.works)] if anaphor.names else list(held)
    if anaphor.title and len({seen.group for seen in fits}) > 1:
        fits = [seen for seen in fits if seen.group is not None and titled(anaphor.title, seen.group, past.works)]
    if len({seen.group for seen in fits}) > 1:
        spelt = [seen for seen in fits if _spelt(seen, anaphor.names)]
        fits = spelt or fits
    return _only(fits, f"note {anaphor.note}")


def _bears(seen: Seen, names: tuple[Name, ...], works: WorkIndex) -> bool:
    """Tell whether the names are those of people or bodies behind the work, or a run of words in them."""
    if seen.alias and names and all(_run_in(plain_words(name.literal), seen.alias) for name in names):
        return True
    if seen.group is None:
        known = [plain_words(name.literal) for name in seen.names]
    else:
        known = [words for fields in works.named(seen.group) for words in _literals(fields)]
    return all(any(_is_named(plain_words(name.literal), words) for words in known) for name in names)


def _literals(fields: Fields) -> list[tuple[str, ...]]:
    people = (*fields.authors, *fields.editors, *fields.container_editors)
    return [plain_words(name.literal) for name in people] + [plain_words(fields.title or "")[:4]]


def _is_named(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether a name stands in another: its words one after the other, or its last one behind a like initial."""
    if _run_in(words, whole):
        return True
    return len(words) > 1 and len(whole) > 1 and words[-1] == whole[-1] and words[0][0] == whole[0][0]


def _run_in(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether words stand in others one after the other, a typing error allowed."""
    last = len(whole) - len(words)
    return bool(words) and any(
        all(near_word(a, b) for a, b in zip(words, whole[at:], strict=False)) for at in range(last + 1)
    )


def _family_set(names: tuple[Name, ...]) -> set[str]:
    return {words[-1] for name in names if (words := plain_words(name.family or name.literal))}


def _spelt(seen: Seen, names: tuple[Name, ...]) -> bool:
    """Tell whether a name is printed with the same capitals: small capitals tell books from articles."""
    printed = {name.family or name.literal for name in seen.names}
    return all((name.family or name.literal) in printed for name in names)


def _only(fits: list[Seen], where: str) -> Link:
    groups = {seen.group for seen in fits}
    if not fits:
        return Link(None, Code.SHORT_FORM_UNRESOLVED, f"no work in {where} fits")
    if groups == {None}:
        return Link(None, Code.SHORT_FORM_UNRESOLVED, f"the reference in {where} is not resolved itself")
    if len(groups) > 1:
        return Link(None, Code.SHORT_FORM_AMBIGUOUS, f"{len(groups)} works in {where} fit")
    return Link(fits[0])


def _by_name(names: tuple[Name, ...], title: str | None, year: str | None, past: Past) -> Link:
    """Find the one work cited before whose people bear the names and whose title or year is the one printed."""
    groups = [set(past.works.by_family(family)) for family in _family_set(names)]
    known = set.intersection(*groups) if groups else set()
    fits = sorted(group for group in known if group in past.firsts)
    if title:
        fits = [group for group in fits if titled(title, group, past.works)]
        opened = [group for group in fits if titled(title, group, past.works, opening=True)]
        fits = opened if len(opened) == 1 else fits
    if not fits and len(names) == 1 and not year:
        return _by_alias(names[0], title, past)
    if year:
        fits = [group for group in fits if _of_year(group, year, past.works)]
    alone = [group for group in fits if _signed(group, names, past.works)]
    fits = alone if len(alone) == 1 else fits
    link = _only([past.firsts[group] for group in fits], "the notes before")
    return replace(link, listed=link.target is not None and link.target.section == BIBLIOGRAPHY)


def _signed(group: int, names: tuple[Name, ...], works: WorkIndex) -> bool:
    """Tell whether the names are those of all the people of a work, and not of some, or of its book's editors."""
    held = (_family_set(fields.authors or fields.editors) for fields in works.named(group))
    return any(families == _family_set(names) for families in held)


def _by_alias(name: Name, title: str | None, past: Past) -> Link:
    """Find the one work that was given the name as its short one, or else that names nobody and has it in its title."""
    words = plain_words(f"{name.literal} {title or ''}")
    if words[:1] not in past.aliased and not title:
        named = [group for group in past.works.unsigned(name.literal) if group in past.firsts]
        return _only([past.firsts[group] for group in named], "the notes before")
    return _only([seen for seen in past.aliased.get(words[:1], ()) if _run_in(words, seen.alias)], "the notes before")


def _by_title(title: str, past: Past) -> Link | None:
    """Find the one work that has the title as its short name (`*Verizon*, 740 F.3d at 645`), or as its own."""
    words = plain_words(title)
    named = [seen for seen in past.aliased.get(words[:1], ()) if seen.alias == words]
    if not named and len(content_words(title)) > 1:
        named = [past.firsts[group] for group in past.works.titled(title) if group in past.firsts]
    return Link(named[0]) if len({seen.group for seen in named}) == 1 else None


def _by_same(title: str, past: Past) -> Link | None:
    """Find the one work with the title by whom the reference before in the same note cites: `; "Custom", 41`."""
    group = past.here[-1].group if past.here else None
    people = (
        next((fields.authors for fields in past.works.named(group) if fields.authors), ()) if group is not None else ()
    )
    link = _by_name(people, title, None, past) if people else None
    return link if link and link.target else None


def _of_year(group: int, year: str, works: WorkIndex) -> bool:
    dates = [fields.date for fields in works.named(group) if fields.date]
    if len(year) > 4:
        dates = [date for date in dates if year in date.printed] or dates
    return any(date.edtf.startswith(year[:4]) for date in dates)


def titled(short: str, group: int, works: WorkIndex, *, opening: bool = False) -> bool:
    """Tell whether a short title is a run of words of the work's title, or of its container; or opens it."""
    words = _without_article(plain_words(short))
    for fields in works.named(group):
        for title in (fields.title, fields.container):
            full = _without_article(plain_words(title or ""))
            last = 0 if opening else len(full) - len(words)
            if words and any(full[at : at + len(words)] == words for at in range(last + 1)):
                return True
    return False


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in read_words("articles") else words


def not_cited(where: str) -> Link:
    """Say that no work in the place named fits."""
    return Link(None, Code.SHORT_FORM_UNRESOLVED, f"no work in the {where} fits")


def as_short(short: Short | None, parsed: ParsedReference | None, past: Past) -> Link | None:
    """Take a reference for a short form where one work cited before fits it; None where it names its work itself.

    `Henriques, "Dread Bodies", 200` after a full reference to it. What has the shape of a short form, family
    names alone, and fits no work or several, is one that cannot be resolved.
    """
    if short is not None:
        link = _by_name(short.names, short.title, short.year, past)
        if link.target is None and short.after and not short.title:
            titled_so = _by_name(short.names[:1], short.after, short.year, past)
            link = titled_so if titled_so.target else link
        bare = not short.title and not short.year and not is_known(short.names[0].literal)
        if bare or link.target is not None or link.code is Code.SHORT_FORM_AMBIGUOUS:
            return link
    return _unmarked(parsed.source.fields, past) if parsed else None


def _unmarked(fields: Fields, past: Past) -> Link | None:
    """Find what a reference without date and imprint stands for: by its short title, or by name and title."""
    people = fields.authors or fields.editors
    said = fields.title or fields.container
    by_title = _by_title(said, past) if said and not people and not fields.date else None
    if by_title is None and said and not people and _is_bare(fields):
        by_title = _by_same(said, past)
    if by_title is not None or not _is_bare(fields):
        return by_title
    link = _by_name(people, said, None, past)
    if link.target is not None or link.code is Code.SHORT_FORM_AMBIGUOUS:
        return link
    alone = bool(people) and all(name.given is None and len(name.literal.split()) < 3 for name in people)
    return link if alone and not fields.container else None


def _is_bare(fields: Fields) -> bool:
    said = (fields.date, fields.publisher, fields.place, fields.volume, fields.issue, fields.number)
    return not any(said) and not fields.container_editors
