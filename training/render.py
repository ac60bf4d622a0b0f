"""Print invented references in many styles of footnotes, each token with its label.

The structured parts come from the tables of `data/own` and, where given, from labelled references; which part meets
which is drawn from a generator with a fixed start, so that the same tables give the same references.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from training.anystyle import DATA, Labelled, labelled, parts
from training.words import LABELS, MONTHS, QUOTES, accessed, edition, thesis

OWN = DATA / "own"
_PART = re.compile(r"<([a-z-]+)>((?:[^<]|<(?=\{u\}))*)")
_SLOT = re.compile(r"\{(\w+)\}")
LANGUAGES = ("en", "en", "en", "de", "de", "fr", "it", "es", "ru")
"""How often each language is drawn."""


@cache
def rows(name: str, *, folder: Path = OWN) -> tuple[tuple[str, ...], ...]:
    """Read the rows of a table behind its head; lines that start with a hash are for readers."""
    lines = [line for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line]
    cells = [tuple(line.split("\t")) for line in lines[1:] if not line.startswith("#")]
    width = lines[0].count("\t") + 1
    return tuple(cell + ("",) * (width - len(cell)) for cell in cells)


@dataclass(frozen=True, slots=True)
class Person:
    """A name in parts."""

    given: str
    family: str


@dataclass(slots=True)
class Pools:
    """What is drawn from, by language; what labelled references give counts as English."""

    people: dict[str, list[Person]] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    named: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    houses: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def own_pools() -> Pools:
    """Read the tables."""
    pools = Pools()
    for language, given, family in rows("names"):
        pools.people.setdefault(language, []).append(Person(given, family))
    for language, title in rows("titles"):
        pools.titles.setdefault(language, []).append(title)
    for language, kind, name, short in rows("containers"):
        pools.named.setdefault((language, kind), []).append((name, short or name))
    for language, publisher, place in rows("publishers"):
        pools.houses.setdefault(language, []).append((publisher, place))
    return pools


def widened(pools: Pools, references: Sequence[Labelled]) -> Pools:
    """Add the titles, journals, books and houses of labelled references."""
    for one in references:
        held = parts(one)
        for label, printed in held:
            value = printed.strip(" ,.;:()[]\"“”‘’'*")
            if label == "title" and 2 < len(value.split()) < 16:
                pools.titles["en"].append(value)
            if label == "journal" and 1 < len(value.split()) < 8:
                pools.named["en", "journal"].append((value, value))
            if label == "container-title" and 2 < len(value.split()) < 12 and not re.match(r"[Ii]n\b", value):
                pools.named["en", "book"].append((value, value))
        named = dict(held)
        house, place = (named.get(label, "").strip(" ,.;:()[]") for label in ("publisher", "location"))
        if house and place:
            pools.houses["en"].append((house, place))
    return pools


@dataclass
class Writer:
    """Fills the slots of one template; each reference has one habit of marks, names, dates and pages."""

    pools: Pools
    chance: random.Random
    language: str
    needs: str = "book"

    def __post_init__(self) -> None:
        """Draw the habits."""
        pick = self.chance
        self.initials = pick.random() < 0.4
        self.spaced = pick.random() < 0.6
        self.capitals = pick.random() < 0.06
        self.shouted = pick.random() < 0.07
        self.mark = "*" if pick.random() < 0.15 else "_" if pick.random() < 0.02 else ""
        self.quotes = pick.choice(QUOTES[self.language])
        self.dash = pick.choice(("-", "–", "–", "—"))
        self.joint = pick.choice(LABELS[self.language]["and"])
        self.crowd = pick.choices((1, 2, 3), (0.7, 0.22, 0.08))[0]
        self.own = pick.random() < 0.8

    def _person(self) -> Person:
        return self.chance.choice(self.pools.people[self.language if self.own else "en"])

    def _given(self, person: Person) -> str:
        if not self.initials:
            return person.given
        initials = [f"{part[0]}." for part in re.split(r"[\s-]+", person.given)]
        return (" " if self.spaced else "").join(initials)

    def _family(self, person: Person) -> str:
        return person.family.upper() if self.capitals else person.family

    def _listed(self, names: Sequence[str], *, semicolon: bool = False) -> str:
        if len(names) == 1:
            return f"{names[0]} et al." if self.chance.random() < 0.04 else names[0]
        if self.language == "de" and self.chance.random() < 0.4:
            return self.chance.choice((" / ", "/")).join(names)
        return f"{('; ' if semicolon else ', ').join(names[:-1])} {self.joint} {names[-1]}"

    def people(self, *, inverted: str = "none", most: int = 3) -> str:
        """Give a list of people; `inverted` is none, first or all."""
        people = [self._person() for _ in range(min(self.crowd, most))]
        names = []
        for at, person in enumerate(people):
            given, family = self._given(person), self._family(person)
            turned = inverted == "all" or (inverted == "first" and at == 0)
            names.append(f"{family}, {given}" if turned else f"{given} {family}")
        return self._listed(names, semicolon=inverted == "all" and self.chance.random() < 0.4)

    def title(self) -> str:
        """Give a title."""
        return self.chance.choice(self.pools.titles[self.language])

    def marked(self, text: str) -> str:
        """Give a text emphasised as this reference does it."""
        return f"{self.mark}{text.upper() if self.shouted else text}{self.mark}"

    def named(self, kind: str, *, short: bool = False) -> str:
        """Give the name of a journal, book, newspaper, series or report."""
        held = self.pools.named.get((self.language, kind)) or self.pools.named["en", kind]
        return self.chance.choice(held)[int(short)]

    def number(self, low: int, high: int) -> str:
        """Give a number in figures."""
        return str(self.chance.randint(low, high))

    def pages(self) -> str:
        """Give a range of pages, the end sometimes shortened."""
        first = self.chance.randint(1, 900)
        last = first + self.chance.randint(1, 40)
        short = str(last)[-2:] if self.chance.random() < 0.3 and first > 100 and first // 100 == last // 100 else last
        return f"{first}{self.dash}{short}"

    def paged(self, pages: str) -> str:
        """Give pages with their label."""
        several = not pages.isdigit()
        labels = LABELS[self.language]["pages" if several else "page"]
        label = self.chance.choice(labels)
        return f"{label}{'' if label.endswith('.') and self.chance.random() < 0.2 else ' '}{pages}"

    def date(self, *, day: bool) -> str:
        """Give a date in words."""
        return MONTHS[self.language](self.chance, self.year(), day)

    def year(self) -> str:
        """Give a year."""
        return self.number(1850, 2023) if self.chance.random() < 0.9 else self.number(1600, 1849)

    def address(self) -> str:
        """Give the address of a page."""
        host = self.chance.choice(("www.example.org", "https://archive.example.net", "http://www.example.com"))
        word = re.sub(r"\W+", "-", self.title().lower())[:20]
        return f"{host}/{word}/{self.number(1, 9999)}"

    def slot(self, name: str) -> str:
        """Give what goes into a slot."""
        return _SLOTS[name](self)


def _cased(writer: Writer, kind: str) -> str:
    return writer.chance.choice([row[1] for row in rows("law") if row[0] == kind])


def _archived(writer: Writer, column: int) -> str:
    held = [row for row in rows("archives") if row[0] == writer.language] or [
        row for row in rows("archives") if row[0] == "en"
    ]
    value = writer.chance.choice([row[column] for row in held if row[column]])
    return value


def _russian(writer: Writer) -> str:
    person = writer._person()
    initials = " ".join(f"{part[0]}." for part in person.given.split())
    return f"{person.family} {initials}"


def _labelled(writer: Writer, name: str) -> str:
    return writer.chance.choice(LABELS[writer.language][name])


def _two_places(writer: Writer) -> str:
    places = [place for _, place in writer.pools.houses[writer.language]]
    return writer.chance.choice((" und ", "/", " and ", ", ", " – ", " et ")).join(writer.chance.sample(places, 2))


_REGIONS = (
    "MA",
    "NC",
    "NJ",
    "N.J.",
    "CA",
    "Calif.",
    "UK",
    "Conn.",
    "IL",
    "Ontario",
    "India",
    "Md.",
    "Guadeloupe",
    "NY",
)


def _place_in_region(writer: Writer) -> str:
    place = writer.chance.choice([place for _, place in writer.pools.houses[writer.language]])
    return f"{re.split(r'[,/]', place)[0]}, {writer.chance.choice(_REGIONS)}"


def _two_years(writer: Writer) -> str:
    year = int(writer.year())
    return f"{year}{writer.chance.choice('/–-')}{(year + 1) % 100:02d}"


def _short_families(writer: Writer) -> str:
    return writer._listed([writer._family(writer._person()) for _ in range(min(writer.crowd, 2))])


def _quoted(writer: Writer, text: str) -> str:
    opening, closing = writer.quotes
    return f"{opening}{text}{closing}"


_SLOTS: dict[str, Callable[[Writer], str]] = {
    "A": lambda w: w.people(),
    "V": lambda w: w.people(inverted=w.chance.choice(("first", "all"))),
    "V2": lambda w: w.people(inverted="first", most=2),
    "E": lambda w: w.people(),
    "k": lambda w: w.people(most=1),
    "S": _short_families,
    "S2": lambda w: w._family(w._person()),
    "S3": lambda w: w._family(w._person()),
    "ru": _russian,
    "T": lambda w: w.title(),
    "Q": lambda w: _quoted(w, w.title()),
    "I": lambda w: w.marked(w.title()),
    "J": lambda w: w.marked(w.named("journal")),
    "j": lambda w: w.named("journal", short=True),
    "N": lambda w: w.marked(w.named("newspaper")),
    "B": lambda w: w.marked(w.named("book")),
    "s": lambda w: w.named("series"),
    "R": lambda w: w.named("reporter"),
    "v": lambda w: w.number(1, 140) if w.chance.random() < 0.9 else w.chance.choice(("II", "IV", "XII", "XXIII")),
    "n": lambda w: w.number(1, 12),
    "r": lambda w: w.pages(),
    "rr": lambda w: w.paged(w.pages()) if w.chance.random() < 0.75 else w.pages(),
    "p": lambda w: w.number(2, 600),
    "n0": lambda w: w.number(*w.chance.choice(((1, 30), (31, 300), (2, 1900)))),
    "n1": lambda w: w.number(1, 60),
    "n2": lambda w: w.number(2, 90),
    "O": lambda w: w.chance.choice([row[1] for row in rows("bodies") if row[0] == w.language]),
    "P2": _two_places,
    "PR": _place_in_region,
    "Y2": _two_years,
    "pp": lambda w: w.paged(w.pages() if w.chance.random() < 0.5 else w.number(2, 600)),
    "Y": lambda w: w.year(),
    "D": lambda w: w.date(day=True),
    "d": lambda w: w.date(day=False),
    "x": lambda w: edition(w.language, w.chance),
    "vol": lambda w: f"{_labelled(w, 'volume')} {w.chance.choice(('1', '2', '3', '4', 'I', 'II', 'III', 'iv'))}",
    "vols": lambda w: f"{w.number(2, 12)} {_labelled(w, 'volumes')}",
    "tr": lambda w: _labelled(w, "translated"),
    "edby": lambda w: _labelled(w, "edited"),
    "eds": lambda w: _labelled(w, "editors"),
    "ed": lambda w: _labelled(w, "editor"),
    "th": lambda w: thesis(w.language, w.chance),
    "t": lambda w: accessed(w.language, w.chance, w.date(day=True)),
    "u": lambda w: w.address(),
    "o": lambda w: (
        w.chance.choice(("doi:", "https://doi.org/", "DOI: ")) + f"10.{w.number(1000, 9999)}/{w.number(100, 99999)}"
    ),
    "H": lambda w: _archived(w, 1),
    "M": lambda w: _archived(w, 2),
    "C": lambda w: w.marked(_cased(w, "case")),
    "L": lambda w: _cased(w, "statute"),
    "K": lambda w: w.chance.choice([row[2] for row in rows("law") if row[2]]),
    "P": lambda w: "",
    "U": lambda w: "",
}


def render(template: str, writer: Writer) -> Labelled:
    """Fill one template."""
    publisher, place = writer.chance.choice(writer.pools.houses[writer.language])
    house = {"P": place, "U": publisher}

    def filled(match: re.Match[str]) -> str:
        return house.get(match.group(1)) or writer.slot(match.group(1))

    pieces = [(label, _SLOT.sub(filled, text).replace("..", ".")) for label, text in _PART.findall(template)]
    return labelled([(label, text) for label, text in pieces])


def generate(number: int, *, pools: Pools, start: int = 7) -> list[Labelled]:
    """Make so many references; some with a word before them that says how they bear on the text."""
    chance = random.Random(start)
    templates = rows("templates")
    signals = rows("lead-ins")
    found = []
    for _ in range(number):
        language = chance.choice(LANGUAGES)
        fitting = [row for row in templates if row[0] == "*" or language in row[0].split(",")]
        _, needs, template = chance.choice(fitting)
        one = render(template, Writer(pools, chance, language, needs))
        if chance.random() < 0.1:
            signal = chance.choice([row[1] for row in signals if row[0] == language])
            lead = labelled([("signal", signal)])
            one = Labelled(f"{signal} {one.text}", (*lead.labels, *one.labels))
        if chance.random() < 0.3:
            one = Labelled(one.text.rstrip(" .,"), one.labels)
        found.append(replace(one, invented=True))
    return found
