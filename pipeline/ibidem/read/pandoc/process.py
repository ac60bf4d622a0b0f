"""Run pandoc as a child process: sandboxed, with bounded time, memory, input and output."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from ibidem.errors import InputError

_HEAP = "512m"
_LARGEST = 30_000_000
_SKIPPED = re.compile(r"^\[INFO\] Skipped '(.*?)' at (?:[^\n]{0,200} )?line \d+ column \d+$", re.MULTILINE | re.DOTALL)
_TOLD = re.compile(r"Error|unexpected|expecting")
_TALK = re.compile(r"^\[(?:INFO|WARNING)\] .*\n?", re.MULTILINE)
_LINE = re.compile(r"\(line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Converted:
    """Pandoc's tree of a source, and the commands in it that it knows nothing of and left out."""

    tree: dict[str, Any]
    skipped: tuple[str, ...]


def convert(source: bytes, *, reader: str, path: Path, seconds: float) -> Converted:
    """Give pandoc's tree of a source; raise InputError for what it cannot read or what takes it too long.

    `--sandbox` keeps it from reading any other file and from the network, whatever the source says.
    """
    options = ["--sandbox", "--standalone", "--verbose", "--from", reader, "--to", "json"]
    command = [program(), *options, "+RTS", f"-M{_HEAP}", "-RTS"]
    try:
        done = subprocess.run(command, input=source, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise InputError(f"takes pandoc more than {seconds:g} seconds to read; split it", path=path) from None
    except OSError as error:
        message = f"needs pandoc, which cannot be run ({error.strerror}); install pypandoc_binary again"
        raise InputError(message, path=path) from None
    if done.returncode:
        raise _refusal(done.stderr.decode("utf-8", "replace"), path)
    if len(done.stdout) > _LARGEST:
        raise InputError("grows to more than a paper can hold when it is read; it is no paper", path=path)
    try:
        tree: dict[str, Any] = msgspec.json.decode(done.stdout)
    except RecursionError:
        raise InputError("nests deeper than a paper does; export it again", path=path) from None
    skipped = _SKIPPED.findall(done.stderr.decode("utf-8", "replace"))
    return Converted(tree, tuple(dict.fromkeys(skipped)))


def _refusal(said: str, path: Path) -> InputError:
    if "Heap exhausted" in said or "heap" in said[:200].lower():
        return InputError("takes pandoc more memory to read than a paper does; split it", path=path)
    line = _LINE.search(said)
    lines = _TALK.sub("", said).strip().split("\n")
    told = [line for line in lines if _TOLD.match(line)] or lines[:1]
    words = " ".join(" ".join(told).split())[:200] or "it does not say why"
    return InputError(
        f"cannot be read by pandoc: {words}; mend it, or save it in another format",
        path=path,
        line=int(line[1]) if line else None,
    )


@cache
def program() -> str:
    """Find the program: the one that the package brings, else the one of the system."""
    spec = importlib.util.find_spec("pypandoc")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("pandoc", "pandoc.exe"):
            if (Path(folder) / "files" / name).is_file():
                return str(Path(folder) / "files" / name)
    return shutil.which("pandoc") or "pandoc"
