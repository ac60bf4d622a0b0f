"""RDF Patch (version 1, as Apache Jena defines it): what to delete from one build, and to add, to have the next.

The id of a patch names the state that it leads to, and `prev` the state that it starts from: the SHA-256 of all quads
as sorted N-Quads, as a URI (RFC 6920). So a row of patches is in order if each begins where the last one ends, and
whoever keeps a copy can check it against the id of the last patch.
"""

from base64 import urlsafe_b64encode

from ibidem.change.diff import Diff


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


def state_uri(digest: str) -> str:
    """Name a state of the data by the SHA-256 of its quads (RFC 6920, section 3)."""
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(digest)).decode('ascii').rstrip('=')}"
