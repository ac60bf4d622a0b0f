"""Short names for IRIs: prefixed names, and paths relative to the base."""

import re
from collections.abc import Mapping

from ibidem.iri import split_iri

_LOCAL = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_PATH = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
_PART = re.compile(r"#[A-Za-z0-9._~-]+")


class Names:
    """Shorten IRIs; `used` are the prefixes that were needed so far."""

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        """Take the prefixes and a base IRI that ends in `/` or `#`."""
        self.base = base[:-1] if base.endswith("#") else base
        self.used: set[str] = set()
        self._stem = base
        self._mark = "#" if base.endswith("#") else ""
        self._namespaces = {namespace: prefix for prefix, namespace in prefixes.items()}

    def prefixed(self, iri: str) -> str | None:
        """Give the prefixed name of an IRI, if it has one that needs no escapes."""
        space, local = split_iri(iri)
        prefix = self._namespaces.get(space)
        if prefix is None or not _LOCAL.fullmatch(local):
            return None
        self.used.add(prefix)
        return f"{prefix}:{local}"

    def relative(self, iri: str) -> str | None:
        """Give the path of an IRI under the base, if resolving it gives the IRI back (RFC 3986, 5.2)."""
        path = _PATH.match(iri, len(self._stem)) if iri.startswith(self._stem) else None
        if path is None or (path.end() < len(iri) and (self._mark or not _PART.fullmatch(iri, path.end()))):
            return None
        return self._mark + iri[len(self._stem) :]
