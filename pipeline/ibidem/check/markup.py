"""What a page of HTML links to, names, and would run."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_LINKS = frozenset({"href", "src", "action", "formaction", "poster", "data", "xlink:href"})
_DATA_BLOCKS = frozenset({"application/ld+json", "application/json"})
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):")
_LOADS = frozenset({"src", "poster", "data"})
_LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})


@dataclass(frozen=True, slots=True)
class Link:
    """An attribute that leads elsewhere; `rel` and `type` are those of its element, `loads` says that it is fetched."""

    value: str
    rel: str
    type: str
    loads: bool

    @property
    def scheme(self) -> str:
        """Give the scheme of the address, in small letters; the empty text where it has none (WHATWG URL)."""
        found = _SCHEME.match(self.value)
        return found.group(1).lower() if found else ""

    @property
    def elsewhere(self) -> bool:
        """Tell whether it names a server, as `https://` and `//` do."""
        return bool(self.scheme) or self.value.startswith("//")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page: `policy` is its Content-Security-Policy, `inline` what it would run or style by itself.

    `listed` is false where it asks robots to leave it out; `data` are its blocks of JSON, which nothing runs.
    """

    ids: frozenset[str]
    links: tuple[Link, ...]
    policy: str | None
    listed: bool
    inline: tuple[str, ...]
    data: tuple[str, ...]


def read_markup(text: str) -> Markup:
    """Read a page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Markup(
        ids=frozenset(reader.ids),
        links=tuple(reader.links),
        policy=reader.policy,
        listed=reader.listed,
        inline=tuple(dict.fromkeys(reader.inline)),
        data=tuple(reader.data),
    )


@dataclass
class _Reader(HTMLParser):
    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    policy: str | None = None
    listed: bool = True
    in_data: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        rel, type = held.get("rel", ""), held.get("type", "")
        for name, value in held.items():
            if name == "id":
                self.ids.add(value)
            elif name in _LINKS:
                loads = name in _LOADS or (bool(_LOADED & set(rel.split())) and tag == "link")
                self.links.append(Link(value, rel, type, loads or tag in {"image", "use"}))
            elif name.startswith("on"):
                self.inline.append(f"a handler {name} on <{tag}>")
            elif name == "style":
                self.inline.append(f"a style attribute on <{tag}>")
        if tag == "style":
            self.inline.append("an element <style>")
        elif tag == "script":
            self._script(held)
        elif tag == "meta":
            self._meta(held)

    def _script(self, held: dict[str, str]) -> None:
        if held.get("type") in _DATA_BLOCKS:
            self.in_data = True
            self.data.append("")
        elif "src" not in held:
            self.inline.append("a script without a file")

    def _meta(self, held: dict[str, str]) -> None:
        if held.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = held.get("content", "")
        elif held.get("name", "").lower() == "robots" and "noindex" in held.get("content", ""):
            self.listed = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.in_data = False

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.data[-1] += data
