"""Atomic writing: old or new, never half."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import webbrowser
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


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_root_leaves_a_file_to_its_owner_with_its_set_id_bits(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 4711, 4712)
    path.chmod(0o6755)
    files.write_bytes(path, b"new")
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (4711, 4712, 0o6755)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes another user's rights")
@pytest.mark.parametrize(("mode", "left"), [(0o664, 0o644), (0o6775, 0o755), (0o640, 0o600), (0o660, 0o600)])
def test_where_owner_and_group_cannot_be_kept_nobody_gains_rights(tmp_path: Path, mode: int, left: int) -> None:
    folder = tempfile.mkdtemp()  # pytest's own is root's alone
    path = Path(folder, "a")
    path.write_bytes(b"old")
    path.chmod(mode)
    Path(folder).chmod(0o777)
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(4712)
    os.seteuid(4711)
    try:
        files.write_bytes(path, b"new")
        found = path.stat()
        assert path.read_bytes() == b"new"
        assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (4711, left)
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)
        shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="extended attributes as Linux has them")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.l10n", b"ours")
    except OSError:
        pytest.skip("the file system has none")
    files.write_bytes(path, b"new")
    assert os.getxattr(path, "user.l10n") == b"ours"


@pytest.mark.skipif(os.name == "nt", reason="hard links as POSIX has them")
def test_of_hard_links_the_one_that_is_named_is_written(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"old")
    other.hardlink_to(path)
    files.write_bytes(path, b"new")
    assert (path.read_bytes(), other.read_bytes()) == (b"new", b"old")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets that are files")
def test_a_socket_is_named_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        with pytest.raises(WriteError, match="s: cannot write: it is a socket") as caught:
            files.write_bytes(Path("s"), b"new")
    assert "name a file" in caught.value.hint
    assert Path("s").is_socket()


def test_what_a_killed_run_left_goes_with_the_next_and_what_a_running_one_writes_stays(tmp_path: Path) -> None:
    litter = tmp_path / f".b.abc{files.SUFFIX}"
    litter.write_bytes(b"half")
    with files.writing(tmp_path / "a") as file:
        file.write(b"a")
        files.write_bytes(tmp_path / "b", b"b")
        with files.locked(tmp_path):
            assert len(list(tmp_path.glob(f".a.*{files.SUFFIX}"))) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a").read_bytes() == b"a"


@pytest.mark.skipif(os.name == "nt", reason="POSIX file modes")
def test_the_shortcut_to_the_desk_is_for_one_reader_and_gone_with_the_run_or_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.cli.review import shortcut

    opened: list[str] = []
    monkeypatch.setattr(shortcut, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", opened.append)
    (tmp_path / "l10n-desk-abc.html").write_text("of a killed run")
    (tmp_path / "else.html").touch()
    with shortcut.shortcut("http://127.0.0.1:1/secret/"):
        (path,) = tmp_path.glob("l10n-desk-*")
        assert opened == [path.as_uri()]
        assert "url=http://127.0.0.1:1/secret/" in path.read_text()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["else.html"]


def test_a_name_that_no_file_can_have_is_an_error_of_ours(tmp_path: Path) -> None:
    for name in ("a\0b", "a" * 300):
        with pytest.raises(WriteError, match="cannot write"):
            files.write_bytes(tmp_path / name, b"")
    assert list(tmp_path.iterdir()) == []


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
    if number == 1:
        print("writing", flush=True)
"""


def test_a_run_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0" * 100_000)
    seen = set()
    for attempt in range(10):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            assert writer.stdout.readline()
            time.sleep(0.013 * attempt)  # into its writing, each time elsewhere
            writer.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == 100_000
        assert len(set(data)) == 1
        seen.add(data[:1])
    files.write_bytes(tmp_path / "another", b"")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "another"]
    assert seen != {b"0"}, "the writer wrote"
