"""Between which languages risk was measured (docs/risk.md): elsewhere it is an order, and its numbers are guesses."""

from __future__ import annotations

from l10n.languages import record
from l10n.languages.codes import base


def calibrated(source: str, language: str) -> bool:
    """Risk of drafts from one language into the other was measured, and was better than the order by length."""
    return base(language) in record(base(source)).risk_measured
