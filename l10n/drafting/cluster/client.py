"""A cluster as a scheduler: shards of a leg are mapped over its workers, and come back in any order."""

from __future__ import annotations

import asyncio
import time
import warnings
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any

from l10n import __version__
from l10n.drafting import Options
from l10n.drafting.cluster import work
from l10n.drafting.cluster.work import in_words
from l10n.drafting.cluster.workers import Workers
from l10n.drafting.legs import SHARD, SLICE, Flags, Made, shards
from l10n.engines import LanguagePair
from l10n.errors import ClusterError, L10nError

CONNECTING = 10.0
"""Seconds to wait for a scheduler."""
WAITING = 300.0
"""Seconds to wait for a worker while there is none: a queue of jobs takes its time."""
_AHEAD = 2
"""Shards of a slice that each thread of the workers has on average: with more than one, few wait for the last."""
_AGAIN = "run again: it goes on from what was made"
_LOOK = 1.0


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster of the scheduler at this address. Raises ClusterError if it does not answer."""
    client = _client(address)
    try:
        cluster = Cluster(client, address)
        with _blamed(address):
            cluster.greet()
        yield cluster
    finally:
        with suppress(Exception):  # all is done, or has been told
            client.close(timeout=CONNECTING)


class Cluster:
    """Makes legs with the workers of a Dask cluster; a worker that dies is made up for by others."""

    def __init__(self, client: Any, address: str) -> None:
        self._client, self._address = client, address
        self._workers = Workers(client)

    @property
    def slice_size(self) -> int:
        """Distinct texts of a slice: more where there are many threads to keep busy."""
        with _blamed(self._address):
            threads: int = sum(self._client.nthreads().values())
            return max(SLICE, _AHEAD * SHARD * threads)

    def greet(self) -> None:
        """See that all workers have this version of l10n. Raises ClusterError."""
        self._workers.greet()

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        """Make the leg of each text; those of a shard come together. Raises PackageError and ClusterError."""
        with _blamed(self._address):
            self._workers.check(pair)
            parts = shards(pair, texts, options, flags)
            futures = self._client.map(work.legs, parts, version=__version__, pure=False)
        ready: SimpleQueue[Any] = SimpleQueue()
        for future in futures:
            future.add_done_callback(ready.put)
        try:
            for _ in futures:
                with _blamed(self._address):
                    made: list[Made] = self._next(ready).result(timeout=WAITING)  # its worker may have gone meanwhile
                yield from made
        finally:
            with suppress(Exception):  # the scheduler may be gone, and what is left with it
                self._client.cancel(futures)

    def _next(self, ready: SimpleQueue[Any]) -> Any:
        """The next future that is done. Raises ClusterError if nobody works at any."""
        alone = time.monotonic()
        while True:
            with suppress(Empty):
                return ready.get(timeout=_LOOK)
            if self._workers.addresses():
                alone = time.monotonic()
            elif time.monotonic() - alone > WAITING:
                message = f"{self._address}: the cluster has had no worker for {WAITING:.0f} seconds"
                raise ClusterError(message, f"start workers, and {_AGAIN}")


def _client(address: str) -> Any:
    distributed = _module()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions that differ: those that matter are compared
        try:
            with ThreadPoolExecutor(1) as thread:  # the caller's own may have a loop already, as in a notebook
                thread.submit(asyncio.run, _greeted(distributed, address)).result()
            return distributed.Client(address, timeout=CONNECTING, set_as_default=False, name="l10n")
        except Exception as error:
            hint = "start one there, or leave --scheduler out to draft on this machine"
            raise ClusterError(f"{address}: no scheduler answers: {in_words(error)}", hint) from error


async def _greeted(distributed: Any, address: str) -> None:
    """Dask's own greeting waits without end for another kind of server that says nothing."""
    async with asyncio.timeout(CONNECTING), distributed.rpc(address, timeout=CONNECTING) as scheduler:
        kind = (await scheduler.identity())["type"]
    if kind != "Scheduler":
        raise OSError(f"it is a {kind.lower()}")


def _module() -> Any:
    """Dask, silent: what goes wrong is told by us. Raises L10nError if it is not installed."""
    try:
        import dask

        with dask.config.set({"logging": dict.fromkeys(("distributed", "distributed.client"), "critical")}):
            import distributed
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("dask", "distributed"):
            raise
        raise L10nError("l10n draft --scheduler needs Dask", "pip install 'distributed>=2026.8,<2027'") from None
    return distributed


@contextmanager
def _blamed(address: str) -> Iterator[None]:
    """What goes wrong in Dask is an error of the cluster. Raises ClusterError."""
    try:
        yield
    except L10nError:
        raise
    except (CancelledError, OSError):
        raise ClusterError(f"{address}: the connection to the scheduler was lost", _AGAIN) from None
    except Exception as error:
        raise ClusterError(f"{address}: {in_words(error)}", _AGAIN) from error
