"""One paper's record as plain values, for programs (`ibidem extract --format json`)."""

from typing import Any

from ibidem.cited import Fields, Name, Place, Pointer, Reference, Work
from ibidem.document import Document, Mention
from ibidem.edtf import Date
from ibidem.finding import Finding
from ibidem.formats.json import to_object
from ibidem.record import Record
from ibidem.remark import Remark
from ibidem.story import Actor, Claim, Event, Quotation, Treaty
from ibidem.whence import with_origins

Plain = dict[str, Any]


def extract_json(document: Document, record: Record) -> Plain:
    """Make the record plain; every item leads to its place by `start`, `end` and `exact` or `text`, or `mentions`.

    Offsets count code points of the text that is read, half-open; `origin` leads back into a file that is no text,
    whose `passages` and `notes` are listed too. The schema is docs/extract.schema.json.
    """
    desk = _Desk(document, record)
    plain = {
        "pointers": [_pointer(pointer) for pointer in record.pointers],
        "references": [desk.reference(reference) for reference in record.references],
        "quotations": [desk.quotation(quotation) for quotation in record.quotations],
        "actors": [desk.actor(actor) for actor in record.actors],
        "treaties": [desk.treaty(treaty) for treaty in record.treaties],
        "events": [desk.event(event) for event in record.events],
        "claims": [desk.claim(claim) for claim in record.claims],
        "remarks": [_remark(remark) for remark in record.remarks],
        "findings": [_finding(document, finding) for finding in sorted(record.findings, key=_order)],
    }
    return with_origins(plain, document)


class _Desk:
    """The record's items by key, for those that refer to them."""

    def __init__(self, document: Document, record: Record) -> None:
        self.document = document
        self.actors = {item.key: item for item in record.actors}
        self.roles = {role.key: role for actor in record.actors for role in actor.roles}
        self.agents = {item.key: item for item in record.agents}
        self.places: dict[str, Place] = {item.key: item for item in record.places}
        self.pointers = {item.key: item for item in record.pointers}
        self.references = {item.key: item for item in record.references}
        self.quotations = {item.key: item for item in record.quotations}
        self.treaties = {item.key: item for item in record.treaties}
        self.works = {item.key: item for item in record.works}

    def reference(self, reference: Reference) -> Plain:
        return {
            "number": reference.number,
            **_section(reference.section),
            "index": reference.index,
            "text": reference.mention.exact,
            **_range(reference.mention),
            "form": str(reference.form),
            "position": str(reference.position),
            "antecedent": self._same(reference.antecedent),
            "resolved": self._same(reference.resolved),
            "locator": reference.locator,
            "via": self._via(reference),
            "work": self._work(reference.work),
            "fields": _fields(reference.fields) if reference.fields else None,
        }

    def quotation(self, quotation: Quotation) -> Plain:
        within = self.quotations.get(quotation.within or "")
        role = self.roles.get(quotation.speaker_role or "")
        return {
            **_range(quotation.mention),
            **_exact(quotation.mention),
            "category": str(quotation.category),
            "marks": quotation.marks,
            "speakers": [self._actor(key) for key in quotation.speakers],
            "speakerRole": role.title if role else None,
            "addressee": self._actor(quotation.addressee),
            "date": _date(quotation.date),
            "occasion": quotation.occasion,
            "pointers": self._numbers(quotation.pointers),
            "within": _range(within.mention) if within else None,
        }

    def actor(self, actor: Actor) -> Plain:
        return {
            "name": actor.name,
            "type": str(actor.type),
            "printed": list(actor.printed),
            "roles": [
                {
                    "title": role.title,
                    "of": self._actor(role.of) or role.of_printed,
                    "date": _date(role.date),
                    "former": role.former,
                    **_range(role.mention),
                    **_exact(role.mention),
                }
                for role in actor.roles
            ],
            "mentions": _mentions(actor.mentions),
        }

    def treaty(self, treaty: Treaty) -> Plain:
        return {
            "name": treaty.name,
            "kind": treaty.kind,
            "printed": list(treaty.printed),
            "date": _date(treaty.date),
            "place": self._place(treaty.place),
            "status": treaty.status,
            "participations": [
                {
                    "actor": self._actor(item.actor),
                    "capacity": str(item.capacity),
                    "act": str(item.act) if item.act else None,
                    "date": _date(item.date),
                }
                for item in treaty.participations
            ],
            "provisions": [
                {"text": item.text, "article": item.article, **_range(item.mention), **_exact(item.mention)}
                for item in treaty.provisions
            ],
            "cites": [self.treaties[key].name for key in treaty.cites if key in self.treaties],
            "pointers": self._numbers(treaty.pointers),
            "mentions": _mentions(treaty.mentions),
        }

    def event(self, event: Event) -> Plain:
        return {
            **_range(event.mention),
            **_exact(event.mention),
            "label": event.label,
            "kind": event.kind,
            "date": _date(event.date),
            "place": self._place(event.place),
            "actors": [self._actor(key) for key in event.actors],
            "pointers": self._numbers(event.pointers),
        }

    def claim(self, claim: Claim) -> Plain:
        return {
            **_range(claim.mention),
            **_exact(claim.mention),
            "value": claim.value,
            "unit": claim.unit,
            "bound": claim.bound,
            "about": [self._actor(key) for key in claim.about],
            "saidBy": self._actor(claim.said_by),
            "date": _date(claim.date),
            "pointers": self._numbers(claim.pointers),
        }

    def _via(self, reference: Reference) -> str | None:
        """Name the works that a source is quoted in, nearest first."""
        names = [self._work_name(key) for key in (reference.via, *reference.through)]
        return "; ".join(name for name in names if name) or None

    def _same(self, key: str | None) -> Plain | None:
        """Say which reference a key means, by its printed number and its place in the note."""
        other = self.references.get(key or "")
        return {"number": other.number, **_section(other.section), "index": other.index} if other else None

    def _actor(self, key: str | None) -> str | None:
        return self.actors[key].name if key in self.actors else None

    def _place(self, key: str | None) -> str | None:
        return self.places[key].name if key in self.places else None

    def _numbers(self, keys: tuple[str, ...]) -> list[int]:
        return [self.pointers[key].number for key in keys if key in self.pointers]

    def _work_name(self, key: str | None) -> str | None:
        """Name a work by its title, or by its container where it has none of its own."""
        work = self.works.get(key or "")
        if work is None:
            return None
        return work.title or self._work_name(work.container)

    def _work(self, key: str | None) -> Plain | None:
        work: Work | None = self.works.get(key or "")
        if work is None:
            return None
        return {
            "type": work.type,
            "authors": [self.agents[key].name.literal for key in work.authors if key in self.agents],
            "editors": [self.agents[key].name.literal for key in work.editors if key in self.agents],
            "title": work.title,
            "container": self._work_name(work.container),
            "volume": work.volume,
            "issue": work.issue,
            "number": work.number,
            "date": _date(work.date),
            "publisher": self.agents[work.publisher].name.literal if work.publisher in self.agents else None,
            "place": self._place(work.place),
            "pages": work.pages,
            **_further(work, [self.agents[key].name.literal for key in work.translators if key in self.agents]),
        }


