"""The classic broken chain: a note was inserted between a work and its Ibid., which now names another work.

The text gives it away: the words that the Ibid. supports are somebody's whose own work is cited shortly before, and not
those of the work that it formally continues; or it has a page, and continues a letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ibidem.cited import Agent, Form, Pointer, Reference, Work
from ibidem.finding import Code, Finding, Severity
from ibidem.resolve.family import family_word
from ibidem.resolve.likeness import plain_words
from ibidem.story import Actor, ActorType, Quotation

_NEAR = 8
"""How many notes before the chain the work that is meant may be cited last."""
_LETTERS = frozenset({"personal_communication", "letter", "telegram"})
_LETTER = re.compile(r"(?i:letter|telegram|cable|lettre|brief|schreiben|lettera|carta|письмо|телеграмма)\b")
_PAGE = re.compile(r"\d{1,4}(?:-\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Story:
    """Who speaks where: the quotations of the text and the people of it, and the pointers that support them."""

    pointers: tuple[Pointer, ...]
    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]

    def speakers(self) -> dict[str, dict[str, str]]:
        """Give for each reference the people whose words it supports: the family name's word, and the name."""
        people = {actor.key: actor for actor in self.actors if actor.type is ActorType.PERSON}
        notes = {pointer.key: pointer.references for pointer in self.pointers}
        held: dict[str, dict[str, str]] = {}
        for quotation in self.quotations:
            said = [people[key] for key in quotation.speakers if key in people]
            words = {plain_words(actor.name)[-1]: actor.name for actor in said if plain_words(actor.name)}
            for reference in (key for pointer in quotation.pointers for key in notes.get(pointer, ())):
                held.setdefault(reference, {}).update(words)
        return held


def find_broken(
    references: Sequence[Reference], works: Iterable[Work], agents: Iterable[Agent], story: Story
) -> Iterator[Finding]:
    """Say of each Ibid. of a doubtful chain which work the text suggests."""
    shelf = _Shelf.of(references, works, agents)
    speakers = story.speakers()
    for head, members in shelf.chains():
        if not shelf.is_signed(head):
            continue
        meant = next((found for one in members if (found := shelf.meant(head, one, speakers.get(one.key, {})))), None)
        for one in members:
            fits = set(speakers.get(one.key, {})) & shelf.names(head)
            if fits:
                break
            if meant is not None:
                yield _suggested(one, head, meant)
            elif shelf.is_letter(head) and one.printed_locator and _PAGE.fullmatch(one.printed_locator):
                yield _paged(one, head)


@dataclass(frozen=True, slots=True)
class _Meant:
    """The work that the text suggests: who speaks, at which Ibid., and the note that cites the work first."""

    name: str
    at: int
    first: int


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The references in order, with who stands behind the work of each."""

    references: Sequence[Reference]
    order: Mapping[str, int]
    works: Mapping[str, Work]
    families: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, references: Sequence[Reference], works: Iterable[Work], agents: Iterable[Agent]) -> "_Shelf":
        held = {work.key: work for work in works}
        words = {agent.key: family_word(agent.name) for agent in agents}
        families = {
            key: frozenset(word for agent in (*work.authors, *work.editors) if (word := words.get(agent)))
            for key, work in held.items()
        }
        return cls(references, {one.key: at for at, one in enumerate(references)}, held, families)

    def chains(self) -> Iterator[tuple[Reference, list[Reference]]]:
        """Give each reference that an Ibid. continues, with all of them."""
        heads: dict[str, str] = {}
        chains: dict[str, list[Reference]] = {}
        for one in self.references:
            if one.form is Form.IBID and one.antecedent is not None and one.work is not None:
                heads[one.key] = heads.get(one.antecedent, one.antecedent)
                chains.setdefault(heads[one.key], []).append(one)
        for head, members in chains.items():
            if head in self.order:
                yield self.references[self.order[head]], members

    def is_letter(self, head: Reference) -> bool:
        work = self.works.get(head.work or "")
        return work is not None and (work.type in _LETTERS or _LETTER.match(work.title or "") is not None)

    def is_signed(self, head: Reference) -> bool:
        return bool(self.families.get(head.work or "")) or self.is_letter(head)

    def names(self, head: Reference) -> set[str]:
        """Give the words that name whoever may speak in a work: its people, and all that its reference prints."""
        return {*self.families.get(head.work or "", ()), *plain_words(head.mention.reading)}

    def meant(self, head: Reference, one: Reference, speakers: Mapping[str, str]) -> _Meant | None:
        """Give the last work before the chain by the one who speaks, where it is not that which is continued."""
        at = self.order[head.key]
        near = self.references[max(0, at - 4 * _NEAR) : at]
        for word, name in speakers.items():
            if word in self.names(head):
                continue
            for other in reversed(near):
                close = head.number - other.number <= _NEAR and other.section == head.section
                if close and other.work not in (None, head.work) and word in self.families.get(other.work or "", ()):
                    first = self.order.get(other.resolved or other.key, self.order[other.key])
                    return _Meant(name, one.number, self.references[first].number)
        return None


def _suggested(one: Reference, head: Reference, meant: _Meant) -> Finding:
    whose = "they" if meant.at == one.number else f"those of note {meant.at} further on"
    message = (
        f"Ibid. in note {one.number} continues note {head.number}, but the words that it supports may be another's:"
        f" {whose} are {meant.name}'s, cited in note {meant.first}; say by a decision what it means"
    )
    return Finding(Code.IBID_DOUBTFUL, Severity.WARNING, message, one.mention.span, f"reference/{one.key}")


def _paged(one: Reference, head: Reference) -> Finding:
    message = (
        f"Ibid. in note {one.number} has page {one.printed_locator}, but continues the letter of note {head.number};"
        " say by a decision what it means"
    )
    return Finding(Code.IBID_DOUBTFUL, Severity.WARNING, message, one.mention.span, f"reference/{one.key}")
