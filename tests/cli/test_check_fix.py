"""`l10n check --fix`: the safe repairs in drafts, and nobody's work changed without being asked."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted, is_draft
from l10n.catalogue.bookkeeping.signature import countersign, sign, signed
from l10n.catalogue.header import header
from l10n.catalogue.states import state
from l10n.model import Catalogue, Draft, Entry, Leg, State
from tests.conftest import Gettext, Run

PO = Path("a.po")
SOURCE = "Er sagte: „Ich komme morgen mit 1.234,5 Kilo …“ – und ging."
BAD = "Он сказал:  „Я приду завтра с 1.234,5 кило ...“ -- и ушел\u200b."
GOOD = "Он сказал: «Я приду завтра с 1\u00a0234,5 кило …» — и ушел."


def _draft(entry: Entry, *texts: str) -> Entry:
    return drafted(entry, *(Draft("argos", (Leg("de-ru-1.0", text, -0.5),)) for text in texts))


def _in_state(wanted: State, msgid: str, text: str) -> Entry:
    """An entry as it is in this state."""
    entry, draft = Entry(msgid, text, comments=("ask Olga",)), _draft(Entry(msgid, comments=("ask Olga",)), text)
    made = {
        State.UNTRANSLATED: Entry(msgid),
        State.DRAFT: draft,
        State.EDITED: replace(draft, msgstr=f"{text}!"),
        State.OUTDATED: replace(draft, previous=(("msgid", "alt"),)),
        State.OUTDATED_UNREAD: replace(_draft(replace(draft, msgid="alt"), text), msgid=msgid, flags=()),
        State.UNREAD: replace(draft, flags=()),
        State.TRANSLATED: entry,
        State.REVIEWED: sign(entry, "Anna", "2026-01-31"),
        State.SECOND: countersign(sign(entry, "Anna", "2026-01-31"), "Olga", "2026-02-01"),
    }[wanted]
    assert state(made) is wanted
    return made


def _write(*entries: Entry, lang: str = "ru", source: str = "de") -> Path:
    po.write(PO, Catalogue(header("doc", lang, source, "2026-01-31 12:00+0000"), entries))
    return PO


def _read() -> tuple[Entry, ...]:
    return po.read(PO).entries


@pytest.mark.parametrize(
    ("lang", "source", "text", "mended"),
    [
        ("ru", SOURCE, BAD, GOOD),
        ("ru", "Er sagte: „Komm“.", "Он сказал: „Приди“.", "Он сказал: «Приди»."),
        ("en", "Er sagte: „Komm“.", "He said: „Come“.", "He said: “Come”."),
        ("uk", "Er sagte: „Komm“.", "Він сказав: “Прийди”.", "Він сказав: «Прийди»."),
        ("en", "Das Haus ist groß.", "The  house is big. ", "The house is big."),
        ("en", "Die Quote stieg auf 3,4 %.", "The rate rose to 3,4 %.", "The rate rose to 3.4%."),
        ("en", "Er zahlte 1.234 Euro.", "He paid 1.234 euros.", "He paid 1,234 euros."),
        ("en", "Er kam … und ging.", "He came ... and went.", "He came … and went."),
        ("en", "Er kam – und ging.", "He came - and went.", "He came – and went."),
        ("az", "Er kam – und ging.", "O gəldi -- və getdi.", "O gəldi – və getdi."),
        ("ru", "Das Haus ist groß.", "До\u00adм большо\u0438\u0306.", "Дом большо\u0439."),
        ("ru", "Das Haus ist groß.", "\ufeffДом\u200b большой.", "Дом большой."),
    ],
)
def test_each_safe_repair_is_made_in_a_draft_which_stays_one(
    run: Run, lang: str, source: str, text: str, mended: str
) -> None:
    before = _draft(Entry(source, comments=("ask Olga",), extracted=("paragraph 1",), references=("a.txt:1",)), text)
    result = run("check", _write(before, lang=lang), "--fix", "--fail-on", "warning")
    (entry,) = _read()
    assert entry.msgstr == mended
    assert is_draft(entry)
    assert (entry.flags, entry.extracted, entry.references) == (before.flags, before.extracted, before.references)
    assert [line.partition(" h=")[0] for line in entry.comments] == [
        line.partition(" h=")[0] for line in before.comments
    ]
    assert result.stderr == "a.po: repaired 1 draft\n"
    assert result.stdout == "1 catalogue, 1 entry: no findings\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Er zahlte 3,50 Euro.", "Он заплатил 3 евро."),
        ("Das Haus ist groß.", "дом большой"),
        ("Das Haus", "Дoм"),
        ("Er sagte: „Komm“.", "Он сказал: «Приди."),
        ("Das Haus ist groß.", "Дом дом большой."),
        ("Version 1.2.3 von %s", "Версия 1.2.3 от %s"),
        ("Siehe https://a.de/x--y", "См. https://a.de/x--y"),
    ],
)
def test_what_needs_judgement_is_left(run: Run, source: str, text: str) -> None:
    before = _write(_draft(Entry(source), text)).read_bytes()
    run("check", PO, "--fix", "--fix-human", "--fail-on", "never")
    assert PO.read_bytes() == before


@pytest.mark.parametrize("wanted", [one for one in State if one not in (State.DRAFT, State.UNTRANSLATED)])
def test_fix_leaves_everything_but_drafts_and_fix_human_makes_it_fuzzy(run: Run, wanted: State) -> None:
    entry = _in_state(wanted, SOURCE, BAD.replace("...", "…"))  # three full stops would be people's custom
    before = _write(entry, Entry("Haus", "дом"), Entry("x", BAD, obsolete=True)).read_bytes()
    assert run("check", PO, "--fix", "--fail-on", "never").stderr == ""
    assert PO.read_bytes() == before
    result = run("check", PO, "--fix", "--fix-human", "--fail-on", "never")
    assert result.stderr == "a.po: repaired 0 drafts, 1 of people's texts, fuzzy now\n"
    fixed, other, obsolete = _read()
    assert fixed.msgstr == GOOD + "!" * (wanted is State.EDITED)
    assert (other.msgstr, other.flags, obsolete.msgstr) == ("дом", (), BAD)
    assert fixed.fuzzy
    assert not signed(fixed)
    assert not any("l10n-reviewed" in line for line in fixed.comments)
    assert "ask Olga" in fixed.comments
    assert state(fixed) is {
        State.OUTDATED: State.OUTDATED,
        State.OUTDATED_UNREAD: State.OUTDATED,
        State.UNREAD: State.DRAFT,
    }.get(wanted, State.EDITED)
    assert fixed.previous == entry.previous


def test_all_forms_of_a_plural_draft_are_repaired_and_it_stays_a_draft(run: Run) -> None:
    entry = Entry("%d Haus – alt", flags=("c-format",), msgid_plural="%d Häuser – alt")
    _write(_draft(entry, "%d  дом -- старый", "%d дома — старых", "%d домов - старых"))
    run("check", PO, "--fix")
    (fixed,) = _read()
    assert fixed.msgstr_plural == ("%d дом — старый", "%d дома — старых", "%d домов — старых")
    assert is_draft(fixed)
    assert "c-format" in fixed.flags


def test_a_repair_that_uncovers_another_fault_is_made_and_that_one_repaired_too(run: Run) -> None:
    _write(_draft(Entry("Das Haus – alt"), "Дом  - старый"))
    run("check", PO, "--fix")
    assert _read()[0].msgstr == "Дом — старый"


def test_what_is_ignored_anywhere_is_not_repaired(run: Run) -> None:
    here = _draft(Entry("Das Haus – alt", comments=("l10n-ignore: spaces (so it is)",)), "Дом  -- старый")
    there = _draft(Entry("Das Auto – alt"), "Машина  -- старая")
    _write(here, there)
    run("check", PO, "--fix", "--ignore", "dashes")
    assert [entry.msgstr for entry in _read()] == ["Дом  -- старый", "Машина -- старая"]
    run("check", PO, "--fix", "--select", "numbers,dashes")
    assert [entry.msgstr for entry in _read()] == ["Дом  — старый", "Машина — старая"]
    _write(here, there)
    Path("l10n.toml").write_text('[check.ru]\nignore = ["dashes", "spaces"]\n')
    run("check", PO, "--fix")
    assert _read()[1].msgstr == there.msgstr


def test_the_customs_of_people_are_kept_in_drafts(run: Run) -> None:
    people = [Entry(f"Er sagte: „{number}“ – so", f'Он сказал: "{number}" - так') for number in range(9)]
    draft = _draft(Entry("Sie sagte: „Ja“ – so"), 'Она сказала:  "Да" - так')
    _write(*people, draft)
    run("check", PO, "--fix", "--fix-human")
    assert [entry.msgstr for entry in _read()] == [*(one.msgstr for one in people), 'Она сказала: "Да" - так']


def test_a_repair_of_drafts_does_not_make_a_fault_of_what_people_do_alike(run: Run) -> None:
    draft = _in_state(State.DRAFT, "Er sagte: „Ja“", 'Он сказал: "да"')
    _write(draft, Entry("Sie sagte: „Nein“", 'Она сказала: "нет"', flags=("fuzzy",)))
    run("check", PO, "--fail-on", "warning")
    run("check", PO, "--fail-on", "warning", "--fix")


def test_repairing_twice_changes_nothing_and_a_clean_file_is_not_written(run: Run) -> None:
    _write(_draft(Entry(SOURCE), BAD), Entry("Haus", "дом  "))
    for options in (("--fix",), ("--fix", "--fix-human")):
        run("check", PO, *options, "--fail-on", "never")
        before, time = PO.read_bytes(), PO.stat().st_mtime_ns
        result = run("check", PO, *options, "--fail-on", "never")
        assert (result.stderr, PO.read_bytes(), PO.stat().st_mtime_ns) == ("", before, time)


def test_only_the_repaired_lines_and_the_date_change(
    run: Run, monkeypatch: pytest.MonkeyPatch, gettext: Gettext
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    before = _write(_draft(Entry(SOURCE), BAD), Entry("Haus", "дом")).read_text("utf-8").splitlines()
    run("check", PO, "--fix")
    after = PO.read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [old.split()[0] for old, _ in changed] == ['"PO-Revision-Date:', "#", "msgstr"]
    assert gettext("msgfmt", "--check", "-o", "/dev/null", PO) == ""


def test_an_unreadable_file_is_named_once_and_the_others_are_repaired(run: Run, project: Path) -> None:
    _write(_draft(Entry(SOURCE), BAD))
    (project / "b.po").write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    result = run("check", ".", "--fix", "--quiet", code=2)
    assert _read()[0].msgstr == GOOD
    assert result.stderr.count("error: b.po:2: not a PO file") == 1
    assert (project / "b.po").read_text("utf-8") == 'msgid "a"\nmsgstr "b\n'


_GERMAN = ["Er sagte: ", "„Komm!“ ", "‚so‘ ", "– ", "1.234,5 ", "3 % ", "… ", "und ging. ", "(ja) ", "%s "]
_RUSSIAN = (
    'Он сказал:|«Приди!»|„Приди“|“Come”|"да"|‚так‘| - |--|—|...|…|  | |\u00a0| ,|,|.|(|)|1.234,5|1,234.5|3 %|3%|ушел'
)
_PIECES = [*_RUSSIAN.split("|"), "\u200b", "\u00ad", "и\u0306", "%s", "\n"]
_SOURCES = st.lists(st.sampled_from(_GERMAN), min_size=1, max_size=5).map("".join)
_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9).map("".join)
_ENTRIES = st.lists(st.tuples(_SOURCES, _TEXTS, st.sampled_from(State), st.booleans()), min_size=1, max_size=4)


def _entries(drawn: list[tuple[str, str, State, bool]]) -> list[Entry]:
    entries = []
    for number, (msgid, text, wanted, ignoring) in enumerate(drawn):
        entry = _in_state(wanted, f"{msgid} a{number}", f"{text} a{number}")
        entries.append(replace(entry, comments=(*entry.comments, "l10n-ignore: quotes")) if ignoring else entry)
    return entries


def _findings(run: Run, *options: str) -> dict[str, list[str]]:
    report = json.loads(run("check", PO, "-f", "json", "--fail-on", "never", *options).stdout)
    found: dict[str, list[str]] = {}
    for one in report["findings"]:
        if one["check"] != "unused-ignore":
            found.setdefault(one["msgid"], []).append(one["check"])
    return found


@settings(max_examples=60)
@given(_ENTRIES, st.sampled_from(["ru", "uk", "az", "en", "fr"]))
def test_no_text_of_people_changes_and_no_finding_is_added(
    run: Run, drawn: list[tuple[str, str, State, bool]], lang: str
) -> None:
    customary = [Entry(f"Das ist eine Sache {letter}", f"Это вещь {letter}") for letter in "bcd"]
    _write(*_entries(drawn), *customary)  # from three accepted texts on, drafts do not make the custom
    _write_language(lang)
    before, entries = _findings(run), _read()
    after = _findings(run, "--fix")
    for old, new in zip(entries, _read(), strict=True):
        assert state(new) is state(old)
        assert new == old or state(old) is State.DRAFT
        assert len(after.get(new.msgid, [])) <= len(before.get(old.msgid, []))
    fixed = PO.read_bytes()
    assert _findings(run, "--fix") == after
    assert PO.read_bytes() == fixed
    _findings(run, "--fix", "--fix-human")
    for old, new in zip(entries, _read(), strict=True):
        assert new.msgstr == old.msgstr or new.fuzzy
        assert (new.msgid, new.msgctxt, new.previous) == (old.msgid, old.msgctxt, old.previous)


def _write_language(lang: str) -> None:
    PO.write_text(PO.read_text("utf-8").replace("Language: ru", f"Language: {lang}"), "utf-8")


def test_a_repair_that_has_to_wait_is_not_silent(run: Run) -> None:
    _write(_draft(Entry(SOURCE), BAD))
    before = PO.read_bytes()
    code = "import pathlib, l10n.files as f\nwith f.locked(pathlib.Path.cwd()): print(1, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        result = run("check", PO, "--fix", "--fail-on", "never", code=2)
        other.communicate(b"\n")
    assert "another l10n is at work here" in result.stderr
    assert PO.read_bytes() == before


def test_flags_of_the_header_are_kept_once(run: Run) -> None:
    path = _write(_draft(Entry(SOURCE), BAD))
    path.write_text("#, no-wrap, c-format\n" + path.read_text("utf-8"), "utf-8")
    run("check", PO, "--fix")
    assert po.read(PO).flags == ("no-wrap", "c-format")


def test_a_text_accepted_unread_is_no_custom_of_people(run: Run) -> None:
    unread = replace(_draft(Entry("Sie sagte: „Nein“."), 'Она сказала: "нет".'), flags=())
    _write(_draft(Entry("Er sagte: „Ja“."), 'Он сказал: "да".'), unread, Entry("Er: „Na“.", "Он: «Ну»."))
    run("check", PO, "--fix")
    assert _read()[0].msgstr == "Он сказал: «да»."
