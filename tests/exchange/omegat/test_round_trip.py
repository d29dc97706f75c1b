"""Out to a translator and back, while others work on the catalogue: nobody's text is ever lost."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.marks import drafted, machine_made
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.catalogue.po.serialization import serialize
from l10n.catalogue.states import state
from l10n.cli import app
from l10n.exchange.omegat import MANIFEST, REFUSED, SAVED, manifest, wording
from l10n.exchange.omegat.saved import accepted
from l10n.model import Catalogue, Draft, Entry, Leg, State
from tests.catalogue import strategies
from tests.conftest import Run
from tests.exchange.omegat.translator import OmegaT, units

_TEXTS = st.sampled_from(["Дом.", "Да!", "Сад\u2028дом <a0>&</a0>", "Ещё\nстрока", "Он ушёл,\n\nа она нет."])
_MSGIDS = st.sampled_from(
    ["Ein Haus.", "Ja!", " Nein\n", "Er ging,\n\nsie nicht.", 'a\\b "c" <b>', "a\\", "a\x1bb", "e\u0301."]
)
_ACTIONS = st.sampled_from(["write", "write", "write", "draft", "match", "empty", "source", "remove", "other"])
_CONTEXTS = st.sampled_from([None, "after:00000001", "after:00000002"])


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    """An entry in any state, with people's comments."""
    entry = Entry(draw(_MSGIDS), msgctxt=draw(_CONTEXTS), comments=draw(strategies.comments))
    return draw(_changes(entry))


def _changes(entry: Entry) -> st.SearchStrategy[Entry]:
    """What may become of an entry in the catalogue."""
    typed = _TEXTS.map(lambda text: replace(entry, msgstr=text, flags=(), previous=()))
    made = _TEXTS.map(lambda text: drafted(entry, Draft("argos", (Leg("de-ru-1.0", text, -0.1),))))
    return st.one_of(
        st.just(entry),
        made,
        made.map(lambda one: replace(one, flags=())),
        typed,
        typed.map(lambda one: sign(one, "Anna", "2026-01-31")),
        _TEXTS.map(lambda text: replace(entry, msgstr=text, flags=("fuzzy",))),
        _TEXTS.map(lambda text: replace(entry, msgstr=text, flags=("fuzzy",), previous=(("msgid", "Alt."),))),
        st.just(replace(entry, msgstr="", flags=(), previous=())),
        typed.map(lambda one: replace(one, obsolete=True)),
    )


@st.composite
def _catalogues(draw: st.DrawFn) -> Catalogue:
    entries = draw(st.lists(_entries(), unique_by=lambda entry: entry.key, min_size=1, max_size=7))
    return Catalogue(header("text", "ru", "de", "2026-01-31 12:00+0000"), tuple(entries))


def _translate(draw: st.DrawFn, project: OmegaT) -> None:
    """Whatever people do in OmegaT, several times over."""
    drafts = project.drafts()
    for _ in range(draw(st.integers(0, 6)) if project.segments else 0):
        segment = draw(st.sampled_from(project.segments))
        alternative = draw(st.booleans())
        match draw(_ACTIONS):
            case "write":
                project.write(segment, draw(_TEXTS), alternative)
            case "draft":
                project.write(segment, drafts.get(segment.source, "Нет."), alternative)
            case "match":
                project.write(segment, f"[fuzzy] {drafts.get(segment.source, 'Нет.')}", alternative)
            case "empty":
                project.write(segment, "", alternative)
            case "source":
                project.write(segment, segment.source, alternative)
            case "remove":
                project.remove(segment)
            case _:
                project.strangers["Fremd."] = "Чужое."
    project.save()


@settings(max_examples=30)
@given(st.data(), _catalogues())
def test_every_new_text_arrives_or_is_refused_by_name_and_nothing_else_changes(
    run: Run, project: Path, data: st.DataObject, given_catalogue: Catalogue
) -> None:
    folder = Path(tempfile.mkdtemp(dir=project))
    try:
        _round_trip(run, folder, data, given_catalogue)
    finally:
        shutil.rmtree(folder)


