"""The page: whole without a script or a network, whatever the names are, and readable for everybody."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from l10n.model import Counts, State, Status
from l10n.reports.characters import visible
from l10n.reports.status.dashboard import BAR, page
from tests.conftest import examples

from .contrast import contrast
from .strategies import statuses

MADE = "2026-11-24 12:30+0000"
VOID = frozenset({"meta", "rect", "path"})
RISKS = (0, 4, 0, 0, 0, 0, 0, 0, 0, 1)
ROW = Status(
    "text", "ru", Path("x.po"), Counts({State.DRAFT: 5, State.REVIEWED: 1}, {State.DRAFT: 1500, State.REVIEWED: 3})
)


class Reader(HTMLParser):
    """Reads the elements with their attributes and text, and sees to it that each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[int] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[-1]] += data

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag and found.items() >= attributes.items()]

    def told(self, tag: str) -> list[str]:
        return [
            " ".join(text.split()) for (name, _), text in zip(self.elements, self.texts, strict=True) if name == tag
        ]


def _page(*rows: Status, since: str = "", links: dict[Path, str] | None = None) -> Reader:
    return Reader(page(rows, since, MADE, links or {}))


def _style() -> str:
    (style,) = re.findall("<style>(.*?)</style>", page([ROW], "", MADE, {}), re.S)
    return str(style)


def test_it_shows_each_language_and_each_document() -> None:
    second = Status("other", "pt_BR", Path("y.po"), Counts({State.TRANSLATED: 2}, {State.TRANSLATED: 7}), RISKS)
    read = _page(ROW, second)
    assert read.told("h3") == ["Portuguese (Brazil)", "Russian", "Portuguese (Brazil)"]
    assert read.told("strong") == ["100 %", "1 %"]
    assert read.told("bdi") == ["text", "other"]
    assert "2 documents, 2 languages, 2 catalogues as of" in read.told("p")
    assert "1,500 words" in read.told("small")
    assert read.told("time") == ["2026-11-24 12:30 UTC"]
    assert read.all("time")[0]["datetime"] == "2026-11-24T12:30Z"


def test_a_bar_is_told_to_those_who_do_not_see_it() -> None:
    read = _page(ROW)
    labels = [found["aria-label"] for found in read.all("svg", role="img")]
    assert labels == ["Russian: 1 reviewed, 5 draft", "Russian, text: 1 reviewed, 5 draft"]


def test_the_risk_is_told_and_drawn_where_there_is_one() -> None:
    assert "Risk of the drafts" not in _page(ROW).told("h2")
    read = _page(Status("x", "ru", Path("x.po"), ROW.counts, RISKS))
    assert "Risk of the drafts" in read.told("h2")
    (histogram,) = (found for found in read.all("svg", role="img") if found["class"] == "histogram")
    assert histogram["aria-label"] == "Risk of 5 drafts: 4 of 0.1 to 0.2, 1 of 0.9 to 1.0"
    assert [found["height"] for found in read.all("rect", width="20")] == ["60", "15"]


@pytest.mark.parametrize("calibrated", [True, False])
def test_a_risk_that_nobody_has_measured_is_called_so(calibrated: bool) -> None:
    row = Status("x", "ru", Path("x.po"), ROW.counts, RISKS, calibrated=calibrated)
    assert any("not calibrated" in text for text in _page(row).told("p")) is not calibrated


def test_the_trend_is_shown_if_asked_for() -> None:
    assert not any("since" in text for text in _page(ROW).told("p"))
    row = Status("x", "ru", Path("x.po"), ROW.counts, before=Counts({State.DRAFT: 6}))
    assert _page(row, since="v1").told("p").count("since v1: +1 reviewed, −1 draft") == 2
    assert "since v1: no change" in _page(
        Status("x", "ru", Path("x.po"), ROW.counts, before=ROW.counts), since="v1"
    ).told("p")


def test_a_catalogue_is_linked_to_its_review_page() -> None:
    assert _page(ROW).all("a") == []
    other = Status("other", "ru", Path("y.po"), ROW.counts)
    read = _page(ROW, other, links={Path("x.po"): "pages/a%20b.html"})
    assert [found["href"] for found in read.all("a")] == ["pages/a%20b.html"]
    assert "text in Russian" in read.told("span")


@examples(50, thorough=100)
@given(statuses())
def test_no_name_becomes_markup(case: tuple[list[Status], str]) -> None:
    rows, since = case
    links = {row.path: f"{number}.html" for number, row in enumerate(rows)}
    read = _page(*rows, since=since, links=links)
    plain = _page(*(Status("x", "ru", row.path, row.counts, row.risks, row.before) for row in rows), since=since)
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in plain.elements} | {"a", "span", "th"}
    assert not any(name.startswith("on") or name in {"src", "style"} for _, found in read.elements for name in found)
    assert sorted(found["href"] for found in read.all("a")) == sorted(links.values())
    assert set(read.told("bdi")) == {" ".join(visible(row.document).split()) for row in rows}


@given(statuses())
def test_every_bar_is_full_and_in_order(case: tuple[list[Status], str]) -> None:
    rows, since = case
    text = page(rows, since, MADE, {})
    text.encode()
    for bar in re.findall(r'<svg class="bar".*?</svg>', text, re.S):
        pieces = [(int(x) - 1, int(width) + 2) for x, width in re.findall(r' x="(\d+)" y="1" width="(\d+)"', bar)]
        end = 0
        for start, length in pieces:
            assert start == end
            assert length > 2
            end += length
        assert end == (BAR if pieces else 0)


def test_the_policy_allows_our_style_and_nothing_else() -> None:
    read = _page(ROW)
    (policy,) = read.all("meta", **{"http-equiv": "Content-Security-Policy"})
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    rules = dict(rule.split(" ", 1) for rule in policy["content"].split("; "))
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not read.all("script")
    assert not read.all("link")
    assert "//" not in _style()
    assert "@import" not in _style()


def test_the_headings_go_down_step_by_step_and_every_region_has_a_name() -> None:
    read = _page(Status("x", "ru", Path("x.po"), ROW.counts, RISKS))
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = {found["id"] for _, found in read.elements if "id" in found}
    assert all(found["aria-labelledby"] in ids for found in read.all("section"))
    assert read.all("html", lang="en")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_bars_have_the_contrast_of_aa(scheme: str) -> None:
    light, dark = re.findall(r":root \{([^}]*?--ground[^}]*)\}", _style())[:2]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", light))
    if scheme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#\w{6})", dark))
    for ground in ("ground", "card"):
        for text in ("text", "quiet", "link"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for part in ("reviewed", "translated", "unread", "draft", "untranslated"):
            assert contrast(colours[part], colours[ground]) >= 3, (part, ground)
