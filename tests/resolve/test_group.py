from ibidem.resolve.group import Group, printed_form


def test_a_printed_form_stands_on_one_line() -> None:
    assert printed_form("Supreme\n\n Soviet") == "Supreme Soviet"


def test_a_group_of_the_finders_has_no_rule_of_its_own() -> None:
    assert Group("state", "Peru", ()).rules == ()
