"""The address of a page, opened in the browser without anybody else seeing it."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

from l10n.files import temporary


@contextmanager
def shortcut(address: str) -> Iterator[None]:
    """Open the address in the browser by a file that nobody else reads: command lines everybody can see."""
    with temporary(Path(gettempdir()), "l10n-desk-", ".html") as (file, path):
        file.write(f'<meta http-equiv="refresh" content="0; url={address}">'.encode())
        file.flush()
        webbrowser.open(path.as_uri())
        yield
