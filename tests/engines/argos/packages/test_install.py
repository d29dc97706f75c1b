from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from l10n.engines.argos.packages import install as installation
from l10n.engines.argos.packages import lock, store
from l10n.engines.argos.packages.index import Available
from l10n.engines.argos.packages.install import find, is_file, remove
from l10n.engines.argos.packages.lock import PackageState, verify
from l10n.errors import L10nError, PackageError
from l10n.model.events import Progress

from .conftest import HASTY, Answer, Server, about, binary, contents, cut, finished, model, pack, place, tree, whole


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "translate-de_en-1_0.argosmodel"
    path.write_bytes(model())
    return path


def install(folder: Path, what: str, told: list[Progress] | None = None, **how: Any) -> store.Package:
    return finished(installation.install(folder, what, **how), told)


def offered(server: Server, *answers: Answer, version: str = "1.0") -> str:
    """An index with de-en only, behind a link of its own for each answer."""
    links = [server.link(f"/{number}.argosmodel", answer) for number, answer in enumerate(answers)]
    return server.link("/index.json", whole(json.dumps([about("de", "en", version, links=links)]).encode()))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_file_is_installed_recorded_and_kept(folder: Path, file: Path) -> None:
    package = install(folder, str(file))
    assert package == store.Package(folder / "translate-de_en-1_0", "de", "en", "1.0")
    assert store.scan(folder) == ([package], [])
    entry = lock.load(folder)["de-en-1.0"]
    assert (entry.archive, entry.size, entry.origin) == (sha256(model()), len(model()), file.name)
    assert [each.state for each in verify(folder)] == [PackageState.OK]
    assert file.exists()
    assert sorted(path.name for path in folder.iterdir()) == ["packages.lock.json", package.path.name]


def test_a_pair_is_downloaded_and_installed(folder: Path, server: Server) -> None:
    told: list[Progress] = []
    package = install(folder, "de-en", index_url=offered(server, whole(model())), told=told, patience=HASTY)
    assert tree(package.path) == contents(about("de", "en"))
    assert told[-1] == Progress("de-en-1.0", len(model()), len(model()), "bytes")
    assert lock.load(folder)["de-en-1.0"].origin == server.link("/0.argosmodel")
    assert sorted(path.name for path in folder.iterdir()) == ["packages.lock.json", package.path.name]


def test_a_cut_download_is_finished_by_the_next_install(folder: Path, server: Server) -> None:
    data = model(weights=bytes(range(256)))
    index = offered(server, cut(data, 100))
    for _ in range(2):
        with pytest.raises(PackageError, match="cut after 100"):
            install(folder, "de-en", index_url=index, patience=HASTY)
    assert store.scan(folder) == ([], [])
    offered(server, whole(data))
    install(folder, "de-en", index_url=index, patience=HASTY)
    assert server.asked[-1] == ("/0.argosmodel", "bytes=100-")
    assert [each.state for each in verify(folder)] == [PackageState.OK]


def test_a_link_that_gives_a_web_page_makes_way_for_the_next(folder: Path, server: Server) -> None:
    index = offered(server, whole(b"<html>sorry</html>"), whole(model()))
    install(folder, "de-en", index_url=index, patience=HASTY)
    assert lock.load(folder)["de-en-1.0"].origin == server.link("/1.argosmodel")


def test_a_web_page_instead_of_a_package_is_refused_and_not_kept(folder: Path, server: Server) -> None:
    with pytest.raises(PackageError, match=r"/0.argosmodel: not an Argos package: a web page$"):
        install(folder, "de-en", index_url=offered(server, whole(b"<html>sorry</html>")), patience=HASTY)
    assert list(folder.iterdir()) == []


def test_a_damaged_download_is_named_by_its_link(folder: Path, server: Server) -> None:
    stored = bytearray(model(weights=bytes(range(256))))
    stored[stored.index(bytes(range(100, 120)))] ^= 1
    with pytest.raises(PackageError, match="damaged") as caught:
        install(folder, "de-en", index_url=offered(server, whole(bytes(stored))), patience=HASTY)
    assert caught.value.message.startswith(server.link("/0.argosmodel"))
    assert list(folder.iterdir()) == []


def test_another_pair_than_promised_is_refused(folder: Path, server: Server) -> None:
    with pytest.raises(PackageError, match="holds en-ru, not de-en"):
        install(folder, "de-en", index_url=offered(server, whole(model("en", "ru"))), patience=HASTY)
    assert list(folder.iterdir()) == []


