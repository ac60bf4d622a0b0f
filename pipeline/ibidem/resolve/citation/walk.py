"""Go through the references in the order of the notes: what each names or stands for, and the works that result."""

import re
from dataclasses import dataclass, field, replace

from ibidem.cited import Form, Name
from ibidem.document import BIBLIOGRAPHY
from ibidem.finding import Code
from ibidem.parse.anaphor import Anaphor, parse_anaphor
from ibidem.parse.fields import flat
from ibidem.parse.page import find_locator
from ibidem.parse.reference import ParsedReference, Source, parse_reference
from ibidem.parse.remark import without_remarks
from ibidem.parse.reporter import parse_named
from ibidem.parse.short import Short, parse_short
from ibidem.parse.sign import start_of
from ibidem.parse.type import is_known
from ibidem.resolve.citation.antecedent import find_antecedent, is_paged
from ibidem.resolve.citation.entry import called, named_place, signed
from ibidem.resolve.citation.idem import read_on, shifted, year_alone
from ibidem.resolve.citation.outcome import Cited, seen_of
from ibidem.resolve.citation.printed import Printed, second_hand
from ibidem.resolve.citation.repeat import Known, listed, same_print
from ibidem.resolve.citation.seen import Aliases, Link, Past, Seen, printed_words
from ibidem.resolve.citation.short import NAMED, as_alias, as_named, as_short, as_unknown, not_cited
from ibidem.resolve.likeness import plain_words
from ibidem.resolve.work import Role, WorkIndex, container_of

_FIRST = 8
"""Among how many words names may stand that open a reference."""
_DATED = re.compile(r"[,(.]\s?(?:1[5-9]|20)\d\d[a-z]?\s?[,).;:]")


