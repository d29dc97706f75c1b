"""Source files on disk."""

from __future__ import annotations

import glob
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import sizes


def content(path: Path) -> bytes:
    """The bytes of a source file; L10nError if it is not there, cannot be read or is too big."""
    try:
        return sizes.content(path, "part it into several texts")
    except FileNotFoundError:
        if glob.has_magic(str(path)):
            raise L10nError(f"{path}: no file matches", "check the pattern: '**/*.md' is for any folder") from None
        raise L10nError(f"{path}: no such file", "check the path") from None
    except IsADirectoryError:
        raise L10nError(
            f"{path}: is a folder",
            "it has no files of a format that l10n reads: name its files, and their --format NAME",
        ) from None
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the permissions of file and folder") from None
