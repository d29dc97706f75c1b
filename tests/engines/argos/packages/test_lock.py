from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from l10n.engines.argos.packages import lock
from l10n.engines.argos.packages.lock import PackageState, Verification, verify
from l10n.engines.argos.packages.store import Package, installed
from l10n.errors import PackageError

from .conftest import about, contents, place


@pytest.fixture
def package(folder: Path) -> Package:
    """A package as Argos itself would install it."""
    place(folder, "de_en", contents(about("de", "en")))
    return installed(folder)[0]


def states(folder: Path) -> list[tuple[str, PackageState, tuple[str, ...]]]:
    return [(each.name, each.state, each.files) for each in verify(folder)]


def test_nothing_installed_nothing_to_verify(folder: Path) -> None:
    assert verify(folder) == []


def test_a_package_of_argos_is_unrecorded_until_it_is_recorded(folder: Path, package: Package) -> None:
    assert verify(folder) == [Verification("de-en-1.0", PackageState.UNRECORDED, package)]
    lock.record(folder, package)
    assert verify(folder) == [Verification("de-en-1.0", PackageState.OK, package)]


def test_the_lock_file_names_each_file_and_its_sha256(folder: Path, package: Package) -> None:
    lock.record(folder, package, archive="ab", size=3, origin="https://example.org/x")
    assert lock.load(folder)["de-en-1.0"] == lock.Recorded(
        "de_en",
        {name: hashlib.sha256(data).hexdigest() for name, data in sorted(contents(about("de", "en")).items())},
        "ab",
        3,
        "https://example.org/x",
    )


def test_files_changed_added_and_removed_are_named(folder: Path, package: Package) -> None:
    lock.record(folder, package)
    (package.path / "model/model.bin").write_bytes(b"Weights")
    (package.path / "model/config.json").unlink()
    (package.path / "new").write_bytes(b"")
    changed = ("model/config.json", "model/model.bin", "new")
    assert states(folder) == [("de-en-1.0", PackageState.CHANGED, changed)]


def test_a_dangling_link_counts_as_a_removed_file(folder: Path, package: Package) -> None:
    lock.record(folder, package)
    (package.path / "model/config.json").unlink()
    (package.path / "model/config.json").symlink_to("nowhere")
    assert states(folder) == [("de-en-1.0", PackageState.CHANGED, ("model/config.json",))]


def test_a_recorded_package_that_broke_is_broken_and_not_also_missing(folder: Path, package: Package) -> None:
    lock.record(folder, package)
    (package.path / "model/model.bin").unlink()
    assert verify(folder) == [Verification("de_en", PackageState.BROKEN, reason="no model/model.bin")]


def test_a_recorded_package_that_is_gone_is_missing(folder: Path, package: Package) -> None:
    lock.record(folder, package)
    package.path.rename(folder / ".elsewhere")
    assert verify(folder) == [Verification("de-en-1.0", PackageState.MISSING)]


def test_another_version_in_the_same_folder_leaves_the_old_one_missing(folder: Path, package: Package) -> None:
    lock.record(folder, package)
    place(folder, "de_en", contents(about("de", "en", "2.0")))
    assert states(folder) == [("de-en-2.0", PackageState.UNRECORDED, ()), ("de-en-1.0", PackageState.MISSING, ())]


def test_a_demo_and_a_real_package_of_one_name_are_kept_apart(folder: Path, package: Package) -> None:
    place(folder, "demo", contents(about("de", "en", l10n_demo=True), b"gloss"))
    for each in installed(folder):
        lock.record(folder, each)
    assert [each.state for each in verify(folder)] == [PackageState.OK, PackageState.OK]
    assert sorted(lock.load(folder)) == ["de-en-1.0", "de-en-1.0-demo"]


def test_the_same_record_gives_the_same_bytes(folder: Path, package: Package) -> None:
    lock.record(folder, package)
    first = (folder / lock.FILE_NAME).read_bytes()
    lock.record(folder, package)
    assert (folder / lock.FILE_NAME).read_bytes() == first


def test_forgetting_what_is_unknown_writes_nothing(folder: Path) -> None:
    lock.forget(folder, "de-en-1.0")
    assert not folder.exists()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="not JSON"),
        pytest.param("[]", id="a list"),
        pytest.param('{"version": 2, "packages": {}}', id="of the future"),
        pytest.param('{"version": 1, "packages": []}', id="packages a list"),
        pytest.param('{"version": 1, "packages": {"de-en-1.0": {}}}', id="empty entry"),
        pytest.param("[" * 99_999, id="deep"),
    ],
)
def test_a_spoiled_lock_file_is_an_error_and_is_kept(text: str, folder: Path, package: Package) -> None:
    path = folder / lock.FILE_NAME
    path.write_text(text, encoding="utf-8")
    for call in (verify, lambda folder: lock.record(folder, package)):
        with pytest.raises(PackageError, match="not a lock file of l10n") as caught:
            call(folder)
        assert caught.value.message.startswith(str(path))
    assert path.read_text(encoding="utf-8") == text
