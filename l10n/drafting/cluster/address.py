"""Where a scheduler is: an address such as `tcp://HOST:8786`, or the file that it writes with `--scheduler-file`."""

from __future__ import annotations

import json
import re
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import sizes

_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://(?:[^\s:/@\[\]]+|\[[0-9A-Fa-f:.%\w]+\]):(\d{1,5})", re.ASCII)
_HINT = "write --scheduler tcp://HOST:8786, or the file that `dask scheduler --scheduler-file` has written"
_LAST_PORT = 65_535


def address(named: str) -> str:
    """The address that is meant; L10nError for what is none, and for a file that names none."""
    if "://" in named or not named:
        return _checked(named, named)
    try:
        described: object = json.loads(sizes.content(Path(named), _HINT))
    except OSError as error:
        raise L10nError(f"{named}: cannot read the scheduler's file: {error.strerror}", _HINT) from None
    except (ValueError, RecursionError):
        raise L10nError(f"{named}: no file of a scheduler", _HINT) from None
    told = described.get("address") if isinstance(described, dict) else None
    return _checked(told if isinstance(told, str) else "", named)


def _checked(text: str, named: str) -> str:
    match = _ADDRESS.fullmatch(text)
    if match and 0 < int(match[1]) <= _LAST_PORT:
        return text
    raise L10nError(f"{named or '--scheduler'}: no address of a scheduler", _HINT)
