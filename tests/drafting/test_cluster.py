"""Drafting on a Dask cluster: what one machine makes, whatever happens to workers; else one clear line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import Run, missing
from tests.drafting.clusters import LocalCluster

TEXT = "".join(f"Das Haus {number} ist {word}.\n\n" for number in range(300) for word in ("groß", "alt"))


@pytest.fixture(scope="module")
def _dask() -> None:
    if find_spec("distributed") is None:
        missing("needs Dask: pip install 'distributed>=2026.8,<2027'")


@pytest.fixture(scope="module")
def shared(_dask: None, packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """Two workers, for tests that leave them alive."""
    with LocalCluster(tmp_path_factory.mktemp("cluster")) as cluster:
        cluster.add(packages)
        cluster.add(packages)
        cluster.wait_for(2)
        yield cluster


@pytest.fixture
def own(_dask: None, tmp_path: Path) -> Iterator[LocalCluster]:
    """A scheduler whose workers the test adds."""
    (tmp_path / "cluster").mkdir()
    with LocalCluster(tmp_path / "cluster") as cluster:
        yield cluster


def catalogues(folder: Path) -> Mapping[Path, bytes]:
    """Without dates."""
    return {
        path.relative_to(folder): re.sub(rb".*-Date: .*\n", b"", path.read_bytes()) for path in folder.rglob("*.po*")
    }


def test_a_cluster_makes_what_one_machine_makes(project: Path, packages: Path, shared: LocalCluster, run: Run) -> None:
    (project / "a.txt").write_text(TEXT, "utf-8")
    (project / "b.txt").write_text("Das Haus ist alt.\n\nDAS HAUS IST ALT\n\nHaus 7\n", "utf-8")
    options = ["draft", "a.txt", "b.txt", "--to", "en,ru", "--packages", str(packages), "--no-memory"]
    run(*options, "--locales", "here")
    run(*options, "--locales", "there", "--scheduler", shared.address)
    run(*options, "--locales", "file", "--scheduler", shared.file)
    assert len(catalogues(project / "here")) == 6
    assert catalogues(project / "here") == catalogues(project / "there") == catalogues(project / "file")
