"""Drafts and what became of them, also odd ones."""

from __future__ import annotations

from hypothesis import strategies as st

from l10n.evaluation.pairing import Pairing
from tests.risk.strategies import FEATURES, SHARES

TEXTS = st.sampled_from(["", "Дом большой.", "Дом очень большой.", "Ev böyükdür.", "<b>&amp;", "a" * 60]) | st.text()
WRITTEN = TEXTS.filter(bool)
PAIRINGS = st.lists(
    st.builds(
        Pairing,
        document=st.sampled_from(["a", "b\x1b\x00", "<i>&"]),
        language=st.sampled_from(["ru", "az", "pt_BR"]),
        kind=st.sampled_from([None, "heading", "paragraph"]),
        source=TEXTS,
        draft=TEXTS,
        accepted=WRITTEN,
        risk=st.none() | SHARES,
        features=st.none() | FEATURES,
    ),
    max_size=12,
)
