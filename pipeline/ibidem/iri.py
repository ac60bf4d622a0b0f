"""Where IRIs come from: every one is minted here, from content, without counter or clock."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

ONTOLOGY = "https://w3id.org/ibidem/ontology#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
"""The namespace of the vocabulary, the same in every workspace."""

WORDS = 8
"""How many words of a text make a local name."""

AUTHORITIES = ("actor", "agent", "place", "treaty", "work")
"""What stands above papers: the first part of the names of authorities."""

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = ("con", "prn", "aux", "nul", *_PORTS)
"""What no file may be called on Windows, whatever its ending; our names are those of files."""

RESERVED = (
    *AUTHORITIES,
    *("authorities", "dataset", "maintainers", "ontology", "project", "shapes", "withdrawn"),
    *("404", "assets", "changes", "check", "crosswalks", "dumps", "findings", "index"),
    *("queries", "redirect", "search", "sparql"),
    *_DEVICES,
)
"""What no paper may be called: the dataset's own names and its site's, which stand where a paper's do."""

_APART = re.compile(r"[^a-z0-9]+")
_TRANSLITERATION = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "'": "", "’": ""})


_SIGN = (
    r"(?:[^\s\x00-\x20\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff"
    r"\U000e0000-\U0010ffff<>\"{}|\\^`%#?\[\]]|%[0-9A-Fa-f]{2})"
)
ADDRESS = re.compile(rf"https?://[\w.-]+(?::[0-9]{{1,5}})?(?:/{_SIGN}*)?(?:\?(?:{_SIGN}|\?)*)?(?:#(?:{_SIGN}|\?)*)?")
"""An absolute IRI that a browser opens (RFC 3987, http and https alone), without signs that turn its direction."""

_SCHEMES = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "ror": "https://ror.org/{}",
    "issn": "https://portal.issn.org/resource/ISSN/{}",
    "viaf": "http://viaf.org/viaf/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "doi": "https://doi.org/{}",
}
SCHEMES: tuple[str, ...] = (*_SCHEMES, "iso3166", "untc")
"""The authorities that identifiers can come from."""


def identifier_iri(scheme: str, value: str) -> str | None:
    """Give the IRI that an identifier's own authority uses, None for a scheme that has none (iso3166, untc)."""
    pattern = _SCHEMES.get(scheme)
    return pattern.format(value) if pattern else None


def slug(text: str, *, words: int = WORDS, length: int = 60) -> str:
    """Make a readable local name: small Latin letters, digits and hyphens; a hash where none remain."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_TRANSLITERATION))
    if not plain.isascii():
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    kept = [part for part in _APART.split(plain) if part][:words]
    while len("-".join(kept)) > length and len(kept) > 1:
        kept.pop()
    name = "-".join(kept)[:length] or digest(text)
    return f"{name}-{digest(text)}" if name in _DEVICES else name


def digest(text: str) -> str:
    """Give six hex digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def unique_slugs(items: Iterable[tuple[str, str]], *, words: int = WORDS) -> tuple[str, ...]:
    """Make local names for (text, context) pairs: equal slugs take six hex digits of their context's hash.

    The same text in the same context twice takes the ordinal of its repetition as well.
    """
    pairs = list(items)
    slugs = [slug(text, words=words) for text, _ in pairs]
    often = Counter(slugs)
    names = [
        name if often[name] == 1 else f"{name}-{digest(context)}"
        for name, (_, context) in zip(slugs, pairs, strict=True)
    ]
    seen: Counter[str] = Counter()
    unique = []
    for name in names:
        seen[name] += 1
        unique.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(unique)


@dataclass(frozen=True, slots=True)
class Minter:
    """Mint the IRIs of one paper under the workspace's base IRI, which ends in `/` or `#`."""

    base: str
    paper_id: str

    @property
    def paper(self) -> str:
        """Give the IRI of the paper, which is also the name of its graph."""
        return f"{self.base}{self.paper_id}"

    @property
    def text(self) -> str:
        """Give the IRI of the paper's text, which is also the name of its graph; the reading page shows it."""
        return f"{self.paper}/reading"

    def node(self, kind: str, key: str) -> str:
        """Give the IRI of a node of the paper: `<base><paper>/<kind>/<key>`."""
        return f"{self.paper}/{kind}/{key}"

    def shared(self, kind: str, key: str) -> str:
        """Give the IRI of a node that stands above papers: authorities and merges with evidence."""
        return f"{self.base}{kind}/{key}"


def absolute(name: str, base: str) -> str:
    """Give the IRI that a person wrote whole, or relative to the base."""
    return name if "://" in name else f"{base}{name}"


def part(whole: str, name: str) -> str:
    """Give the IRI of a part that is shown in the page of its whole: a fragment, where the whole is none itself."""
    return f"{whole}{'/' if '#' in whole else '#'}{name}"


def split_iri(iri: str) -> tuple[str, str]:
    """Give the namespace of an IRI, which ends in `#` or `/`, and the local name after it, which can be empty."""
    at = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:at], iri[at:]


def last_part(iri: str) -> str:
    """Give the end of an IRI: what tells a node from the others of its kind; a slash at its end is none of it."""
    return split_iri(iri.rstrip("/"))[1]


def change_file(base: str, name: str) -> str:
    """Give the IRI of a file that lists changes: `<base>changes/<name>`."""
    return f"{base}changes/{name}"


def ontology(term: str) -> str:
    """Give the IRI of a term of the ontology."""
    return f"{ONTOLOGY}{term}"
