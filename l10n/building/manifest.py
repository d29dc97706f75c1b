"""What `build` has written into a folder, so that it never takes other people's files for its own: `.l10n-build.json`.

It may be lost or broken at any time: then nothing is known of the files, and they are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath

from l10n.errors import L10nError
from l10n.files import refuse_special, sizes, write_bytes

NAME = ".l10n-build.json"
_VERSION = 2
_READ = frozenset({1, _VERSION})


@dataclass(frozen=True, slots=True)
class Output:
    """A file that `build` has written."""

    source: str
    """The path of its source, from the folder."""
    language: str
    edition: str
    """Which bilingual edition it is; empty for the article."""
    sha256: str
    """Of what was written last."""
    source_sha256: str = ""
    """Of the source that it was made of; empty if version 1 of the list wrote it, as are the next two."""
    catalogue: str = ""
    """The path of its catalogue, from the folder; empty if the document has nothing to translate."""
    catalogue_sha256: str = ""
    """See `freshness.catalogue_digest`."""

    @property
    def purpose(self) -> tuple[str, str, str]:
        """What the file is for: of two with the same, one is no longer wanted."""
        return self.source, self.language, self.edition


def read(folder: Path) -> dict[str, Output]:
    """What is known, by paths below the folder, with slashes; nothing, if there is no manifest that can be read."""
    path = folder / NAME
    try:
        text = sizes.content(path, "").decode() if path.is_file() else "{}"
        table = json.loads(text)
        files = table["files"].items() if table["version"] in _READ else ()
    except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError, L10nError):
        return {}
    return {name: output for name, value in files if _is_below(name) and (output := _output(value))}


def update(folder: Path, changes: Mapping[str, Output | None]) -> None:
    """Record these, and forget those that are None; what other runs have recorded stays. Raises WriteError."""
    refuse_special(folder / NAME, "put it somewhere else")
    old = read(folder)
    new = {name: output for name, output in {**old, **changes}.items() if output}
    if new != old:
        table = {"version": _VERSION, "files": {name: asdict(new[name]) for name in sorted(new)}}
        write_bytes(folder / NAME, f"{json.dumps(table, indent=1)}\n".encode())


_REQUIRED = frozenset({"source", "language", "edition", "sha256"})


def _is_below(name: str) -> bool:
    """It leads to a file below the folder, whoever has written the manifest."""
    path = PurePath(name)
    return "\0" not in name and not path.anchor and ".." not in path.parts and bool(path.name)


def _output(value: object) -> Output | None:
    if (
        isinstance(value, dict)
        and _REQUIRED <= value.keys() <= Output.__dataclass_fields__.keys()
        and all(isinstance(part, str) for part in value.values())
    ):
        return Output(**value)
    return None