@dataclass(slots=True)
class Walk:
    """What is known while the notes are gone through in order; `cut` are the notes right after an unread one.

    `crossed` are those right after one that points elsewhere in the paper; `signed` are the authors of a list's last
    entry.
    """

    works: WorkIndex = field(default_factory=WorkIndex)
    notes: dict[tuple[str | None, int], list[Seen]] = field(default_factory=dict)
    firsts: dict[int, Seen] = field(default_factory=dict)
    cited: dict[str, Cited] = field(default_factory=dict)
    aliases: Aliases = field(default_factory=Aliases)
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    doubts: dict[str, tuple[int, int]] = field(default_factory=dict)
    before: tuple[Seen, ...] = ()
    here: tuple[Seen, ...] = ()
    place: int = -1
    cut: set[int] = field(default_factory=set)
    crossed: set[int] = field(default_factory=set)
    signed: tuple[Name, ...] = ()

    def start(self) -> None:
        """Begin a list: Ibid. as its first entry means nothing."""
        self.before, self.here = (), ()

    def skip(self, place: int) -> None:
        """Go past a note that could not be read, before the one at `place`: Ibid. there means nothing known."""
        self.cut.add(place)
        self.before, self.here = (Seen("", 0, None, None, ()),), ()

    def read(self, one: Printed, *, defined: str | None = None) -> Cited:
        """Read one reference; those of the note before, and of this one, are what Ibid. can mean.

        `defined` is the short name that the running text gives the work before the note's marker.
        """
        if one.place != self.place:
            self.before, self.here, self.place = self.here or self.before, (), one.place
        its = self._anaphoric(one, one.anaphor) if one.anaphor else self._plain(one)
        seen = seen_of(one, its, defined)
        if its.group is not None and (its.source is not None or defined):
            words = printed_words(one.text[start_of(flat(one.text)) :])
            self.aliases.add(seen, words[:_FIRST] if its.source else ())
            self.texts[one.key] = words
        if its.source is not None and its.group is not None and not self._in_full(its.group, one):
            self.firsts[its.group] = seen
        if its.group is not None:
            self.order[its.group] = len(self.cited)
        elif its.form is Form.SHORT and (named := NAMED.match(seen.opening)):
            self.doubts[plain_words(named["family"])[-1]] = len(self.cited), one.number
        self.here = (*self.here, seen)
        self.notes.setdefault((one.section, one.number), []).append(seen)
        self.cited[one.key] = its
        return its

    def look_ahead(self, one: Printed) -> None:
        """Resolve `infra, note 9` once all notes are read."""
        its = self.cited[one.key]
        if its.form is Form.INFRA and its.group is None and one.anaphor is not None:
            link = find_antecedent(one.anaphor, self._past(), section=one.section)
            if link.target is not None:
                self.cited[one.key] = self._linked(Form.INFRA, link, its.own_locator, its.signal)

    def _past(self) -> Past:
        return Past(
            self.notes,
            self.before,
            self.here,
            self.works,
            self.firsts,
            self.aliases,
            self.texts,
            self.order,
            self.doubts,
        )

    def _in_full(self, group: int, one: Printed) -> bool:
        """Tell whether a work is cited in full already, not only what another is quoted in; a note outdoes a list."""
        first = self.firsts.get(group)
        if first is None or (first.section == BIBLIOGRAPHY and one.section != BIBLIOGRAPHY):
            return False
        return self.cited[first.key].group == group

    def _anaphoric(self, one: Printed, anaphor: Anaphor) -> Cited:
        if anaphor.form is Form.IDEM:
            its = self._same_author(one, anaphor)
            if its is not None:
                return its
        if anaphor.form is Form.OP_CIT and (anaphor.note or 0) >= one.number and anaphor.names:
            # `cit., nota 15`: a note of the work, not of the paper.
            anaphor = replace(anaphor, note=None)
        if anaphor.before:
            anaphor = replace(anaphor, note=one.number - 1)
        link = self._elsewhere(one, anaphor) or find_antecedent(anaphor, self._past(), section=one.section)
        if anaphor.inside is not None and link.target is not None and link.target.group is not None:
            its = self._in_same_book(one, anaphor, anaphor.inside, link.target)
            if its is not None:
                return its
        return self._with_host(one, self._linked(anaphor.form, link, anaphor.locator, anaphor.signal))

    def _with_host(self, one: Printed, its: Cited) -> Cited:
        """Add the work that a work cited before is quoted in: `Smith, op. cit., p. 3, quoted in Brown, p. 7`."""
        begin = second_hand(one.text)[1]
        host = shifted(parse_reference(one.text[begin:]).source, begin) if begin < len(one.text) else None
        return replace(its, vias=(self._host(one, host),)) if host and its.group is not None else its

    def _elsewhere(self, one: Printed, anaphor: Anaphor) -> Link | None:
        """Give what Ibid. means right after a note that points elsewhere in the paper: that place, and no work.

        With a page of its own it means the work before that note: Id. is for authorities (Bluebook, 21st ed., 4.1).
        """
        preceding = anaphor.note is None and not anaphor.names and not anaphor.title and anaphor.form is not Form.SHORT
        if one.place not in self.crossed or self.here or not preceding or is_paged(anaphor):
            return None
        return Link(
            None, Code.IBID_AFTER_UNRESOLVED, "the note before it points elsewhere in the paper and cites no work"
        )

    def _same_author(self, one: Printed, anaphor: Anaphor) -> Cited | None:
        """Read `Idem, Another Title, 1990` as if the author's name stood there; None where no title follows.

        A title of one work by the same author that was cited before means that work.
        """
        link = find_antecedent(anaphor, self._past(), section=one.section)
        last = self._named_last(anaphor.plural)
        people = self._people(last[0]) if last else ()
        if anaphor.title is not None or anaphor.note is not None:
            meant = replace(anaphor, form=Form.SHORT, names=people)
            named = find_antecedent(meant, self._past(), section=one.section)
            return self._linked(Form.IDEM, named, anaphor.locator, anaphor.signal)
        held = list(self.works.named(last[0].group)) if last and last[0].group is not None else []
        read = read_on(one.text, anaphor, people, held)
        if read is None:
            return None
        parsed, source = read
        locator, signal = parsed.locator, anaphor.signal
        if not held and not people:
            return Cited(Form.IDEM, locator=locator, own_locator=locator, link=link, signal=signal)
        known = as_short(None, parsed, self._past(), dated=True)
        if known is not None and known.target is not None:
            return self._linked(Form.IDEM, known, locator, signal)
        return Cited(Form.IDEM, None, self.works.add(one.key, source), (), locator, locator, source, signal=signal)

    def _named_last(self, plural: bool) -> tuple[Seen, ...]:
        """Give the reference before that Idem means: the last one, of one author where the form is singular."""
        before = self.here or self.before
        alone = [seen for seen in before if len(self._people(seen)) == 1 >= len(seen.names)] if not plural else []
        return tuple(alone[-1:]) or before[-1:]

    def _people(self, seen: Seen) -> tuple[Name, ...]:
        """Give the authors of what a reference cites, else its editors."""
        held = self.works.named(seen.group) if seen.group is not None else ()
        return next((people for fields in held if (people := fields.authors or fields.editors)), seen.names)

    def _in_same_book(self, one: Printed, anaphor: Anaphor, inside: int, target: Seen) -> Cited | None:
        """Read `S. Wheeler, 'Company Law' in Thomas, op. cit., n. 8`: a chapter of the book cited there."""
        assert target.group is not None
        head = parse_reference(one.text[:inside]).source
        whole = self.works.groups[target.group].printings[0].source
        book = container_of(whole) or whole
        if not head.fields.title:
            return None
        people = book.fields.editors or book.fields.authors
        fields = replace(head.fields, type="chapter", container=book.fields.title, date=book.fields.date)
        source = replace(head, fields=replace(fields, container_editors=people), locator=anaphor.locator)
        group = self.works.add_to(one.key, source, target.group)
        root = self.firsts[target.group].key
        locator, signal = anaphor.locator, anaphor.signal
        return Cited(anaphor.form, target.key, group, (), locator, locator, source, None, signal, root)

    def _linked(self, form: Form, link: Link, locator: str | None, signal: str | None) -> Cited:
        if link.target is None:
            return Cited(form, locator=locator, own_locator=locator, link=link, signal=signal)
        before = self.cited[link.target.key]
        if before.group != link.target.group:
            # The work is what another is quoted in there: that reference's locator and chain are not its own.
            before = Cited(Form.FULL)
        inherits = form in (Form.IBID, Form.IDEM) or (form is Form.OP_CIT and link.same_place)
        own = locator or (before.locator if inherits else None)
        antecedent = None if link.listed else link.target.key
        # Where a short form has a page of its own, that is the work's: nothing says that it is read second-hand again.
        vias = before.vias if inherits or not locator else ()
        return Cited(form, antecedent, link.target.group, vias, own, locator, None, link, signal)

    def _plain(self, one: Printed) -> Cited:
        placed = named_place(one.text)
        if placed is not None:
            return replace(self._full(one, placed[0]), locator=placed[1], own_locator=placed[1])
        short = parse_short(one.text[: second_hand(one.text)[0]])
        short = short or year_alone(one.text, self._people(self.here[-1]) if self.here else ())
        link = as_short(short, None, self._past())
        if link is not None and short is not None:
            return self._with_host(one, self._linked(Form.SHORT, link, short.locator, short.signal))
        named = parse_named(one.text)
        link = as_named(named, self._past())
        if link is not None and named is not None:
            return self._linked(Form.SHORT, link, named.locator, named.signal)
        opened = as_alias(one.text, self._past())
        if opened is not None:
            return self._linked(Form.SHORT, opened[0], find_locator(opened[1]), opened[2])
        parsed = parse_reference(without_remarks(one.text))
        if one.section == BIBLIOGRAPHY:
            parsed = signed(one.text, parsed, self.signed)
            self.signed = parsed.source.fields.authors or parsed.source.fields.editors
        if named is not None and named.key is None:
            return self._full(one, called(parsed, named.name))
        dated = _DATED.search(one.text) is not None
        link = as_short(None, parsed, self._past(), dated=dated)
        if link is not None and link.target is not None and dated and link.target.group is not None:
            return self._full(one, parsed, Known(link.target.group, certain=not link.listed))
        if link is not None:
            its = self._linked(Form.SHORT, link, parsed.locator, parsed.signal)
            hosts = tuple(self._host(one, host) for host in parsed.hosts if not host.empty)
            return replace(its, vias=hosts) if hosts and its.group is not None else its
        unknown = as_unknown(one.text, parsed, self._past(), dated=dated)
        if unknown is not None:
            return self._linked(Form.SHORT, unknown, parsed.locator, parsed.signal)
        if short is not None and short.year and not is_known(short.names[0].literal):
            return self._by_year(one, short, parsed.source)
        if parsed.source.empty and not same_print(one.text, self._past()):
            return Cited(Form.FULL, locator=parsed.locator, own_locator=parsed.locator, signal=parsed.signal)
        return self._full(one, parsed)

    def _full(self, one: Printed, parsed: ParsedReference, known: Known | None = None) -> Cited:
        past = self._past()
        known = known or same_print(one.text, past) or listed(one.text, parsed.source.fields, past)
        if known is not None:
            group = self.works.join(one.key, parsed.source, known.group, certain=known.certain)
        else:
            group = self.works.add(one.key, parsed.source)
        vias = tuple(self._host(one, host) for host in parsed.hosts if not host.empty)
        locator, signal = parsed.locator, parsed.signal
        return Cited(Form.FULL, None, group, vias, locator, locator, parsed.source, signal=signal)

    def _host(self, one: Printed, host: Source) -> int:
        """Give the work that another is quoted in: one cited before, where only its short form is printed."""
        printed = one.text[host.start : host.end].strip(" ,;")
        anaphor = parse_anaphor(printed)
        past = self._past()
        link = (
            find_antecedent(anaphor, past, section=one.section)
            if anaphor
            else as_short(parse_short(printed), None, past)
        )
        if link is not None and link.target is not None and link.target.group is not None:
            return link.target.group
        via = self.works.add(one.key, host, role=Role.VIA)
        people = host.fields.authors or host.fields.editors
        self.firsts.setdefault(via, Seen(one.key, one.number, one.section, via, people))
        return via

    def _by_year(self, one: Printed, short: Short, source: Source) -> Cited:
        """Keep what a name and a year say where no list names the work in full: a node of its own, and a finding."""
        source = replace(source, fields=replace(source.fields, authors=short.names, container=None, type="book"))
        group = self.works.add(one.key, source)
        link = not_cited("notes before and in the list of works")
        return Cited(Form.SHORT, None, group, (), short.locator, short.locator, source, link, short.signal)
