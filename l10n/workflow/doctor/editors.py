"""Settings of editors that would change more of a catalogue than people do: docs/editors.md says why.

Poedit keeps them in a file of wxFileConfig, Lokalize in files of KConfig; both read as INI. What cannot be
read says nothing.
"""

from __future__ import annotations

import configparser
import os
from collections.abc import Iterator
from pathlib import Path

from l10n.catalogue.search import files_below
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import sizes
from l10n.files.paths import short
from l10n.workflow.doctor.diagnosis import Diagnosis, Health

_TOPIC = "editors"
_MOST = 1 << 20
_TOP = "top"
"""What the lines before the first group of a file are read as."""


def examined(settings: Config) -> Iterator[Diagnosis]:
    """A diagnosis for each program whose settings are there, and for each project of Lokalize's."""
    home = Path.home()
    folders = (Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config"), home / ".var/app/net.poedit.Poedit/config")
    for folder in folders:
        yield from _poedit(folder / "poedit" / "config")
        yield from _lokalize(folder / "lokalizerc")
    if settings.locales.is_dir():
        for project in files_below(settings.locales, (".lokalize",)):
            yield from _lokalize_project(project)


def _poedit(path: Path) -> Iterator[Diagnosis]:
    """Its defaults are right; of version 3.2.2."""
    if (own := _read(path)) is None:
        return
    wraps = own.get(_TOP, "keep_crlf", fallback="1") == "0" and own.get(_TOP, "wrap_po_files", fallback="1") != "0"
    if wraps:
        remedy = "Preferences > Advanced: Preserve formatting of existing files"
        yield Diagnosis(_TOPIC, Health.HINT, f"Poedit wraps all lines of a catalogue ({path})", remedy)
    if own.get(_TOP, "compile_mo", fallback="0") == "1":
        remedy = "Preferences > General: Automatically compile MO file when saving, off"
        yield Diagnosis(_TOPIC, Health.HINT, f"Poedit writes a .mo file beside each catalogue ({path})", remedy)
    elif not wraps:
        yield Diagnosis(_TOPIC, Health.FINE, "Poedit leaves the form of catalogues as it is")


def _lokalize(path: Path) -> Iterator[Diagnosis]:
    if (own := _read(path)) is None:
        return
    if own.get("Editor", "AutoApprove", fallback="true").lower() == "false":
        yield Diagnosis(_TOPIC, Health.FINE, "Lokalize leaves drafts fuzzy until they are approved")
    else:
        text = f"in Lokalize the first keystroke accepts a draft ({path})"
        yield Diagnosis(_TOPIC, Health.HINT, text, f"write AutoApprove=false in the group [Editor] of {path}")


def _lokalize_project(path: Path) -> Iterator[Diagnosis]:
    if (own := _read(path)) is None:
        return
    if own.get("RegExps", "WordWrap", fallback="") == "-1":
        yield Diagnosis(_TOPIC, Health.FINE, f"{short(path)}: Lokalize does not wrap")
    else:
        text = f"{short(path)}: Lokalize wraps all lines of a catalogue"
        yield Diagnosis(_TOPIC, Health.HINT, text, f"write WordWrap=-1 in the group [RegExps] of {short(path)}")


def _read(path: Path) -> configparser.ConfigParser | None:
    """None for no file, and for one that is not such a file."""
    parser = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        if not path.is_file():
            return None
        parser.read_string(f"[{_TOP}]\n" + sizes.content(path, "", _MOST).decode("utf-8-sig"))
    except (OSError, ValueError, L10nError, configparser.Error):
        return None
    return parser
