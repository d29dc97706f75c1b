from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.segmentation import document


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_paragraph_above_the_limit_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(document, "LONGEST", 30)
    path = tmp_path / name
    words = "Das ist ein Wort, das da ist."
    path.write_text(f"<h1>Titel</h1>\n\n<p>{words}</p>\n" if name == "a.html" else f"Titel\n\n{words}\n", "utf-8")
    assert document.extract(path, "de", tmp_path).blocks[1].text == words
    monkeypatch.setattr(document, "LONGEST", 20)
    with pytest.raises(L10nError) as refused:
        document.extract(path, "de", tmp_path)
    assert refused.value.message == f"{path}:3: a paragraph of more than 20 characters"
