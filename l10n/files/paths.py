"""Paths as people know them."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """The path from the root of the system, without `..`, and with links as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def short(path: Path) -> Path:
    """The path as short as the current folder allows."""
    absolute, here = path.absolute(), Path.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else path
