"""Which packages to install for the languages wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.engines.argos.packages.store import Package, missing_pairs


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
    packages = [Package(Path(pair), pair[:2], pair[3:], "1.0") for pair in installed]
    assert missing_pairs(packages, "de", targets) == expected
