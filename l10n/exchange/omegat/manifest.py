"""`l10n-omegat.json`: what the catalogues said when the project was made. It comes back from another machine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from l10n import __version__
from l10n.errors import L10nError
from l10n.exchange.omegat import MANIFEST, ExportedCatalogue, ExportedEntry, Project
from l10n.exchange.omegat.locations import inside, is_language, looking_into
from l10n.files import sizes, write_bytes

_VERSION = 1
_FILE = re.compile(r"[\w.-]+\.properties")
_HINT = "take the folder as `l10n export omegat` made it, or export it anew"


def folders(folder: Path) -> list[Path]:
    """The projects in this folder: itself, or one a language below it; L10nError if there is none, or both."""
    own, others = is_there(folder), below(folder)
    if own and others:
        names = ", ".join(path.name for path in others)
        hint = "move those out of it, and import one by one"
        raise L10nError(f"{folder}: is a project, and has others in it: {names}", hint)
    if not own and not others:
        raise L10nError(f"{folder}: no {MANIFEST} in it", "name a folder that `l10n export omegat` made")
    return [folder] if own else others


def is_there(folder: Path) -> bool:
    """The folder is a project."""
    with looking_into(folder):
        return (folder / MANIFEST).is_file()


def below(folder: Path) -> list[Path]:
    """The projects in this folder, other than itself."""
    with looking_into(folder):
        return sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))


def read(folder: Path) -> Project:
    """The manifest of this project; L10nError if it is not as we write it."""
    path = inside(folder, MANIFEST)
    try:
        with looking_into(path):
            content = json.loads(sizes.content(path, _HINT))
    except (ValueError, RecursionError):
        raise L10nError(f"{path}: not JSON", _HINT) from None
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise L10nError(f"{path}: not a manifest of version {_VERSION}", _HINT)
    try:
        gone = {source: _strings(traces) for source, traces in content["gone"].items()}
        return Project(
            _language(content, "source-language"),
            _language(content, "language"),
            tuple(_catalogues(content["catalogues"])),
            gone,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise L10nError(f"{path}: something in it is missing or of the wrong kind", _HINT) from None


def write(folder: Path, project: Project) -> None:
    """Write it, a line an entry: whoever keeps the project in git sees what has changed. Raises WriteError."""
    head = {"version": _VERSION, "tool": f"l10n {__version__}"}
    languages = {"source-language": project.source_language, "language": project.language}
    fields = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in (head | languages).items()]
    catalogues = ",\n".join(_catalogue(catalogue) for catalogue in project.catalogues)
    gone = ",\n".join(f"{json.dumps(source)}: {json.dumps(traces)}" for source, traces in project.gone.items())
    text = "{\n" + ",\n".join(fields) + f',\n"catalogues": [\n{catalogues}\n],\n"gone": {{\n{gone}\n}}\n}}\n'
    write_bytes(inside(folder, MANIFEST), text.encode("utf-8", "backslashreplace"))


def _catalogue(catalogue: ExportedCatalogue) -> str:
    entries = ",\n".join(json.dumps(asdict(exported), ensure_ascii=False) for exported in catalogue.entries)
    return f'{{"path": {json.dumps(catalogue.path)}, "file": {json.dumps(catalogue.file)}, "entries": [\n{entries}\n]}}'


def _catalogues(content: Any) -> Iterator[ExportedCatalogue]:
    for catalogue in content:
        file = _string(catalogue, "file")
        if not _FILE.fullmatch(file):
            raise ValueError(file)
        yield ExportedCatalogue(_string(catalogue, "path"), file, tuple(map(_entry, catalogue["entries"])))


def _language(content: Mapping[str, Any], name: str) -> str:
    code = _string(content, name)
    if not is_language(code):
        raise ValueError(code)
    return code


def _entry(content: Any) -> ExportedEntry:
    context, msgid = content["key"]
    if not isinstance(msgid, str) or not isinstance(context, str | None):
        raise TypeError(content)
    saved = None if content["saved"] is None else _string(content, "saved")
    name, fingerprint, older = _string(content, "id"), _string(content, "hash"), _strings(content["older"])
    return ExportedEntry(name, (context, msgid), fingerprint, saved, older)


def _strings(content: Any) -> tuple[str, ...]:
    if not isinstance(content, list) or not all(isinstance(string, str) for string in content):
        raise TypeError(content)
    return tuple(content)


def _string(content: Mapping[str, Any], name: str) -> str:
    value = content[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value
