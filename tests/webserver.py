"""Real web servers for tests: the system's Apache and nginx, each on a free port, with the rules that we write."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_MODULES = Path("/usr/lib/apache2/modules")
_LOADED = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite")
_OPTIONS = "FollowSymLinks Indexes MultiViews"
_NOBODY = 65534
_SECONDS = 20

ALLOWED = "FileInfo Indexes Options"
"""What the documentation says that the rules may override, and nothing more."""


@dataclass(frozen=True)
class Reply:
    """What a server says: status, headers (their names in small letters) and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


def missing_server(*programs: str) -> str | None:
    """Say which program is not there, for a test to say why it is left out."""
    absent = [program for program in programs if not shutil.which(program, path=_path())]
    return f"{', '.join(absent)} is not installed (apt-get install apache2 nginx-light)" if absent else None


def get(address: str, accept: str | None = None) -> Reply:
    """Ask once, without following; None sends no Accept header."""
    parts = urlsplit(address)
    assert parts.hostname
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=_SECONDS)
    try:
        connection.request("GET", parts.path or "/", headers={} if accept is None else {"Accept": accept})
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Reply(answer.status, headers, answer.read())
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that a server without rights can read, which pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="ibidem-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@contextmanager
def apache(folder: Path, sites: Mapping[int, Path]) -> Iterator[None]:
    """Serve folders with their .htaccess, each on its port, as hosts do that let users write rules."""
    lines = [
        f'ServerRoot "{folder}"',
        'PidFile "apache.pid"',
        'ErrorLog "apache.log"',
        "ServerName 127.0.0.1",
        *(f"LoadModule {module}_module {_MODULES}/mod_{module}.so" for module in _LOADED),
        "TypesConfig /dev/null",
        f"<Directory />\n  AllowOverride {ALLOWED}\n  Require all granted\n  Options {_OPTIONS}\n</Directory>",
    ]
    for port, root in sites.items():
        lines += [f"Listen 127.0.0.1:{port}", f"<VirtualHost *:{port}>", f'  DocumentRoot "{root}"', "</VirtualHost>"]
    settings = folder / "apache.conf"
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with _running(["apache2", "-f", str(settings), "-D", "FOREGROUND"], folder, sites):
        yield


@contextmanager
def nginx(folder: Path, server: str, port: int) -> Iterator[None]:
    """Run the server that a file of settings describes, as a file of nginx's `conf.d` is read."""
    settings = folder / "nginx.conf"
    paths = "".join(
        f"  {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    settings.write_text(
        f"pid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\ndaemon off;\nevents {{ }}\n"
        f"http {{\n  access_log off;\n{paths}{server}\n}}\n",
        encoding="utf-8",
    )
    with _running(["nginx", "-e", f"{folder}/nginx.log", "-p", str(folder), "-c", str(settings)], folder, [port]):
        yield


@contextmanager
def _running(command: list[str], folder: Path, ports: Mapping[int, Path] | list[int]) -> Iterator[None]:
    user = _NOBODY if os.geteuid() == 0 else None
    with (folder / "said.log").open("wb") as said:
        environment = {**os.environ, "PATH": _path()}
        process = subprocess.Popen(command, stdout=said, stderr=said, user=user, env=environment, cwd=folder)
        try:
            for port in ports:
                _wait(process, port, folder)
            yield
        finally:
            process.terminate()
            process.wait(timeout=_SECONDS)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    logs = "".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.log")))
    raise AssertionError(f"the server does not start: {logs}")


def _path() -> str:
    """Give the search path with the folders of servers, which a user's does not have."""
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
