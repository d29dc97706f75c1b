"""The line on which each segment begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.segmentation import inline
from l10n.segmentation.document import extract
from l10n.text.lines import count_breaks

LINES = ("Eins? Zwei? ", "Drei", " vier! Fünf? ", "Sechs.")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".txt", ".md"])
def test_each_segment_knows_its_line(tmp_path: Path, suffix: str, line_end: str) -> None:
    before = {".srt": "1\n00:00:01,000 --> 00:00:02,000\n", ".vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}.get(
        suffix, ""
    )
    text = before + "\n".join(line.strip() for line in LINES) + "\n"
    document = extract(Path(f"x{suffix}"), "de", tmp_path, data=text.replace("\n", line_end).encode())
    for segment in document.segments:
        (line,) = (number for number, each in enumerate(text.split("\n"), 1) if segment.text.split()[0] in each.split())
        assert segment.line == line
    assert len(document.segments) >= 5


def test_no_text_is_searched_for_lines_more_than_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searched = 0

    def counted(text: str) -> int:
        nonlocal searched
        searched += len(text)
        return count_breaks(text)

    monkeypatch.setattr(inline, "count_breaks", counted)
    data = f"1\n00:00:01,000 --> 00:00:02,000\nVor,\n{'Eins? ' * 1000}\n".encode()
    extract(Path("x.srt"), "de", tmp_path, data=data)
    assert 0 < searched < 3 * len(data)
