from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (lambda copy: copy.remove(".htaccess"), "fail site/.htaccess: is not there"),
    (lambda copy: copy.remove("redirect/w3id/.htaccess"), "fail site/redirect/w3id/.htaccess: is not there"),
    (lambda copy: copy.remove(".nojekyll"), "fail site/.nojekyll: is not there"),
    (lambda copy: copy.remove("redirect/nginx.conf"), "fail site/redirect/nginx.conf: is not there"),
    (lambda copy: copy.replace(".htaccess", r"ld\+", "ld+"), "fail site/.htaccess: line "),
    (
        lambda copy: copy.replace(".htaccess", "RewriteEngine on", "RewriteEngine off"),
        "fail site/.htaccess: its rules are off",
    ),
    (
        lambda copy: copy.write("redirect/nginx.conf", "server {}"),
        "fail site/redirect/nginx.conf: no rule leads to data",
    ),
    (lambda copy: copy.write("data.xyz", "x"), "fail site/.htaccess: says no media type for files that end in .xyz"),
    (lambda copy: copy.write("data.xyz", "x"), "fail site/_headers: says no media type for files that end in .xyz"),
)


def test_the_rules_of_a_sound_publication_match(sound: Path) -> None:
    assert said(run(sound, "redirects")) == ["pass None: 7 files of rules"]


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_rules_that_cannot_match_fail(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "redirects"))
    assert any(line.startswith(message) for line in found), found
