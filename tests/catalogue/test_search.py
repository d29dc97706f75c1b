"""Finding PO files and their language."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue.search import language_of, po_files
from l10n.errors import L10nError
from l10n.model import Catalogue


def test_folders_are_searched_and_files_taken_as_they_are(tmp_path: Path) -> None:
    for name in ("b/x.po", "a.po", "a.pot", ".git/y.po", "named"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    here = [tmp_path / "named", tmp_path, tmp_path / "a.po"]
    assert po_files(here) == [tmp_path / "named", tmp_path / "a.po", tmp_path / "b" / "x.po"]


def test_a_folder_that_is_a_link_counts_if_it_is_a_languages(tmp_path: Path) -> None:
    for name in ("there/LC_MESSAGES/x.po", "away/y.po", "here/ru/LC_MESSAGES/x.po"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    here = tmp_path / "here"
    for name, target in {"en": "there", "a": "here/ru", "away": "away", "loop": ".", "self.po": "here/self.po"}.items():
        (here / name).symlink_to(tmp_path / target)
    (here / "ru" / "LC_MESSAGES" / "LC_MESSAGES").symlink_to(here)
    assert po_files([here]) == [here / "en" / "LC_MESSAGES" / "x.po", here / "ru" / "LC_MESSAGES" / "x.po"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="no such file or folder"):
        po_files([tmp_path / "x.po"])


@pytest.mark.parametrize(
    ("path", "header", "expected"),
    [
        pytest.param("ru.po", (("Language", "uk"),), "uk", id="the header wins"),
        pytest.param("locales/ru/LC_MESSAGES/x.po", (), "ru", id="gettext layout"),
        pytest.param("po/az/x.po", (), "az", id="folder"),
        pytest.param("po/x.az.po", (), "az", id="suffix"),
        pytest.param("po/uk.po", (("Language", ""),), "uk", id="name"),
        pytest.param("po/x.po", (), "", id="unknown"),
    ],
)
def test_the_language_is_the_headers_or_the_paths(
    path: str, header: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert language_of(Path(path), Catalogue(header)) == expected
