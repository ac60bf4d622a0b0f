from collections import Counter

from described import paper
from ibidem import __version__
from ibidem.describe.rule import rules_of
from ibidem.words import read_table
from records import RECORD


def test_there_is_one_node_for_each_rule_that_made_something() -> None:
    used = Counter(rule for said in paper().values() for rule in said.get("prov:wasGeneratedBy", ()))
    rules = {node for node in paper() if node.startswith("rule/")}
    assert {rule for rule in used if rule.startswith("rule/")} == rules | set()
    assert len(rules) == len(rules_of(RECORD)) + len({"rule/paper-toml"})


def test_a_rule_says_what_it_does_and_which_program_ran_it() -> None:
    described = {row[0]: row[2] for row in read_table("rules")}
    assert paper()["rule/read-keyword"] == {
        "a": ["ibidem:Rule"],
        "skos:notation": ["read-keyword"],
        "skos:prefLabel": [described["read-keyword"]],
        "prov:wasAssociatedWith": ["program/ibidem"],
    }
    assert paper()["program/ibidem"] == {
        "a": ["prov:SoftwareAgent"],
        "foaf:name": ["ibidem"],
        "schema:softwareVersion": [__version__],
    }


def test_a_rule_that_is_not_listed_is_called_by_its_id() -> None:
    assert paper()["rule/work"]["skos:prefLabel"] == ["work"]
