"""Real clusters on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from tests.conftest import ROOT

_PATIENCE = 120
_PRIVATE = {"DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False", "PYTHONPATH": str(ROOT)}


class LocalCluster:
    """Processes that end with the context; `folder` takes their files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self.scheduler = self._started("scheduler", "--port", "0", "--scheduler-file", str(self.file))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def address(self) -> str:
        """Waits until the scheduler has said it."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            with suppress(FileNotFoundError, json.JSONDecodeError):
                return str(json.loads(self.file.read_bytes())["address"])
            assert time.monotonic() < deadline
            time.sleep(0.1)

    def add(self, packages: Path, path: Sequence[Path] = ()) -> subprocess.Popen[bytes]:
        """One more worker with this folder of packages, and modules from these folders before all others."""
        options = ["--nworkers", "1", "--nthreads", "2", "--no-nanny", "--local-directory", str(self._folder)]
        environment = {
            "ARGOS_PACKAGES_DIR": str(packages),
            "PYTHONPATH": os.pathsep.join(map(str, (*path, ROOT))),
        }
        worker = self._started("worker", self.address, *options, environment=environment)
        self.workers.append(worker)
        return worker

    def wait_for(self, count: int) -> None:
        """Until the scheduler knows so many workers."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=_PATIENCE)

    def _started(
        self, kind: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--no-dashboard"]
        log = self._open.enter_context((self._folder / f"{kind}-{len(self.workers)}.log").open("wb"))
        own = os.environ | _PRIVATE | dict(environment or {})
        process = subprocess.Popen([*command, "--host", "127.0.0.1"], env=own, stdout=log, stderr=log)
        self._open.callback(_end, process)
        return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """In good order if it can, so that what was measured of its coverage is kept."""
    process.terminate()
    try:
        process.wait(_PATIENCE / 6)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
