from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.engines.argos.packages import workplace
from l10n.errors import L10nError, WriteError

from .conftest import tree


def test_the_workplace_is_gone_when_nothing_waits_in_it(folder: Path) -> None:
    with workplace.opened(folder) as place, workplace.unpacking(place) as room:
        assert room.parent == place == folder / ".l10n"
    assert list(folder.iterdir()) == []


def test_a_broken_download_waits_in_the_workplace(folder: Path) -> None:
    with workplace.opened(folder) as place:
        (place / "x.part").write_bytes(b"half")
    with workplace.opened(folder) as place:
        assert (place / "x.part").read_bytes() == b"half"


def test_only_one_l10n_works_on_a_folder(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from l10n.engines.argos.packages import workplace\n"
        "with workplace.opened(Path(sys.argv[1])): print('mine')"
    )
    command = [sys.executable, "-c", code, str(folder)]
    with workplace.opened(folder):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "another l10n is at work here" in run.stderr
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "mine\n"


def test_an_exchange_replaces_the_old_package(folder: Path) -> None:
    with workplace.opened(folder) as place, workplace.unpacking(place) as room:
        for path, text in ((folder / "de_en", "old"), (room / "new", "new")):
            path.mkdir()
            (path / "x").write_text(text, encoding="utf-8")
        workplace.exchange(room / "new", folder / "de_en", room)
    assert tree(folder) == {"de_en/x": b"new"}


def test_an_exchange_that_fails_brings_the_old_package_back(folder: Path) -> None:
    (folder / "de_en").mkdir(parents=True)
    (folder / "de_en" / "x").write_bytes(b"old")
    with workplace.opened(folder) as place, workplace.unpacking(place) as room, pytest.raises(WriteError):
        workplace.exchange(room / "absent", folder / "de_en", room)
    assert tree(folder) == {"de_en/x": b"old"}


def test_what_a_killed_exchange_left_aside_comes_back(folder: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from l10n.engines.argos.packages import workplace\n"
        "folder = Path(sys.argv[1])\n"
        "with workplace.opened(folder) as place, workplace.unpacking(place) as room:\n"
        "    (room / 'replaced').mkdir(); (folder / 'de_en').rename(room / 'replaced' / 'de_en')\n"
        "    os._exit(9)"
    )
    (folder / "de_en").mkdir(parents=True)
    (folder / "de_en" / "x").write_bytes(b"old")
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 9
    assert not (folder / "de_en").exists()
    with workplace.opened(folder):
        pass
    assert tree(folder) == {"de_en/x": b"old"}


def test_of_a_link_only_the_link_is_discarded(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.mkdir()
    (folder / "de_en").symlink_to(tmp_path / "elsewhere")
    with workplace.opened(folder) as place, workplace.unpacking(place) as room:
        workplace.discard(folder / "de_en", room)
    assert not os.path.lexists(folder / "de_en")
    assert (tmp_path / "elsewhere").is_dir()


def test_a_folder_that_cannot_be_made_is_a_write_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError, match="cannot write"), workplace.opened(tmp_path / "file" / "packages"):
        pass


def test_errors_inside_are_not_taken_for_errors_of_the_workplace(folder: Path) -> None:
    with pytest.raises(L10nError, match="mine"), workplace.opened(folder):
        raise L10nError("mine")
    with pytest.raises(OSError, match="plain"), workplace.opened(folder):
        raise OSError("plain")
