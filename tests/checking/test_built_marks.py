"""What `l10n build` refuses for its marks is an error of `l10n check`, and nothing else about them is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

MARKDOWN = "Nutzen Sie das `a`.\n\n{}\n\n[^1]: Eins.\n\n[^2]: Zwei mit `b`.\n"
HTML = "<p>Nutzen Sie das <code>a</code>.</p>\n<p>{}</p>\n"


@pytest.mark.parametrize(
    ("name", "source", "target", "refused"),
    [
        ("a.md", "Hier ist `eins` gut.", "Тут `один`.", False),
        ("a.md", "Hier ist $x$ gut.", "Тут $y$.", False),
        ("a.md", "Hier ist [eins](a.md) gut.", "Тут [один](b.md).", False),
        ("a.md", 'Hier ist <a href="a.md">eins</a> gut.', 'Тут <a href="b.md">один</a>.', False),
        ("a.md", 'Hier ist <img alt="eins"> gut.', 'Тут <img alt="один">.', False),
        ("a.md", "Hier ist <kbd>eins</kbd> gut.", "Тут <kbd>один</kbd>.", True),
        ("a.md", "Hier ist <https://a.example> gut.", "Тут <https://b.example>.", True),
        ("a.md", "Hier ist es.[^1]", "Тут.[^2]", True),
        ("a.md", "Hier ist {{ eins }} gut.", "Тут {{ два }}.", True),
        ("a.md", "Hier ist **es** gut.", "**Тут** **оно**.", True),
        ("a.html", "Hier ist <code>eins</code> gut.", "Тут <code>один</code>.", True),
        ("a.html", "Hier ist {{ eins }} gut.", "Тут {{ два }}.", True),
        ("a.html", "Hier ist <b>es</b> gut.", "<b>Тут</b> <b>оно</b>.", True),
    ],
)
def test_an_error_is_what_build_refuses(
    run: Run, project: Path, name: str, source: str, target: str, refused: bool
) -> None:
    Path(name).write_text((HTML if name == "a.html" else MARKDOWN).replace("{}", source), "utf-8")
    run("update", name, "--to", "ru")
    path = Path("locales/ru/LC_MESSAGES/a.po")
    read = po.read(path)
    entries = tuple(replace(entry, msgstr=target if entry.msgid == source else "") for entry in read.entries)
    assert any(entry.msgstr for entry in entries)
    po.write(path, replace(read, entries=entries))
    run("build", name, "--to", "ru", "--fallback", "source", code=5 if refused else 0)
    found = json.loads(run("check", path, "--format", "json", code=1 if refused else 0).stdout)["findings"]
    told = {row["check"] for row in found if row["severity"] == "error"}
    assert told <= {"markdown", "tags"}
    assert bool(told) == refused
