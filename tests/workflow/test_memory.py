"""The commands of `l10n memory` as functions: a request in, events out."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import config
from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.errors import L10nError
from l10n.memory.store import Memory
from l10n.memory.tmx.reading import Loss
from l10n.memory.unit import Unit
from l10n.memory.units import Learnt
from l10n.model import Catalogue, Entry
from l10n.model.events import Failed, Progress
from l10n.workflow.memory.export_tmx import TmxExported, TmxExportRequest, export_tmx
from l10n.workflow.memory.import_tmx import TmxImported, TmxImportRequest, import_tmx
from l10n.workflow.memory.learn import CatalogueLearnt, MemoryLearnRequest, learn
from l10n.workflow.memory.prune import MemoryPruneRequest, TranslationsPruned, UnitsPruned, prune
from l10n.workflow.source_languages import LeftOut, SourceLanguages

TMX = (
    '<tmx version="1.4"><header srclang="de"/><body>\n'
    '<tu><tuv xml:lang="de"><seg>Ja</seg></tuv><tuv xml:lang="ru"><seg>Да</seg></tuv></tu>\n'
    '<tu><tuv xml:lang="de"><seg>Nein</seg></tuv></tu>\n</body></tmx>\n'
)


def test_a_file_that_cannot_be_read_is_told_and_the_next_one_comes_in(project: Path) -> None:
    good = project / "good.tmx"
    good.write_text(TMX, "utf-8")
    files = (project / "missing.tmx", good)
    events = import_tmx(TmxImportRequest(settings=config.load(project), files=files))
    begun, failed, progress, imported = events
    assert begun == Progress("missing.tmx", 0, None, "units")
    assert isinstance(failed, Failed)
    assert failed.error.message.startswith(f"{files[0]}: cannot read")
    assert progress == Progress("good.tmx", 1, None, "units")
    assert imported == TmxImported(good, 1, 0, (Loss("unit in one language only", 1, (3,)),))


def test_nothing_happens_before_the_first_event_is_asked_for(project: Path) -> None:
    (project / "good.tmx").write_text(TMX, "utf-8")
    settings = config.load(project)
    events = import_tmx(TmxImportRequest(settings=settings, files=(project / "good.tmx",)))
    assert not settings.memory.exists()
    next(events)
    assert settings.memory.exists()


def test_export_takes_only_the_units_of_the_languages_that_are_asked_for(project: Path) -> None:
    settings = config.load(project)
    with Memory(settings.memory) as memory:
        memory.add([Unit("Ja", "Да", "de", "ru"), Unit("Ja", "Yes", "de", "en")])
    file = project / "out.tmx"
    assert list(export_tmx(TmxExportRequest(settings=settings, file=file, language="ru_RU"))) == [TmxExported(file, 1)]
    assert "Yes" not in file.read_text("utf-8")


def _write(path: Path, lang: str, *entries: Entry) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("text", lang, "", "2026-01-31 12:00+0000"), entries))
    return path


def test_a_catalogue_of_the_source_language_is_left_out_unless_somebody_names_it(project: Path) -> None:
    german = "Das Haus ist alt und steht am Rand der kleinen Stadt, in der niemand mehr wohnt."
    russian = _write(project / "po" / "ru.po", "ru", Entry(german, "Дом стар."))
    same = _write(project / "po" / "de.po", "de", Entry(german, german))
    settings = config.load(project)
    left_out, learnt, languages = learn(MemoryLearnRequest(settings=settings, files=(project / "po",)))
    assert left_out == LeftOut(same)
    assert learnt == CatalogueLearnt(russian, Learnt(new=1))
    assert languages == SourceLanguages(((russian, ""),))
    refused, *_ = learn(MemoryLearnRequest(settings=settings, files=(same,)))
    assert isinstance(refused, Failed)
    assert "'de' is the source language" in refused.error.message


def test_prune_counts_first_and_removes_units_only_if_it_is_said_which(project: Path, packages: Path) -> None:
    settings = config.load(project)
    with Memory(settings.memory) as memory:
        memory.add([Unit("Ja", "Да", "de", "ru"), Unit("Ja", "Yes", "de", "en")])
    only = MemoryPruneRequest(settings=settings, packages=packages, language="ru", dry_run=True)
    assert list(prune(only)) == [TranslationsPruned(0, True), UnitsPruned(1, True)]
    assert list(prune(MemoryPruneRequest(settings=settings, packages=packages))) == [TranslationsPruned(0, False)]
    with Memory(settings.memory) as memory:
        assert len(list(memory.units())) == 2


def test_a_date_that_is_none_keeps_prune_from_everything(project: Path, packages: Path) -> None:
    request = MemoryPruneRequest(settings=config.load(project), packages=packages, before="31.1.2026")
    with pytest.raises(L10nError, match="not a date"):
        list(prune(request))
