"""The catalogues that a report is about, and the file that it goes to."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from l10n.accounting import Account, check_format, write
from l10n.catalogue.layout import layout_of
from l10n.catalogue.search import document_of
from l10n.config import Config
from l10n.workflow import inputs, outputs

_MARK = "\ufeff"
"""A byte order mark, by which spreadsheets know UTF-8."""


def wanted(
    paths: Sequence[Path], locales: Path | None, settings: Config, form: str, output: Path | None
) -> list[tuple[str, Path]]:
    """The catalogues with what their documents are called, by that, then path.

    Raises L10nError for none, an unknown format, and an output that would replace one of them.
    """
    check_format(form)
    files = inputs.catalogues(paths, locales, settings)
    if output:
        outputs.keep_off(output, files)
    layout = layout_of(settings, locales)
    return sorted((document_of(path, layout), path) for path in files)


def saved(account: Account, form: str, output: Path | None) -> Iterator[outputs.Written]:
    """Write the file that is asked for, if there is any. Raises WriteError."""
    if output:
        text = io.StringIO()
        write(account, form, text)
        yield outputs.save(output, f"{_MARK if form == 'csv' else ''}{text.getvalue()}")
