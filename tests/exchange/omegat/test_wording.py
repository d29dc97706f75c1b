"""Texts as OmegaT shows them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.exchange.omegat import wording

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\t e\u0301\r\\"), max_size=20)


@given(_TEXTS)
def test_what_omegat_does_to_a_text_does_not_make_it_another(text: str) -> None:
    for other in (wording.source(text), wording.shown(text), text.replace("\n", "\r\n")):
        if "\r" not in text:
            assert wording.trace(other) == wording.trace(text)


@given(_TEXTS.filter(wording.fits_as_source))
def test_a_text_in_and_out_again_is_as_before(text: str) -> None:
    back = wording.restored(wording.shown(text), text)
    assert wording.plain(back) == wording.plain(text)
    if wording.source(text) == text.strip():
        assert back == text or "\n \n" in text


@pytest.mark.parametrize(
    ("msgid", "typed", "msgstr"),
    [
        pytest.param("Datei\n", "Файл", "Файл\n", id="a line break at the end"),
        pytest.param("\u00a0 Datei", "Файл", "\u00a0 Файл", id="spaces in front"),
        pytest.param("Datei\n", "Файл\n", "Файл\n", id="already there"),
        pytest.param("a\n\nb", "в\n \nг", "в\n\nг", id="an empty line"),
        pytest.param("a", "в\n \nг", "в\n \nг", id="an empty line that the translator has made"),
        pytest.param("a\nb", "в\r\nг", "в\nг", id="line breaks of Windows"),
    ],
)
def test_white_space_that_omegat_takes_off_comes_back(msgid: str, typed: str, msgstr: str) -> None:
    assert wording.restored(typed, msgid) == msgstr


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Satz\u2028 mit\tallem \U0001f600", True),
        ("\x1b[1m", False),
        ("a\rb", False),
        ("\ufffe", False),
        ("a\0", False),
    ],
)
def test_controls_do_not_go_into_a_project(text: str, fits: bool) -> None:
    assert wording.fits(text) is fits


@pytest.mark.parametrize("text", ["C:\\", "C:\\ ", " \n", ""])
def test_what_omegat_makes_no_segment_of_is_left_out(text: str) -> None:
    assert not wording.fits_as_source(text)
