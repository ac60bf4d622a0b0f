"""A publication is whole or not there: killed, interrupted, refused by the disk, or raced by another."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ibidem.errors import PublishError
from ibidem.swap import current, locked, replaced, write_report

ENTRIES = ("dumps", "papers", "store")


def publish(out: Path, generation: int, *, size: int = 10) -> None:
    with locked(out), replaced(out) as folder:
        for entry in ENTRIES:
            (folder / entry).mkdir()
            for number in range(3):
                (folder / entry / f"{number}.txt").write_text(f"{generation}\n" * size)
        (folder / "report.json").write_text(f"{generation}\n")


def generations(out: Path) -> set[str]:
    """Give what stands in every file that people open, each file's lines as a set."""
    seen: set[str] = set()
    for entry in ENTRIES:
        names = sorted(path.name for path in (out / entry).iterdir())
        assert names == ["0.txt", "1.txt", "2.txt"]
        for name in names:
            seen |= set((out / entry / name).read_text().split())
    return seen | set((out / "report.json").read_text().split())


def test_the_first_publication_appears_as_a_whole(tmp_path: Path) -> None:
    publish(tmp_path / "build", 1)
    assert generations(tmp_path / "build") == {"1"}
    assert os.readlink(tmp_path / "build" / "store") == "current/store"


def test_a_publication_replaces_the_one_before_and_leaves_no_trace_of_it(tmp_path: Path) -> None:
    for generation in (1, 2, 2, 3):
        publish(tmp_path, generation)
        assert generations(tmp_path) == {str(generation)}
        assert len(list((tmp_path / ".publications").iterdir())) == 1


def test_what_a_publication_no_longer_holds_is_no_longer_linked(tmp_path: Path) -> None:
    with locked(tmp_path), replaced(tmp_path) as folder:
        (folder / "site").mkdir()
    publish(tmp_path, 2)
    assert not os.path.lexists(tmp_path / "site")


def test_an_error_while_writing_leaves_the_last_publication(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    with pytest.raises(RuntimeError), locked(tmp_path), replaced(tmp_path) as folder:
        (folder / "store").mkdir()
        raise RuntimeError("half-way")
    assert generations(tmp_path) == {"1"}
    assert [path.name for path in (tmp_path / ".publications").iterdir()] == [current(tmp_path).name]  # type: ignore[union-attr]


def test_leftovers_of_killed_builds_go_with_the_next(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    (tmp_path / ".publications" / "new" / "store").mkdir(parents=True)
    (tmp_path / ".publications" / "0123456789abcdef").mkdir()
    (tmp_path / ".publications" / "current").symlink_to("nowhere")
    (tmp_path / ".report.json.new").write_text("half")
    publish(tmp_path, 2)
    assert generations(tmp_path) == {"2"}
    assert len(list((tmp_path / ".publications").iterdir())) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [".lock", ".publications", "current", "report.json", *ENTRIES]
    )


def test_the_report_of_a_refused_build_stands_until_the_next_publication(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    with locked(tmp_path):
        write_report(tmp_path, b"refused\n")
    assert (tmp_path / "report.json").read_text() == "refused\n"
    assert (tmp_path / "current" / "report.json").read_text() == "1\n"
    publish(tmp_path, 2)
    assert generations(tmp_path) == {"2"}


def test_a_folder_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "precious.txt").write_text("mine")
    with pytest.raises(PublishError, match=r"holds what is no publication \(store\)"):
        publish(tmp_path, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
    (tmp_path / ".publications").mkdir()
    with pytest.raises(PublishError, match="in the way"):
        publish(tmp_path, 1)
    assert (tmp_path / "store" / "precious.txt").read_text() == "mine"
    assert current(tmp_path) is None


def test_a_second_publish_at_the_same_time_says_who_holds_the_folder(tmp_path: Path) -> None:
    with locked(tmp_path):
        script = f"from pathlib import Path; from ibidem.swap import locked\nwith locked(Path({str(tmp_path)!r})): pass"
        second = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert f"another publish (process {os.getpid()}) is writing here" in second.stderr
    publish(tmp_path, 1)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(PublishError, match="--out"):
        publish(tmp_path / "build", 1)


def test_a_full_disk_leaves_the_last_publication(tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk that is full in the middle of a file."""
    publish(tmp_path, 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(PublishError, match="the last publication is untouched"):
            publish(tmp_path, 2, size=100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert generations(tmp_path) == {"1"}
    publish(tmp_path, 3)
    assert generations(tmp_path) == {"3"}


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from test_swap import publish
generation = int(sys.argv[2])
print("ready", flush=True)
while True:
    generation += 1
    publish(Path(sys.argv[1]), generation, size=200)
"""


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 20))])
def test_a_kill_at_any_moment_leaves_one_whole_publication(tmp_path: Path, seed: int) -> None:
    publish(tmp_path, 0, size=200)
    pause = random.Random(seed)
    script = WRITER.format(here=str(Path(__file__).parent))
    for generation in range(100, 400, 100):
        command = [sys.executable, "-c", script, str(tmp_path), str(generation)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(pause.uniform(0.0, 0.05))
            writer.send_signal(signal.SIGKILL)
        assert len(generations(tmp_path)) == 1
    publish(tmp_path, 7)
    assert generations(tmp_path) == {"7"}
    assert len(list((tmp_path / ".publications").iterdir())) == 1
