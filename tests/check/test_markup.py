from ibidem.check.markup import Link, read_markup


def test_ids_links_and_data_are_read() -> None:
    page = read_markup(
        '<meta name="robots" content="noindex"><p id="a">x</p>'
        '<a href="b.html?x=1&amp;y=2" rel="alternate" type="t">y</a>'
        '<script type="application/ld+json">{"a": "<b>"}</script><script src="c.js"></script>'
    )
    assert page.ids == {"a"}
    assert page.links == (Link("b.html?x=1&y=2", "alternate", "t", False), Link("c.js", "", "", True))
    assert page.data == ('{"a": "<b>"}',)
    assert not page.listed
    assert page.inline == ()
    assert page.policy is None


def test_what_stands_in_a_comment_is_no_link() -> None:
    page = read_markup('<!-- <a href="x">y</a> <script>z</script> --><p>&lt;script&gt;</p>')
    assert (page.links, page.inline) == ((), ())
