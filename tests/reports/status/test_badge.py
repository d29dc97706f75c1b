"""The badge: valid XML that needs nothing else, readable, and never too optimistic."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given

from l10n.model import TENTHS, Counts, State
from l10n.reports.status import badge as module
from l10n.reports.status.badge import badge
from l10n.reports.status.figures import Total

from .contrast import contrast
from .strategies import COUNTS

SVG = "{http://www.w3.org/2000/svg}"


def _badge(words: dict[State, int], lang: str = "ru") -> ElementTree.Element:
    counts = Counts(words, words)
    return ElementTree.fromstring(badge(Total(lang, 1, counts, (0,) * TENTHS, None)))


def _title(root: ElementTree.Element) -> str:
    title = root.findtext(f"{SVG}title")
    assert root.get("aria-label") == title
    assert " ".join(text.text or "" for text in root.iter(f"{SVG}text")) == (title or "").replace(": ", " ")
    return title or ""


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ({State.REVIEWED: 60, State.TRANSLATED: 27, State.DRAFT: 13}, "Russian: 87 % translated"),
        ({State.REVIEWED: 9999, State.DRAFT: 1}, "Russian: 99 % translated"),
        ({State.TRANSLATED: 1, State.DRAFT: 9999}, "Russian: 1 % translated"),
        ({State.REVIEWED: 1, State.TRANSLATED: 9}, "Russian: 100 % translated"),
        ({State.REVIEWED: 10}, "Russian: 100 % reviewed"),
        ({State.UNREAD: 10}, "Russian: 0 % translated"),
    ],
)
def test_the_badge_says_how_far_the_language_is(words: dict[State, int], title: str) -> None:
    assert _title(_badge(words)) == title


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("uk", "Ukrainian"),
        ("pt_BR", "Portuguese (Brazil)"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("nb", "Norwegian Bokmål"),
        ("xx", "xx"),
        ("a<b&\"c'", "a<b&\"c'"),
    ],
)
def test_a_language_is_called_as_people_call_it(lang: str, name: str) -> None:
    assert _title(_badge({State.DRAFT: 1}, lang)) == f"{name}: 0 % translated"


def test_a_language_without_segments_has_no_percent() -> None:
    root = ElementTree.fromstring(badge(Total("ru", 1, Counts(), (0,) * TENTHS, None)))
    assert _title(root) == "Russian: no text"


def test_it_is_an_image_that_loads_nothing() -> None:
    root = _badge({State.DRAFT: 1})
    assert root.get("role") == "img"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "rect", "path", "g", "text"}
    values = [value for element in root.iter() for value in element.attrib.values()]
    assert not any("url" in value or "//" in value for value in values)


@given(COUNTS)
def test_the_texts_have_room_beside_each_other(counts: Counts) -> None:
    root = ElementTree.fromstring(badge(Total("az", 1, counts, (0,) * TENTHS, None)))
    left, right = ((int(text.get("x", "")), int(text.get("textLength", ""))) for text in root.iter(f"{SVG}text"))
    (edge,) = re.findall(r"^M3 0H(\d+)V", next(root.iter(f"{SVG}path")).get("d", ""))
    assert 0 < left[0] < left[0] + left[1] < int(edge) < right[0] < right[0] + right[1] < int(root.get("width", ""))


def test_white_on_each_colour_has_the_contrast_of_aa() -> None:
    for colour in (module.LABEL, module.REVIEWED, module.DONE, module.MANY, module.SOME, module.NONE):
        assert contrast("#ffffff", colour) >= 4.5


def test_only_the_share_and_the_language_change_the_bytes() -> None:
    """Neither the date nor the number of segments: a commit of the badges is quiet."""
    one, other = (Total("ru", n, Counts({}, {State.DRAFT: n, State.TRANSLATED: n}), (n,) * 10, None) for n in (1, 9))
    assert badge(one) == badge(other)
