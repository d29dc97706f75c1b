"""What a worker does: the legs of a shard, with a pair of its own folder, one of which is open at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Condition

from l10n import __version__
from l10n.drafting.legs import Made, Shard, make
from l10n.engines import Decoder, LanguagePair, Supply, default_folder, devices, opened
from l10n.engines.routes import identities, pairs_of
from l10n.errors import ClusterError, L10nError, PackageError
from l10n.model.beam import Beam, width

FOLDER_HINT = "install the same package there, or start the worker with ARGOS_PACKAGES_DIR=DIR"
VERSION_HINT = "install the same version there"


def stock() -> set[str]:
    """The identities of all pairs that this worker has. Raises PackageError if its folder cannot be read."""
    return identities(Supply(default_folder()))


def legs(shard: Shard, version: str) -> list[Made]:
    """Translate, judge and repair the texts of a shard, for an l10n of this version.

    Raises PackageError and ClusterError that name the worker: one that has come late has not been asked what it has.
    """
    from distributed import get_worker

    worker = f"worker {get_worker().address}"
    try:
        if version != __version__:
            raise ClusterError(f"has l10n {__version__}, not {version}", VERSION_HINT)
        with _OPEN.decoder(shard) as decoder:
            return list(make(decoder, shard))
    except L10nError as error:
        raise type(error)(f"{worker}: {error.message}", error.hint) from None
    except Exception as error:
        raise ClusterError(f"{worker}: {in_words(error)}", "the log of the worker says more") from error


def in_words(error: Exception) -> str:
    """Kind and message on one line."""
    return ": ".join(filter(None, (type(error).__name__, " ".join(str(error).split()))))


class _OpenPair:
    """The pair that is open here; threads share it if it can be shared, and wait if it cannot."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._users = 0
        self._key: tuple[str, Beam] | None = None
        self._context: AbstractContextManager[Decoder] | None = None

    @contextmanager
    def decoder(self, shard: Shard) -> Iterator[Decoder]:
        """The pair of the shard, open until the context ends. Raises PackageError."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_free(shard))
            if self._key != (shard.identity, shard.beam):
                self._open(shard)
            self._users += 1
        try:
            yield self._decoder
        finally:
            with self._changed:
                self._users -= 1
                self._changed.notify_all()

    def _is_free(self, shard: Shard) -> bool:
        if not self._users:
            return True
        return self._key == (shard.identity, shard.beam) and self._decoder.capabilities.threads

    def _open(self, shard: Shard) -> None:
        context, self._context, self._key = self._context, None, None
        if context:
            context.__exit__(None, None, None)
        opening = opened(_pair(shard), width(shard.beam), devices.wanted(None, None))
        self._decoder = opening.__enter__()
        self._context, self._key = opening, (shard.identity, shard.beam)


def _pair(shard: Shard) -> LanguagePair:
    for pair in pairs_of(Supply(default_folder())):
        if pair.identity == shard.identity:
            return pair
    raise PackageError(f"lacks the package {shard.package}, or has another of that name", FOLDER_HINT)


_OPEN = _OpenPair()
