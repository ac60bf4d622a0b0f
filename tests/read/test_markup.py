"""XML and HTML from strangers: parsed without what could do harm."""

from pathlib import Path

import pytest
from lxml import etree

from ibidem.errors import InputError
from ibidem.read import markup
from ibidem.read.markup import DEEPEST, parse_html, parse_xhtml, parse_xml

PATH = Path("paper.xml")


def text(root: etree._Element) -> str:
    return "".join(map(str, root.itertext()))


def test_entities_that_html_and_the_dtds_name_are_characters() -> None:
    doctype = b'<!DOCTYPE a PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    data = doctype + b"<a>&nbsp;&eacute;&mdash;&amp;&lt;&quot;&#233;&NotEqualTilde;</a>"
    assert text(parse_xml(data, path=PATH)) == '\u00a0é—&<"é≂̸'


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"<a><b></a>", "not well-formed XML", 1),
        (b"<a>\n\n&unheard;</a>", "not well-formed XML: Entity 'unheard' not defined", 3),
        (b'<!DOCTYPE a SYSTEM "http://192.0.2.1/a"><a>&unheard;</a>', "uses &unheard;", None),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares entities", None),
        (b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "elements more than", None),
        (b"", "not well-formed XML", None),
        (b"\xff\xfe<", "not well-formed XML", 1),
    ],
    ids=["unclosed", "entity", "entity of a DTD", "declared", "deep", "empty", "odd bytes"],
)
def test_what_is_wrong_is_said(data: bytes, message: str, line: int | None) -> None:
    with pytest.raises(InputError, match=message) as raised:
        parse_xml(data, path=PATH)
    assert raised.value.path == PATH
    assert raised.value.line == line or line is None


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="more than 3 elements"):
        parse_xml(b"<a><b/><b/><b/></a>", path=PATH, most=3)
    monkeypatch.setattr(markup, "_LARGEST", 10)
    for parse in (parse_xml, parse_html, parse_xhtml):
        with pytest.raises(InputError, match="more than 10"):
            parse(b"<p>more than ten</p>", path=PATH)


def test_a_page_is_read_as_browsers_read_it() -> None:
    assert text(parse_html(b"<p>a<p>b<i>c</p>", path=PATH)) == "abc"
    assert text(parse_html("<p>ü".encode(), path=PATH)) == "ü"
    assert text(parse_html("<meta charset=iso-8859-1><p>ü".encode("latin-1"), path=PATH)) == "ü"
    with pytest.raises(InputError, match="no HTML that can be read"):
        parse_html(b"   ", path=PATH)


def test_a_page_that_says_it_is_xml_and_is_not_is_read_as_html() -> None:
    head = b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    assert parse_xhtml(head + b"<p>a<a id='x'/>b</p></body></html>", path=PATH).nsmap == {
        None: "http://www.w3.org/1999/xhtml"
    }
    assert text(parse_xhtml(head + b"<p>a<br>b</p></body></html>", path=PATH)).strip() == "ab"
