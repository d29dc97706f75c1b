"""Translate Toolkit, on which Weblate and Virtaal are built, opens our files and saves them; nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from translate.storage.base import TranslationStore
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from l10n.catalogue.states import state
from l10n.exchange.xliff import XliffProfile, XliffVersion
from l10n.model import READ, Catalogue, Entry, State
from tests.exchange.xliff.files import BY_STATE, EVERY, HEADER, exported, imported

MARKED = Entry("Das **Haus**", "**Дом**", references=("a.md",))
OLD = Catalogue(HEADER, (*(replace(entry, msgctxt=name) for name, entry in BY_STATE.items()), MARKED))


def _opened(path: Path, version: XliffVersion) -> TranslationStore:
    return (Xliff1File if version is XliffVersion.V12 else Xliff2File).parsefile(str(path))


@pytest.mark.parametrize(("profile", "version"), EVERY)
def test_a_file_that_was_opened_and_saved_changes_nothing(
    tmp_path: Path, profile: XliffProfile, version: XliffVersion
) -> None:
    path = exported(OLD, tmp_path, profile, version)
    store = _opened(path, version)
    assert len(store.units) == len(OLD.entries)
    store.save()
    assert imported(OLD, path).catalogue is OLD


@pytest.mark.parametrize("version", XliffVersion)
def test_a_text_that_it_has_written_comes_back(tmp_path: Path, version: XliffVersion) -> None:
    path = exported(OLD, tmp_path, version=version)
    store = _opened(path, version)
    store.units[0].target = "Жильё"
    store.units[1].target = "Изба"
    store.save()
    done = imported(OLD, path)
    assert [unit.after.msgstr for unit in done.taken if unit.after] == ["Жильё", "Изба"]
    assert done.catalogue.entries[2:] == OLD.entries[2:]


def test_to_weblate_no_draft_is_translated(tmp_path: Path) -> None:
    path = exported(OLD, tmp_path, XliffProfile.WEBLATE)
    for unit, entry in zip(_opened(path, XliffVersion.V12).units, OLD.entries, strict=True):
        target = unit.xmlelement.find(unit.namespaced("target"))
        said = "" if target is None else target.get("state", "")
        assert (said in {"translated", "signed-off"}) == (state(entry) in READ)
        assert (unit.xmlelement.get("approved") == "yes") == (state(entry) is State.REVIEWED)
