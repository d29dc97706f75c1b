"""Drafts of many documents: in slices, so that what is done is done, whatever ends the run."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.config import Config
from l10n.drafting import Drafted, Options
from l10n.drafting.legs import Flags, Made
from l10n.drafting.local import Local
from l10n.drafting.open_pairs import OpenPairs
from l10n.drafting.slices import parts
from l10n.engines import LanguagePair
from l10n.model.events import Failed
from l10n.updating import Updated
from l10n.workflow.draft import DraftReport, DraftRequest, Pace, draft
from l10n.workflow.draft.stores import WORK_FILE
from l10n.workflow.segment import Segmented
from l10n.workflow.update import UpdateRequest, update

DOCUMENTS, TEXTS, SLICE = 10, 4, 8
UNTIL_KILLED = """
import sys
from pathlib import Path
from l10n.config import Config
from l10n.drafting import Drafted
from l10n.drafting.local import Local
from l10n.workflow.draft import DraftRequest, draft

folder, packages = map(Path, sys.argv[1:3])
Local.slice_size = int(sys.argv[3])
settings = Config(folder, locales=folder / "locales", memory=folder / "l10n.db")
request = DraftRequest(
    settings=settings, sources=(folder / "texts",), to="ru", packages=packages, use_memory=sys.argv[4] == "True"
)
for event in draft(request):
    if isinstance(event, Drafted):
        print(event.path.stem, flush=True)
        if event.path.stem == "text4":
            sys.stdin.read()
