"""Argos Translate's own settings, read without importing it: that import makes five folders and takes 0.15 s."""

from __future__ import annotations

import json
import os
from pathlib import Path

OFFICIAL_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"


def packages_folder() -> Path:
    """Where Argos keeps packages, by the rules of argostranslate/settings.py 1.11; the folder need not exist.

    An empty variable counts as unset (XDG base directory specification), where Argos would use the working folder.
    """
    named = _setting("ARGOS_PACKAGES_DIR")
    return Path(named) if named else _folder("XDG_DATA_HOME", ".local/share") / "packages"


def is_named() -> bool:
    """Somebody has set Argos's folder of packages."""
    return bool(_setting("ARGOS_PACKAGES_DIR"))


def index_setting() -> str:
    """The package index as set for Argos (ARGOS_PACKAGE_INDEX, settings.json), else the official one."""
    return _setting("ARGOS_PACKAGE_INDEX") or OFFICIAL_INDEX


def _setting(key: str) -> str:
    """The environment first, then settings.json; a settings file that cannot be used says nothing."""
    if value := os.environ.get(key):
        return value
    try:
        settings = json.loads((_folder("XDG_CONFIG_HOME", ".config") / "settings.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return ""
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else ""


def _folder(variable: str, below_home: str) -> Path:
    base = os.environ.get(variable)
    return (Path(base) if base else _home() / below_home) / "argos-translate"


def _home() -> Path:
    inside_snap = "SNAP" in os.environ and os.environ.get("SNAP_USER_DATA")
    return Path(inside_snap) if inside_snap else Path.home()
