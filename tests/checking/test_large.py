"""A catalogue that is not kept in memory has the findings of one that is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.catalogue.po import pieces, stored
from l10n.checking.run import check
from l10n.checking.settings import Settings
from l10n.errors import L10nError
from l10n.files import sizes
from l10n.model import Catalogue, Entry
from l10n.model.findings import Report
from tests.catalogue.strategies import catalogues
from tests.conftest import examples

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "locales").rglob("*.po"))
HEADER = tuple(header("a", "ru", "de", "2026-01-31 12:00+0000"))
SOURCES, TARGETS = (
    ("Das Haus ist alt.", "Er geht nach „Baku“", "label_open_file"),
    ("Дом стар.", "Он  «идёт", "", "house"),
)
entries = st.lists(st.builds(Entry, st.sampled_from(SOURCES), st.sampled_from(TARGETS), st.integers(0, 99).map(str)))
texts = entries.map(lambda some: Catalogue(entries=tuple({entry.key: entry for entry in some}.values()))) | catalogues()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("large") / "ru.po"


def _both(path: Path) -> tuple[Report, Report]:
    small, errors = check([path], Settings(), 1)
    with patch.object(pieces, "LARGE", 1), patch.object(pieces, "PIECE", 300), patch.object(stored, "PIECE", 200):
        large, others = check([path], Settings(), 1)
    assert [str(error) for error in errors] == [str(error) for error in others]
    return small, large


@examples(50, thorough=500)
@given(texts)
def test_the_report_is_the_same(path: Path, catalogue: Catalogue) -> None:
    po.write(path, replace(catalogue, header=HEADER))
    small, large = _both(path)
    assert small == large


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_report_on_real_catalogues_is_the_same(path: Path) -> None:
    small, large = _both(path)
    assert small.catalogues
    assert small == large


def test_it_may_be_larger_than_what_is_read_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    po.write(path, Catalogue(HEADER, (Entry("Haus 1", "Дом 2"),)))
    monkeypatch.setattr(sizes.content, "__defaults__", (100,))
    with pytest.raises(L10nError, match="more than"):
        po.read(path)
    monkeypatch.setattr(pieces, "LARGE", 1)
    report, errors = check([path], Settings(), 1)
    assert not errors
    assert [finding.check for finding in report.findings if finding.line > 1] == ["numbers"]
