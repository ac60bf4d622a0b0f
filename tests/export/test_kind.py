import rispy.config

from ibidem.export.kind import kinds
from ibidem.words import read_table

CSL = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis
treaty webpage
"""
"""The types of CSL 1.0.2."""

BIBLATEX = """
article book booklet collection dataset inbook incollection inproceedings inreference letter manual misc online patent
periodical proceedings reference report software thesis unpublished artwork audio image jurisdiction legislation legal
movie music performance review standard video
"""
"""The entry types of BibLaTeX's default data model (manual, 2.1.1 and 2.1.3)."""


def test_every_kind_of_work_has_its_types() -> None:
    rows = read_table("export-types")
    assert [row[0] for row in rows] == [kind for kind, _ in read_table("work-kinds")]
    assert {row[1] for row in rows} <= set(CSL.split())
    assert {row[2] for row in rows} <= set(BIBLATEX.split())
    assert {row[3] for row in rows} <= set(rispy.config.TYPE_OF_REFERENCE_MAPPING)


def test_a_kind_of_csl_stays_that_kind() -> None:
    # An article of a footnoted paper stands in a journal; CSL's `article` is a preprint.
    changed = {kind for kind, csl, *_ in read_table("export-types") if kind in CSL.split() and csl != kind}
    assert changed == {"article"}


def test_a_kind_that_is_not_listed_is_a_document() -> None:
    assert kinds("papyrus") == kinds("document")
