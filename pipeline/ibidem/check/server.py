"""A server for the harvester's rehearsal: the site on this machine, as a host that reads its `_headers` serves it."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from ibidem.publish.site.representation import TYPES

_RULE = re.compile(r"^(/\S*)\n((?:[ \t]+\S.*(?:\n|$))+)", re.MULTILINE)
_TYPE = re.compile(r"^\s+Content-Type:\s*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)
_UNKNOWN = "application/octet-stream"

Types = tuple[tuple[re.Pattern[str], str], ...]


@contextmanager
def served(site: Path) -> Iterator[tuple[str, int]]:
    """Serve a folder on a free port of this machine while the block runs; give host and port."""
    handler = partial(_Handler, site=site, types=types_of(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield "127.0.0.1", server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def types_of(site: Path) -> Types:
    """Read the media types that `_headers` of a site says, the rule that names a path most closely first."""
    file = site / "_headers"
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    found = [(path, said.group(1)) for path, held in _RULE.findall(text) if (said := _TYPE.search(held))]
    found.sort(key=lambda rule: -len(rule[0]))
    return tuple((re.compile(re.escape(path).replace(r"\*", ".*")), type) for path, type in found)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "ibidem"
    # Head and body in one packet: in two, the second waits for the first to be acknowledged.
    wbufsize = -1

    def __init__(self, *args: object, site: Path, types: Types) -> None:
        self.site = site
        self.types = types
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what is wrong is a result."""

    def _answer(self, *, body: bool) -> None:
        name = unquote(self.path.partition("?")[0]).lstrip("/") or "index.html"
        file = (self.site / name).resolve()
        if file.is_file() and file.is_relative_to(self.site):
            self._send(200, file.read_bytes(), ("Content-Type", self._type(name)), body=body)
        elif other := self._negotiated(name):
            self._send(303, b"", ("Location", f"/{other}"), body=body)
        else:
            self._send(404, b"", ("Content-Type", "text/plain"), body=body)

    def _send(self, code: int, data: bytes, header: tuple[str, str], *, body: bool) -> None:
        self.send_response(code)
        self.send_header(*header)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if body:
            self.wfile.write(data)

    def _type(self, name: str) -> str:
        if name.endswith(".html"):
            return "text/html; charset=utf-8"
        return next((type for pattern, type in self.types if pattern.fullmatch(f"/{name}")), _UNKNOWN)

    def _negotiated(self, name: str) -> str | None:
        """Find what a name without an ending leads to; the real rules are those of the server that holds the site."""
        accept = self.headers.get("Accept", "")
        ending = next((ending for type, ending in TYPES if type in accept), ".html")
        return name + ending if (self.site / (name + ending)).is_file() else None
