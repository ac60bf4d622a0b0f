"""Origins: where in the file as received a stretch stands, if its text is not the file itself (Web Annotation)."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement
from ibidem.document import Origin
from ibidem.iri import part
from ibidem.origin import origin_of, split_path
from ibidem.span import Span

_PDF_FRAGMENTS = NamedNode("https://www.rfc-editor.org/rfc/rfc8118")
"""What the fragments of a PDF's address mean: `page`, and `viewrect` in points from the page's upper left corner."""


def describe_origin(span: Span, origins: tuple[Origin, ...], nodes: Nodes) -> Iterator[Statement]:
    """Describe the second selector of a stretch, by page and box or by path; nothing where no way leads back."""
    origin = origin_of(origins, span)
    if origin is None or (origin.page is None and origin.path is None):
        return
    iri = nodes.minter.node("passage", f"{span.start}-{span.end}")
    selector = NamedNode(part(iri, "origin"))
    yield NamedNode(part(iri, "target")), t.HAS_SELECTOR, selector
    if origin.page is not None:
        yield selector, t.A, t.FRAGMENT_SELECTOR
        yield selector, t.CONFORMS_TO, _PDF_FRAGMENTS
        yield selector, t.RDF_VALUE, Literal(_fragment(origin.page, origin))
        return
    member, path = split_path(origin.path or "")
    yield selector, t.A, t.XPATH_SELECTOR
    yield selector, t.RDF_VALUE, Literal(path)
    if member:
        yield selector, t.MEMBER, Literal(member)


def _fragment(page: int, origin: Origin) -> str:
    """Write the page, and the rectangle as left, top, width and height."""
    if origin.box is None or origin.height is None:
        return f"page={page}"
    left, bottom, right, top = origin.box
    rectangle = left, origin.height - top, right - left, top - bottom
    return f"page={page}&viewrect={','.join(f'{value:.1f}'.removesuffix('.0') for value in rectangle)}"
