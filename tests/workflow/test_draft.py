"""Drafting for programs: a request in, events out, and nothing of a terminal."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import pivots
from l10n.config import Config
from l10n.drafting import Drafted
from l10n.errors import L10nError, PackageError
from l10n.model.events import Event, Failed, Progress
from l10n.updating import Updated
from l10n.workflow.draft import DraftReport, DraftRequest, Outlook, ToDraft, draft
from l10n.workflow.segment import Segmented
from l10n.workflow.source_languages import SourceLanguages
from l10n.workflow.update import UpdateRequest, update

SOFTWARE = """msgid ""
msgstr ""
"Language: ru\\n"
"X-Source-Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Das Haus ist alt."
msgstr ""

msgid "%d Haus"
msgid_plural "%d Haus alt"
msgstr[0] ""
msgstr[1] ""
msgstr[2] ""
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")
    return path


@pytest.fixture
def software(tmp_path: Path) -> Path:
    path = tmp_path / "po" / "ru.po"
    path.parent.mkdir()
    path.write_text(SOFTWARE, "utf-8")
    return path


def request(folder: Path, packages: Path, **more: object) -> DraftRequest:
    settings = Config(folder, locales=folder / "locales", memory=folder / "l10n.db")
    return DraftRequest(settings=settings, packages=packages, **more)  # type: ignore[arg-type]


def kinds(events: Sequence[Event]) -> list[type[Event]]:
    return list(dict.fromkeys(map(type, events)))


def _is_busy(folder: Path) -> bool:
    """Another process finds the folder locked."""
    code = "import sys; from pathlib import Path; from l10n.files import locked\nwith locked(Path(sys.argv[1])): pass"
    done = subprocess.run([sys.executable, "-c", code, str(folder)], check=False, capture_output=True, text=True)
    return done.returncode != 0 and "BusyError" in done.stderr


