"""On a real terminal (a pseudo-terminal): the question about missing packages, bars, and narrow tables."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.engines import default_folder

pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")

Terminal = Callable[..., tuple[int, str]]


@pytest.fixture
def terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Run l10n on a terminal and type something when the given text appears; returns exit code and all it showed."""
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    for name in ("CI", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")

    def run(*arguments: object, wait_for: str = "", keys: bytes = b"") -> tuple[int, str]:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "l10n", *map(str, arguments)]
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
            os.close(theirs)
            shown = b""
            while True:
                try:
                    data = os.read(ours, 4096)
                except OSError:  # the other side has closed
                    break
                if not data:
                    break
                shown += data
                if keys and wait_for.encode() in shown:
                    os.write(ours, keys)
                    keys = b""
        os.close(ours)
        return process.returncode, shown.decode("utf-8", "replace")

    return run


def test_without_packages_the_user_is_asked_and_a_no_is_a_no(terminal: Terminal) -> None:
    code, shown = terminal("draft", "text.txt", "--to", "en", wait_for="[y/N]", keys=b"n\n")
    assert code == 3
    assert "no package translates de → en" in shown
    assert not default_folder().exists()


def test_an_end_of_input_at_the_question_is_an_interruption(terminal: Terminal) -> None:
    code, shown = terminal("draft", "text.txt", "--to", "en", wait_for="[y/N]", keys=b"\x04")
    assert code == 130
    assert "interrupted" in shown
    assert Path("locales/en/LC_MESSAGES/text.po").exists()


def test_progress_is_shown_as_a_bar(terminal: Terminal, packages: Path) -> None:
    code, shown = terminal("draft", "text.txt", "--packages", packages, "--to", "en")
    assert code == 0
    assert "━" in shown
    assert "1/1" in shown
    assert "Traceback" not in shown


def test_a_result_goes_into_its_pipe_while_messages_go_to_the_terminal(project: Path) -> None:
    (project / "a.ru.po").write_text('msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Haus"\nmsgstr "дом"\n', "utf-8")
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"TERM": "xterm-256color"}
    command = [sys.executable, "-m", "l10n", "status", "--json", "a.ru.po"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, check=True)
    os.set_blocking(ours, False)
    with pytest.raises(BlockingIOError):
        os.read(ours, 4096)  # not even the escape sequences of a bar that nobody needs
    os.close(theirs)
    os.close(ours)
    assert json.loads(done.stdout)["catalogues"][0]["path"] == "a.ru.po"


def test_quiet_shows_no_bar_and_asks_nothing(terminal: Terminal) -> None:
    code, shown = terminal("draft", "text.txt", "--to", "en", "--quiet")
    assert code == 3
    assert "[y/N]" not in shown
    assert "━" not in shown


def test_data_go_into_their_file_although_bars_are_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    code = """
from l10n.cli.console import Console
from l10n.cli.output import data
from l10n.model.events import Event, Progress
for _ in Console().follow([Progress("in.tmx", 1, 2, "units"), Event()]):
    data("text")
"""
    ours, theirs = pty.openpty()
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    assert "━" in os.read(ours, 4096).decode("utf-8", "replace")
    os.close(ours)
    assert done.stdout == b"text"
