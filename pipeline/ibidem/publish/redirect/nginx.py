"""Rules for nginx, which serves the site itself."""

from urllib.parse import urlsplit

from ibidem.publish.redirect.rule import (
    ACCEPTED,
    ENDINGS,
    FOLDERS,
    NAMED,
    PAGES,
    TURTLE_ONLY,
    TYPES,
    filled,
    is_text,
    literally,
    path_of,
)
from ibidem.withdrawal import Withdrawal
from ibidem.workspace import Workspace

_QUALITIES = "123456789x"
"""The digits that stand for a quality above nothing, in order."""


def nginx_server(workspace: Workspace, withdrawn: tuple[Withdrawal, ...]) -> str:
    """Write a server of nginx: its maps, which find what the client wants, and the site."""
    address = urlsplit(workspace.site)
    path = path_of(workspace.site)
    text_types = dict.fromkeys(media_type for _, media_type in TYPES if is_text(media_type))
    values = {
        **dict(ACCEPTED),
        "path": path,
        "host": address.hostname or "localhost",
        "port": str(address.port or 80),
        "pages": PAGES,
        "turtle_only": TURTLE_ONLY,
        "folders": "|".join(FOLDERS),
        # nginx adds the charset to text/html by itself, and warns where it is named again.
        "charset_types": " ".join(media_type for media_type in text_types if media_type != "text/html"),
        "slash": _slash(path),
        "named": "".join(_named(f"{path}{name}", media_type) for name, media_type in NAMED),
        "types": "".join(f"        {media_type} {ending};\n" for ending, media_type in TYPES),
        "json_first": "|".join(f"{q}{_below(q)}{_up_to(q)}" for q in _QUALITIES),
        "turtle_first": "|".join(f"{q}{_up_to(q)}" for q in _QUALITIES),
        "rdf_first": "|".join(f"{_up_to(q)}{q}" for q in _QUALITIES),
        "gone": "".join(_gone(item, path) for item in withdrawn if item.replaced_by is None),
        "moved": "".join(_moved(item, path) for item in withdrawn if item.replaced_by is not None),
    }
    return filled("nginx.conf", values)


def _named(path: str, media_type: str) -> str:
    return f"    location = {path} {{\n        types {{ }}\n        default_type {media_type};\n    }}\n"


def _slash(path: str) -> str:
    return f"    location = {path[:-1]} {{\n        return 301 {path};\n    }}\n" if path != "/" else ""


def _up_to(quality: str) -> str:
    return f"[0{_QUALITIES[: _QUALITIES.index(quality) + 1]}]"


def _below(quality: str) -> str:
    return f"[0{_QUALITIES[: _QUALITIES.index(quality)]}]"


def _gone(item: Withdrawal, path: str) -> str:
    return f'    "~^{path}{literally(item.iri)}{ENDINGS}" {path}{item.iri};\n'


def _moved(item: Withdrawal, path: str) -> str:
    target = (item.replaced_by or "").replace("$", "%24")
    return f'    "~^{path}{literally(item.iri)}/*$" "{target}";\n'
