"""Bring together the places that name one person: full names, surnames, spellings that differ."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ibidem.candidate import Candidate
from ibidem.cited import Agent
from ibidem.finding import Code, Finding, Severity
from ibidem.parse.spelling import fold, is_initial, is_near, same_given, sounded, undoubled
from ibidem.resolve.group import Group, printed_form
from ibidem.words import read_table, read_words

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr."})
_EASTERN = 3
_FAR = 300
"""How far back, in code points, a namesake may be named in full who makes a surname doubtful."""
_ORIGIN = 2
_NUMERAL = frozenset("IVX")
_CROWN = "(crowned)"


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(read_words(name))


@cache
def _styles() -> frozenset[str]:
    """Give the titles that stand behind a name: "Enver Pasha"."""
    return frozenset(word for word, class_ in read_table("naming") if class_ == "style-behind")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A printed name in parts; `family` is folded, with the numeral of a monarch."""

    form: str
    given: tuple[str, ...]
    family: str

    @property
    def full(self) -> bool:
        """Tell whether it is more than a family name."""
        return bool(self.given)


def read_name(form: str, *, crowned: bool = False) -> PersonName:
    """Part a printed name, given names before the family name, particles aside; monarchs have given names only."""
    words = [word for word in form.replace(".", ". ").replace(",", " ").split() if word.casefold() not in _SUFFIXES]
    numeral = words.pop() if len(words) > 1 and set(words[-1]) <= _NUMERAL else ""
    if not words:
        return PersonName(form, (), fold(form))
    if crowned and len(words) == 1 and not numeral:
        return PersonName(form, tuple(words), f"{fold(words[0])} {_CROWN}")
    if len(words) > 1 and words[-1].casefold() in _styles():
        return PersonName(form, (*words[:-2], words[-1]), fold(words[-2]))
    if len(words) > _ORIGIN and words[1] == "of":
        return PersonName(form, tuple(words[1:]), fold(words[0]))
    if numeral:
        return PersonName(form, tuple(words), f"{fold(words[-1])} {numeral}")
    given = tuple(word for word in words[:-1] if word.casefold() not in _list("particles"))
    if 1 < len(words) <= _EASTERN and words[0] in _list("family-first") and words[-1] not in _list("given"):
        return PersonName(form, tuple(words[1:]), fold(words[0]))
    return PersonName(form, given, fold(words[-1]))


@dataclass(slots=True, eq=False)
class _Cluster:
    """One person so far: the names that are his, the fullest first."""

    names: list[PersonName]
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def fullest(self) -> PersonName:
        return self.names[0]


def group_persons(named: list[Candidate], agents: tuple[Agent, ...]) -> tuple[list[Group], list[Finding]]:
    """Group the candidates of one paper; a surname is whom the paper called so first, if it could mean one only."""
    names = {item.span: read_name(printed_form(item.exact), crowned=_is(item, "crown")) for item in named}
    registry = _Registry()
    for name in sorted({name: None for name in names.values() if name.full}, key=_weight, reverse=True):
        registry.add(name)
    findings: list[Finding] = []
    for item in named:
        name = names[item.span]
        clusters = registry.of_full(name) if name.full else registry.of_single(name, item)
        if len(clusters) != 1:
            several = ", ".join(sorted(cluster.fullest.form for cluster in clusters))
            message = f"{name.form!r} can be {several}; say which by a decision"
            findings.append(Finding(Code.ACTOR_AMBIGUOUS, Severity.WARNING, message, item.span))
            continue
        registry.place(clusters[0], name, item)
    scholars = _by_family(agents)
    return [_group(cluster, scholars) for cluster in registry.clusters if cluster.candidates], findings


def _weight(name: PersonName) -> int:
    """Weigh how much a name says: letters of given names that are more than initials."""
    crowned = name.family.endswith(_CROWN)
    return sum(10 if is_initial(word) or crowned else 100 + len(word) for word in name.given)


