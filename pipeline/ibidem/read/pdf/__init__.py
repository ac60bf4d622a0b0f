"""Read a PDF that was made from text: lines, columns, furniture, notes and markers by where and how they are set."""

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read.compose import compose
from ibidem.read.pdf.chars import read_sheets
from ibidem.read.pdf.layout import lay_out
from ibidem.read.pdf.streams import check_streams


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a PDF; raise InputError for a scan, a locked or damaged file, and fonts that name no letters."""
    check_streams(data, path=path)
    document = _opened(data, path)
    try:
        info = document.get_metadata_dict(skip_empty=True)
        sheets = list(read_sheets(document, path=path))
    finally:
        document.close()
    blocks, metadata = lay_out(sheets, info)
    laid = compose(blocks, metadata=metadata)
    heights = {sheet.number: round(sheet.height, 1) for sheet in sheets}
    return replace(laid, origins=tuple(replace(one, height=heights.get(one.page or 0)) for one in laid.origins))


def _opened(data: bytes, path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdf.FPDF_ERR_PASSWORD:
            raise InputError("is locked with a password; save it without one", path=path) from None
        raise InputError("is not a whole PDF: cut off or damaged; get it anew", path=path) from None
    if len(document) < 1:
        document.close()
        raise InputError("has no pages: cut off or damaged; get it anew", path=path)
    return document
