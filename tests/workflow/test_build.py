"""Building as a function: what it tells, in which order, and that it does nothing before it is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from l10n import config
from l10n.building import Fallback
from l10n.catalogue import po
from l10n.errors import L10nError
from l10n.model import Require
from l10n.model.events import Event, Failed
from l10n.model.rendering import RenderingOrigin
from l10n.workflow.build import BuildRequest, Built, Outdated, build
from l10n.workflow.segment import Segmented, SegmentRequest, segment
from tests.conftest import Run

RU = Path("locales", "ru", "LC_MESSAGES", "a.po")


@pytest.fixture
def request_(run: Run, project: Path) -> BuildRequest:
    """For an article of two sentences, of which one is translated, and a sentence that the catalogue lacks."""
    (project / "a.txt").write_text("Der Hund schläft. Das Haus ist alt.\n", "utf-8")
    run("update", "a.txt", "--to", "ru")
    catalogue = po.read(RU)
    first, second = catalogue.entries
    po.write(RU, replace(catalogue, entries=(replace(first, msgstr="Собака спит."), second)))
    (project / "a.txt").write_text("Der Hund schläft. Das Haus ist alt. Wer kommt?\n", "utf-8")
    return BuildRequest(settings=config.load(project), sources=(project / "a.txt",), to="en,ru")


def test_what_fails_is_told_and_the_others_go_on(request_: BuildRequest, project: Path) -> None:
    failed, outdated, built = build(replace(request_, fallback=Fallback.SOURCE))
    assert isinstance(failed, Failed)
    assert "no such catalogue" in failed.error.message
    assert outdated == Outdated(project / RU, project / "a.txt", 1)
    assert built == Built(
        project / "build" / "ru" / "a.txt",
        {RenderingOrigin.TRANSLATION: 1, RenderingOrigin.SOURCE: 2},
        "de",
    )


def test_an_unfinished_article_is_a_finding(request_: BuildRequest) -> None:
    *_, failed = build(replace(request_, to="ru", require=Require.REVIEWED))
    assert isinstance(failed, Failed)
    assert failed.error.exit_code == 1


@pytest.mark.parametrize("wrong", [{"to": "xx"}, {"source_language": "xx"}, {"edition": "pdf"}], ids=str)
def test_a_request_that_makes_no_sense_is_raised(request_: BuildRequest, wrong: dict[str, str]) -> None:
    with pytest.raises(L10nError, match="unknown"):
        next(build(replace(request_, **wrong)))  # type: ignore[arg-type]  # all of them are texts


def test_nothing_happens_before_the_first_event(request_: BuildRequest, project: Path) -> None:
    events = build(replace(request_, to="ru", fallback=Fallback.SOURCE))
    assert not (project / "build").exists()
    told: list[Event] = list(events)
    assert (project / "build" / "ru" / "a.txt").exists()
    assert len(told) == 2


def test_a_text_is_cut_without_a_file_written(request_: BuildRequest, project: Path) -> None:
    before = sorted(project.rglob("*"))
    (segmented,) = segment(SegmentRequest(settings=request_.settings, source=project / "a.txt"))
    assert isinstance(segmented, Segmented)
    assert [sentence.text for sentence in segmented.document.segments] == [
        "Der Hund schläft.",
        "Das Haus ist alt.",
        "Wer kommt?",
    ]
    assert sorted(project.rglob("*")) == before
