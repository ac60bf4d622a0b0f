"""Which works cited before a name, a title or a year fits: a match counts only if exactly one remains."""

import re
from dataclasses import replace

from ibidem.cited import Fields, Name
from ibidem.document import BIBLIOGRAPHY
from ibidem.finding import Code
from ibidem.resolve.citation.seen import Link, Past, Seen, Words
from ibidem.resolve.family import family_word
from ibidem.resolve.likeness import content_words, near_word, plain_words
from ibidem.resolve.work import WorkIndex
from ibidem.words import read_words

_SHOWN = 4
_TITLED = 12
"""Among how many of the first words of a reference its title begins."""
_FEWEST = 3


def only(fits: list[Seen], where: str) -> Link:
    """Give the one work that fits, or say that none does, or which do."""
    groups = {seen.group for seen in fits}
    if not fits:
        return Link(None, Code.SHORT_FORM_UNRESOLVED, f"no work in {where} fits")
    if groups == {None}:
        return Link(None, Code.SHORT_FORM_UNRESOLVED, f"the reference in {where} is not resolved itself")
    if len(groups) > 1:
        return Link(None, Code.SHORT_FORM_AMBIGUOUS, f"{len(groups)} works in {where} fit, {candidates(fits)}")
    return Link(fits[0])


def candidates(fits: list[Seen]) -> str:
    """Name the notes that cite the works that fit, for a finding."""
    firsts = {seen.group: seen for seen in reversed(fits)}
    numbers = sorted({(seen.place, seen.number) for seen in firsts.values() if seen.section != BIBLIOGRAPHY})
    if not numbers:
        return "all in the list of works"
    shown = ", ".join(str(number) for _, number in numbers[:_SHOWN])
    return f"cited in note {shown}" if len(numbers) == 1 else f"cited in notes {shown}"


def bears(seen: Seen, names: tuple[Name, ...], past: Past) -> bool:
    """Tell whether the names are those of people or bodies behind the work, or a run of words in them."""
    if names and any(all(run_in(plain_words(name.literal), alias) for name in names) for alias in seen.aliases):
        return True
    if seen.group is None:
        known = [plain_words(name.literal) for name in seen.names]
    else:
        known = [words for fields in past.works.named(seen.group) for words in _literals(fields)]
    return all(any(_is_named(plain_words(name.literal), words) for words in known) for name in names)


def printed_in(seen: Seen, names: tuple[Name, ...], past: Past) -> bool:
    """Tell whether the names stand somewhere in a reference as it was printed."""
    words = past.texts.get(seen.key, ())
    return bool(names) and all(run_in(plain_words(name.literal), words) for name in names)


def opens_with(seen: Seen, names: tuple[Name, ...], past: Past) -> bool:
    """Tell whether the family names are among the first words of a reference as it was printed."""
    families = family_set(names)
    return bool(families) and families <= set(past.texts.get(seen.key, ())[:6])


def _literals(fields: Fields) -> list[Words]:
    people = (*fields.authors, *fields.editors, *fields.container_editors)
    return [plain_words(name.literal) for name in people] + [plain_words(fields.title or "")[:4]]


def _is_named(words: Words, whole: Words) -> bool:
    """Tell whether a name stands in another: its words one after the other, or its last one behind a like initial."""
    if run_in(words, whole):
        return True
    return len(words) > 1 and len(whole) > 1 and words[-1] == whole[-1] and words[0][0] == whole[0][0]


def run_in(words: Words, whole: Words) -> bool:
    """Tell whether words stand in others one after the other, a typing error allowed."""
    last = len(whole) - len(words)
    return bool(words) and any(
        all(near_word(a, b) for a, b in zip(words, whole[at:], strict=False)) for at in range(last + 1)
    )


def family_set(names: tuple[Name, ...]) -> set[str]:
    """Give the last plain word of each family name."""
    return {word for name in names if (word := family_word(name))}


def spelt(seen: Seen, names: tuple[Name, ...]) -> bool:
    """Tell whether a name is printed with the same capitals, or not at all: small capitals tell books from articles."""
    said = [name.family or name.literal for name in names]
    low = seen.opening.casefold()
    return all(name in seen.opening or name.casefold() not in low for name in said)


def by_name(
    names: tuple[Name, ...],
    title: str | None,
    year: str | None,
    past: Past,
    *,
    article: bool = False,
    last: bool = False,
) -> Link:
    """Find the one work cited before whose people bear the names and whose title or year is the one printed.

    Among several, an `article` is one that stands in a journal or a book; or the `last` one cited is meant.
    """
    called = by_alias(names[0], None, past) if _is_called(names, title, year, past) else None
    if called is not None:
        return called
    groups = [set(past.works.by_family(family)) for family in family_set(names)]
    known = set.intersection(*groups) if groups else set()
    fits = sorted(group for group in known if group in past.firsts) or opening(names, past)
    if title:
        fits = [group for group in fits if titled(title, group, past.works) or _prints(title, group, past)]
        opened = [group for group in fits if titled(title, group, past.works, opening=True)]
        fits = opened if len(opened) == 1 else fits
        whole = [group for group in known & set(past.firsts) if _entitled(title, group, past.works)]
        fits = whole if len(whole) == 1 else fits
    if not fits and len(names) == 1 and not year:
        return by_alias(names[0], title, past)
    if year:
        fits = [group for group in fits if _of_year(group, year, past.works)]
    if year and len(year) > 4 and len(fits) > 1:
        fits = [group for group in fits if year in past.texts.get(past.firsts[group].key, ())] or fits
    alone = [group for group in fits if _signed(group, names, past.works)]
    fits = alone if len(alone) == 1 else fits
    contained = [group for group in fits if any(fields.container for fields in past.works.named(group))]
    fits = contained if article and contained else fits
    fits = [max(fits, key=lambda group: past.order.get(group, -1))] if last and fits else fits
    link = only([past.firsts[group] for group in fits], "the notes before")
    if link.target is not None and not title and not year:
        link = _undoubted(link, fits[0], names, past)
    return replace(link, listed=link.target is not None and link.target.section == BIBLIOGRAPHY)


