"""Finding PO files and their language."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue.search import (
    counterpart,
    document_of,
    home,
    language_of,
    path_language,
    po_files,
    settled_language,
    siblings,
)
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
        pytest.param("po/pl.po", (), "pl", id="any language's name"),
        pytest.param("po/pt-BR.po", (), "pt_BR", id="with its country"),
        pytest.param("po/zh_tw.po", (), "zh_tw", id="in small letters"),
        pytest.param("po/sr@latin.po", (), "sr@latin", id="with a modifier"),
        pytest.param("po/cs.cp1250.po", (), "cs", id="with a charset"),
        pytest.param("po/fil.po", (), "fil", id="of three letters"),
        pytest.param("fi/LC_MESSAGES/x.po", (), "fi", id="any language's gettext layout"),
        pytest.param("zh_Hant/LC_MESSAGES/ru.po", (), "zh_Hant", id="gettext layout before the name"),
        pytest.param("pl/LC_MESSAGES/x.po", (("Language", "en"), ("X-Source-Language", "en")), "pl", id="copied"),
        pytest.param("pl/x.po", (), "", id="an ordinary folder"),
        pytest.param("ru/ast.po", (), "ru", id="our folder before a name that may mean something else"),
        pytest.param("po/x.pl.po", (), "", id="a suffix"),
        *(
            pytest.param(f"{name}.po", (), "", id=name)
            for name in ("new", "ui", "web", "to-do", "my-app", "a", "no_op")
        ),
        pytest.param("crh/LC_MESSAGES/x.po", (), "crh", id="a language that has but a name"),
        pytest.param(
            "locales/uk/LC_MESSAGES/guide/ru/web.po", (), "uk", id="below LC_MESSAGES, folders are documents'"
        ),
        pytest.param("LC_MESSAGES/web.po", (), "", id="no folder of a language"),
    ],
)
def test_the_language_is_the_headers_or_the_paths(
    path: str, header: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert language_of(Path(path), Catalogue(header)) == expected


def test_a_check_of_the_header_takes_only_our_languages_from_a_path() -> None:
    names = {"po/ast.po": "", "po/ru.po": "ru", "uk/LC_MESSAGES/pl.po": "uk", "ru/LC_MESSAGES/site/en.po": "ru"}
    assert [path_language(Path(name)) for name in names] == list(names.values())


def test_lock_document_and_language_of_a_catalogue_hold_at_any_depth_below_lc_messages(tmp_path: Path) -> None:
    path = tmp_path / "locales" / "ru" / "LC_MESSAGES" / "guide" / "uk" / "index.html.po"
    assert home(path) == tmp_path / "locales"
    assert document_of(path) == "guide/uk/index.html"
    assert (settled_language(path, Catalogue()), language_of(path, Catalogue())) == ("ru", "ru")


def test_the_same_catalogue_in_another_language_is_as_deep(tmp_path: Path) -> None:
    russian, english = (tmp_path / code / "LC_MESSAGES" / "guide" / "index.po" for code in ("ru", "en"))
    for path in (russian, english):
        path.parent.mkdir(parents=True)
        path.touch()
    assert list(siblings(russian, "ru", "en")) == [english]
    assert counterpart(russian, "ru", "en") == english
