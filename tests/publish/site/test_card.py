from pathlib import Path

from ibidem.words import read_table


def test_the_page_lists_every_check_with_its_question_and_whoever_made_the_rules(site: Path) -> None:
    page = (site / "check.html").read_text(encoding="utf-8")
    rows = read_table("checks")
    assert len(rows) > 10
    for name, title, question, source in rows:
        assert f'<tr id="{name}"><th scope="row"><a href="{source}">{title}</a></th><td>{question}</td>' in page
