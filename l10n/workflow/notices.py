"""What people are told of a document that has been read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from l10n.documents.lines import located
from l10n.model import Document
from l10n.model.events import Notice
from l10n.reports.characters import shown


def notices(path: Path, document: Document) -> Iterator[Notice]:
    """What may not be meant so: in the file, and that nothing in it is to be translated."""
    for remark in document.remarks:
        yield Notice(f"{located(shown(path), remark.line)}: {remark.text}")
    if not document.segments:
        yield Notice(f"{shown(path)}: there is nothing to translate in it")
