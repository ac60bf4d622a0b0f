"""Ask a person one doubt after another: each answer is in decisions.yaml before the next question."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from ibidem.curate.doubt import Doubt, doubts_of
from ibidem.curate.notebook import Noted, note_decision, undo_decision
from ibidem.curate.reading import Reading
from ibidem.curate.telling import Question, question_of
from ibidem.decision_text import quoted
from ibidem.edition import Entry, load_decisions
from ibidem.errors import InputError
from ibidem.finding import Code, Finding
from ibidem.record import Record
from ibidem.resolve.decisions import apply_decisions


@dataclass(slots=True)
class Session:
    """One sitting of a curator: the paper, the file of decisions, who signs them, and what was put off."""

    reading: Reading
    path: Path
    by: str
    skipped: set[tuple[str, str]] = field(default_factory=set)
    done: list[Noted | tuple[str, str]] = field(default_factory=list)

    def left(self) -> tuple[Doubt, ...]:
        """Give what is still to be asked."""
        found = doubts_of(self.reading, self.reading.decided())
        return tuple(doubt for doubt in found if _name(doubt) not in self.skipped)

    def next(self) -> tuple[Question, int] | None:
        """Give the next question, and how many are left with it."""
        left = self.left()
        if not left:
            return None
        return question_of(left[0], self.reading, self.reading.decided(), finder=self.reading.finder()), len(left)

    def answer(self, entry: Entry) -> None:
        """Store a decision; raise InputError where it could not be applied, and store nothing then."""
        signed = replace(entry, by=entry.by or self.by)
        self._hold(signed)
        self.done.append(note_decision(self.path, signed))
        self._reload()

    def skip(self, doubt: Doubt) -> None:
        """Leave a doubt for another time."""
        self.skipped.add(_name(doubt))
        self.done.append(_name(doubt))

    def undo(self) -> bool:
        """Take the last answer back, and ask again; false where there is none."""
        if not self.done:
            return False
        last = self.done.pop()
        if isinstance(last, Noted):
            undo_decision(last)
            self._reload()
        else:
            self.skipped.discard(last)
        return True

    def read(self, text: str, *, beside: Path) -> Entry:
        """Read a decision that a person wrote; raise InputError for none, or several. `beside` is a file to use."""
        lines = "".join(f"  {line}\n" for line in text.splitlines())
        beside.write_text(f"by: {quoted(self.by)}\ndecisions:\n{lines}", encoding="utf-8")
        entries = load_decisions(beside, source="")
        if len(entries) != 1:
            raise InputError(f"these are {len(entries)} decisions; write one, beginning with `- do:`")
        return entries[0]

    def _reload(self) -> None:
        entries = load_decisions(self.path, source=str(self.path)) if self.path.exists() else ()
        self.reading = replace(self.reading, entries=entries)

    def _hold(self, entry: Entry) -> None:
        before = (*self.reading.entries, entry)
        found = _against(apply_decisions(self.reading.document, self.reading.record, before))
        known = _against(self.reading.decided())
        for finding in found:
            if finding not in known:
                raise InputError(finding.message)


def _against(record: Record) -> list[Finding]:
    """Give what speaks against decisions."""
    codes = (Code.DECISION_NOT_ANCHORED, Code.DECISION_INVALID, Code.DECISION_CONTRADICTED)
    return [finding for finding in record.findings if finding.code in codes]


def _name(doubt: Doubt) -> tuple[str, str]:
    return doubt.code, f"{doubt.span} {doubt.message}"
