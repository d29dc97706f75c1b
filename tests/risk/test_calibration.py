"""For which languages risk was measured."""

from __future__ import annotations

import pytest

from l10n.risk.calibration import calibrated


@pytest.mark.parametrize(("source", "language"), [("de", "en"), ("en", "ru"), ("en_GB", "ru_RU")])
def test_risk_was_better_than_length_between_these_languages(source: str, language: str) -> None:
    assert calibrated(source, language)


@pytest.mark.parametrize(
    ("source", "language"), [("en", "uk"), ("de", "ru"), ("ru", "en"), ("", "ru"), ("en", ""), ("xx", "en")]
)
def test_elsewhere_it_was_not_or_nobody_has_measured(source: str, language: str) -> None:
    assert not calibrated(source, language)
