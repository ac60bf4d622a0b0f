import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from ibidem.describe import describe_ontology, describe_record, terms
from ibidem.finding import Code, Severity
from ibidem.validate import Shapes, load_shapes, validate_quads
from ibidem.validate.stray import RULE
from records import BASE, PAPER, RECORD, TEXT

ROOT = Path(__file__).parents[2]
QUADS = describe_record(RECORD, base=BASE, text=TEXT)
NODE = NamedNode(f"{PAPER}/treaty/stray")
LABEL = Quad(NODE, terms.PREF_LABEL, Literal("z"))


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return load_shapes(ROOT / "shapes")


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        (["ibidem:Treatie"], r"did you mean https://w3id.org/ibidem/ontology#Treaty\?"),
        (["void:Nonsense"], "no shape names this class"),
        (["ibidem:Capacity"], "no shape names this class"),
        (["fabio:ResearchPaper/x"], "no shape names this class"),
        (["ibidem:State"], "nodes of a paper have other classes"),
        ([], "the node has no class"),
    ],
    ids=["misspelt", "strange", "no class", "long", "above", "untyped"],
)
def test_a_node_of_a_paper_that_no_shape_looks_at_is_a_violation(
    kinds: list[str], message: str, shapes: Shapes
) -> None:
    stray = [Quad(NODE, terms.A, terms.term(kind)) for kind in kinds]
    (finding,) = validate_quads([*QUADS, LABEL, *stray], shapes).findings
    assert (finding.code, finding.severity, finding.focus) == (Code.SHAPE, Severity.VIOLATION, NODE.value)
    assert finding.rule == RULE
    assert re.search(message, finding.message)


def test_a_second_class_that_no_shape_names_is_a_violation(shapes: Shapes) -> None:
    second = Quad(NamedNode(f"{PAPER}/actor/un"), terms.A, terms.term("ibidem:Unknown"))
    assert RULE in {finding.rule for finding in validate_quads([*QUADS, second], shapes).findings}


def test_outside_a_paper_only_classes_of_ibidem_are_judged(shapes: Shapes) -> None:
    other = NamedNode("https://example.org/other")
    odd = [Quad(other, terms.A, terms.term("owl:Thing")), Quad(other, terms.PREF_LABEL, Literal("x"))]
    ontology = describe_ontology(ROOT / "ontology", base=BASE)
    assert validate_quads([*QUADS, *odd, *ontology], shapes).findings == ()
    (finding,) = validate_quads([Quad(other, terms.A, terms.term("ibidem:Authorty"))], shapes).findings
    assert finding.rule == RULE


def test_an_actor_that_is_not_said_to_be_one_is_a_violation(shapes: Shapes) -> None:
    state = NamedNode(f"{PAPER}/actor/ruritania")
    assert any(quad.subject == state and quad.predicate == terms.SAME_AS for quad in QUADS)
    quads = [quad for quad in QUADS if (quad.subject, quad.object) != (state, terms.ACTOR)]
    assert (RULE, state.value) in {(finding.rule, finding.focus) for finding in validate_quads(quads, shapes).findings}


def test_shapes_that_say_nothing_of_papers_judge_only_what_they_target(tmp_path: Path) -> None:
    (tmp_path / "date.ttl").write_bytes((ROOT / "shapes" / "date.ttl").read_bytes())
    (tmp_path / "about.ttl").write_bytes((ROOT / "shapes" / "about.ttl").read_bytes())
    stray = Quad(NODE, terms.A, terms.term("ibidem:Treatie"))
    assert validate_quads([*QUADS, stray], load_shapes(tmp_path)).findings == ()
