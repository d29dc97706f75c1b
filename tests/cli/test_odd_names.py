"""Every option and argument that takes a name or a text gets odd ones: an error in words, and none is a bug."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from l10n.cli import app
from tests.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="such names are POSIX")

NAMES = [os.fsdecode(b"bad\xff"), "n" * 300, "a\nb", "a\0b", "a.txt/x"]
COMMANDS = """
update {}
draft {} --to ru --packages p
draft a.txt --to ru --packages {}
draft a.txt --to ru --packages p --memory {}
draft --po {}
update a.txt --to ru --locales {}
build {}
build a.txt --to ru -o {} --fallback source
build a.txt --to ru --locales {}
segment {}
normalize {}
check {}
check loc -f json -o {}
check loc --glossary {}
check loc --base {}
review list {}
review approve {} --entries 1 --by A
review approve loc --all-clean --by {}
review page loc -o {}
review page loc --memory {}
review apply {}
review apply a.txt --catalogues {}
memory import {}
memory import a.txt --memory {}
memory export {}
memory learn {}
memory align {} a.txt --to en
memory align a.txt {} --to en
memory align a.txt b.txt --to en -o {}
memory align a.txt b.txt --to en --memory {}
memory stats --memory {}
memory prune --memory {}
glossary check {}
glossary candidates a.txt --glossary {}
glossary convert {} x.csv
glossary convert g.csv {}.tbx
glossary learn {}
status {}
status loc --html {}
status loc --badge {}
status loc --html x.html --review-pages {}
status loc --since {}
export omegat loc -o {}
export xlsx loc -o {}
export csv loc -o {}.csv
export docx loc -o {}
export omegat loc -o om --glossary {}
import omegat {}
import omegat om {}
export xliff loc -o {}
export xliff {} -o a.xlf
import {}
import files a.txt --catalogues {}
import a.txt --reviewer {}
adopt {}
adopt loc --source {}
adopt loc --source a.txt --to {}
packages list --packages {}
packages install {} --packages p
packages verify --packages {}
packages remove {} --packages p
git textconv {}
eval loc --reference {}
eval loc -o {}
eval {}
""".strip().splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_an_odd_name_is_no_bug(run: Run, project: Path, command: str) -> None:
    (project / "a.txt").write_text("Das Haus.\n", "utf-8")
    (project / "g.csv").write_text("de,ru\nHaus,дом\n", "utf-8")
    run("update", "a.txt", "--to", "ru", "--locales", "loc")
    for name in NAMES:
        done = CliRunner().invoke(app, [part.replace("{}", name) for part in command.split()])
        assert 0 <= done.exit_code <= 5, done.output
        assert "Traceback" not in done.output
        assert done.exit_code <= 1 or "rror: " in done.stderr


def test_a_merge_of_files_that_are_not_there_is_no_bug(run: Run, project: Path) -> None:
    done = CliRunner().invoke(app, ["git", "merge-driver", "a", "b", "c"])
    assert "b: merged as plain text: " in done.stderr
    assert "No such file" in done.stderr
    assert "bug" not in done.stderr


def test_a_memory_that_is_a_pipe_is_named(run: Run, project: Path) -> None:
    os.mkfifo(project / "pipe")
    assert "pipe: no file, but a pipe or a device" in run("memory", "stats", "--memory", "pipe", code=2).stderr
    assert (project / "pipe").is_fifo()
