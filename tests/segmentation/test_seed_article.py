"""The seed article: its segments, one a line, were checked by eye in `tests/data/seed_segments.txt`."""

from pathlib import Path

from l10n.documents.layout.headings import is_heading
from l10n.documents.paragraphs import paragraphs
from l10n.segmentation import spans

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_17d84892c08cd0d1.txt"
GOLDEN = ROOT / "tests" / "data" / "seed_segments.txt"


def test_the_seed_article_has_the_segments_that_were_checked_by_eye() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert [text[start:end] for start, end in spans(text, "de")] == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_the_seed_article_has_six_headings() -> None:
    text = SEED.read_text(encoding="utf-8")
    headings = [text[start:end] for start, end in paragraphs(text) if is_heading(text[start:end])]
    assert [heading.split()[0] for heading in headings] == [
        "Während",
        "Zeitenwende",
        "Warum",
        "Bröckelnde",
        "Moskaus",
        "Der",
    ]
