"""Legs as work for anybody: shards that can travel, made here by several threads, or elsewhere by a scheduler."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.config import Config
from l10n.drafting import Options
from l10n.drafting.legs import SHARD, SLICE, Flags, Made, shards
from l10n.drafting.local import Local
from l10n.drafting.open_pairs import OpenPairs
from l10n.engines import LanguagePair
from l10n.engines.routes import pairs_in
from l10n.errors import PackageError
from l10n.model.events import Failed
from l10n.workflow.draft import DraftRequest, draft

WORKER = """
import pickle, sys
from pathlib import Path
from l10n.drafting.legs import make
from l10n.engines import opened
from l10n.engines.routes import pairs_in

shard = pickle.load(sys.stdin.buffer)
(pair,) = (pair for pair in pairs_in(Path(sys.argv[1])) if pair.identity == shard.identity)
with opened(pair, shard.beam) as decoder:
    pickle.dump(list(make(decoder, shard)), sys.stdout.buffer)
"""


class Elsewhere:
    """Has each shard made by a process of its own, which has nothing but the shard and a folder of packages."""

    slice_size = SLICE

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.legs_made: list[str] = []

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        self.legs_made.append(pair.name)
        for shard in shards(pair, texts, options, flags):
            command = [sys.executable, "-c", WORKER, str(self._folder)]
            done = subprocess.run(command, input=pickle.dumps(shard), capture_output=True, check=True)
            yield from pickle.loads(done.stdout)


@pytest.fixture
def pair(packages: Path) -> LanguagePair:
    return next(pair for pair in pairs_in(packages) if pair.name == "de-en-1.0")


@pytest.fixture
def words_pair(tmp_path: Path, words_engine: list[tuple[str, str]]) -> LanguagePair:
    words_engine.clear()
    (tmp_path / "de-en.words").write_text("Haus house\n", "utf-8")
    (pair,) = pairs_in(tmp_path)
    return pair


def made(pair: LanguagePair, texts: Sequence[str]) -> dict[str, str]:
    with OpenPairs() as pairs:
        return {text: leg.text if leg else "" for text, leg in Local(pairs).legs(pair, texts, Options(), {})}


@given(st.integers(0, 3 * SHARD))
def test_shards_have_all_texts_in_their_order_and_their_own_flags(pair: LanguagePair, count: int) -> None:
    texts = [f"Haus {number}" for number in range(count)]
    flags = dict.fromkeys(texts[::2], ("c-format",))
    parts = shards(pair, texts, Options(), flags)
    assert [text for part in parts for text in part.texts] == texts
    assert all(0 < len(part.texts) <= SHARD for part in parts)
    assert all(set(part.flags) == set(part.texts) & set(flags) for part in parts)


def test_every_text_of_many_shards_is_made_once(words_pair: LanguagePair) -> None:
    texts = [f"Haus {number} steht da." for number in range(3 * SHARD + 1)]
    with OpenPairs() as pairs:
        legs = list(Local(pairs).legs(words_pair, texts, Options(), {}))
    assert sorted(text for text, _ in legs) == sorted(texts)
    assert {text: leg.text for text, leg in legs if leg} == {text: text.replace("Haus", "House") for text in texts}


def test_threads_make_what_one_makes(pair: LanguagePair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.drafting.legs.SHARD", 3)
    texts = [f"Das Haus {number} ist {word}." for number in range(10) for word in ("alt", "groß")]
    several = made(pair, texts)
    monkeypatch.setattr("l10n.drafting.local._SHARDS", 1)
    assert several == made(pair, texts)
    assert several["Das Haus 3 ist alt."] == "The house 3 is old."


def test_what_goes_wrong_in_a_thread_reaches_the_run(words_pair: LanguagePair, packages: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        made(words_pair, ["Haus", "Stopp"])
    (tmp_path / "de-en.words").write_text("damaged\n", "utf-8")
    with pytest.raises(PackageError, match="broken"):
        made(words_pair, ["Haus"])


def test_nothing_more_is_asked_once_the_rest_is_not_wanted(
    words_pair: LanguagePair, words_engine: list[tuple[str, str]]
) -> None:
    texts = [f"Haus {number} steht da." for number in range(40 * SHARD)]
    with OpenPairs() as pairs:
        legs = Local(pairs).legs(words_pair, texts, Options(), {})
        next(legs)
        legs.close()
        asked = len(words_engine)
        assert asked < len(texts)
        assert len(words_engine) == asked


def catalogues(folder: Path) -> Mapping[Path, bytes]:
    """Without dates."""
    paths: Iterator[Path] = (folder / "locales").rglob("*.po*")
    return {path.relative_to(folder): re.sub(rb".*-Date: .*\n", b"", path.read_bytes()) for path in paths}


def test_a_scheduler_with_other_processes_makes_the_same_catalogues(packages: Path, tmp_path: Path) -> None:
    elsewhere = Elsewhere(packages)
    for name, scheduler in (("here", None), ("there", elsewhere)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "text.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\nDAS HAUS IST ALT\nHaus 7\n", "utf-8")
        settings = Config(folder, locales=folder / "locales", memory=folder / "l10n.db")
        request = DraftRequest(
            settings=settings, sources=(folder / "text.txt",), to="en,ru", packages=packages, scheduler=scheduler
        )
        assert not [event for event in draft(request) if isinstance(event, Failed)]
    assert elsewhere.legs_made == ["de-en-1.0", "en-ru-1.0"]
    assert catalogues(tmp_path / "here") == catalogues(tmp_path / "there")
    assert len(catalogues(tmp_path / "here")) == 3