"""


class Recording:
    """Makes legs here and keeps in mind which."""

    slice_size = SLICE

    def __init__(self, pairs: OpenPairs) -> None:
        self._here = Local(pairs)
        self.asked: list[tuple[str, str]] = []

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        self.asked += [(pair.name, text) for text in texts]
        return self._here.legs(pair, texts, options, flags)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Ten documents of four sentences; all differ."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for document in range(DOCUMENTS):
        sentences = (f"Das Haus {document * TEXTS + number} ist alt." for number in range(TEXTS))
        (folder / f"text{document}.txt").write_text("\n".join(sentences) + "\n", "utf-8")
    return folder


def request(folder: Path, packages: Path, **more: object) -> DraftRequest:
    settings = Config(folder, locales=folder / "locales", memory=folder / "l10n.db")
    return DraftRequest(settings=settings, sources=(folder / "texts",), to="ru", packages=packages, **more)  # type: ignore[arg-type]


def texts_of(folder: Path, document: int) -> list[str]:
    return [entry.msgstr for entry in po.read(folder / f"locales/ru/LC_MESSAGES/texts/text{document}.po").entries]


@given(
    st.dictionaries(st.sampled_from(["en", "ru", "uk"]), st.lists(st.sampled_from("abcdefgh"), max_size=12)),
    st.integers(1, 5),
)
def test_parts_have_each_text_once_for_each_language_and_few_distinct_ones(
    texts: dict[str, list[str]], size: int
) -> None:
    cut = parts(texts, size)
    assert all(len({text for own in part.values() for text in own}) <= size for part in cut)
    for lang, own in texts.items():
        assert sorted(text for part in cut for text in part[lang]) == sorted(own)
    distinct = [{text for own in part.values() for text in own} for part in cut]
    assert len(set().union(*distinct)) == sum(map(len, distinct))


def test_a_slice_goes_through_all_legs_before_the_next_and_documents_are_filled_in_order(
    sources: Path, packages: Path, tmp_path: Path
) -> None:
    with OpenPairs() as pairs:
        scheduler = Recording(pairs)
        events = list(draft(request(tmp_path, packages, scheduler=scheduler)))
    legs = [name for name, _ in scheduler.asked]
    assert legs == (["de-en-1.0"] * SLICE + ["en-ru-1.0"] * SLICE) * (DOCUMENTS * TEXTS // SLICE)
    told = [(event.catalogues, event.total, event.words) for event in events if isinstance(event, Pace)]
    assert told == [(2 * number + 1, DOCUMENTS, SLICE * 10 * number) for number in (1, 2, 3, 4)]  # five words twice
    filled = [event.path.stem for event in events if isinstance(event, Drafted)]
    assert filled == [f"text{number}" for number in range(DOCUMENTS)]
    (report,) = (event for event in events if isinstance(event, DraftReport))
    assert list(report.pending.values()) == [TEXTS] * DOCUMENTS
    assert [done.drafts for done in report.drafted.values()] == [TEXTS] * DOCUMENTS


def test_a_document_longer_than_a_slice_is_filled_when_its_last_texts_are_there(packages: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    sentences = [f"Das Haus {number} ist groß." for number in range(2 * SLICE + 1)]
    (tmp_path / "texts" / "text0.txt").write_text("\n".join(sentences) + "\n", "utf-8")
    with OpenPairs() as pairs:
        scheduler = Recording(pairs)
        done = [
            event for event in draft(request(tmp_path, packages, scheduler=scheduler)) if isinstance(event, Drafted)
        ]
    assert [event.drafts for event in done] == [len(sentences)]
    assert [name for name, _ in scheduler.asked][SLICE : 2 * SLICE] == ["en-ru-1.0"] * SLICE
    assert texts_of(tmp_path, 0) == [f"Дом {number} большой." for number in range(len(sentences))]


@pytest.mark.parametrize("memory", [True, False])
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_run_has_lost_one_slice_at_most_and_the_same_command_goes_on(
    sources: Path, packages: Path, tmp_path: Path, memory: bool
) -> None:
    command = [sys.executable, "-c", UNTIL_KILLED, *map(str, (tmp_path, packages, SLICE, memory))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        drafted = [process.stdout.readline().strip() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
    assert drafted == [f"text{number}" for number in range(5)]
    assert all(all(texts_of(tmp_path, number)) for number in range(5))
    work = tmp_path / "locales" / WORK_FILE
    assert work.exists() is not memory
    with OpenPairs() as pairs:
        scheduler = Recording(pairs)
        events = list(draft(request(tmp_path, packages, use_memory=memory, scheduler=scheduler)))
    assert not [event for event in events if isinstance(event, Failed)]
    again = {text for name, text in scheduler.asked if name == "de-en-1.0"}
    done = {f"Das Haus {number} ist alt." for number in range(3 * SLICE)}  # three slices, the last of them not filled
    assert not again & done
    assert all(all(texts_of(tmp_path, number)) for number in range(DOCUMENTS))
    assert sorted(path.name for path in (tmp_path / "locales").iterdir()) == ["ru", "texts"]


def test_a_package_that_fails_is_told_once_over_all_slices(
    sources: Path, words_engine: list[tuple[str, str]], tmp_path: Path
) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "de-ru.words").write_text("damaged\n", "utf-8")
    with OpenPairs() as pairs:
        events = list(draft(request(tmp_path, words, scheduler=Recording(pairs))))
    assert len([event for event in events if isinstance(event, Failed)]) == 1


def test_a_catalogue_that_goes_while_others_are_drafted_is_told_and_the_others_go_on(
    sources: Path, packages: Path, tmp_path: Path
) -> None:
    with OpenPairs() as pairs:
        run = draft(request(tmp_path, packages, scheduler=Recording(pairs)))
        events: list[Drafted | Failed] = []
        for event in run:
            if isinstance(event, Drafted) and not events:
                (tmp_path / "locales/ru/LC_MESSAGES/texts/text9.po").unlink()
            events += [event] if isinstance(event, (Drafted, Failed)) else []
    assert len([event for event in events if isinstance(event, Drafted)]) == DOCUMENTS - 1
    (failed,) = (event.error for event in events if isinstance(event, Failed))
    assert "text9.po" in failed.message


@pytest.mark.parametrize("together", [1, 3, 100])
def test_new_documents_are_the_same_however_many_are_held_together(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr("l10n.workflow.update._TOGETHER", together)
    settings = Config(tmp_path, locales=tmp_path / "locales")
    events = list(update(UpdateRequest(settings=settings, sources=(sources,), to="ru,en")))
    written = [(event.document, event.language) for event in events if isinstance(event, Updated) and event.written]
    assert written == [(f"texts/text{number}", lang) for number in range(DOCUMENTS) for lang in ("ru", "en")]
    read = [event for event in events[: 3 * together] if isinstance(event, Segmented)]
    assert len(read) == min(together, DOCUMENTS)


def test_a_sentence_moves_between_documents_however_few_new_ones_are_held_together(
    sources: Path, packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.workflow.update._TOGETHER", 1)
    list(draft(request(tmp_path, packages)))
    texts = [sources / f"text{number}.txt" for number in (0, 9)]
    moved, *rest = texts[0].read_text("utf-8").splitlines()
    texts[0].write_text("\n".join(rest) + "\n", "utf-8")
    texts[1].write_text(f"{texts[1].read_text('utf-8')}{moved}\n", "utf-8")
    events = [event for event in draft(request(tmp_path, packages)) if isinstance(event, Updated)]
    assert [(event.document, len(event.arrived)) for event in events if event.arrived] == [("texts/text9", 1)]
    assert texts_of(tmp_path, 9)[-1] == "Дом 0 старый."
