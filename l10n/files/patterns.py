"""Patterns of paths, as settings and command lines have them: `texts/**/*.md`, where `**` stands for any folders.

A name that begins with a dot is matched only by a part that does, too, as in a shell.
"""

from __future__ import annotations

import errno
import fnmatch
import glob
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError
from l10n.files.paths import absolute

_ANY = "**"
_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A file, a folder with all that is below it, or a pattern."""

    folder: Path
    """The fixed part, from where paths are counted: `texts` of `texts/**/*.md`, of `texts`, and of `texts/a.md`."""
    rest: tuple[str, ...]
    """What is below it, part by part."""

    @classmethod
    def of(cls, text: str, root: Path = Path()) -> Pattern:
        """The pattern as somebody wrote it; relative to this folder."""
        path = root / text
        if stat.S_ISDIR(_mode(path)):
            return cls(path, (_ANY, "*"))
        if not glob.has_magic(text) or _mode(path):
            return cls(path.parent, (glob.escape(path.name),))
        parts = Path(text).parts
        fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
        below = parts[fixed:]
        return cls(root.joinpath(*parts[:fixed]), (*below, "*") if below[-1] == _ANY else below)

    @property
    def is_open(self) -> bool:
        """It says nothing about the names of files."""
        return self.rest[-1] == "*"

    def below(self, path: Path) -> Path | None:
        """The path below the fixed part if it matches, which is asked of the path alone and not of what is there."""
        folder = absolute(self.folder)
        way = absolute(path)
        if not way.is_relative_to(folder):
            return None
        relative = way.relative_to(folder)
        return relative if _fits(relative.parts, self.rest) else None

    def files(self, apart: Collection[Path] = ()) -> list[Path]:
        """The files that match, sorted; without those in the folders `apart`, unless it leads into them itself.

        Raises L10nError for a folder that cannot be read.
        """
        try:
            return sorted(path for path in self._candidates(apart) if stat.S_ISREG(_mode(path)))
        except ValueError:  # no path has a NUL character
            return []
        except OSError as error:
            hint = "give yourself the right to read it, or name other sources"
            raise L10nError(f"{error.filename}: {error.strerror}", hint) from None

    def _candidates(self, apart: Collection[Path]) -> Iterator[Path]:
        """Links to folders are followed as far as the pattern is deep, and not at all if it may be any depth."""
        if not any(map(glob.has_magic, self.rest)):
            yield self.folder.joinpath(*self.rest)
            return
        deep = None if _ANY in self.rest else len(self.rest)
        hidden = any(part.startswith(".") for part in self.rest)
        top = len(self.folder.parts)
        for parent, folders, names in os.walk(self.folder, onerror=_fail, followlinks=deep is not None):
            here = Path(parent)
            inside = here.parts[top:]
            known = folders if deep is None or len(inside) + 1 < deep else []
            kept = (name for name in known if hidden or not name.startswith("."))
            folders[:] = [name for name in kept if not apart or absolute(here / name) not in apart]
            yield from (here / name for name in names if _fits((*inside, name), self.rest))


def _fits(parts: Sequence[str], rest: Sequence[str]) -> bool:
    """The parts of a path against those of a pattern; of several `**`, only the last is ever tried again."""
    part = here = start = 0
    last = -1
    while part < len(parts):
        if here < len(rest) and rest[here] == _ANY:
            last, start = here, part
            here += 1
        elif here < len(rest) and _is(parts[part], rest[here]):
            part, here = part + 1, here + 1
        elif last >= 0 and not parts[start].startswith("."):
            start += 1
            part, here = start, last + 1
        else:
            return False
    return all(left == _ANY for left in rest[here:])


def _is(name: str, part: str) -> bool:
    return fnmatch.fnmatchcase(name, part) and (part.startswith(".") or not name.startswith("."))


def _mode(path: Path) -> int:
    """The mode of a path as stat(2) has it; 0 for what is not there, or can be nowhere."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _fail(error: OSError) -> None:
    if error.errno not in _NOTHING:
        raise error
