"""Files of office programs read, and built with other texts."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from l10n.building.article import article
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract


def document(data: bytes, suffix: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(data)
        return extract(path, "de", path.parent)


def texts(data: bytes, suffix: str) -> list[str]:
    """The msgids."""
    return [segment.text for segment in document(data, suffix).segments]


def kinds(data: bytes, suffix: str) -> list[tuple[str, int, str]]:
    return [(str(block.kind), block.level, block.text) for block in document(data, suffix).blocks]


def written(data: bytes, suffix: str, translations: Mapping[str, str], language: str | None = None) -> bytes:
    """The file with these translations; an empty one leaves its sentence out."""
    read = document(data, suffix)
    assert translations.keys() <= {segment.text for segment in read.segments}
    renderings = [
        Rendering(segment, text, RenderingOrigin.TRANSLATION if text else RenderingOrigin.NOTHING)
        for segment in read.segments
        for text in [translations.get(segment.text, segment.text)]
    ]
    return article(read, renderings, language)


def refused(data: bytes, suffix: str) -> L10nError:
    with pytest.raises(L10nError, match=rf"/a{suffix}: ") as caught:
        document(data, suffix)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value
