"""Legs made by the workers of a Dask cluster: shards go there, what became of their texts comes back.

Memory, merging and writing stay in this process. `address` reads where the scheduler is, `client` maps shards over the
workers, `workers` knows what these have, `work` is what they do. Dask is wanted only there, once it is asked for.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from l10n.drafting.legs import Scheduler


def connected(named: str) -> AbstractContextManager[Scheduler]:
    """The cluster of the scheduler at this address, or of this scheduler file.

    Raises L10nError for what is neither, and without Dask; ClusterError if no scheduler answers, or a worker has
    another version of l10n.
    """
    from l10n.drafting.cluster import client
    from l10n.drafting.cluster.address import address

    return client.connected(address(named))
