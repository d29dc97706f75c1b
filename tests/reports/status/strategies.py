"""Any status of catalogues: names that people would never give, no words, a past or none."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from l10n.model import TENTHS, Counts, State, Status

AMOUNTS = st.dictionaries(st.sampled_from(State), st.integers(0, 100_000))
COUNTS = st.builds(Counts, AMOUNTS, AMOUNTS)
NAMES = (
    st.sampled_from(["text", "<script>alert(1)</script>", "a \"b\" 'c' & d", "\x1b[31m\ud800\u202e", "]]>", ""])
    | st.text()
)
LANGUAGES = st.sampled_from(["ru", "uk", "pt_BR", "sr@latin", "tlh", ""]) | NAMES
RISKS = st.lists(st.integers(0, 1000), min_size=TENTHS, max_size=TENTHS).map(tuple)


@st.composite
def statuses(draw: st.DrawFn) -> tuple[list[Status], str]:
    """Rows, and the revision that all of them know the past of, or none does."""
    since = draw(st.sampled_from(["", "v1.0", "<b>'\""]))
    rows = []
    for number in range(draw(st.integers(1, 5))):
        before = draw(COUNTS) if since else None
        path = Path(f"{number}.po")
        rows.append(Status(draw(NAMES), draw(LANGUAGES), path, draw(COUNTS), draw(RISKS), before))
    return rows, since
