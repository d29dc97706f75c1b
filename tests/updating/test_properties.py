"""Sentences dealt out anew among three documents: nothing of people's is lost, and what moves is what it was."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.states import state
from l10n.cli import app
from l10n.model import Entry
from tests.conftest import examples

SENTENCES = (
    "Das alte Haus am Rand der Stadt ist groß.",
    "Das alte Haus am Rand der Stadt ist klein.",
    "38 Menschen kamen gestern aus dem Dorf.",
    "39 Menschen kamen gestern aus dem Dorf.",
    "Niemand weiß, wem es heute noch gehört.",
    "Die Nachbarn schweigen, und im Rathaus gibt es keine Auskunft.",
    "Morgen kommt die Frau zurück.",
    "Morgen kommt die Frau nicht zurück.",
    "Ja.",
    "Nein.",
)
NAMES = ("a", "b", "c")
Articles = Mapping[str, Sequence[str]]


@st.composite
def articles(draw: st.DrawFn, twice: bool = False) -> Articles:
    """Some of the sentences in each document; each at most once in all of them, unless some may occur twice."""
    pool = draw(st.permutations(SENTENCES + SENTENCES[-4:] if twice else SENTENCES))
    places = draw(st.lists(st.sampled_from((*NAMES, "")), min_size=len(pool), max_size=len(pool)))
    return {
        name: [f"Text {name}.", *(one for one, place in zip(pool, places, strict=True) if place == name)]
        for name in NAMES
    }


@contextmanager
def _folder() -> Iterator[None]:
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, SOURCE_DATE_EPOCH="1000000000"):
        os.chdir(folder)
        try:
            Path("l10n.toml").touch()
            yield
        finally:
            os.chdir(here)


def _update(texts: Articles, order: Sequence[str] = NAMES) -> None:
    for name in NAMES:
        Path(f"{name}.txt").write_text("".join(f"{one}\n" for one in texts[name]), "utf-8")
    result = CliRunner().invoke(app, ["update", *(f"{name}.txt" for name in order), "--to", "ru"])
    assert result.exit_code == 0, result.output


def _path(name: str) -> Path:
    return Path("locales", "ru", "LC_MESSAGES", f"{name}.po")


def _work(kinds: Sequence[str]) -> None:
    """Somebody works on every entry in one of these ways, and says something about each."""
    number = 0
    for name in NAMES:
        old = po.read(_path(name))
        entries = []
        for entry in old.entries:
            kind = kinds[number % len(kinds)]
            flags = ("fuzzy",) if kind == "fuzzy" else ()
            text = "" if kind == "empty" else f"Перевод номер {number}"
            edited = replace(entry, msgstr=text, flags=flags, comments=(f"Bemerkung {number}",))
            entries.append(sign(edited, "Anna", "2026-01-31") if kind == "signed" else edited)
            number += 1
        po.write(_path(name), replace(old, entries=tuple(entries)))


def _entries() -> dict[str, tuple[Entry, ...]]:
    return {name: po.read(_path(name)).entries for name in NAMES}


def _said(files: Mapping[str, Sequence[Entry]]) -> set[str]:
    """All texts and comments of people, wherever they stand."""
    entries = [entry for some in files.values() for entry in some]
    return {text for entry in entries for text in (*entry.texts, *entry.comments) if not text.startswith("l10n-")}


def _kept() -> set[str]:
    comments = (line.partition(" (on a segment")[0] for name in NAMES for line in po.read(_path(name)).comments)
    return _said(_entries()) | set(comments)


def _shape(entry: Entry) -> object:
    comments = [line for line in entry.comments if not line.startswith("l10n-reviewed:")]
    return entry.msgstr, entry.flags, comments, state(entry)


def _files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path("locales").rglob("*.po*")}


KINDS = st.lists(st.sampled_from(["signed", "accepted", "fuzzy", "empty"]), min_size=1, max_size=5)


@examples(25, thorough=40)
@given(before=articles(), after=articles(), kinds=KINDS)
def test_a_sentence_that_moves_is_what_it_was(before: Articles, after: Articles, kinds: list[str]) -> None:
    with _folder():
        _update(before)
        _work(kinds)
        old = _entries()
        _update(after)
        new = _entries()
        assert _kept() >= _said(old)
        was = {entry.msgid: _shape(entry) for entries in old.values() for entry in entries}
        for entry in (entry for name in NAMES for entry in new[name] if not entry.obsolete):
            if entry.msgid in was:
                assert _shape(entry) == was[entry.msgid], "each sentence stood in one place, and does so now"


@examples(15, thorough=30)
@given(dealt=st.lists(articles(twice=True), min_size=3, max_size=4), kinds=KINDS)
def test_no_text_or_comment_is_lost_and_the_order_of_the_sources_does_not_matter(
    dealt: list[Articles], kinds: list[str]
) -> None:
    with _folder():
        _update(dealt[0])
        _work(kinds)
        said = _said(_entries())
        for texts in dealt[1:]:
            shutil.copytree("locales", "before")
            results = []
            for order in list(permutations(NAMES))[::2]:
                shutil.rmtree("locales")
                shutil.copytree("before", "locales")
                _update(texts, order)
                results.append(_files())
            assert all(result == results[0] for result in results)
            assert _kept() >= said
            _update(texts)
            assert _files() == results[0], "a run repeated changes nothing"
            shutil.rmtree("before")


@settings(max_examples=20)
@given(before=articles(), after=articles())
def test_what_has_moved_does_not_stay_behind(before: Articles, after: Articles) -> None:
    with _folder():
        _update(before)
        _work(["signed"])
        _update(after)
        entries = [entry for some in _entries().values() for entry in some]
        assert not {one.msgid for one in entries if one.obsolete} & {one.msgid for one in entries if not one.obsolete}
