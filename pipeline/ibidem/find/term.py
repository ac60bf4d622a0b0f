"""The words that actors' names are made of: the lists of `words/` as dictionaries by first word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ibidem.find.token import Token
from ibidem.words import read_table, read_words

_SHORT = 5
_LONG_NAME = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One term: `words` in small letters; `exact` where only this very spelling counts (abbreviations).

    `proper` counts the words that are printed with a capital; `same` is what terms for one thing share.
    """

    words: tuple[str, ...]
    kind: str
    type: str = ""
    name: str = ""
    state: str = ""
    exact: str = ""
    proper: int = 0
    same: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms by their first word, the longest first."""

    by_first: dict[str, tuple[Term, ...]]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Terms":
        """Index the terms; of two with equal words, the first given wins."""
        groups: dict[str, list[Term]] = {}
        for term in terms:
            groups.setdefault(term.words[0], []).append(term)
        return cls({first: tuple(sorted(group, key=lambda term: -len(term.words))) for first, group in groups.items()})

    def match(self, tokens: Sequence[Token], at: int) -> tuple[Term, int] | None:
        """Give the longest term that begins at the word, and the index behind its last word."""
        for term in self.by_first.get(tokens[at].low, ()):
            end = at + len(term.words)
            if end > len(tokens) or (term.exact and tokens[at].text != term.exact):
                continue
            if all(
                tokens[place].low == word and _joins(tokens, place)
                for place, word in zip(range(at + 1, end), term.words[1:], strict=True)
            ) and _is_proper(tokens, at, end, term):
                return term, end
        return None

    def match_before(self, tokens: Sequence[Token], end: int, *, longest: int = 3) -> tuple[Term, int] | None:
        """Give the longest term that ends before the word at `end`, and the index of its first word."""
        for start in range(max(0, end - longest), end):
            found = self.match(tokens, start)
            if found and found[1] == end:
                return found[0], start
        return None


def _is_proper(tokens: Sequence[Token], at: int, end: int, term: Term) -> bool:
    """Ask for the capitals of a name of several words: "the Islamic State" is one, "an Islamic state" is none."""
    if term.proper < 2 or term.exact:
        return True
    capitals = sum(token.capital for token in tokens[at:end])
    return capitals >= term.proper - (term.proper >= _LONG_NAME)


def _joins(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if token.joined or token.gap in ("-", "‐", "‑"):
        return token.joined or before.until == before.end
    if token.scared:
        return before.until == before.end
    return token.gap == ", " and token.low != "and" and before.until == before.end


def _terms(printed: str, kind: str, **features: str) -> Iterable[Term]:
    for form in filter(None, (part.strip() for part in printed.split(";"))):
        bare = form.removeprefix("the ").replace(",", "").split()
        proper = sum(word[0].isupper() for word in bare)
        short = form.replace(".", "").isupper() and len(form) <= _SHORT + form.count(".") and len(bare) == 1
        words = tuple(_unowned(word) for word in bare)
        yield Term(words, kind, exact=form if short else "", proper=proper, **features)


def _unowned(word: str) -> str:
    """Give a word as `Token.low` has it: small, without a possessive ending."""
    return word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")


@cache
def states() -> Terms:
    """Give the names of states, past and present, and their peoples."""
    found: list[Term] = []
    for code, name, names, _, people, _ in read_table("states"):
        found.extend(_terms(f"{name};{names}", "state", type="state", name=name, state=code))
        plural = people.split(";")[0] or name
        found.extend(_terms(people, "people", type="people", name=plural, state=code))
    for name, names in read_table("peoples"):
        found.extend(_terms(f"{name};{names}", "people", type="people", name=name))
    return Terms.of(found)


@cache
def adjectives() -> Terms:
    """Give the adjectives of states (`state` is the code), of areas, creeds and peoples without a state."""
    found: list[Term] = []
    for code, name, _, adjective, _, _ in read_table("states"):
        found.extend(_terms(adjective, "adjective", type="state", name=name, state=code))
    for name, _, adjective in read_table("areas"):
        found.extend(_terms(adjective, "adjective", type="area", name=name))
    found.extend(Term(tuple(word.split()), "adjective", kind, word.title()) for word, kind in read_table("creeds"))
    return Terms.of(found)


@cache
def areas() -> Terms:
    """Give the names of the parts of the world that hold several states."""
    return Terms.of(
        term
        for name, names, _ in read_table("areas")
        for term in _terms(f"{name};{names}", "area", type="area", name=name)
    )


@cache
def capitals() -> Terms:
    """Give the capitals of states; `state` holds the codes of all states that had it, parted by spaces."""
    codes: dict[str, list[str]] = {}
    for code, _, _, _, _, capital in read_table("states"):
        for town in filter(None, capital.split(";")):
            codes.setdefault(town, []).append(code)
    return Terms.of(term for town, held in codes.items() for term in _terms(town, "capital", state=" ".join(held)))


@cache
def organisations() -> Terms:
    """Give organisations, agencies, parties and armed groups of the whole world by name and abbreviation."""
    found: list[Term] = []
    for name, short, names, type_, state in read_table("organisations"):
        found.extend(_terms(f"{name};{names}", "organisation", type=type_, name=name, state=state))
        for form in filter(None, short.split(";")):
            found.append(Term((form.casefold(),), "organisation", type_, name, state, form))
    return Terms.of(found)


@cache
def heads() -> Terms:
    """Give the nouns that name a body or a collective; `name` says when they count: any, capital ..."""
    return Terms.of(
        Term(tuple(head.split()), "head", type=type_, name=case, same=same or head)
        for head, type_, case, same in read_table("heads")
    )


@cache
def titles() -> Terms:
    """Give titles: offices, ranks, occupations, honorifics (`type`); `same` is the title in the singular."""
    found: list[Term] = []
    for title, kind in read_table("roles"):
        bare = title.rstrip(".")
        found.append(Term(tuple(map(_unowned, bare.split())), "title", type=kind, same=bare))
    plurals = [
        Term(tuple(map(_unowned, _plural(tuple(term.same.split())))), "title", type=term.type, same=term.same)
        for term in found
        if term.type != "honorific" and not term.same.endswith("s")
    ]
    return Terms.of([*found, *plurals])


def _plural(words: tuple[str, ...]) -> Iterable[str]:
    """Form the plural of a title: of its first noun where a complement follows it."""
    at = next((place for place, word in enumerate(words) if word in ("of", "in", "for")), len(words)) - 1
    for place, word in enumerate(words):
        if place != at:
            yield word
        elif word.endswith("man"):
            yield f"{word[:-3]}men"
        elif word.endswith("y") and word[-2:-1] not in "aeiou":
            yield f"{word[:-1]}ies"
        else:
            yield f"{word}s"


@cache
def portfolios() -> Terms:
    """Give the fields of government; `name` is the normal form."""
    return Terms.of(Term(tuple(printed.split()), "portfolio", name=name) for printed, name in read_table("portfolios"))


@cache
def portfolio_names() -> dict[str, str]:
    """Give the normal form of each printed field of government, both in small letters."""
    return {printed: name.casefold() for printed, name in read_table("portfolios")}


@cache
def word_set(name: str) -> frozenset[str]:
    """Give the terms of a word list as a set."""
    return frozenset(read_words(name))


@cache
def given_names() -> frozenset[str]:
    """Give the given names of both lists."""
    return word_set("given") | word_set("given-more")


@cache
def word_class(name: str) -> frozenset[str]:
    """Give the words of a class of words/naming.tsv."""
    return frozenset(word for word, class_ in read_table("naming") if class_ == name)


@cache
def press() -> frozenset[str]:
    """Give the names of newspapers and news agencies: works and their publishers, no actors."""
    return frozenset(read_words("newspapers")) | frozenset(read_words("news-agencies"))


@cache
def splitting() -> frozenset[str]:
    """Give the words that make a compound with a hyphen fall apart, and the compounds that stay whole."""
    tables = (states(), adjectives())
    single = {
        term.words[0] for table in tables for group in table.by_first.values() for term in group if len(term.words) == 1
    }
    listed = (term for table in (organisations(), areas()) for group in table.by_first.values() for term in group)
    return frozenset(single | {word for term in listed for word in term.words if "-" in word})


@cache
def stops() -> frozenset[str]:
    """Give the words that a full stop may follow inside a name: titles and given names cut short."""
    cut = {title.rstrip(".") for title, _ in read_table("roles") if title.endswith(".")}
    return frozenset(cut | {"mohd", "dy", "st", "jr", "sr", "chas", "wm", "geo", "thos", "jos"})


@cache
def party_words() -> dict[str, str]:
    """Give the words of other languages that begin a party's or an armed group's name, with its type."""
    return {word: type_ for word, type_ in read_table("party-words")}  # noqa: C416


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a capitalised word can be in a person's name, small letters.

    `barred` are no part of one, but those in `inside` may stand behind its first word ("Ahmad Shah");
    `places` beside a name make it a place's or a body's ("Victoria Street"); `towns` alone are towns;
    `styles` are titles behind a name ("Enver Pasha").
    """

    barred: frozenset[str]
    inside: frozenset[str]
    places: frozenset[str]
    towns: frozenset[str]
    styles: frozenset[str]


@cache
def name_words() -> NameWords:
    """Give the words that a name of a person cannot or can hold."""
    given = frozenset(name.casefold() for name in word_set("given"))
    ranks = frozenset(
        title for title, kind in read_table("roles") if kind in ("rank", "crown", "style") and title.isalpha()
    )
    offices = frozenset(word.rstrip(".") for title, _ in read_table("roles") for word in title.split())
    common = word_set("capitals") | word_set("organisation-words")
    where = frozenset(place.casefold() for place in read_words("regions"))
    return NameWords(
        barred=(common | where | word_set("function") | offices) - given,
        inside=ranks | word_set("surnames"),
        places=common - given,
        styles=word_class("style-behind"),
        towns=frozenset(town.casefold() for town in read_words("publishing-places")),
    )
