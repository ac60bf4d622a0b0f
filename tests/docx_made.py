"""DOCX files made by hand: the zip and its XML, for cases that no word processor is at hand to write."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def part(name: str, inside: str, *, word: str = WORD) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{word}" {_MORE}>{inside}</w:{name}>'


def docx(body: str, *, word: str = WORD, core: str = "", **parts: str) -> bytes:
    """Make a DOCX of the inside of its body, of its core properties, and of its other parts by their names."""
    related = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for place, name in enumerate(parts)
    )
    top = f'<Relationship Id="r0" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    top += f'<Relationship Id="r1" Type="{_CORE}" Target="docProps/core.xml"/>'
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{top}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>')
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>", word=word))
        archive.writestr("docProps/core.xml", f'<c:core xmlns:c="urn:c" {_MORE}>{core}</c:core>')
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", part(name, inside, word=word))
    return held.getvalue()


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Make a paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Make a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ref(id: int, kind: str = "footnote", *, mark: str = "") -> str:
    """Make the reference to a note, with a mark of its own or without."""
    follows = 'w:customMarkFollows="1" ' if mark else ""
    after = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:{kind}Reference {follows}w:id="{id}"/>{after}</w:r>'


def note(id: int, *runs: str, kind: str = "footnote") -> str:
    """Make a note of one paragraph."""
    return f'<w:{kind} w:id="{id}">{p(f"<w:r><w:{kind}Ref/></w:r>", *runs)}</w:{kind}>'


def field(code: str, *result: str) -> str:
    """Make a field."""
    return (
        f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{''.join(result)}{char('end')}"
    )


def char(kind: str) -> str:
    """Make the sign that begins, parts or ends a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def style(name: str, shown: str, inside: str = "", *, kind: str = "paragraph") -> str:
    """Make a style."""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown}"/>{inside}</w:style>'
