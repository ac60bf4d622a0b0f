from pathlib import Path

import pytest

from damage import Copy, run, said

END = "</body>"
POLICY = "script-src &#39;self&#39;"


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<script>alert(1)</script>", "it has a script without a file"),
        ("<style>p { color: red }</style>", "it has an element <style>"),
        ('<p style="color: red">x</p>', "it has a style attribute on <p>"),
        ('<p onclick="x()">x</p>', "it has a handler onclick on <p>"),
        ('<a href=" JavaScript:x()">x</a>', "a link is a script"),
        ('<script src="https://x.example/a.js"></script>', "it loads https://x.example/a.js from elsewhere"),
        ('<img src="//x.example/a.png" alt="">', "it loads //x.example/a.png from elsewhere"),
        ('<link rel="stylesheet" href="https://x.example/a.css">', "it loads https://x.example/a.css from elsewhere"),
        ('<script type="application/ld+json">{"a": </script>', "a block of JSON in it is none"),
    ],
)
def test_what_a_page_must_not_run_or_load_fails(copy: Copy, markup: str, message: str) -> None:
    copy.replace("index.html", END, markup + END)
    found = said(run(copy.folder, "safety"))
    assert any(line.startswith(f"fail site/index.html: {message}") for line in found), found


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Content-Security-Policy", "X-None", "it has no Content-Security-Policy"),
        (POLICY, "script-src &#39;none&#39;", "its policy has no script-src 'self'"),
        (POLICY, f"{POLICY} &#39;unsafe-inline&#39;", "its policy allows 'unsafe-inline' for script-src"),
        (POLICY, f"{POLICY} https://x.example", "its policy allows https://x.example for script-src"),
        (
            POLICY,
            f"{POLICY} &#39;wasm-unsafe-eval&#39;",
            "its policy allows 'wasm-unsafe-eval', which is for sparql.html",
        ),
        ("default-src &#39;none&#39;", "default-src *", "its policy lets in by default"),
    ],
)
def test_a_policy_that_lets_others_in_fails(copy: Copy, old: str, new: str, message: str) -> None:
    copy.replace("index.html", old, new)
    found = said(run(copy.folder, "safety"))
    assert any(line.startswith(f"fail site/index.html: {message}") for line in found), found


def test_a_style_that_loads_from_elsewhere_fails(copy: Copy) -> None:
    copy.write("assets/style.css", "a { background: url('https://x.example/a.png') }")
    assert "a style loads https://x.example/a.png" in said(run(copy.folder, "safety"))[0]


def test_a_sound_publication_is_safe(sound: Path) -> None:
    (result,) = said(run(sound, "safety"))
    assert result.startswith("pass None: 1") and "pages" in result