def _round_trip(run: Run, folder: Path, data: st.DataObject, given_catalogue: Catalogue) -> None:
    path, target = folder / "text.po", folder / "om"
    po.write(path, given_catalogue)
    run("export", "omegat", path, "-o", target)
    opened = OmegaT(target)
    before = {segment: opened.shows(segment) for segment in opened.segments}
    stale = [(target / SAVED).read_bytes()]
    _translate(data.draw, opened)  # type: ignore[arg-type]  # DataObject.draw is a draw function
    current = po.read(path)
    for place in data.draw(st.sets(st.integers(0, len(current.entries) - 1), max_size=2)):
        entries = list(current.entries)
        entries[place] = data.draw(_changes(entries[place]))
        current = replace(current, entries=tuple(entries))
    po.write(path, current)
    current = po.read(path)

    done = _import(path, target)
    after = po.read(path)
    kept = {unit[1:] for unit in units(target / REFUSED)} if (target / REFUSED).exists() else set()
    exported = {entry.key: entry for entry in given_catalogue.entries if not entry.obsolete}
    ids = {segment.id: segment for segment in opened.segments}
    segments = {item.key: ids[item.id] for item in manifest.read(target).catalogues[0].entries}
    assert [entry.key for entry in after.entries] == [entry.key for entry in current.entries]
    for old, new in zip(current.entries, after.entries, strict=True):
        segment = None if old.obsolete else segments.get(old.key)
        wanted = None if segment is None else opened.shows(segment)
        if segment is None or wanted is None or wanted == before[segment]:
            assert _lines(new) == _lines(old)
        elif new != old:
            assert wording.plain(new.msgstr) == wording.plain(wanted)
            assert not new.fuzzy
            agreed = wording.plain(old.msgstr) == wording.plain(wanted)  # by two people who knew nothing of each other
            assert (
                agreed
                or state(old) is State.DRAFT
                or (old.msgstr, state(old))
                == (  # a newer draft gives way
                    exported[old.key].msgstr,
                    state(exported[old.key]),
                )
            )
            assert record(new).people == record(old).people
            seen = machine_made(old) or before[segment] == old.msgstr.strip()
            assert seen or old.fuzzy or not old.msgstr  # the translator knew what is replaced
        elif old.fuzzy or not wanted or wording.plain(old.msgstr) != wording.plain(wanted):
            assert _words(f"“{segment.source}”") in _words(done.stderr)
            assert not wanted or (segment.source, wanted) in kept
            assert done.exit_code == 2

    written = path.read_bytes(), (target / MANIFEST).read_bytes()
    assert _import(path, target).exit_code == done.exit_code
    assert (path.read_bytes(), (target / MANIFEST).read_bytes()) == written
    stale.append((target / SAVED).read_bytes())
    run("export", "omegat", path, "-o", target)
    assert run("import", "omegat", target, path).stdout.endswith(": 0 translated\n")
    assert path.read_bytes() == written[0]
    _old_files_come_back(run, path, target, stale, data)


def _old_files_come_back(run: Run, path: Path, target: Path, stale: list[bytes], data: st.DataObject) -> None:
    """Whatever has become of the catalogue since, and of its place in the article."""
    current = po.read(path)
    entries = [data.draw(st.just(entry) | _changes(entry) | _moved(entry)) for entry in current.entries]
    po.write(path, replace(current, entries=tuple({entry.key: entry for entry in entries}.values())))
    before = {item.key for item in manifest.read(target).catalogues[0].entries}
    run("export", "omegat", path, "-o", target)
    for content in stale:
        (target / SAVED).write_bytes(content)
        old = po.read(path).entries
        _import(path, target)
        for was, now in zip(old, po.read(path).entries, strict=True):
            assert was == now or (was.key not in before and not accepted(was))


def _moved(entry: Entry) -> st.SearchStrategy[Entry]:
    return _CONTEXTS.map(lambda context: replace(entry, msgctxt=context))


def _import(path: Path, target: Path) -> Result:
    result = CliRunner().invoke(app, ["import", "omegat", str(target), str(path)])
    assert result.exit_code in (0, 2), result.stderr
    return result


def _words(text: str) -> str:
    return " ".join(text.split())


def _lines(entry: Entry) -> str:
    return serialize(Catalogue((), (entry,)))


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769860800")