def _pointer(pointer: Pointer) -> Plain:
    return {"number": pointer.number, **_section(pointer.section), **_range(pointer.mention), **_exact(pointer.mention)}


def _remark(remark: Remark) -> Plain:
    place = {"number": remark.number, **_section(remark.section), "kind": str(remark.kind), "inside": remark.inside}
    return {**place, **_range(remark.mention), **_exact(remark.mention)}


def _order(finding: Finding) -> tuple[int, str, str]:
    return finding.span.start if finding.span else -1, finding.code, finding.message


def _finding(document: Document, finding: Finding) -> Plain:
    exact = {"exact": finding.span.of(document.text)} if finding.span else {}
    return {**to_object(finding), **exact}


def _section(section: str | None) -> Plain:
    return {} if section is None else {"section": section}


def _range(mention: Mention) -> Plain:
    return {"start": mention.span.start, "end": mention.span.end}


def _exact(mention: Mention) -> Plain:
    reading = {} if mention.reading == mention.exact else {"reading": mention.reading}
    return {"exact": mention.exact, **reading}


def _mentions(mentions: tuple[Mention, ...]) -> list[Plain]:
    return [{**_range(mention), "exact": mention.exact} for mention in mentions]


def _date(date: Date | None) -> str | None:
    return date.edtf if date else None


def _name(name: Name) -> Plain:
    parts = {"literal": name.literal, "family": name.family, "given": name.given}
    return {part: value for part, value in parts.items() if value is not None}


def _fields(fields: Fields) -> Plain:
    return {
        "type": fields.type,
        "authors": [_name(name) for name in fields.authors],
        "editors": [_name(name) for name in fields.editors],
        "title": fields.title,
        "container": fields.container,
        "containerEditors": [_name(name) for name in fields.container_editors],
        "volume": fields.volume,
        "issue": fields.issue,
        "number": fields.number,
        "date": _date(fields.date),
        "place": fields.place,
        "publisher": fields.publisher,
        "pages": fields.pages,
        **_further(fields, [_name(name) for name in fields.translators]),
    }


def _further(source: Work | Fields, translators: list[Any]) -> Plain:
    """Give what few sources say, as far as this one does."""
    said: Plain = {name: getattr(source, name) for name in _FURTHER}
    said |= {"translators": translators, "accessed": _date(source.accessed)}
    return {name: value for name, value in said.items() if value}


_FURTHER = ("edition", "series", "url", "doi", "isbn", "archive", "genre", "note")
