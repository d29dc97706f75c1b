"""Texts from right to left in the report for a terminal: they turn nothing around but themselves."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from l10n.reports.characters import isolates
from tests.conftest import Run


def test_an_arabic_text_is_isolated_and_its_source_is_not(run: Run, project: Path) -> None:
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": "ar", "X-Source-Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid="In 1987 he left.", msgstr="غادر عام 1978."))
    catalogue.save(str(project / "ar.po"))
    lines = run("check", "ar.po", code=1).stdout.splitlines()
    assert "  target: \u2068غادر عام 1978.\u2069" in lines
    assert "  source: In 1987 he left." in lines


@pytest.mark.parametrize("text", ["שלום", "سلام", "a ﻻ b"])
def test_any_text_with_letters_from_right_to_left_is_isolated(text: str) -> None:
    assert isolates(text) == ("\u2068", "\u2069")
    assert isolates("Grüße, Мир, 你好, हिन्दी") == ("", "")
