"""Where a run keeps what packages made: the translation memory, or a work file for a run without one."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from l10n.memory.store import Memory

WORK_FILE = ".l10n-drafts.db"
"""Beside the catalogues; a run that was stopped leaves it, and the next one goes on from it."""


class Stores:
    """Files that are opened when they are first needed; a context manager that closes them."""

    def __init__(self, memory: Path | None) -> None:
        self._path = memory
        self._memory: Memory | None = None
        self._work: Memory | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._open.close()
        if error is None and self._work:
            self._work.path.unlink(missing_ok=True)

    @property
    def memory(self) -> Memory | None:
        """The translation memory of the run, if it has one. Raises L10nError."""
        if self._memory is None and self._path:
            self._memory = self._opened(self._path)
        return self._memory

    def cache(self, folder: Path, many: bool) -> Memory | None:
        """What keeps the legs: without a memory, a work file in this folder, if there are many texts or one is there.

        Raises L10nError.
        """
        work = folder / WORK_FILE
        if self._path is None and self._work is None and (many or work.exists()):
            self._work = self._opened(work)
        return self.memory or self._work

    def _opened(self, path: Path) -> Memory:
        from l10n.memory.store import Memory

        return self._open.enter_context(Memory(path))
