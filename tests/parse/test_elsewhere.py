import pytest

from ibidem.parse.elsewhere import is_elsewhere


@pytest.mark.parametrize(
    "printed",
    [
        "See infra Section III.B.",
        "*See supra* para. 3.",
        "See infra para. 314 & n.810.",
        "See supra notes 3–5 and accompanying text.",
        "See text to n 5.",
        "See Section 3.2 above.",
        "See chapter 5 below.",
        "See Part II.",
        "See below.",
        "Siehe unten Kap. 3.",
        "Siehe oben unter II. 3.",
        "Voir infra, chapitre IV.",
        "Si veda infra, par. 3.",
        "Véase infra, capítulo 4.",
        "См. ниже, глава 2.",
    ],
)
def test_what_points_at_another_place_of_the_paper(printed: str) -> None:
    assert is_elsewhere(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "See supra note 3, at 5.",
        "Whitlow, supra note 3, at 1430 and accompanying text.",
        "A. Bee, Book (Paris: House, 1990), ch. 4.",
        "See Section 332 of the Communications Act, 47 U.S.C. § 332.",
        "Part II of the work is lost.",
        "Below the Surface (London, 1990), 7.",
        "",
    ],
)
def test_what_names_a_source_or_tells(printed: str) -> None:
    assert not is_elsewhere(printed)
