"""Layouts: the path of a catalogue tells document and language again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalogue.layout import GETTEXT, CatalogueLocation, Layout, check, gettext_location, in_language
from l10n.errors import L10nError

PATTERNS = [
    GETTEXT,
    "{document}.{language}.po",
    "{language}/{document}.po",
    "{document}/{language}.po",
    "{document}/LC_MESSAGES/{language}.po",
    "x.{language}.{document}.po",
    "{document}_{language}.po",
]
FOLDER = Path("/project/po")
names = st.lists(
    st.text("ab.-_ ü{}", min_size=1, max_size=5).filter(lambda part: part.strip(".")), min_size=1, max_size=3
)
languages = st.sampled_from(["ru", "en", "az", "uk", "pt_BR", "sr@latin"])


@pytest.mark.parametrize("pattern", PATTERNS)
@given(parts=names, language=languages)
@settings(max_examples=30)
def test_a_path_tells_what_it_was_made_of(pattern: str, parts: list[str], language: str) -> None:
    layout, document = Layout(FOLDER, pattern), "/".join(parts)
    check(pattern)
    assert layout.location(layout.template(document)) == CatalogueLocation(document, "")
    if "_{language}" not in pattern or "_" not in language + document:
        assert layout.location(layout.catalogue(language, document)) == CatalogueLocation(document, language)
    assert in_language(layout.catalogue("ru", "a"), "en", layout) == layout.catalogue("en", "a")
    assert in_language(layout.catalogue("ru", "a"), "", layout) == layout.template("a")


@given(parts=names)
@settings(max_examples=30)
def test_the_layout_of_gettext_is_known_without_settings(parts: list[str]) -> None:
    path = Layout(FOLDER).catalogue("ru", "/".join(parts))
    location = gettext_location(path)
    assert location is not None
    assert (location.folder, location.document) == (FOLDER / "ru", "/".join(parts))


@pytest.mark.parametrize("name", ["a.po", "a.xx.po", "ru.po.bak", "a.ru.txt", "../a.ru.po", "ru/.po"])
def test_other_files_are_no_catalogues(name: str) -> None:
    layout = Layout(FOLDER, "{document}.{language}.po")
    assert layout.location(FOLDER / name) is None


@pytest.mark.parametrize(
    "pattern", ["", "{document}.po", "a.po", "{document}{language}.po", "../{document}.{language}.po"]
)
def test_a_pattern_that_cannot_be_read_back_is_refused(pattern: str) -> None:
    with pytest.raises(L10nError):
        check(pattern)
