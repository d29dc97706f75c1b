"""Where results may not be written."""

from __future__ import annotations

from pathlib import Path

from l10n import config
from l10n.files import real


def reserved(path: Path) -> str:
    """What a file of this name is, if nothing else may be written there, whether there is one yet or not.

    Empty for any other name. Raises WriteError for links that lead nowhere.
    """
    target = real(path)
    if target.suffix.lower() in {".po", ".pot"}:
        return "a catalogue"
    return "the settings file" if target.name in config.NAMES else ""
