"""Features of any draft."""

from __future__ import annotations

from hypothesis import strategies as st

from l10n.risk.features import Features

SHARES = st.floats(0, 1)
NUMBERS = st.floats(-50, 50)
SCORES = st.floats(-20, 0)
COUNTS = st.integers(0, 10)
FEATURES = st.builds(
    Features,
    scores=st.lists(st.none() | SCORES, max_size=2).map(tuple),
    disagreements=st.lists(st.none() | SHARES, max_size=2).map(tuple),
    errors=st.none() | COUNTS,
    warnings=st.none() | COUNTS,
    notes=st.none() | COUNTS,
    left=st.none() | COUNTS,
    brief=st.none() | SHARES,
    length=st.none() | NUMBERS,
    rare=st.none() | SHARES,
    names=st.none() | SHARES,
    commas=st.none() | st.floats(0, 5),
    dashes=st.none() | COUNTS,
    legs=st.none() | st.integers(1, 3),
    fuzzy=st.none() | SHARES,
    round_trip=st.none() | SHARES,
)
