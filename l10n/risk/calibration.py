"""Between which languages risk was measured (docs/risk.md): elsewhere it is an order, and its numbers are guesses."""

from __future__ import annotations

from l10n.languages import LANGUAGES
from l10n.languages.codes import base


def calibrated(source: str, language: str) -> bool:
    """Risk of drafts from one language into the other was measured, and was better than the order by length."""
    spoken = LANGUAGES.get(base(source))  # of others nothing was measured, and making their records takes long
    return spoken is not None and base(language) in spoken.risk_measured
