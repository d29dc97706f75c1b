"""Atomic writing: old or new, never half."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from l10n import files
from l10n.errors import WriteError


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    files.write_bytes(tmp_path / "new" / "a", b"1")
    files.write_bytes(tmp_path / "new" / "a", b"2")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a"]
    assert (tmp_path / "new" / "a").read_bytes() == b"2"


def test_an_exception_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def write_half() -> None:
        with files.writing(path) as file:
            file.write(b"ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="POSIX file modes")
def test_mode_and_link_survive(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_in_the_way_of_a_folder_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="cannot write") as caught:
        files.write_bytes(tmp_path / "file" / "below", b"")
    assert "nothing was changed" in caught.value.hint


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_named(tmp_path: Path) -> None:
    def fill() -> None:
        with files.writing(tmp_path / "a") as file, Path("/dev/full").open("wb", buffering=0) as full:
            full.write(file.name.__str__().encode())

    with pytest.raises(WriteError, match="No space left") as caught:
        fill()
    assert "free some space" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from l10n import files
number = 0
while True:
    number += 1
    files.write_bytes(Path(sys.argv[1]), str(number % 10).encode() * 100_000)
"""


def test_a_run_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0" * 100_000)
    seen = set()
    for attempt in range(10):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)]) as writer:
            time.sleep(0.12 + 0.013 * attempt)  # into its writing, each time elsewhere
            writer.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == 100_000
        assert len(set(data)) == 1
        seen.add(data[:1])
    assert seen != {b"0"}, "the writer wrote"
