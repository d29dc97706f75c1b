"""Whatever is approved, nothing is signed that `l10n check` calls an error, and what it does not is signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.doubts import OUTDATED, UNCHECKED, refusal
from l10n.catalogue.review import Reviewer
from l10n.catalogue.states import state
from l10n.checking.approval import Examiner, approve
from l10n.checking.run import check
from l10n.checking.settings import CheckSelection, Settings
from l10n.checks import Hit, checks
from l10n.model import STALE, Catalogue, Entry, Key, State
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

ANNA = Reviewer("Anna Muster", "2026-01-31")
STRICT = Settings(CheckSelection(severity=dict.fromkeys([*checks(), "unused-ignore"], Severity.ERROR)))
SOURCES = ("Es starben 38 Menschen.", "„Nein“, sagte er.", "<b>Haus</b> – alt", "Wer {name} kennt …")
WORDS = (
    "Погибли",
    "38",
    "39",
    "человек",
    "«нет»",
    '"нет"',
    "<b>дом</b>",
    "–",
    " - ",
    "{name}",
    "…",
    "...",
    "  ",
    "кот.",
)
IGNORES = ((), (), ("l10n-ignore: numbers, quotes",), ("l10n-ignore: placeholders (so meant)",))

entries = st.builds(
    Entry,
    st.sampled_from(SOURCES),
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    msgctxt=st.none() | st.sampled_from("abc"),
    flags=st.sampled_from([(), ("fuzzy",)]),
    comments=st.sampled_from(IGNORES),
    previous=st.sampled_from([(), (), (("msgid", "Hütte"),)]),
)
plurals = st.builds(
    lambda forms, flags: Entry("%d Haus", flags=flags, msgid_plural="%d Häuser", msgstr_plural=tuple(forms)),
    st.lists(st.sampled_from(("%d дом", "%d дома", "дом", "")), min_size=1, max_size=4),
    st.sampled_from([(), ("fuzzy",)]),
)
catalogues = st.lists(entries | plurals, max_size=5, unique_by=lambda entry: entry.key).map(
    lambda some: Catalogue((("Language", "ru"),), tuple(some))
)


def _errors(path: Path, catalogue: Catalogue, settings: Settings) -> set[Key]:
    """The entries that the command finds errors in."""
    po.write(path, catalogue)
    report, problems = check([path], settings)
    assert problems == []
    return {found.key for found in report.findings if found.severity is Severity.ERROR}


@pytest.mark.parametrize("settings", [Settings(), STRICT], ids=["own", "everything is an error"])
@given(old=catalogues)
def test_what_is_signed_has_no_error_and_what_is_refused_has(
    tmp_path: Path, settings: Settings, old: Catalogue
) -> None:
    path = tmp_path / "a.po"
    po.write(path, old)
    old = po.read(path)
    examiner = Examiner(settings, outdated=True)

    done = approve(old, range(len(old.entries)), ANNA, partial(examiner.doubts, path))

    signed = {entry.key for entry in done.catalogue.entries if state(entry) is State.REVIEWED}
    assert not signed & _errors(path, done.catalogue, settings)
    assert signed | {entry.key for entry, _ in done.refused} == {entry.key for entry in old.entries}
    if settings == Settings():  # with customs that are errors, one refusal may be the reason of another
        everything = approve(old, range(len(old.entries)), ANNA, lambda *_: {}).catalogue
        wrong = _errors(path, everything, settings)
        assert all(
            entry.key in wrong or state(entry) is State.UNTRANSLATED or "" in entry.texts for entry, _ in done.refused
        )


@given(old=catalogues)
def test_nothing_but_a_word_beforehand_signs_what_is_outdated(tmp_path: Path, old: Catalogue) -> None:
    path = tmp_path / "a.po"
    stale = {place for place, entry in enumerate(old.entries) if state(entry) in STALE}

    for force in (False, True):
        judge = partial(Examiner(Settings(), force=force).doubts, path)
        done = approve(old, range(len(old.entries)), ANNA, judge)
        assert all(done.catalogue.entries[place] == old.entries[place] for place in stale)


def test_names_of_doubts_are_no_checks() -> None:
    assert not {OUTDATED, UNCHECKED} & checks().keys()


def test_the_other_entries_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk asks after every key: that may not take as long as a check of the file."""
    old = Catalogue(
        (("Language", "ru"),), tuple(Entry(f"Das Haus {n} ist alt.", f"Дом {n} старый.") for n in range(50))
    )
    new = replace(old, entries=(replace(old.entries[0], msgstr="Дом 7 старый."), *old.entries[1:]))
    seen = set()
    look = checks()["numbers"].unasked
    assert look is not None

    def counted(pair: Pair) -> Iterable[Hit]:
        seen.add(pair.source)
        return look(pair)

    numbers = replace(checks()["numbers"], unasked=counted)
    monkeypatch.setattr("l10n.checking.settings.checks", lambda: {**checks(), "numbers": numbers})

    found = Examiner(Settings()).doubts(tmp_path / "a.po", old, new, [0])

    assert [doubt.name for doubt in found[0]] == ["numbers"]
    assert seen == {"Das Haus 0 ist alt."}


def test_a_file_that_cannot_be_checked_is_a_doubt_of_each_entry(tmp_path: Path) -> None:
    old = Catalogue(entries=(Entry("Haus", "дом"), Entry("Hund", "собака")))

    found = Examiner(Settings()).doubts(tmp_path / "a.po", old, old, [0, 1])

    assert [[doubt.name for doubt in doubts] for doubts in found.values()] == [[UNCHECKED]] * 2
    assert "no language" in refusal(found[0]).reason
    assert "--force" in refusal(found[0]).hint
