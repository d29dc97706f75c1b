"""Paths as people know them."""

from __future__ import annotations

from pathlib import Path


def short(path: Path) -> Path:
    """The path as short as the current folder allows."""
    absolute, here = path.absolute(), Path.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else path
