from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.publish.site.paper.woven import Mark, emphasised, woven

TEXT = "the Treaty of Friendship between Russia & Finland"


def mark(words: str, tag: str, name: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), tag, (("class", tag),) if tag == "q" else (), name)


class Tree(HTMLParser):
    """The text of a fragment, what stands in which elements, and whether these close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.ids: list[str] = []
        self.around: list[tuple[str, ...]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "a" or "a" not in self.open, "a link in a link"
        self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.around += [tuple(self.open)] * len(data)


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ((), "the Treaty of Friendship between Russia &amp; Finland"),
        (
            (mark("Treaty of Friendship between Russia", "a"), mark("Russia", "a", "r")),
            'the <a>Treaty of Friendship between </a><a id="r">Russia</a> &amp; Finland',
        ),
        (
            (mark("Treaty of Friendship", "q"), mark("Friendship between", "span", "f")),
            'the <q class="q">Treaty of <span id="f">Friendship</span></q><span> between</span> Russia &amp; Finland',
        ),
        (
            (mark("Friendship", "q"), mark("Treaty of Friendship", "a")),
            'the <a>Treaty of <q class="q">Friendship</q></a> between Russia &amp; Finland',
        ),
        (
            (mark("Russia", "q"), mark("Russia", "a")),
            'the Treaty of Friendship between <q class="q"><a>Russia</a></q> &amp; Finland',
        ),
    ],
)
def test_marks_nest_or_are_split(marks: tuple[Mark, ...], html: str) -> None:
    assert str(woven(TEXT, marks)) == html


@given(
    st.lists(
        st.builds(
            lambda start, length, tag, name: Mark(start, start + length, tag, (), name),
            st.integers(0, len(TEXT)),
            st.integers(0, 30),
            st.sampled_from(("a", "q", "span")),
            st.sampled_from(("", "x")),
        ),
        max_size=7,
    )
)
def test_whatever_is_marked_the_text_is_the_text_and_each_mark_covers_its_stretch(marks: list[Mark]) -> None:
    named = [
        Mark(item.start, item.end, item.tag, (), f"m{index}" if item.name else "") for index, item in enumerate(marks)
    ]
    tree = Tree(str(woven(TEXT, named)))
    assert tree.text == TEXT
    assert not tree.open
    assert len(tree.ids) == len(set(tree.ids))
    for item in named:
        if item.start < item.end <= len(TEXT):
            assert all(item.tag in tree.around[at] for at in range(item.start, item.end))


def test_what_a_text_holds_is_text() -> None:
    html = str(woven('<b>"x"</b>', [Mark(0, 3, "a", (("href", 'x"><script>'),))]))
    assert html == '<a href="x&#34;&gt;&lt;script&gt;">&lt;b&gt;</a>"x"&lt;/b&gt;'


def test_signs_that_turn_the_direction_are_shown() -> None:
    assert Tree(str(woven("a\u202eb", []))).text == "aU+202Eb"


def test_what_stands_between_asterisks_is_emphasised() -> None:
    text = "*Daily Strel*, 2 * 3 * 4"
    assert str(woven(text, emphasised(text))) == "<i><b>*</b>Daily Strel<b>*</b></i>, 2 * 3 * 4"


def test_a_stretch_can_begin_inside_of_what_is_emphasised() -> None:
    text = "Ibid.*, in *Daily Strel*"
    written = "<i>Ibid.<b>*</b></i>, in <i><b>*</b>Daily Strel<b>*</b></i>"
    assert str(woven(text, emphasised(text))) == written
    assert str(woven("2 * 3", emphasised("2 * 3"))) == "2 * 3"


def test_an_asterisk_alone_in_a_text_that_stands_apart_is_an_asterisk() -> None:
    assert str(woven("Ada Lovelace*", emphasised("Ada Lovelace*", apart=True))) == "Ada Lovelace*"
