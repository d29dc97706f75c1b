"""Merging with a changed document: people's work moves along."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.merge import merge
from l10n.catalogue.template import contexts
from l10n.model import Entry

documents = st.lists(st.sampled_from([*"ABCDEF"]), max_size=10)


def _template(sentences: list[str]) -> list[Entry]:
    return [Entry(text, msgctxt=name) for text, name in zip(sentences, contexts(sentences), strict=True)]


def _worked(entries: list[Entry]) -> list[Entry]:
    """Each translated differently, as a person would."""
    return [
        replace(entry, msgstr=f"{entry.msgid.lower()}{index}", comments=(f"note {index}",))
        for index, entry in enumerate(entries)
    ]


def test_an_unchanged_document_changes_nothing() -> None:
    old = _worked(_template(["A", "B", "A"]))
    result = merge(old, _template(["A", "B", "A"]))
    assert list(result.entries) == old
    assert (result.new, result.unchanged, result.restored, result.obsolete) == (0, 3, 0, 0)


def test_what_disappears_becomes_obsolete_and_comes_back() -> None:
    old = _worked(_template(["A", "B"]))
    gone = merge(old, _template(["B"]))
    assert gone.entries[-1] == replace(old[0], obsolete=True)
    back = merge(gone.entries, _template(["A", "B"]))
    assert list(back.entries) == old
    assert (gone.obsolete, back.restored) == (1, 1)


def test_an_untranslated_segment_disappears_without_a_trace() -> None:
    assert merge(_template(["A", "B"]), _template(["B"])).entries == (Entry("B"),)


def test_a_segment_that_becomes_repeated_keeps_its_translation_at_its_place() -> None:
    old = _worked(_template(["A", "B"]))
    result = merge(old, _template(["B", "A", "B"]))
    assert [entry.msgstr for entry in result.entries] == ["", "a0", "b1"]


def test_a_plural_entry_of_somebody_else_is_kept_as_obsolete() -> None:
    plural = Entry("A", msgid_plural="As", msgstr_plural=("a", "b"))
    result = merge([plural], _template(["A"]))
    assert result.entries[0] == Entry("A")
    assert result.entries[1].msgstr_plural == ("a", "b")
    assert result.entries[1].key != (None, "A")
    assert result.entries[1].obsolete


@given(documents, documents)
def test_no_text_and_no_comment_is_ever_lost(before: list[str], after: list[str]) -> None:
    old = _worked(_template(before))
    result = merge(old, _template(after))
    for part in ("msgstr", "comments"):
        kept = Counter(getattr(entry, part) for entry in result.entries)
        assert not Counter(getattr(entry, part) for entry in old) - kept
    keys = [entry.key for entry in result.entries]
    assert len(set(keys)) == len(keys)
    assert [entry.msgid for entry in result.entries if not entry.obsolete] == after


@given(documents, documents)
def test_there_and_back_again_restores_every_translation(before: list[str], after: list[str]) -> None:
    old = _worked(_template(before))
    result = merge(merge(old, _template(after)).entries, _template(before))
    texts = Counter((entry.msgid, entry.msgstr) for entry in result.entries if not entry.obsolete)
    assert texts == Counter((entry.msgid, entry.msgstr) for entry in old)


@given(documents)
def test_merging_twice_is_merging_once(sentences: list[str]) -> None:
    once = merge(_worked(_template(sentences)), _template(sentences))
    assert merge(once.entries, _template(sentences)).entries == once.entries