def test_a_run_tells_what_happens_in_its_order_and_prints_nothing(
    article: Path, packages: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    events = list(draft(request(tmp_path, packages, sources=(article,), to="en,ru")))
    assert kinds(events) == [Segmented, Updated, SourceLanguages, Progress, Drafted, DraftReport]
    assert capfd.readouterr() == ("", "")
    (report,) = (event for event in events if isinstance(event, DraftReport))
    assert {path.parts[-3]: done.drafts for path, done in report.drafted.items()} == {"en": 2, "ru": 2}
    for event in events:
        if isinstance(event, Progress):
            assert event.total is not None
            assert 0 <= event.done <= event.total


def test_nothing_happens_before_the_first_event_is_asked_for(article: Path, packages: Path, tmp_path: Path) -> None:
    draft(request(tmp_path, packages, sources=(article,)))
    assert not (tmp_path / "locales").exists()


def test_a_run_that_is_left_gives_its_folder_back_and_leaves_whole_files(
    article: Path, packages: Path, tmp_path: Path
) -> None:
    events = draft(request(tmp_path, packages, sources=(article,), to="ru"))
    next(event for event in events if isinstance(event, Progress))
    assert _is_busy(tmp_path / "locales")
    events.close()  # type: ignore[attr-defined]  # of a generator
    assert not _is_busy(tmp_path / "locales")
    assert len(po.read(tmp_path / "locales/ru/LC_MESSAGES/text.po").entries) == 2


def test_article_and_software_of_one_language_are_translated_together(
    article: Path, software: Path, packages: Path, tmp_path: Path
) -> None:
    both = request(tmp_path, packages, sources=(article,), catalogues=(software,), to="ru")
    events = list(draft(both))
    begun = {event.name: event.total for event in events if isinstance(event, Progress) and not event.done}
    assert begun["de-en-1.0"] == 4  # two sentences, one of them in both, and two forms
    entries = {entry.msgid: entry.texts for entry in po.read(software).entries}
    assert entries["Das Haus ist alt."] == ("Дом старый.",)
    assert all(entries["%d Haus"])


def test_the_first_drafts_of_software_are_kept_for_eval(software: Path, packages: Path, tmp_path: Path) -> None:
    from l10n.memory.store import Memory

    list(draft(request(tmp_path, packages, catalogues=(software,))))
    with Memory(tmp_path / "l10n.db") as memory:
        kept = {first.msgid: first.text for first in memory.first_drafts()}
    assert kept == {"Das Haus ist alt.": "Дом старый."}


def test_a_dry_run_tells_what_is_pending_and_writes_nothing(
    article: Path, software: Path, packages: Path, tmp_path: Path
) -> None:
    before = software.read_bytes()
    events = list(draft(request(tmp_path, packages, sources=(article,), catalogues=(software,), dry_run=True)))
    assert kinds(events) == [Segmented, Updated, SourceLanguages, ToDraft, Outlook]
    assert [event.entries for event in events if isinstance(event, ToDraft)] == [2]
    assert not (tmp_path / "locales").exists()
    assert software.read_bytes() == before


def test_who_is_asked_for_packages_is_told_which_are_missing(article: Path, packages: Path, tmp_path: Path) -> None:
    asked: list[Sequence[PackageError]] = []

    def refuse(missing: Sequence[PackageError]) -> bool:
        asked.append(missing)
        return False

    some = tmp_path / "some"
    some.mkdir()
    (some / "translate-de_en-1_0").symlink_to(packages / "translate-de_en-1_0")
    events = list(draft(request(tmp_path, some, sources=(article,), to="en,ru", agree=refuse)))
    assert ["en-ru" in error.message + error.hint for error in asked[0]] == [True]
    assert [type(event.error) for event in events if isinstance(event, Failed)] == [PackageError]
    (report,) = (event for event in events if isinstance(event, DraftReport))
    assert [path.parts[-3] for path in report.drafted] == ["en"]


def test_what_fails_by_itself_is_an_event_and_the_rest_goes_on(article: Path, packages: Path, tmp_path: Path) -> None:
    events = list(draft(request(tmp_path, packages, sources=(tmp_path / "none.txt", article), to="en")))
    (failed,) = (event for event in events if isinstance(event, Failed))
    assert "none.txt" in failed.error.message
    assert [event.drafts for event in events if isinstance(event, Drafted)] == [2]


@pytest.mark.parametrize("wrong", [{"to": "xx"}, {"source_language": "xx"}, {"sources": ()}])
def test_what_keeps_a_run_from_going_on_is_raised(
    wrong: dict[str, object], article: Path, packages: Path, tmp_path: Path
) -> None:
    with pytest.raises(L10nError):
        list(draft(request(tmp_path, packages, **{"sources": (article,), **wrong})))


def test_update_tells_each_catalogue(article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settings = Config(tmp_path, locales=tmp_path / "locales")
    events = list(update(UpdateRequest(settings=settings, sources=(article,), to="en,ru")))
    assert [(event.language, event.written) for event in events if isinstance(event, Updated)] == [
        ("en", True),
        ("ru", True),
    ]
    again = list(update(UpdateRequest(settings=settings, sources=(article,), to="en,ru")))
    assert not any(event.written for event in again if isinstance(event, Updated))
    assert capfd.readouterr() == ("", "")


def test_an_accepted_pivot_serves_its_own_document_alone(packages: Path, tmp_path: Path) -> None:
    """Two documents have a sentence in common; people have accepted an English for one of them."""
    (tmp_path / "a.txt").write_text("Das Haus ist alt.\nDas Haus ist groß.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Das Haus ist alt.\n", "utf-8")
    sources = (tmp_path / "a.txt", tmp_path / "b.txt")
    list(draft(request(tmp_path, packages, sources=sources, to="en", use_memory=False)))
    list(update(UpdateRequest(settings=Config(tmp_path, locales=tmp_path / "locales"), sources=sources, to="ru")))
    _translate(tmp_path / "locales/en/LC_MESSAGES/a.po", "Das Haus ist alt.", "old house big")
    _translate(tmp_path / "locales/ru/LC_MESSAGES/a.po", "Das Haus ist alt.", "Мой перевод.")
    list(draft(request(tmp_path, packages, sources=sources, to="ru", use_memory=False)))
    (entry,) = po.read(tmp_path / "locales/ru/LC_MESSAGES/b.po").entries
    assert pivots(entry) == ("The house is old.",)


def _translate(path: Path, msgid: str, text: str) -> None:
    """As somebody does in an editor."""
    catalogue = po.read(path)
    entries = (replace(entry.accepted(), msgstr=text) if entry.msgid == msgid else entry for entry in catalogue.entries)
    po.write(path, replace(catalogue, entries=tuple(entries)))