def test_other_bytes_under_the_same_version_are_refused_until_accepted(folder: Path, server: Server) -> None:
    old, new = model(), model(weights=b"others")
    index = offered(server, whole(old))
    package = install(folder, "de-en", index_url=index, patience=HASTY)
    offered(server, whole(new))
    with pytest.raises(PackageError) as caught:
        install(folder, "de-en", index_url=index, patience=HASTY)
    assert caught.value.message.startswith("de-en-1.0: the archive is not the one installed before")
    assert sha256(old) in caught.value.message
    assert sha256(new) in caught.value.message
    assert "l10n packages remove de-en-1.0" in caught.value.hint
    assert "--force" in caught.value.hint
    assert (package.path / "model/model.bin").read_bytes() == binary()
    install(folder, "de-en", index_url=index, patience=HASTY, force=True)
    assert (package.path / "model/model.bin").read_bytes() == binary(b"others")
    assert lock.load(folder)["de-en-1.0"].archive == sha256(new)


def test_removing_a_package_forgets_its_checksum(folder: Path, file: Path) -> None:
    install(folder, str(file))
    assert remove(folder, "de-en-1.0") == ["de-en-1.0"]
    assert lock.load(folder) == {}
    file.write_bytes(model(weights=b"others"))
    install(folder, str(file))


def test_a_package_that_argos_removed_can_be_forgotten_too(folder: Path, file: Path) -> None:
    install(folder, str(file)).path.rename(folder / ".gone")
    assert remove(folder, "de-en-1.0") == ["de-en-1.0"]
    assert lock.load(folder) == {}


def test_the_same_archive_again_repairs_a_changed_package(folder: Path, file: Path) -> None:
    package = install(folder, str(file))
    (package.path / "model/model.bin").write_bytes(b"spoiled")
    assert install(folder, str(file)) == package
    assert [each.state for each in verify(folder)] == [PackageState.OK]


def test_a_package_that_argos_installed_is_replaced_where_it_is(folder: Path, file: Path) -> None:
    path = place(folder, "de_en", contents(about("de", "en"), b"old"))
    assert install(folder, str(file)).path == path
    assert tree(path) == contents(about("de", "en"))


def test_a_broken_package_in_the_way_is_replaced(folder: Path, file: Path) -> None:
    place(folder, "translate-de_en-1_0", {"metadata.json": b"{"})
    install(folder, str(file))
    assert len(store.installed(folder)) == 1


@pytest.mark.usefixtures("untraced")
def test_a_disk_that_takes_no_more_leaves_the_old_package_as_it_was(folder: Path, file: Path) -> None:
    install(folder, str(file))
    before = tree(folder)
    file.write_bytes(model(weights=bytes(100_000)))
    code = (
        "import resource, sys; from pathlib import Path; from l10n.engines.argos.packages.install import install\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "list(install(Path(sys.argv[1]), sys.argv[2], force=True))"
    )
    command = [sys.executable, "-c", code, str(folder), str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "WriteError" in run.stderr.splitlines()[-1]
    assert "model.bin: cannot write: File too large" in run.stderr
    assert tree(folder) == before


def test_versions_stand_side_by_side(folder: Path, file: Path) -> None:
    install(folder, str(file))
    file.write_bytes(model(version="1.1"))
    install(folder, str(file))
    assert [package.name for package in store.installed(folder)] == ["de-en-1.0", "de-en-1.1"]


def test_a_demo_never_replaces_a_real_package_of_the_same_name(folder: Path, file: Path) -> None:
    real = install(folder, str(file))
    file.write_bytes(pack(contents(about("de", "en", l10n_demo=True), b"gloss")))
    demo = install(folder, str(file))
    assert store.installed(folder) == [demo, real]
    assert [each.state for each in verify(folder)] == [PackageState.OK, PackageState.OK]


def test_a_top_folder_of_any_name_does_no_harm(folder: Path, file: Path) -> None:
    place(folder, "translate-de_en-1_0", contents(about("de", "en"), b"old"))
    file.write_bytes(pack(contents(about("de", "en")), "replaced"))
    assert tree(install(folder, str(file)).path) == contents(about("de", "en"))


def test_a_refused_file_leaves_no_folder_behind(folder: Path, file: Path) -> None:
    file.write_bytes(b"<html>")
    with pytest.raises(PackageError):
        install(folder, str(file))
    with pytest.raises(L10nError, match="no such file"):
        install(folder, str(file.with_name("absent.argosmodel")))
    assert not folder.exists()


@pytest.mark.parametrize(
    ("what", "expected"),
    [("de-en", False), ("de_en", False), ("x.argosmodel", True), ("./de-en", True), ("x.zip", True)],
)
def test_a_file_is_told_from_a_pair(what: str, expected: bool) -> None:
    assert is_file(what) is expected


OFFER = [Available("de", "en", "1.0", ()), Available("en", "az", "1.5", ()), Available("en", "zh_Hant", "1.9", ())]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("de-en", "de-en-1.0"),
        ("de_en", "de-en-1.0"),
        ("en-az-1.5", "en-az-1.5"),
        ("en-zh_Hant", "en-zh_Hant-1.9"),
        ("DE-EN", "de-en-1.0"),
        ("deu_eng", "de-en-1.0"),
        ("de-DE-en-GB", "de-en-1.0"),
    ],
)
def test_a_package_of_the_index_is_found_by(what: str, expected: str) -> None:
    assert find(OFFER, what).name == expected


