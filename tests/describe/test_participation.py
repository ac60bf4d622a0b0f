from described import paper


def test_a_participation_says_who_in_which_capacity_by_which_act_and_when() -> None:
    assert paper()["participation/treaty-of-zenda-ruritania"] == {
        "a": ["ibidem:Participation"],
        "ibidem:participant": ["actor/ruritania"],
        "ibidem:capacity": ["party"],
        "ibidem:act": ["signed"],
        "ibidem:date": ["date/1934-05"],
    }


def test_a_second_participation_of_an_actor_has_a_number() -> None:
    assert paper()["participation/treaty-of-zenda-borduria-2"] == {
        "a": ["ibidem:Participation"],
        "ibidem:participant": ["actor/borduria"],
        "ibidem:capacity": ["guarantor"],
    }
