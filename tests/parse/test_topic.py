import pytest

from ibidem.parse.topic import name_end, topic_end


@pytest.mark.parametrize(
    ("tail", "rest"),
    [
        (" of Paris was signed", " of Paris"),
        (" of Friendship, Cooperation and Mutual Aid was signed", " of Friendship, Cooperation and Mutual Aid"),
        (" of Paris and the Treaty of Rome", " of Paris"),
        (" on Peace in Latin America and the Caribbean stands", " on Peace in Latin America and the Caribbean"),
        (" of the Congress of Vienna", " of the Congress of Vienna"),
        (" of May 1992", ""),
        (" was signed", ""),
    ],
)
def test_where_a_name_ends(tail: str, rest: str) -> None:
    assert tail[: name_end(tail, 0, len(tail))] == rest


@pytest.mark.parametrize(
    ("tail", "rest"),
    [
        (" on security was signed", " on security"),
        (" on the inviolability of their borders by force", " on the inviolability of their borders"),
        (" to form a joint force in May", " to form a joint force"),
        (" of friendship in Paris on 22 January", " of friendship"),
        (" on the grounds of cost", ""),
        (" to Moscow", ""),
        (" of 1992", ""),
        (" on the policy of the member states stimulated growth", " on the policy of the member states"),
    ],
)
def test_where_a_topic_ends(tail: str, rest: str) -> None:
    assert tail[: topic_end(tail, 0, len(tail))] == rest
