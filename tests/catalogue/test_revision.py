"""When a catalogue is written anew, and which of its dates move."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.catalogue.header import header
from l10n.catalogue.revision import revised, revised_template
from l10n.model import Catalogue, Entry

OLD, NOW = "2020-01-01 00:00+0000", "2026-01-31 12:00+0000"
CREATED, REVISED = "POT-Creation-Date", "PO-Revision-Date"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769860800")


def _catalogue(*entries: Entry, date: str = OLD) -> Catalogue:
    return Catalogue(header("doc", "ru", "de", date), entries)


def test_only_a_line_number_is_no_reason_to_write() -> None:
    old = _catalogue(Entry("a", references=("x.txt:1",)))
    assert revised(old, (Entry("a", references=("x.txt:9",)),), _catalogue()) is old


def test_a_changed_comment_of_ours_moves_no_date() -> None:
    old = _catalogue(Entry("a", "b"))
    new = revised(old, (Entry("a", "b", extracted=("heading 1",)),), _catalogue())
    assert new.header == old.header
    assert new.entries[0].extracted == ("heading 1",)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(Entry("a", "c"), id="text"),
        pytest.param(Entry("a", "b", flags=("fuzzy",)), id="flag"),
        pytest.param(Entry("a", "b", comments=("x",)), id="translator comment"),
    ],
)
def test_work_on_the_translation_moves_the_revision_date_only(entry: Entry) -> None:
    dates = dict(revised(_catalogue(Entry("a", "b")), (entry,), _catalogue()).header)
    assert (dates[CREATED], dates[REVISED]) == (OLD, NOW)


def test_a_template_has_the_date_of_its_last_change() -> None:
    old = _catalogue(Entry("a"))
    same = revised_template(old, (Entry("a"),), _catalogue(date=NOW))
    new = revised_template(old, (Entry("a"), Entry("b")), _catalogue(date=NOW))
    assert same is old
    assert dict(new.header)[CREATED] == NOW


def test_comments_of_a_file_without_header_fields_are_kept() -> None:
    old = Catalogue((), (), extracted=("x",), references=("a:1",), trailing=("# end",))
    new = revised(old, (Entry("a"),), replace(_catalogue(), comments=("ours",), flags=("fuzzy",)))
    assert replace(new, header=()) == replace(old, entries=(Entry("a"),), comments=("ours",), flags=("fuzzy",))


def test_missing_header_fields_are_added_and_the_others_left_alone() -> None:
    old = Catalogue((("X-Generator", "Poedit 3"), ("Language", "ru"), ("X-Mine", "1")), (Entry("a", "b"),))
    names = dict(revised(old, old.entries, _catalogue()).header)
    assert names["X-Generator"] == "Poedit 3"
    assert names["X-Mine"] == "1"
    assert names["X-Source-Language"] == "de"
    assert list(names).index("Plural-Forms") < list(names).index("X-Generator")


def test_the_old_comments_above_the_header_stay() -> None:
    old = replace(_catalogue(Entry("a")), comments=("by Anna",))
    assert revised(old, (Entry("b"),), _catalogue()).comments == ("by Anna",)


def test_a_template_copied_by_hand_becomes_a_catalogue_of_its_language() -> None:
    old = Catalogue(header("doc", "de", "de", OLD), (Entry("a"),), (), ("fuzzy",))
    new = revised(old, old.entries, _catalogue())
    assert new.flags == ()
    assert dict(new.header)["Language"] == "ru"
    assert dict(new.header)["Language-Team"] == "Russian"


def test_a_new_segment_is_nobodys_work_and_moves_no_revision_date() -> None:
    dates = dict(revised(_catalogue(Entry("a", "b")), (Entry("a", "b"), Entry("c")), _catalogue()).header)
    assert dates[REVISED] == OLD


def test_comments_above_a_header_without_fields_stay() -> None:
    old = Catalogue((), (Entry("a"),), ("Anna: my glossary",))
    assert revised(old, old.entries, _catalogue()).comments == ("Anna: my glossary",)
