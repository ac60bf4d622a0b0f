"""RDF Patch (version 1, as Apache Jena defines it): what to delete from one build, and to add, to have the next.

The id of a patch names the state that it leads to, and `prev` the state that it starts from: the SHA-256 of all quads
as sorted N-Quads, as a URI (RFC 6920). So a row of patches is in order if each begins where the last one ends, and
whoever keeps a copy can check it against the id of the last patch.
"""

import re
from base64 import urlsafe_b64encode
from hashlib import sha256

from ibidem.change.diff import Diff
from ibidem.change.dumps import dump_in
from ibidem.errors import InputError

_ROW = re.compile(r"(?P<code>[A-Z]+)(?: (?P<rest>.+))? \.")
_EMPTY = ("PA", "PD")


def write_patch(diff: Diff) -> bytes:
    """Write what differs as a patch of one transaction, deletions first, each sorted."""
    rows = (
        f"H id <{state_uri(diff.new)}> .\n",
        f"H prev <{state_uri(diff.old)}> .\n",
        "TX .\n",
        *(f"D {line}" for line in diff.removed),
        *(f"A {line}" for line in diff.added),
        "TC .\n",
    )
    return "".join(rows).encode("utf-8")


def apply_patch(nquads: bytes, patch: bytes) -> bytes:
    """Apply a patch to the quads of a build (sorted N-Quads), and give those of the next.

    Raise InputError where the patch does not start from these quads, is cut off, or does not lead to what it says.
    """
    quads = set(dump_in(nquads)())
    ids: dict[str, str] = {}
    open_, done = False, False
    for number, row in enumerate(patch.decode("utf-8").split("\n")[:-1], start=1):
        match = _ROW.fullmatch(row)
        code, rest = (match["code"], match["rest"]) if match else ("", None)
        if code == "H" and rest:
            name, _, value = rest.partition(" ")
            ids[name] = value[1:-1]
            if name == "prev" and ids[name] != _state(quads):
                raise InputError("the patch starts from another state; apply those before it first", line=number)
        elif code in ("TX", "TC") and rest is None:
            open_, done = code == "TX", code == "TC"
        elif code in ("A", "D") and rest and open_:
            (quads.add if code == "A" else quads.discard)(f"{rest} .\n")
        elif code not in _EMPTY:
            raise InputError("this is no row of a patch: H, TX, D, A, TC", line=number)
    if not done:
        raise InputError("the patch has no end (TC); fetch it again")
    if ids.get("id") not in (None, state := _state(quads)):
        raise InputError(f"the patch leads to {state}, not to {ids['id']}; fetch it again")
    return "".join(sorted(quads)).encode("utf-8")


def state_uri(digest: str) -> str:
    """Name a state of the data by the SHA-256 of its quads (RFC 6920, section 3)."""
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(digest)).decode('ascii').rstrip('=')}"


def _state(quads: set[str]) -> str:
    return state_uri(sha256("".join(sorted(quads)).encode("utf-8")).hexdigest())
