"""What each tool does to a catalogue of ours: the rest of the tests relies on these being the real ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import ndiff
from functools import partial
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.changes import noted
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.catalogue.states import state
from l10n.model import Catalogue, Draft, Entry, Leg, State
from tests.tools import branches, editors, gnu, libraries
from tests.tools.editors import Edit

DATE = "2026-01-31 12:00+0000"
PO, POT = Path("a.po"), Path("a.pot")
PIVOT = " ".join(["The old house on the edge of the town is big, and the neighbours say nothing."] * 4)
SENTENCE, PREVIOUS = "Das alte Haus am Rand der Stadt ist groß.", "Das alte Haus am Rand ist groß."
DIFF = "l10n-diff: Das alte Haus am Rand {+der Stadt+} ist groß."
NOTE = "Anna fragen"

Tool = Callable[[Path], object]


def _draft(entry: Entry, *texts: str) -> Entry:
    legs = tuple((Leg("de-en-1.0", PIVOT, -0.2), Leg("en-ru-1.0", text, -0.1)) for text in texts)
    return drafted(entry, *(Draft("argos", some) for some in legs))


def _entry(msgid: str, number: int) -> Entry:
    return Entry(msgid, extracted=(f"paragraph 1, sentence {number}",), references=(f"a.txt:{number}",))


OUTDATED = noted(
    replace(
        _entry(SENTENCE, 1),
        msgstr="Старый дом большой.",
        flags=("fuzzy",),
        previous=(("msgid", PREVIOUS),),
        comments=(NOTE,),
    ),
    "",
    DIFF.removeprefix("l10n-diff: "),
)
DRAFT = _draft(
    replace(_entry("Niemand weiß, wem das Haus heute noch gehört.", 2), comments=(NOTE,)), "Никто не знает, чей дом."
)
UNREAD = replace(_draft(_entry("Die Nachbarn schweigen.", 3), "Соседи молчат."), flags=())
REVIEWED = sign(replace(_entry("Ja.", 4), msgstr="Да."), "Anna Muster", "2026-01-31")
UNTRANSLATED = _entry("Morgen kommt die Frau zurück.", 5)
PLURAL = Entry(
    "%d Datei", msgid_plural="%d Dateien", msgstr_plural=("%d файл", "%d файла", "%d файлов"), msgctxt="files"
)
GONE = Entry("Nein.", "Нет.", obsolete=True, comments=(NOTE,), flags=("fuzzy",))
ENTRIES = (OUTDATED, DRAFT, UNREAD, REVIEWED, UNTRANSLATED, PLURAL, GONE)


@pytest.fixture(autouse=True)
def _files(project: Path) -> None:
    po.write(PO, Catalogue(header("a", "ru", "de", DATE), ENTRIES))
    _write_template(*(entry for entry in ENTRIES if not entry.obsolete))


def _write_template(*entries: Entry, language: str = "de") -> None:
    """With these msgids, as `l10n update` makes them."""
    fields = tuple((name, language if name == "Language" else value) for name, value in header("a", "de", "de", DATE))
    empty = (Entry(one.msgid, "", one.msgctxt, (), (), one.extracted, one.references) for one in entries)
    plural = (
        replace(new, msgid_plural=one.msgid_plural, msgstr_plural=("", "")) if one.msgid_plural else new
        for new, one in zip(empty, entries, strict=True)
    )
    po.write(POT, Catalogue(fields, tuple(plural), (), ("fuzzy",)))


def _after(tool: Tool) -> tuple[Entry, ...]:
    tool(PO)
    return po.read(PO).entries


def _changes(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, Entry]]:
    """Before and after of the entries that are not as they were; none may be missing."""
    assert [entry.key for entry in entries] == [entry.key for entry in ENTRIES]
    pairs = zip(ENTRIES, entries, strict=True)
    return {before.msgid: (before, after) for before, after in pairs if before != after}


def _longest(prefix: str) -> int:
    return max(len(line) for line in PO.read_text("utf-8").splitlines() if line.startswith(prefix))


# GNU gettext


@pytest.mark.parametrize("tool", [gnu.msgattrib, partial(gnu.msgcat, width=None)])
def test_gettext_without_wrap_changes_no_byte_of_ours(tool: Tool) -> None:
    before = PO.read_bytes()
    tool(PO)
    assert PO.read_bytes() == before


@pytest.mark.parametrize("width", [40, 79])
def test_msgcat_wraps_texts_and_leaves_comments(width: int) -> None:
    assert not _changes(_after(partial(gnu.msgcat, width=width)))
    assert _longest('"') <= width
    assert _longest("# ") > 200


def test_msgattrib_accepts_in_bulk_and_our_comments_stay() -> None:
    entries = _after(gnu.accept_all)
    assert not any(entry.fuzzy or entry.previous for entry in entries)
    assert [entry.comments for entry in entries] == [entry.comments for entry in ENTRIES]
    assert [entry.texts for entry in entries] == [entry.texts for entry in ENTRIES]


def test_msgmerge_moves_a_draft_under_a_sentence_that_says_something_else() -> None:
    _write_template(OUTDATED, replace(DRAFT, msgid="Niemand weiß, wem das Haus heute nicht gehört."))
    gnu.msgmerge(PO, POT)
    entries = po.read(PO).entries
    assert [entry.msgstr for entry in entries if not entry.obsolete] == [OUTDATED.msgstr, DRAFT.msgstr]
    assert entries[1].previous == ()  # msgmerge tells the old msgid only of what was not fuzzy
    assert entries[1].comments == DRAFT.comments
    assert {UNREAD.key, REVIEWED.key, GONE.key} <= {entry.key for entry in entries if entry.obsolete}


def test_msgmerge_drops_extracted_comments_that_its_template_has_not() -> None:
    _write_template(*(replace(entry, extracted=()) for entry in ENTRIES[:-1]))
    gnu.msgmerge(PO, POT)
    assert not any(entry.extracted for entry in po.read(PO).entries)


def test_msgmerge_without_guesses_leaves_a_changed_sentence_empty() -> None:
    _write_template(OUTDATED, replace(DRAFT, msgid="Niemand weiß, wem das Haus heute nicht gehört."))
    gnu.msgmerge_without_guesses(PO, POT)
    entries = po.read(PO).entries
    assert [entry.msgstr for entry in entries if not entry.obsolete] == [OUTDATED.msgstr, ""]
    assert DRAFT.msgstr in [entry.msgstr for entry in entries if entry.obsolete]


# Python libraries


def test_pybabel_makes_a_comment_of_the_previous_msgid() -> None:
    entries = _after(partial(libraries.pybabel, template=POT, language="ru"))
    assert [entry.texts for entry in entries] == [entry.texts for entry in ENTRIES]
    assert f'# | msgid "{PREVIOUS}"' in PO.read_text("utf-8").splitlines()
    assert entries[0].previous == OUTDATED.previous, "read as what it was"
    assert state(OUTDATED) is state(entries[0]) is State.OUTDATED


def test_pybabel_drops_fields_of_the_header_that_the_template_has_not() -> None:
    lines = [line for line in POT.read_text("utf-8").splitlines() if "X-Source-Language" not in line]
    POT.write_text("\n".join(lines) + "\n", "utf-8")
    libraries.pybabel(PO, POT, "ru")
    assert "X-Source-Language" not in PO.read_text("utf-8")


@pytest.mark.parametrize("width", [78, 200])
def test_polib_wraps_comments_too(width: int) -> None:
    lines = len(PO.read_text("utf-8").splitlines())
    assert not _changes(_after(partial(libraries.polib_save, width=width))), "read as they were"
    assert len(PO.read_text("utf-8").splitlines()) > lines
    assert _longest("# ") <= width


def test_moz_l10n_drops_previous_msgids_and_wraps_comments_at_200_columns() -> None:
    changed = _changes(_after(libraries.moz_l10n))
    assert set(changed) == {OUTDATED.msgid}
    assert changed[OUTDATED.msgid][1] == replace(OUTDATED, previous=())
    assert 150 < _longest("# ") <= 200


def test_translate_toolkit_writes_what_nobody_touched_as_it_was() -> None:
    before = PO.read_bytes()
    libraries.translate_toolkit(PO)
    assert PO.read_bytes() == before


@pytest.mark.parametrize(("width", "wrapped"), [(77, True), (65535, False)])
def test_weblate_wraps_only_the_text_that_somebody_types_unless_its_width_is_set(width: int, wrapped: bool) -> None:
    before = PO.read_text("utf-8").splitlines()
    text = " ".join(["Завтра женщина вернётся в город."] * 4)
    libraries.translate_toolkit_edit(PO, UNTRANSLATED.msgid, text, width)
    assert _changes(po.read(PO).entries) == {UNTRANSLATED.msgid: (UNTRANSLATED, replace(UNTRANSLATED, msgstr=text))}
    new = [line[2:] for line in ndiff(before, PO.read_text("utf-8").splitlines()) if line.startswith("+ ")]
    assert "".join(line.removeprefix("msgstr ").strip('"') for line in new) == text
    assert (len(new) > 1) is wrapped


def test_posegment_empties_whatever_is_fuzzy() -> None:
    libraries.posegment(PO)
    texts = {entry.msgid: entry.msgstr for entry in po.read(PO).entries}
    assert texts[DRAFT.msgid] == texts[OUTDATED.msgid] == ""
    assert texts[UNREAD.msgid] == UNREAD.msgstr


@pytest.mark.parametrize("language", ["de", ""])
def test_pot2po_copies_the_language_of_the_template(language: str) -> None:
    _write_template(*ENTRIES[:-1], language=language)
    new = Path("new.po")
    libraries.pot2po(POT, new)
    catalogue = po.read(new)
    assert dict(catalogue.header)["Language"] == language
    assert [entry.key for entry in catalogue.entries] == [entry.key for entry in ENTRIES[:-1]]
    assert not any(entry.translated for entry in catalogue.entries)


# editors


def test_emacs_po_mode_changes_what_is_edited_and_the_date() -> None:
    edits = [Edit(1, 'Мой "дом" \\ велик.', accept=True), Edit(2, "Никто."), Edit(3), Edit(5, "Завтра.")]
    editors.po_mode(PO, edits)
    catalogue = po.read(PO)
    assert _changes(catalogue.entries) == {
        OUTDATED.msgid: (OUTDATED, replace(OUTDATED, msgstr='Мой "дом" \\ велик.', flags=(), previous=())),
        DRAFT.msgid: (DRAFT, replace(DRAFT, msgstr="Никто.")),
        UNTRANSLATED.msgid: (UNTRANSLATED, replace(UNTRANSLATED, msgstr="Завтра.")),
    }
    fields = zip(catalogue.header, header("a", "ru", "de", DATE), strict=True)
    assert {new[0] for new, old in fields if new != old} == {"PO-Revision-Date"}
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["a.po", "a.pot", "l10n.toml"]


def test_emacs_po_mode_accepts_without_an_edit() -> None:
    editors.po_mode(PO, [Edit(1, accept=True), Edit(2, accept=True)])
    assert _changes(po.read(PO).entries) == {
        OUTDATED.msgid: (OUTDATED, replace(OUTDATED, flags=(), previous=())),
        DRAFT.msgid: (DRAFT, replace(DRAFT, flags=())),
    }


def test_a_note_below_our_comments_in_emacs_po_mode_leaves_them_as_they_are() -> None:
    editors.po_mode(PO, [Edit(2, note="ask Anna"), Edit(3, note="ask Anna")])
    assert _changes(po.read(PO).entries) == {
        one.msgid: (one, replace(one, comments=(*one.comments, "ask Anna"))) for one in (DRAFT, UNREAD)
    }


def test_a_note_typed_over_our_comments_in_emacs_po_mode_erases_the_mark() -> None:
    assert state(UNREAD) is State.UNREAD
    editors.po_mode(PO, [Edit(3, comment="ask Anna")])
    erased = replace(UNREAD, comments=("ask Anna",))
    assert _changes(po.read(PO).entries) == {UNREAD.msgid: (UNREAD, erased)}
    assert state(erased) is State.TRANSLATED  # the translation memory puts the mark back: tests/cli/test_people.py


def test_emacs_po_mode_without_an_edit_leaves_the_file() -> None:
    before = PO.read_bytes()
    editors.po_mode(PO, [Edit(2)])
    assert PO.read_bytes() == before


def test_omegat_drops_every_flag_of_doubt() -> None:
    entries = _after(editors.omegat)
    assert not any(entry.fuzzy or entry.previous for entry in entries)
    assert [entry.texts for entry in entries] == [entry.texts for entry in ENTRIES]


# git


def _typed(text: str, place: int, path: Path) -> None:
    old = po.read(path)
    edited = replace(old.entries[place], msgstr=text, flags=())
    po.write(path, replace(old, entries=(*old.entries[:place], edited, *old.entries[place + 1 :])))


def test_git_merges_what_two_people_have_typed_in_different_entries() -> None:
    decided = branches.git_merge(PO, partial(_typed, "наш", 1), partial(_typed, "их", 2))
    assert not decided
    assert [entry.msgstr for entry in po.read(PO).entries[1:3]] == ["наш", "их"]


def test_git_stops_at_an_entry_that_both_have_changed_and_ours_is_kept() -> None:
    (theirs,) = branches.git_merge(PO, partial(_typed, "наш", 1), partial(_typed, "их", 1))
    assert 'msgstr "их"' in theirs
    assert po.read(PO).entries[1].msgstr == "наш"
    assert branches.git_merge(PO, partial(_typed, "снова", 2), partial(_typed, "и они", 4)) == ()
    assert [entry.msgstr for entry in po.read(PO).entries[1:5]] == ["наш", "снова", REVIEWED.msgstr, "и они"]
