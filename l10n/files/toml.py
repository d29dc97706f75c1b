"""Files of settings in TOML, as somebody wrote them."""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import sizes

_MOST = 1 << 20
"""Bytes of the file."""


def table(path: Path, section: tuple[str, ...] = ()) -> Mapping[str, object] | None:
    """The table below these keys; None if there is no such file or table. Raises L10nError that names the file."""
    try:
        value: object = tomllib.loads(_text(path))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        hint = "check its permissions" if isinstance(error, PermissionError) else "put a file there, or move it away"
        raise L10nError(f"{path}: cannot read: {error.strerror}", hint) from None
    except UnicodeDecodeError as error:
        raise L10nError(f"{path}: not valid TOML: {error}", "save the file in UTF-8 and run again") from None
    except ValueError as error:
        raise L10nError(f"{path}: not valid TOML: {error}", "mend the file and run again") from None
    except RecursionError:
        raise L10nError(f"{path}: nested too deeply", "mend the file and run again") from None
    for name in section:
        value = value.get(name) if isinstance(value, dict) else None
    if value is not None and not isinstance(value, dict):
        name = ".".join(section)
        raise L10nError(f"{path}: '{name}' must be a table", f"write: [{name}]")
    return value


def _text(path: Path) -> str:
    """Raises OSError, UnicodeDecodeError, and L10nError for a file that is too big."""
    if path.is_fifo():  # it would be waited for
        raise OSError(errno.EINVAL, "it is a pipe")
    text = sizes.content(path, "mend the file and run again", _MOST).decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")
