from ibidem.document import PartKind
from ibidem.read.frontmatter import read_front_matter
from ibidem.read.lines import split_lines
from ibidem.read.text import parse_text

HEAD = '---\nlayout: article\ntitle:\n  "long": "On Peace: A Title"\nauthor:\n- name: Ann Author\ndate: 2016\n---\n\n'


def test_title_and_author_of_the_settings() -> None:
    document = parse_text(HEAD + "The body opens with a sentence.\n")
    shown = [part for part in document.parts if part.kind not in (PartKind.FURNITURE, PartKind.SPACE)]
    assert [(part.kind.value, part.span.of(document.text)) for part in shown] == [
        ("title", "On Peace: A Title"),
        ("author", "Ann Author"),
        ("paragraph", "The body opens with a sentence."),
    ]


def test_a_rule_at_the_start_is_no_settings() -> None:
    lines = split_lines("---\n\nA text without settings.\n\n---\n\nMore.\n")
    assert read_front_matter(lines) == lines
    assert read_front_matter(split_lines("A text\n")) == split_lines("A text\n")
