import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from ibidem.publish.site.page import POLICY, TEMPLATES, environment, printed, script_data

HOSTILE = ("<script>alert(1)</script>", "]]>", "{{ 7 * 7 }}", "--><img src=x onerror=alert(1)>", '"><b>', "</script>")


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 1000
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_paper_is_shown_as_text(text: str) -> None:
    shown = printed(text)
    assert "<" not in shown
    assert shown.unescape() == text


@given(st.text())
def test_any_text_is_shown_whole_but_for_what_turns_the_direction(text: str) -> None:
    shown = printed(text)
    assert "<" not in re.sub(r'<span class="control">U\+[0-9A-F]{4,6}</span>', "", shown)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)


def test_a_sign_that_turns_the_direction_of_writing_is_made_visible() -> None:
    assert printed("a\u202eb") == Markup('a<span class="control">U+202E</span>b')


@given(st.dictionaries(st.text(), st.text()))
def test_data_in_a_script_element_cannot_leave_it(value: dict[str, str]) -> None:
    import json

    written = script_data(value)
    assert not set("<>&") & set(written)
    assert json.loads(written) == value


def test_templates_escape_and_miss_nothing() -> None:
    assert environment().autoescape is True
    sources = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html")]
    assert sources
    assert not [source for source in sources if re.search(r"\|\s*safe\b|autoescape\s+false", source)]


def test_every_page_holds_the_policy_and_no_script_or_style_inside(site: Path) -> None:
    for path in pages(site):
        text = path.read_text(encoding="utf-8")
        wasm = path.name == "sparql.html"
        policy = POLICY.format(eval=" 'wasm-unsafe-eval'" if wasm else "")
        assert f'content="{policy.replace(chr(39), "&#39;")}"' in text, path
        for script in re.findall(r"<script\b([^>]*)>", text):
            assert re.search(r'type="application/(ld\+)?json"|src=', script), path
        assert not re.search(r"<style\b|<[^>]*\sstyle=|<[^>]*\son[a-z]+=|javascript:", text), path


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    source = r'<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc="([^"]*)"'
    loading = re.compile(rf'{source}|<link rel="(?:stylesheet|icon)"[^>]* href="([^"]*)"')
    for path in pages(site):
        loaded = loading.findall(path.read_text(encoding="utf-8"))
        assert loaded, path
        for found in loaded:
            assert "//" not in "".join(found), path
