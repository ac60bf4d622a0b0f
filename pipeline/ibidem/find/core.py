"""Say what a collective is apart from its nation, so that all names of one thing share it."""

from dataclasses import dataclass

from ibidem.find.term import Term, portfolio_names, word_class, word_set

_FIGHTING = frozenset({"troops", "groups", "guards", "army", "rebels"})
_SPEAKING_FOR = frozenset({"leaders", "officials", "government", "delegation"})
_MILITANT = frozenset({"troops", "groups", "rebels", "militants", "extremists", "terrorists", "militia"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in a collective's name: the head, its modifiers, whose it is; small letters."""

    head: Term
    modifiers: tuple[str, ...] = ()
    creeds: tuple[str, ...] = ()
    organisation: Term | None = None
    area: str = ""
    states: str = ""
    field: str = ""


def core_of(parts: Parts) -> tuple[str, str] | None:
    """Give the type and the core of a collective; None where only the organisation in it is named."""
    if parts.organisation is not None:
        return _of_organisation(parts, parts.organisation)
    if parts.head.name == "capital" and parts.head.same != "troops":
        return _of_body(parts)
    type_, core = _of_collective(parts)
    return type_, f"{core} of {parts.area.casefold()}" if parts.area else core


def _of_organisation(parts: Parts, organisation: Term) -> tuple[str, str] | None:
    head, name = parts.head, organisation.name.casefold()
    if head.same == "states":
        return "state", f"states of {name}"
    if head.name == "capital" and head.same != "troops":
        return head.type, " ".join((*parts.creeds, *parts.modifiers, head.words[-1], "of", name))
    if head.same in _SPEAKING_FOR:
        return None
    if organisation.type in ("armed-group", "military-unit") and head.same in _MILITANT:
        return None
    if organisation.type in ("political-party", "armed-group") and head.same in _MILITANT:
        return "armed-group", f"militants of {name}"
    return head.type, " ".join((name, *_telling(parts.modifiers), head.same))


def _of_body(parts: Parts) -> tuple[str, str]:
    """Bring together the names of one body: ministries by their field."""
    head, words = parts.head, " ".join((*parts.creeds, *parts.modifiers))
    if head.same == "ministry":
        field = parts.field or words
        return head.type, f"ministry of {portfolio_names().get(field, field)}" if field else "ministry"
    core = f"{words} {' '.join(head.words)}".strip()
    return head.type, f"{core} of {parts.field}" if parts.field else core


def _of_collective(parts: Parts) -> tuple[str, str]:
    head, held = parts.head, frozenset(parts.modifiers)
    if head.same == "division" and not held & word_class("arms") and not any(word[0].isdigit() for word in held):
        return "government-body", " ".join((*parts.creeds, *parts.modifiers, head.same))
    creeds = " ".join(parts.creeds)
    if "opposition" in held and head.same in _FIGHTING | _SPEAKING_FOR:
        return ("armed-group", "opposition") if head.same in _FIGHTING else ("people", "leaders of the opposition")
    if "fundamentalist" in {*held, *parts.creeds} and head.same in _FIGHTING:
        return "people", f"{creeds.replace('fundamentalist', '').strip()} fundamentalists".strip()
    if head.same in _FIGHTING and (held & word_class("rebel") or (head.same == "groups" and "armed" in held)):
        return "armed-group", f"{creeds} rebels".strip()
    if held & word_class("border") and head.same in ("troops", "guards", "army"):
        return "military-unit", "border troops"
    if (held & word_class("peace") and head.same == "troops") or head.words == ("peacekeepers",):
        return "military-unit", "peace-keeping troops"
    if head.same == "government" and parts.states and not parts.creeds and not held & word_set("group-modifiers"):
        return head.type, head.same
    if head.same == "groups" and not held & word_class("armed") and {*held, *parts.creeds} <= word_class("political"):
        return "people", f"{creeds} {' '.join(parts.modifiers)}".strip() + " groups"
    type_ = "armed-group" if head.type == "military-unit" and parts.creeds and not parts.states else head.type
    if head.same == "people" and held <= word_set("vague-modifiers"):
        return "people", f"{creeds} people".strip()
    return type_, " ".join((*parts.creeds, *_telling(parts.modifiers), head.same))


def _telling(modifiers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in modifiers if word not in word_set("vague-modifiers"))
