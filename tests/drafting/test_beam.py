"""The beam `auto`: a narrow search where it leaves no doubt, else all that the usual beam would have given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting.repair import improve
from l10n.drafting.scoring import Languages
from l10n.drafting.strategies import AS_USUAL
from l10n.engines import Capabilities, Decoding, Hypothesis, opened
from l10n.engines.argos.packages.store import Package, installed
from l10n.memory.store import Memory
from l10n.model import Leg
from l10n.model.beam import AUTO, USUAL, WIDEST, Beam, parsed
from tests.conftest import Run, examples

GERMAN = Languages("de", "en")
SURE, UNSURE = -0.1, -0.9
OLD, BIG, TITLE = "Das Haus ist alt.", "Das Haus ist groß.", "Das Haus"
ALL = Capabilities(scores=True, hypotheses=True, prefixes=True, penalties=True)


class Searching:
    """A decoder whose narrow searches give other texts than its wide ones, and which keeps what it was asked."""

    def __init__(self, narrow: str, score: float, capabilities: Capabilities = ALL) -> None:
        self._narrow, self._score = narrow, score
        self.capabilities = capabilities
        self.asked: list[tuple[str, int | None, int]] = []

    def translate(
        self, texts: Sequence[str], how: Decoding = AS_USUAL, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for index, text in enumerate(texts):
            self.asked.append((text, how.beam, how.hypotheses))
            best = Hypothesis(self._narrow if how.beam == 1 else "The house is old.", self._score, 5)
            others = (Hypothesis("A house is old.", self._score - 0.1, 5), Hypothesis("The house.", -9, 5))
            scored = self.capabilities.scores
            found = [each if scored else replace(each, score=None) for each in (best, *others)]
            yield index, tuple(found[: how.hypotheses])


def leg(decoder: Searching, beam: Beam) -> Leg:
    ((_, leg),) = improve(decoder, [OLD], GERMAN, "x", beam)
    assert leg
    return leg


def test_a_narrow_search_without_doubt_is_enough() -> None:
    decoder = Searching("This house is old.", SURE)
    assert leg(decoder, AUTO) == Leg("x", "This house is old.", SURE)
    assert decoder.asked == [(OLD, 1, 1)]


@pytest.mark.parametrize(
    ("narrow", "score"),
    [
        pytest.param("This house is old.", UNSURE, id="a low score"),
        pytest.param("Das Haus ist alt.", SURE, id="a copy"),
        pytest.param("The house is 7 old.", SURE, id="a finding"),
        pytest.param("", SURE, id="nothing"),
    ],
)
def test_what_is_in_doubt_gets_just_what_the_usual_beam_gives(narrow: str, score: float) -> None:
    decoder = Searching(narrow, score)
    assert leg(decoder, AUTO) == leg(Searching("", score), USUAL)
    assert decoder.asked == [(OLD, 1, 1), (OLD, None, USUAL)]


def test_a_decoder_without_several_hypotheses_is_asked_once() -> None:
    decoder = Searching("", SURE, Capabilities())
    assert leg(decoder, AUTO).text == "The house is old."
    assert decoder.asked == [(OLD, None, 1)]


def test_a_decoder_without_scores_is_in_doubt_only_where_there_are_findings() -> None:
    able = replace(ALL, scores=False)
    assert leg(Searching("This house is old.", SURE, able), AUTO).text == "This house is old."
    assert leg(Searching("Das Haus ist alt.", SURE, able), AUTO).text == "The house is old."


@pytest.fixture(scope="module")
def package(packages: Path) -> Package:
    return next(package for package in installed(packages) if package.pair == "de-en")


def test_a_package_searches_as_narrowly_as_it_is_told_and_never_wider_than_it_was_opened(package: Package) -> None:
    with opened(package, USUAL) as decoder:
        ((_, usual),) = decoder.translate([OLD], Decoding(9))
        ((_, narrow),) = decoder.translate([OLD], Decoding(9, beam=1))
        ((_, wide),) = decoder.translate([OLD], Decoding(9, beam=9))
    assert [len(usual), len(narrow), len(wide)] == [USUAL, 1, USUAL]
    assert narrow[0].text == usual[0].text
    assert narrow[0].score == pytest.approx(usual[0].score, abs=1e-3)  # of a token, whatever the search


@examples(10, thorough=200)
@given(
    texts=st.lists(st.sampled_from([OLD, BIG, TITLE, "Der Hund schläft 38", "HAUS", "Das „Haus“ (alt)"]), unique=True)
)
def test_each_leg_is_that_of_a_narrow_or_of_the_usual_search(package: Package, texts: list[str]) -> None:
    with opened(package, USUAL) as decoder:
        automatic = dict(improve(decoder, texts, GERMAN, "x", AUTO))
        usual = dict(improve(decoder, texts, GERMAN, "x", USUAL))
    assert set(automatic) == set(usual) == set(texts)
    for text, leg in automatic.items():
        other = usual[text]
        assert leg
        assert other
        assert leg == other or (leg.disagreement is None and not leg.repairs and not leg.lost)


def _cached() -> Mapping[str, int]:
    with Memory(Path("l10n.db")) as memory:
        return memory.stats().translations


def test_a_run_tells_the_memory_how_it_searched(run: Run, packages: Path) -> None:
    Path("a.txt").write_text(f"{OLD}\n{BIG}\n", "utf-8")
    for beam in ("auto", "4", "auto"):
        run("draft", "a.txt", "--to", "ru", "--packages", packages, "--beam", beam, "--redraft")
    assert _cached() == {"de-en-1.0": 2 * 2, "en-ru-1.0": 2 * 2}  # two texts, two beams


def test_the_setting_is_the_option(run: Run, packages: Path) -> None:
    Path("a.txt").write_text(OLD, "utf-8")
    Path("l10n.toml").write_text('beam = "auto"\n')
    run("draft", "a.txt", "--to", "en", "--packages", packages)
    Path("l10n.toml").write_text("")
    run("draft", "a.txt", "--to", "en", "--packages", packages, "--redraft", "--beam", "auto")
    assert _cached() == {"de-en-1.0": 1}


@pytest.mark.parametrize("text", ["1", "4", str(WIDEST)])
def test_a_beam_is_a_number(text: str) -> None:
    assert parsed(text) == int(text)


@pytest.mark.parametrize("text", ["0", "-1", str(WIDEST + 1), "AUTO", "", " 4", "04", "4.0", "٤", "9" * 5000])
def test_what_is_no_beam_is_told_what_one_is(run: Run, text: str) -> None:
    done = run("draft", "a.txt", f"--beam={text}", code=2)
    assert "must be a whole number from 1 to 100, or auto" in " ".join(done.stderr.replace("│", " ").split())
