"""`l10n-omegat.json`: what the catalogues said when the project was made. It comes back from another machine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from l10n import __version__
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.omegat import MANIFEST, Item, Project, Sheet
from l10n.omegat.place import inside

_VERSION = 1
_HINT = "take the folder as `l10n export omegat` made it, or export it anew"


def folders(folder: Path) -> list[Path]:
    """The projects in this folder: itself, or one a language below it; L10nError if there is none."""
    if (folder / MANIFEST).is_file():
        return [folder]
    found = sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))
    if not found:
        raise L10nError(f"{folder}: no {MANIFEST} in it", "name a folder that `l10n export omegat` made")
    return found


def read(folder: Path) -> Project:
    """The manifest of this project; L10nError if it is not as we write it."""
    path = inside(folder, MANIFEST)
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from None
    except (ValueError, RecursionError):
        raise L10nError(f"{path}: not JSON", _HINT) from None
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise L10nError(f"{path}: not a manifest of version {_VERSION}", _HINT)
    try:
        gone = {source: _strings(traces) for source, traces in content["gone"].items()}
        languages = _string(content, "source-language"), _string(content, "language")
        return Project(*languages, tuple(_sheets(content["catalogues"])), gone)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise L10nError(f"{path}: something in it is missing or of the wrong kind", _HINT) from None


def write(folder: Path, project: Project) -> None:
    """Write it, a line an entry: whoever keeps the project in git sees what has changed. Raises WriteError."""
    head = {"version": _VERSION, "tool": f"l10n {__version__}"}
    languages = {"source-language": project.source_language, "language": project.language}
    fields = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in (head | languages).items()]
    sheets = ",\n".join(_sheet(sheet) for sheet in project.sheets)
    gone = ",\n".join(f"{json.dumps(source)}: {json.dumps(traces)}" for source, traces in project.gone.items())
    text = "{\n" + ",\n".join(fields) + f',\n"catalogues": [\n{sheets}\n],\n"gone": {{\n{gone}\n}}\n}}\n'
    write_bytes(inside(folder, MANIFEST), text.encode("utf-8", "backslashreplace"))


def _sheet(sheet: Sheet) -> str:
    items = ",\n".join(json.dumps(asdict(item), ensure_ascii=False) for item in sheet.items)
    return f'{{"path": {json.dumps(sheet.path)}, "file": {json.dumps(sheet.file)}, "entries": [\n{items}\n]}}'


def _sheets(content: Any) -> Iterator[Sheet]:
    for sheet in content:
        yield Sheet(_string(sheet, "path"), _string(sheet, "file"), tuple(map(_item, sheet["entries"])))


def _item(content: Any) -> Item:
    context, msgid = content["key"]
    if not isinstance(msgid, str) or not isinstance(context, str | None):
        raise TypeError(content)
    saved = None if content["saved"] is None else _string(content, "saved")
    return Item(_string(content, "id"), (context, msgid), _string(content, "hash"), saved, _strings(content["older"]))


def _strings(content: Any) -> tuple[str, ...]:
    if not isinstance(content, list) or not all(isinstance(one, str) for one in content):
        raise TypeError(content)
    return tuple(content)


def _string(content: Mapping[str, Any], name: str) -> str:
    value = content[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value
