from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

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


@pytest.mark.parametrize("text", ["Ein Satz.\n", "Noch ein Satz. " * 20_000])
def test_a_pipe_is_read_to_its_end(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    writer = Thread(target=path.write_text, args=(text, "utf-8"))
    writer.start()
    assert document.extract(path, "de", tmp_path).data == text.encode()
    writer.join()


def test_a_link_is_called_as_it_stands_below_the_root_and_else_as_what_it_leads_to(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.txt").write_text("Ein Satz.\n", "utf-8")
    (root / "link.txt").symlink_to(root / "a.txt")
    (tmp_path / "other.txt").symlink_to(root / "a.txt")
    assert document.below(root, root / "link.txt") == "link.txt"
    assert document.below(root, tmp_path / "other.txt") == "a.txt"
    assert document.below(root, tmp_path / "none.txt") == ""