def _is_called(names: tuple[Name, ...], title: str | None, year: str | None, past: Past) -> bool:
    """Tell whether what looks like a name of two words is the very one that a work was given: `Quarantine Report`."""
    words = plain_words(names[0].literal) if len(names) == 1 and not title and not year else ()
    return len(words) > 1 and bool(past.aliases.named(words))


def by_numbers(names: tuple[Name, ...], title: str, past: Past) -> Link | None:
    """Find the one decision of a court that was cited with the same numbers: `Cass., sez. un., n. 8020/2001, cit.`."""
    numbers = {word for word in plain_words(title) if word.isdigit()}
    if len(names) != 1 or max(map(len, numbers), default=0) < _FEWEST:
        return None
    opens = plain_words(names[0].literal)[:1]
    held = past.aliases.opening(opens[0]) if opens else []
    fits = [seen for seen in held if numbers <= set(past.texts.get(seen.key, ()))]
    return only(fits, "the notes before") if fits else None


def _undoubted(link: Link, group: int, names: tuple[Name, ...], past: Past) -> Link:
    """Leave a name alone where a short title under it, which fits no work, was printed since the work was cited."""
    for family in family_set(names):
        at, number = past.doubts.get(family, (-1, 0))
        if at > past.order.get(group, -1):
            why = f"the title under the name in note {number} fits no work, and may be meant"
            return Link(None, Code.SHORT_FORM_AMBIGUOUS, why)
    return link


def opening(names: tuple[Name, ...], past: Past) -> list[int]:
    """Give the works whose references open with the names as printed, where their authors were not read so."""
    groups = [
        {seen.group for seen in past.aliases.opening(family) if seen.group is not None} for family in family_set(names)
    ]
    return sorted(group for group in (set.intersection(*groups) if groups else set()) if group in past.firsts)


def _prints(title: str, group: int, past: Past) -> bool:
    """Tell whether a short title stands in the first reference to a work as printed, near its beginning."""
    words = plain_words(title)
    near = past.texts.get(past.firsts[group].key, ())[: _TITLED + len(words)]
    return len("".join(words)) >= _FEWEST and run_in(words, near)


def _signed(group: int, names: tuple[Name, ...], works: WorkIndex) -> bool:
    """Tell whether the names are those of all the people of a work, and not of some, or of its book's editors."""
    held = (family_set(fields.authors or fields.editors) for fields in works.named(group))
    return any(families == family_set(names) for families in held)


def by_alias(name: Name, title: str | None, past: Past) -> Link:
    """Find the one work that was given the name as its short one, or else that names nobody and has it in its title."""
    words = plain_words(f"{name.literal} {title or ''}")
    exact = past.aliases.named(words)
    held = past.aliases.naming(words)
    if not held and not title:
        named = [group for group in past.works.unsigned(name.literal) if group in past.firsts]
        return only([past.firsts[group] for group in named], "the notes before")
    return only(exact or [seen for alias, seen in held if run_in(words, alias)], "the notes before")


def by_title(title: str, past: Past) -> Link | None:
    """Find the one work that has the title as its short name (`*Verizon*, 740 F.3d at 645`), or as its own."""
    words = plain_words(title)
    named = past.aliases.named(words)
    if not named and len(content_words(title)) > 1:
        named = [past.firsts[group] for group in past.works.titled(title) if group in past.firsts]
    return Link(named[0]) if len({seen.group for seen in named}) == 1 else None


def by_opening(title: str, past: Past) -> Link | None:
    """Find the one work whose title opens with a short one that is printed without its author: `(“Bad Air,” 20)`."""
    words = content_words(title)
    held = past.aliases.opening(words[0]) if words and all(map(str.isalpha, words)) else []
    groups = {seen.group for seen in held if seen.group is not None and seen.full}
    fits = [
        group for group in sorted(groups) if group in past.firsts and titled(title, group, past.works, opening=True)
    ]
    return Link(past.firsts[fits[0]]) if len(fits) == 1 else None


def _of_year(group: int, year: str, works: WorkIndex) -> bool:
    dates = [fields.date for fields in works.named(group) if fields.date]
    if len(year) > 4:
        dates = [date for date in dates if year in date.printed] or dates
    return any(date.edtf.startswith(year[:4]) for date in dates)


def titled(short: str, group: int, works: WorkIndex, *, opening: bool = False) -> bool:
    """Tell whether a short title is a run of words of the work's title, or of its container; or opens it.

    An ellipsis at its end stands for what it leaves out.
    """
    words = _without_article(plain_words(re.sub(r"(?:…|\.\s?\.\s?\.)\W*$", "", short)))
    for fields in works.named(group):
        for title in (fields.title, fields.container):
            full = _without_article(plain_words(title or ""))
            last = 0 if opening else len(full) - len(words)
            if words and any(full[at : at + len(words)] == words for at in range(last + 1)):
                return True
    return False


def _entitled(title: str, group: int, works: WorkIndex) -> bool:
    """Tell whether a title is the whole one of a work."""
    words = _without_article(plain_words(title))
    return any(_without_article(plain_words(fields.title or "")) == words for fields in works.named(group))


def _without_article(words: Words) -> Words:
    return words[1:] if len(words) > 1 and words[0] in read_words("articles") else words
