"""The bytes of a file of RDF, unpacked, and what to say where they cannot be had."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from ibidem.errors import InputError

PACKED = ".gz"


def rdf_suffix(path: Path) -> str:
    """Give the ending that tells a file's format, without its dot: that before `.gz` where it is packed."""
    bare = path.with_suffix("") if path.suffix.lower() == PACKED else path
    return bare.suffix.removeprefix(".").lower()


def rdf_bytes(path: Path) -> bytes:
    """Read a file, unpacked where its name ends in `.gz`; raise InputError for what cannot be read."""
    if path.is_dir():
        raise InputError("is a folder; name a file", path=path)
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix.lower() == PACKED else data
    except FileNotFoundError:
        raise InputError("no such file; check the name", path=path) from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"is no whole gzip file: {error}; make it anew", path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}; check its permissions", path=path) from None


def remote_context(data: bytes) -> str | None:
    """Find the first context that a JSON-LD document names by its address, outermost first."""
    try:
        waiting: list[Any] = [json.loads(data)]
    except (ValueError, RecursionError):
        return None
    for value in waiting:
        if isinstance(value, dict):
            named = value.get("@context")
            for context in named if isinstance(named, list) else [named]:
                if isinstance(context, str):
                    return context
                if isinstance(context, dict) and isinstance(context.get("@import"), str):
                    return str(context["@import"])
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return None
