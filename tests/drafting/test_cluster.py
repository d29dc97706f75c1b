"""Drafting on a Dask cluster: what one machine makes, whatever happens to workers; else one clear line."""

from __future__ import annotations

import re
import shutil
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.config import Config
from l10n.drafting.cluster.address import address
from l10n.drafting.cluster.client import connected
from l10n.drafting.legs import SHARD, SLICE
from l10n.errors import ClusterError, L10nError
from l10n.memory.store import Memory
from l10n.model.events import Failed, Progress
from l10n.workflow.draft import DraftRequest, draft
from tests.conftest import Run, missing
from tests.drafting.clusters import LocalCluster

TEXT = "".join(f"Das Haus {number} ist {word}.\n\n" for number in range(60) for word in ("groß", "alt"))


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


def test_a_cluster_makes_what_one_machine_makes(
    project: Path, packages: Path, shared: LocalCluster, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.drafting.legs.SHARD", 20)
    (project / "a.txt").write_text(TEXT, "utf-8")
    (project / "b.txt").write_text("Das Haus ist alt.\n\nDAS HAUS IST ALT\n\nHaus 7\n", "utf-8")
    options = ["draft", "a.txt", "b.txt", "--to", "en,ru", "--packages", str(packages), "--no-memory"]
    run(*options, "--locales", "here")
    run(*options, "--locales", "there", "--scheduler", shared.address)
    run(*options, "--locales", "file", "--scheduler", shared.file)
    assert len(catalogues(project / "here")) == 6
    assert catalogues(project / "here") == catalogues(project / "there") == catalogues(project / "file")


def request_of(project: Path, packages: Path, folder: str, scheduler: LocalCluster | None) -> DraftRequest:
    settings = Config(project, locales=project / folder, memory=project / "l10n.db")
    where = scheduler.address if scheduler else None
    return DraftRequest(
        settings=settings,
        sources=(project / "a.txt",),
        to="en,ru",
        packages=packages,
        use_memory=False,
        cluster=where,
    )


def test_a_worker_that_is_killed_midway_is_made_up_for(
    project: Path, packages: Path, own: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.drafting.legs.SHARD", 20)
    (project / "a.txt").write_text(TEXT, "utf-8")
    own.add(packages)
    own.add(packages)
    own.wait_for(2)
    for event in draft(request_of(project, packages, "there", own)):
        if isinstance(event, Progress) and event.done and len(own.workers) == 2:
            own.workers.pop().kill()
        assert not isinstance(event, Failed)
    list(draft(request_of(project, packages, "here", None)))
    assert len(own.workers) == 1
    assert catalogues(project / "here") == catalogues(project / "there")


def test_what_was_made_stays_when_the_scheduler_dies(
    project: Path, packages: Path, own: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.drafting.legs.SHARD", 20)
    (project / "a.txt").write_text(TEXT, "utf-8")
    own.add(packages)
    own.wait_for(1)
    request = replace(request_of(project, packages, "locales", own), use_memory=True)
    events = draft(request)
    assert any(isinstance(event, Progress) and event.done for event in events)
    own.scheduler.kill()
    with pytest.raises(ClusterError, match="the connection to the scheduler was lost"):
        list(events)
    with Memory(project / "l10n.db") as memory:
        assert memory.stats().translations
    assert list(draft(replace(request, cluster=None)))


def test_workers_with_other_packages_are_named(project: Path, packages: Path, own: LocalCluster, run: Run) -> None:
    (project / "a.txt").write_text(TEXT, "utf-8")
    (project / "fewer").mkdir()
    (project / "fewer" / "translate-de_en-1_0").symlink_to(packages / "translate-de_en-1_0")
    own.add(packages)
    own.add(project / "fewer")
    own.wait_for(2)
    told = run("draft", "a.txt", "--to", "en,ru", "--packages", packages, "--scheduler", own.address, code=3)
    assert re.search(
        r"error: worker tcp://\S+: lacks the package en-ru-1.0, or has another of that name\n", told.stderr
    )
    assert "hint: install the same package there" in told.stderr
    assert "120 drafts in" in told.stderr


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("__version__ = '0.0.9'", "has l10n 0.0.9; here is"),
        ("raise ImportError('no\\nsuch')", "no l10n: ImportError: no such; here is"),
    ],
)
def test_workers_with_another_l10n_are_named_before_anything_is_written(
    project: Path, packages: Path, own: LocalCluster, run: Run, module: str, words: str
) -> None:
    (project / "a.txt").write_text(TEXT, "utf-8")
    (project / "other" / "l10n").mkdir(parents=True)
    (project / "other" / "l10n" / "__init__.py").write_text(module)
    own.add(packages, [project / "other"])
    own.wait_for(1)
    told = run("draft", "a.txt", "--to", "en", "--packages", packages, "--scheduler", own.address, code=3)
    assert re.fullmatch(rf"error: worker tcp://\S+: {words}.*\nhint: install the same version there\n", told.stderr)
    assert not (project / "locales").exists()


@pytest.mark.usefixtures("_dask")
@pytest.mark.parametrize("answer", [None, b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_nothing_is_written_if_no_scheduler_answers(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, answer: bytes | None
) -> None:
    monkeypatch.setattr("l10n.drafting.cluster.client.CONNECTING", 1.0)
    (project / "a.txt").write_text(TEXT, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        if answer is None:
            server.close()
        else:
            threading.Thread(target=_answer, args=(server, answer), daemon=True).start()
        told = run("draft", "a.txt", "--to", "en", "--scheduler", f"tcp://127.0.0.1:{port}", code=3)
    assert re.fullmatch(rf"error: tcp://127.0.0.1:{port}: no scheduler answers: .*\nhint: .*\n", told.stderr)
    assert not (project / "locales").exists()


def _answer(server: socket.socket, answer: bytes) -> None:
    with suppress(OSError), ExitStack() as silent:
        while True:
            connection, _ = server.accept()
            if answer:
                with connection:
                    connection.sendall(answer)
            else:
                silent.enter_context(connection)


def test_what_goes_wrong_on_a_worker_is_told_with_its_address(
    project: Path, packages: Path, own: LocalCluster, run: Run
) -> None:
    (project / "a.txt").write_text(TEXT, "utf-8")
    shutil.copytree(packages, project / "damaged")
    for model in (project / "damaged").rglob("model.bin"):
        model.write_bytes(b"")
    own.add(project / "damaged")
    own.wait_for(1)
    told = run("draft", "a.txt", "--to", "en", "--packages", packages, "--scheduler", own.address, code=3)
    assert re.search(
        r"\nerror: worker tcp://\S+: .*translate-de_en-1_0.*\nhint: install de-en-1.0 again.*\n$", told.stderr
    )


def test_a_bug_on_a_worker_is_one_line_here(project: Path, packages: Path, own: LocalCluster, run: Run) -> None:
    (project / "a.txt").write_text(TEXT, "utf-8")
    (project / "other").mkdir()
    (project / "other" / "rapidfuzz.py").write_text("raise NotImplementedError('too\\nold')\n")
    own.add(packages, [project / "other"])
    own.wait_for(1)
    told = run("draft", "a.txt", "--to", "en", "--packages", packages, "--scheduler", own.address, code=3)
    assert re.search(r"\nerror: worker tcp://\S+: NotImplementedError: too old\nhint: .*\n$", told.stderr)


def test_slices_grow_with_the_threads_of_the_workers(packages: Path, own: LocalCluster) -> None:
    own.add(packages)
    own.wait_for(1)
    with connected(own.address) as cluster:
        assert cluster.slice_size == SLICE
        for _ in range(2):
            own.add(packages)
        own.wait_for(3)
        assert cluster.slice_size == 12 * SHARD


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"address": 7}', b'{"address": "tcp://a"}', b"\xff", b"[" * 100_000]
)
def test_a_file_that_names_no_scheduler_is_refused(project: Path, run: Run, content: bytes) -> None:
    (project / "a.txt").write_text("Das Haus ist alt.\n", "utf-8")
    (project / "cluster.json").write_bytes(content)
    told = run("draft", "a.txt", "--to", "en", "--scheduler", "cluster.json", code=2)
    assert re.fullmatch(r"error: cluster.json: no .*\nhint: write --scheduler tcp://HOST:8786.*\n", told.stderr)
    assert not (project / "locales").exists()


@pytest.mark.parametrize(
    "wrong",
    ["", "http://a:1", "tcp://a", "tcp://:1", "tcp://a:0", "tcp://a:65536", "tcp://a:1\n", "a:8786", "tcp://a:١"],
)
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(L10nError):
        address(wrong)


@given(st.from_regex(r"(tcp|tls)://([a-z0-9.-]{1,20}|\[[0-9a-f:]{2,20}\]):[1-9][0-9]{0,3}", fullmatch=True))
def test_addresses_stay_as_they_are(text: str) -> None:
    assert address(text) == text


def test_without_dask_the_command_says_what_to_install(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    (project / "a.txt").write_text("Das Haus ist alt.\n", "utf-8")
    told = run("draft", "a.txt", "--to", "en", "--scheduler", "tcp://127.0.0.1:8786", code=2)
    assert told.stderr.startswith("error: l10n draft --scheduler needs Dask\nhint: pip install ")
    run("draft", "a.txt", "--to", "en", "--scheduler", "tcp://127.0.0.1:8786", "--dry-run")


def test_nobody_waits_for_ever_for_a_worker(
    project: Path, packages: Path, own: LocalCluster, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.drafting.cluster.client.WAITING", 0.1)
    (project / "a.txt").write_text("Das Haus ist alt.\n", "utf-8")
    told = run("draft", "a.txt", "--to", "en", "--packages", packages, "--scheduler", own.address, code=3)
    assert re.search(r"\nerror: tcp://\S+: the cluster has had no worker for \S+ seconds\nhint: .*\n$", told.stderr)
