"""A refused article says which marks of the translation are too few or too many, and how to write it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run


def _hint(run: Run, name: str, source: str, text: str) -> str:
    """What is said where this is the translation of the file's only sentence."""
    Path(name).write_text(source, "utf-8")
    run("update", name, "--to", "ru")
    path = Path("locales/ru/LC_MESSAGES/a.po")
    catalogue = po.read(path)
    po.write(path, replace(catalogue, entries=tuple(replace(entry, msgstr=text) for entry in catalogue.entries)))
    return run("build", name, "--to", "ru", code=5).stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "source", "text", "said"),
    [
        ("a.md", "Das ist **gut** und *schön*.\n", "Это хорошо и *красиво*.", "each as often as there: ** is missing"),
        ("a.md", "Siehe [Preise](p.md) und `x`.\n", "См. цены.", "each as often as there: [, `x` is missing"),
        ("a.md", "Er ist **gut:** ja.\n", "Он **хорош:**да.", "hint: ** marks nothing where it stands: "),
        ("a.md", "Siehe [Preise](p.md).\n", "См. [цены] (p.md).", "hint: [ marks nothing where it stands: "),
        ("a.md", "Das ist **gut**.\n", "**Это** **хорошо**.", "and no others: ** is not there"),
        (
            "a.md",
            "".join(f"`{number}` " for number in range(12)) + "so.\n",
            "Так.",
            "as there: `0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, … is missing",
        ),
        ("a.html", "<p>Das <b>ist</b> so.</p>", "Это так.", "each as often as there: <b> is missing"),
        ("a.html", "<p>Das <b>ist</b> so.</p>", "<b>Это</b> <b>так</b>.", "and no others: <b> is not there"),
        ("a.txt", "Das ist so.\n", "- Это так.", "hint: begin it with a word: "),
        ("a.txt", "Das ist so.\n", "***", "hint: begin it with a word: "),
    ],
)
def test_the_hint_says_what_broke_and_how_to_write_it(
    run: Run, project: Path, name: str, source: str, text: str, said: str
) -> None:
    assert said in _hint(run, name, source, text)
