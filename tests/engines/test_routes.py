"""Which pairs a text goes through, and which are missing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines import Route
from l10n.engines.argos.packages.store import Package
from l10n.engines.routes import missing_pairs
from l10n.engines.routes import route as chosen
from l10n.errors import PackageError

CODES = ["aa", "az", "de", "en", "ru", "uk", "zz"]


def packages(*pairs: str) -> list[Package]:
    return [Package(Path(pair), pair[:2], pair[3:], "1.0") for pair in pairs]


def route(installed: list[Package], source: str, target: str) -> Route:
    return chosen(installed, source, target, lambda legs: f"get {' '.join(legs)}")


def names(way: Route) -> list[str]:
    return [f"{pair.source}-{pair.target}" for pair in way]


@pytest.mark.parametrize(
    ("installed", "expected"),
    [
        pytest.param(["de-en", "en-ru", "de-ru"], ["de-ru"], id="direct"),
        pytest.param(["de-en", "en-ru"], ["de-en", "en-ru"], id="through English"),
        pytest.param(["de-aa", "aa-ru", "de-en", "en-ru"], ["de-en", "en-ru"], id="English before the alphabet"),
        pytest.param(["de-zz", "zz-ru", "de-fr", "fr-ru"], ["de-fr", "fr-ru"], id="by alphabet"),
        pytest.param(["de-en", "en-fr", "fr-ru", "de-uk", "uk-ru"], ["de-uk", "uk-ru"], id="fewest legs first"),
        pytest.param(
            ["de-aa", "aa-bb", "bb-ru", "de-zz", "zz-en", "en-ru"], ["de-zz", "zz-en", "en-ru"], id="English anywhere"
        ),
    ],
)
def test_the_route_is(installed: list[str], expected: list[str]) -> None:
    assert names(route(packages(*installed), "de", "ru")) == expected
    assert names(route(packages(*reversed(installed)), "de", "ru")) == expected


@pytest.mark.parametrize(
    ("installed", "target", "message", "hint"),
    [
        pytest.param(
            ["de-en", "en-ru"], "az", "no package translates de → az (installed: de-en, en-ru)", "en-az", id="one leg"
        ),
        pytest.param([], "az", "no package translates de → az (installed: none)", "de-en en-az", id="both legs"),
        pytest.param(["en-az"], "az", "no package translates de → az (installed: en-az)", "de-en", id="first leg"),
        pytest.param([], "en", "no package translates de → en (installed: none)", "de-en", id="into English"),
        pytest.param(["en-de"], "en", "no package translates de → en (installed: en-de)", "de-en", id="wrong way"),
    ],
)
def test_without_a_route_the_hint_names_what_to_install(
    installed: list[str], target: str, message: str, hint: str
) -> None:
    with pytest.raises(PackageError) as caught:
        route(packages(*installed), "de", target)
    assert caught.value.message == message
    assert caught.value.hint == f"get {hint}"


def test_a_language_has_no_route_to_itself() -> None:
    with pytest.raises(PackageError, match="no package translates de → de"):
        route(packages("de-en", "en-de"), "de", "de")


def distances(pairs: set[tuple[str, str]], source: str) -> dict[str, int]:
    """By relaxing every leg as often as there are languages (Bellman-Ford)."""
    found = {source: 0}
    for _ in CODES:
        for one, other in pairs:
            if one in found:
                found[other] = min(found.get(other, len(CODES)), found[one] + 1)
    return found


@given(
    pairs=st.sets(st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)).filter(lambda pair: pair[0] != pair[1])),
    source=st.sampled_from(CODES),
    target=st.sampled_from(CODES),
)
def test_a_route_has_the_fewest_legs_and_connects_source_to_target(
    pairs: set[tuple[str, str]], source: str, target: str
) -> None:
    installed = packages(*(f"{one}-{other}" for one, other in pairs))
    expected = distances(pairs, source).get(target)
    if not expected:
        with pytest.raises(PackageError):
            route(installed, source, target)
        return
    legs = route(installed, source, target)
    assert len(legs) == expected
    assert (legs[0].source, legs[-1].target) == (source, target)
    assert all(one.target == other.source for one, other in pairwise(legs))
    assert set(legs) <= set(installed)


@pytest.mark.parametrize(
    ("installed", "targets", "expected"),
    [
        pytest.param([], ["en", "ru"], ["de-en", "en-ru"], id="nothing installed: each pair once"),
        pytest.param(["de-en"], ["en", "ru", "uk"], ["en-ru", "en-uk"], id="the way to English is there"),
        pytest.param(["de-ru"], ["ru"], [], id="a direct package will do"),
        pytest.param(["de-en", "en-ru"], ["ru"], [], id="all there"),
    ],
)
def test_only_what_a_route_lacks_is_missing(installed: list[str], targets: list[str], expected: list[str]) -> None:
    assert missing_pairs(packages(*installed), "de", targets) == expected
