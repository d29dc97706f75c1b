"""What a file has besides its content: mode, owner, group, extended attributes."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

_ACCESS = "system."
"""Names of access lists begin so (acl(5))."""


def keep(old: Path, new: Path) -> None:
    """Give a new file what the old one has; OSError if its mode cannot be set.

    As editors do: where the system forbids to keep owner or group, nobody gains rights by that. A set-id bit would be
    somebody else's then, and what the group may, only others may.
    """
    was, mode, ours = old.stat(), stat.S_IMODE(old.stat().st_mode), True
    if sys.platform != "win32":
        if not _given(new, was.st_uid, -1):
            mode &= ~stat.S_ISUID
        ours = _given(new, -1, was.st_gid)
        if not ours:
            mode &= ~(stat.S_ISGID | 0o070) | (mode & 0o007) << 3
    new.chmod(mode)
    if sys.platform == "linux":
        _keep_extended(old, new, access=ours)


if sys.platform != "win32":

    def _given(path: Path, user: int, group: int) -> bool:
        """Whether the file is theirs now; -1 leaves one of the two."""
        try:
            os.chown(path, user, group)
        except OSError:
            return False
        return True


if sys.platform == "linux":

    def _keep_extended(old: Path, new: Path, *, access: bool) -> None:
        """Access lists, too, unless they would speak of another group; none that only the folder has given."""
        names = {name for name in _names(old) if access or not name.startswith(_ACCESS)}
        with contextlib.suppress(OSError):
            for name in set(_names(new)) - names:
                os.removexattr(new, name)
        for name in names:
            with contextlib.suppress(OSError):
                os.setxattr(new, name, os.getxattr(old, name))

    def _names(path: Path) -> list[str]:
        try:
            return os.listxattr(path)
        except OSError:  # the file system has none
            return []