class _Registry:
    """The persons of a paper, asked by family name, given name and spelling."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self.by_family: dict[str, list[_Cluster]] = {}
        self.by_given: dict[str, list[_Cluster]] = {}
        self.by_middle: dict[str, list[_Cluster]] = {}
        self.by_name: dict[PersonName, list[_Cluster]] = {}
        self.called: dict[str, _Cluster] = {}
        self.introduced: set[int] = set()
        self.last: dict[int, int] = {}
        self.recent: dict[tuple[int, str], dict[int, _Cluster]] = {}

    def add(self, name: PersonName) -> None:
        """Join a full name to the persons that it can be, or make a new one."""
        fitting = [cluster for cluster in self._near(name) if _compatible(cluster.fullest, name)]
        if not fitting:
            cluster = _Cluster([name])
            self.clusters.append(cluster)
            self._index(cluster, name.family)
            eastern = fold(name.form.split()[0]) == name.family
            for word in {name.given[0]: None, name.given[-1 if eastern else 0]: None}:
                self.by_given.setdefault(sounded(word), []).append(cluster)
            for word in (*name.given[1:], *name.form.split()[-1].split("-")[1:]):
                self.by_middle.setdefault(fold(word), []).append(cluster)
            fitting = [cluster]
        elif len(fitting) == 1:
            fitting[0].names.append(name)
        self.by_name[name] = fitting

    def _index(self, cluster: _Cluster, family: str) -> None:
        for key in {undoubled(family): None, sounded(family): None}:
            self.by_family.setdefault(key, []).append(cluster)

    def _of_family(self, family: str) -> list[_Cluster]:
        """Give the persons of a family name, in this or a like spelling."""
        found = [*self.by_family.get(undoubled(family), ()), *self.by_family.get(sounded(family), ())]
        return list({id(cluster): cluster for cluster in found}.values())

    def _near(self, name: PersonName) -> Iterator[_Cluster]:
        if name.family.endswith(_CROWN):
            called = self.by_given.get(sounded(name.given[0]), ())
            yield from (cluster for cluster in called if " " in cluster.fullest.family)
            return
        same = self._of_family(name.family)
        yield from same
        if same or is_initial(name.given[0]):
            return
        for cluster in self.by_given.get(sounded(name.given[0]), ()):
            if is_near(cluster.fullest.family, name.family) or sounded(cluster.fullest.family) == sounded(name.family):
                yield cluster

    def of_full(self, name: PersonName) -> list[_Cluster]:
        """Give the persons that a full name can be."""
        return self.by_name[name]

    def of_single(self, name: PersonName, item: Candidate) -> list[_Cluster]:
        """Give the persons that a single name can be: one family name, else one given name, else a new person."""
        found = self._spelt(name.family)
        if not found:
            found = self.by_given.get(sounded(name.form), [])
            if len(found) == 1:
                return found
            if found:
                recent = self._named(item.block, sounded(name.form))
                return [recent] if recent is not None else found
            middle = self.by_middle.get(name.family, [])
            if len(middle) == 1:
                # "Belaúnde" of Fernando Belaúnde Terry.
                return middle
            cluster = _Cluster([name])
            self.clusters.append(cluster)
            self._index(cluster, name.family)
            return [cluster]
        if len(found) == 1:
            return found
        return self._called(name, found, item)

    def _spelt(self, family: str) -> list[_Cluster]:
        found = self._of_family(family)
        exact = [cluster for cluster in found if cluster.fullest.family == family]
        return exact or found

    def _called(self, name: PersonName, found: list[_Cluster], item: Candidate) -> list[_Cluster]:
        """Choose between namesakes: the one named in full in this paragraph, or the one always called so.

        With a form of address ("Mrs Gandhi") it is the one whom the paragraph named in full last.
        """
        block = item.block
        recent = self._named(block, name.family)
        named = list(self.recent.get((block, name.family), {}).values())
        if named and _is(item, "title"):
            return [named[-1]]
        usual = self.called.get(name.family)
        known = [cluster for cluster in found if id(cluster) in self.introduced]
        if usual is None and len(known) == 1:
            usual = known[0]
        if recent is not None and (usual is None or recent is usual):
            return [recent]
        if usual is not None and usual in named:
            return [usual]
        start = item.span.start
        if any(cluster is not usual and start - self.last.get(id(cluster), start) < _FAR for cluster in named):
            return found
        return [usual] if usual is not None else found

    def _named(self, block: int, called: str) -> _Cluster | None:
        """Give the only person of this name whom the paragraph has named in full so far."""
        named = list(self.recent.get((block, called), {}).values())
        return named[0] if len(named) == 1 else None

    def place(self, cluster: _Cluster, name: PersonName, item: Candidate) -> None:
        """Keep a candidate with its person, and remember who was called by this name."""
        cluster.candidates.append(item)
        if name.full:
            self.introduced.add(id(cluster))
            self.last[id(cluster)] = item.span.start
            for called in (name.family, sounded(name.given[0])):
                named = self.recent.setdefault((item.block, called), {})
                named.pop(id(cluster), None)
                named[id(cluster)] = cluster
        else:
            self.called.setdefault(name.family, cluster)


def _compatible(one: PersonName, other: PersonName) -> bool:
    """Tell whether the given names can be one person's: the fewer stand among the more, in their order."""
    known = _list("given")
    if " " in one.family or " " in other.family:
        return one.family == other.family or other.family.endswith(_CROWN)
    short, long = sorted((one.given, other.given), key=len)
    at = 0
    for word in short:
        while at < len(long) and not same_given(word, long[at], known=known):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _by_family(agents: tuple[Agent, ...]) -> dict[str, list[PersonName]]:
    found: dict[str, list[PersonName]] = {}
    for agent in agents:
        if agent.kind == "person" and agent.name.family and agent.name.given:
            given = tuple(agent.name.given.replace(".", ". ").split())
            form = f"{agent.name.given} {agent.name.family}"
            found.setdefault(fold(agent.name.family.split()[-1]), []).append(
                PersonName(form, given, fold(agent.name.family.split()[-1]))
            )
    return found


def _group(cluster: _Cluster, scholars: dict[str, list[PersonName]]) -> Group:
    name = max(cluster.names, key=_weight)
    if all(is_initial(word) for word in name.given) and not any(_is(item, "office") for item in cluster.candidates):
        fitting = [other for other in scholars.get(name.family, ()) if _compatible(other, name)]
        if fitting and all(_compatible(fitting[0], other) for other in fitting):
            fullest = max(fitting, key=_weight)
            if _weight(fullest) > _weight(name):
                return Group("person", fullest.form, tuple(cluster.candidates), ("actor-agent",))
    return Group("person", name.form, tuple(cluster.candidates))


def _is(item: Candidate, evidence: str) -> bool:
    return item.feature("evidence") == evidence
