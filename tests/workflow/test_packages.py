"""The packages command as a function: what is asked for comes back as values, nothing is printed, nothing exits."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.config import Config
from l10n.engines.argos.demo.builder import build_package, pack
from l10n.engines.argos.packages.lock import PackageState
from l10n.errors import PackageError
from l10n.model.events import Event, Failed
from l10n.workflow.packages import (
    Empty,
    Installed,
    InstallRequest,
    PackageListed,
    PackagesRequest,
    Removed,
    RemoveRequest,
    Verified,
    VerifyRequest,
    install,
    list_packages,
    remove,
    verify,
)

SETTINGS = Config(Path())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(build_package(tmp_path_factory.mktemp("made"), "de", "en", {"Haus": "house"}))


def installed(folder: Path, *wanted: Path) -> list[Event]:
    return list(install(InstallRequest(settings=SETTINGS, packages=folder, wanted=tuple(map(str, wanted)))))


def test_nothing_happens_before_the_first_event_is_asked_for(tmp_path: Path, archive: Path) -> None:
    install(InstallRequest(settings=SETTINGS, packages=tmp_path / "p", wanted=(str(archive),)))
    assert not (tmp_path / "p").exists()


def test_a_package_is_installed_listed_verified_and_removed(
    tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "p"
    (event,) = installed(folder, archive)
    assert isinstance(event, Installed)
    request = PackagesRequest(settings=SETTINGS, packages=folder)
    assert list(list_packages(request)) == [PackageListed(event.package, used=True)]
    (verified,) = verify(VerifyRequest(settings=SETTINGS, packages=folder))
    assert isinstance(verified, Verified)
    assert verified.verification.state is PackageState.OK
    removed = list(remove(RemoveRequest(settings=SETTINGS, packages=folder, names=("de-en",))))
    assert removed == [Removed("de-en-1.0")]
    assert capsys.readouterr() == ("", "")


def test_what_fails_is_told_and_the_others_are_installed(tmp_path: Path, archive: Path) -> None:
    failed, event = installed(tmp_path / "p", tmp_path / "absent.argosmodel", archive)
    assert isinstance(failed, Failed)
    assert "no such file" in failed.error.message
    assert isinstance(event, Installed)


def test_an_older_version_is_listed_as_not_used(tmp_path: Path) -> None:
    for version in ("1.9", "1.10"):
        build_package(tmp_path, "de", "en", {"Haus": "house"}, version=version)
    events = list(list_packages(PackagesRequest(settings=SETTINGS, packages=tmp_path)))
    assert [(event.package.version, event.used) for event in events if isinstance(event, PackageListed)] == [
        ("1.9", False),
        ("1.10", True),
    ]


def test_what_has_no_checksums_is_recorded_once_if_asked_for(tmp_path: Path) -> None:
    build_package(tmp_path, "de", "en", {"Haus": "house"})
    states = []
    for record in (False, True, True):
        (event,) = verify(VerifyRequest(settings=SETTINGS, packages=tmp_path, record=record))
        assert isinstance(event, Verified)
        states.append((event.verification.state, event.recorded))
    assert states == [(PackageState.UNRECORDED, False), (PackageState.UNRECORDED, True), (PackageState.OK, False)]


def test_argos_own_folder_may_be_empty_and_a_named_one_is_said_to_be(tmp_path: Path) -> None:
    (event,) = list_packages(PackagesRequest(settings=SETTINGS))
    assert isinstance(event, Empty)
    assert event.option == ""
    (failed, _) = verify(VerifyRequest(settings=SETTINGS, packages=tmp_path / "typo"))
    assert isinstance(failed, Failed)
    assert failed.error.exit_code == PackageError.exit_code


def test_a_file_in_place_of_the_folder_ends_the_run(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PackageError, match="a file, not a folder of packages"):
        installed(tmp_path / "file", archive)
