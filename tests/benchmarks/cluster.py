"""`make bench-cluster`: what a Dask cluster costs a text, beside the translating itself.

    python -m tests.benchmarks.cluster BUILD

Two workers on this machine that give every text back at once: what is left is packing, sending, scheduling and
collecting, with this process and the scheduler on the same cores as the workers.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from l10n.drafting import Options, legs
from l10n.drafting.cluster import work
from l10n.drafting.cluster.client import Cluster, connected
from l10n.drafting.legs import Made, Shard
from l10n.engines import LanguagePair, Supply
from l10n.engines.argos.demo.builder import build_package
from l10n.engines.routes import pairs_of
from l10n.model import Leg
from tests.benchmarks.tables import show
from tests.drafting.clusters import LocalCluster

_ROUNDS = 5
_TEXT = "Satz {}: Lua ist eine imperative und erweiterbare Skriptsprache zum Einbinden in Programme, klein und schnell."


def echo(shard: Shard, version: str) -> list[Made]:
    """In place of `work.legs`: as much to send back, and nothing to do for it."""
    return [(text, Leg(shard.package, text, 0.25)) for text in shard.texts]


def main(build: Path) -> None:
    """Print milliseconds a text as a Markdown table."""
    build.mkdir(parents=True, exist_ok=True)
    build_package(build / "packages", "de", "en", {"Haus": "house"})
    (pair,) = pairs_of(Supply(build / "packages"))
    work.legs = echo
    with tempfile.TemporaryDirectory(dir=build) as folder, LocalCluster(Path(folder)) as local:
        for _ in range(2):
            local.add(build / "packages")
        local.wait_for(2)
        with connected(local.address) as cluster:
            rows = [(str(size), str(shards), *_cost(cluster, pair, size, shards)) for size, shards in _SIZES]
    show("A cluster of two workers", "texts a shard|shards|ms a text, wall|ms a text, CPU of this process", rows)


_SIZES = ((1, 256), (16, 64), (256, 8), (256, 80))


def _cost(cluster: Cluster, pair: LanguagePair, size: int, count: int) -> tuple[str, str]:
    legs.SHARD = size
    texts = [_TEXT.format(number) for number in range(size * count)]
    walls, own = [], []
    for _ in range(_ROUNDS):
        wall, processor = time.perf_counter(), time.process_time()
        made = sum(1 for _ in cluster.legs(pair, texts, Options(), {}))
        assert made == len(texts)
        walls.append((time.perf_counter() - wall) / made)
        own.append((time.process_time() - processor) / made)
    return f"{1000 * statistics.median(walls):.2f}", f"{1000 * statistics.median(own):.2f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