@pytest.mark.parametrize(
    ("what", "hint"),
    [
        pytest.param("de-az", "install a way through English: l10n packages install de-en en-az", id="through English"),
        pytest.param("de-xx", "list them with: l10n packages list --available", id="no way"),
        pytest.param("az", "name a pair: l10n packages install en-az", id="a language"),
        pytest.param("AZE", "name a pair: l10n packages install en-az", id="a language of three letters"),
        pytest.param("de-en-2.0", "list them with: l10n packages list --available", id="other version"),
    ],
)
def test_what_the_index_lacks_is_an_error_with_a_way_out(what: str, hint: str) -> None:
    with pytest.raises(PackageError, match=f"{what}: no such package in the index") as caught:
        find(OFFER, what)
    assert caught.value.hint == hint


def test_a_pair_names_all_its_versions_when_removing(folder: Path) -> None:
    for version in ("1.0", "1.1"):
        place(folder, version, contents(about("de", "en", version)))
    place(folder, "other", contents(about("en", "uk")))
    assert remove(folder, "de-en") == ["de-en-1.0", "de-en-1.1"]
    assert [package.name for package in store.installed(folder)] == ["en-uk-1.0"]


@pytest.mark.parametrize("name", ["DE-en", "de_EN", "deu-eng"])
def test_a_pair_may_be_written_otherwise_when_removing(folder: Path, name: str) -> None:
    place(folder, "one", contents(about("de", "en")))
    assert remove(folder, name) == ["de-en-1.0"]


def test_what_the_index_lacks_is_looked_for_in_the_folder_that_was_named() -> None:
    with pytest.raises(PackageError) as caught:
        find(OFFER, "de-az", " --packages x")
    assert caught.value.hint.endswith("l10n packages install de-en en-az --packages x")


def test_of_two_packages_of_one_name_one_is_removed_by_its_folders_name(folder: Path) -> None:
    for name in ("one", "copy"):
        place(folder, name, contents(about("de", "en")))
    assert remove(folder, "one") == ["de-en-1.0"]
    (left,) = store.installed(folder)
    assert left.path.name == "copy"
    assert store.reinstall(left).endswith(f"l10n packages remove --packages {folder} copy")


def test_a_broken_package_is_removed_by_its_folders_name(folder: Path) -> None:
    place(folder, "broken", {"metadata.json": b"{"})
    assert remove(folder, "broken") == ["broken"]
    assert store.scan(folder) == ([], [])


@pytest.mark.parametrize("name", ["en-ru", "", ".", "..", "../outside", "/", "de_en/model"])
def test_only_what_is_installed_can_be_removed(name: str, folder: Path, tmp_path: Path) -> None:
    place(folder, "de_en", contents(about("de", "en")))
    place(tmp_path, "outside", contents(about("en", "ru")))
    before = tree(tmp_path)
    with pytest.raises(L10nError, match="no such package") as caught:
        remove(folder, name)
    assert caught.value.hint == "installed: de-en-1.0"
    assert tree(tmp_path) == before


def test_removing_a_linked_package_leaves_what_it_links_to(folder: Path, tmp_path: Path) -> None:
    real = place(tmp_path, "real", contents(about("de", "en")))
    folder.mkdir()
    (folder / "de_en").symlink_to(real)
    remove(folder, "de-en")
    assert store.installed(folder) == []
    assert tree(real) == contents(about("de", "en"))
