from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from l10n.engines import Supply
from l10n.engines.argos import stock
from l10n.engines.argos.packages.store import Package, installed, scan
from l10n.engines.routes import preferred
from l10n.errors import PackageError

from .conftest import about, contents, place


def test_packages_are_found_under_any_folder_name_and_sorted(folder: Path) -> None:
    place(folder, "translate-en_ru-1_9", contents(about("en", "ru", "1.9")))
    place(folder, "anything", contents(about("de", "en", target_prefix=">>en<<")))
    assert installed(folder) == [
        Package(folder / "anything", "de", "en", "1.0", target_prefix=">>en<<"),
        Package(folder / "translate-en_ru-1_9", "en", "ru", "1.9"),
    ]


def test_an_absent_folder_has_no_packages_and_is_not_made(folder: Path) -> None:
    assert scan(folder) == ([], [])
    assert not folder.exists()


def test_a_file_in_place_of_the_folder_is_an_error(folder: Path) -> None:
    folder.write_bytes(b"")
    with pytest.raises(PackageError, match="cannot read the packages"):
        scan(folder)


def test_a_package_knows_its_names(folder: Path) -> None:
    place(folder, "demo", contents(about("de", "en", "0.1", l10n_demo=True)))
    (package,) = installed(folder)
    assert (package.pair, package.name, package.engine_name) == ("de-en", "de-en-0.1", "argos-demo")


def test_a_real_package_has_the_engine_name_argos(folder: Path) -> None:
    place(folder, "real", contents(about("de", "en", l10n_demo="yes")))
    assert installed(folder)[0].engine_name == "argos"


def without(name: str) -> dict[str, bytes]:
    files = contents(about("de", "en"))
    del files[name]
    return files


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param(without("metadata.json"), "no metadata.json", id="no metadata"),
        pytest.param(contents([]), "metadata.json holds no object", id="a list"),
        pytest.param(contents({}) | {"metadata.json": b"{"}, "metadata.json is not JSON", id="not JSON"),
        pytest.param(contents({}) | {"metadata.json": b"\xff"}, "metadata.json is not JSON", id="not UTF-8"),
        pytest.param(contents({}) | {"metadata.json": b"[" * 99_999}, "metadata.json is not JSON", id="deep"),
        pytest.param(contents({"from_code": "de"}), "metadata.json has no to_code", id="no target"),
        pytest.param(contents(about("../x", "en")), "metadata.json has an odd from_code: '../x'", id="odd code"),
        pytest.param(contents(about("de", "en", "1/0")), "metadata.json has an odd package_version: '1/0'", id="odd"),
        pytest.param(contents(about("de", "de")), "metadata.json translates 'de' into itself", id="itself"),
        pytest.param(without("model/model.bin"), "no model/model.bin", id="no model"),
        pytest.param(without("sentencepiece.model"), "no sentencepiece.model or bpe.model", id="no tokenizer"),
    ],
)
def test_a_broken_package_is_reported_with_its_reason(files: Mapping[str, bytes], reason: str, folder: Path) -> None:
    path = place(folder, "broken", files)
    good = place(folder, "good", contents(about("en", "uk")))
    packages, broken = scan(folder)
    assert [package.path for package in packages] == [good]
    assert [(each.path, each.reason) for each in broken] == [(path, reason)]


def test_metadata_that_is_a_folder_is_reported(folder: Path) -> None:
    (folder / "odd" / "metadata.json").mkdir(parents=True)
    assert scan(folder)[1][0].reason == "cannot be read: Is a directory"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(without("model/config.json"), id="old model"),
        pytest.param(without("sentencepiece.model") | {"bpe.model": b"#version"}, id="bpe"),
        pytest.param(contents({"from_code": "de", "to_code": "en"}), id="no version"),
        pytest.param(contents({"from_code": "de", "to_code": "en", "package_version": 1.5}), id="version a number"),
        pytest.param(contents(about("pt", "zh-Hant")), id="code with a script"),
        pytest.param(
            contents({}) | {"metadata.json": b"\xef\xbb\xbf" + json.dumps(about("de", "en")).encode()}, id="BOM"
        ),
    ],
)
def test_unusual_packages_are_packages(files: Mapping[str, bytes], folder: Path) -> None:
    place(folder, "unusual", files)
    assert len(installed(folder)) == 1


def test_other_kinds_hidden_folders_and_files_are_passed_over(folder: Path) -> None:
    place(folder, "sbd", contents({"type": "sbd", "from_codes": ["de"]}))
    place(folder, ".hidden", {"metadata.json": b"{}"})
    place(folder, "of something else", {"metadata.json": b'{"title": "x"}', "locales/ru.po": b""})
    place(folder, "and more", {"model/x": b""})
    (folder / "note.txt").write_bytes(b"")
    assert scan(folder) == ([], [])


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param(["1.9", "1.10"], "1.10", id="by number"),
        pytest.param(["1.0", "final"], "1.0", id="unparsable is lowest"),
        pytest.param(["2.0rc1", "1.9", "2.0"], "2.0", id="release candidate"),
        pytest.param(["one", "two"], "two", id="none parsable"),
    ],
)
def test_the_newest_version_wins(versions: list[str], expected: str, folder: Path) -> None:
    for number, version in enumerate(versions):
        place(folder, str(number), contents(about("de", "en", version)))
    assert preferred(stock(Supply(folder)).pairs)["de", "en"].name == f"de-en-{expected}"


def test_a_real_package_comes_before_a_newer_demo(folder: Path) -> None:
    place(folder, "demo", contents(about("de", "en", "9", l10n_demo=True)))
    place(folder, "real", contents(about("de", "en", "1")))
    assert preferred(stock(Supply(folder)).pairs)["de", "en"].name == "de-en-1"


def test_argos_itself_sees_the_same_packages_and_passes_over_the_workplace(folder: Path, home: Path) -> None:
    place(folder, "translate-de_en-1_0", contents(about("de", "en")))
    place(folder, ".l10n", {"metadata.json": b'{"type": "l10n"}'})
    (folder / "packages.lock.json").write_bytes(b"{}")
    home.mkdir()
    code = (
        "from argostranslate import package as p;"
        "print(*[f'{x.from_code}-{x.to_code}' for x in p.get_installed_packages() if x.type == 'translate'])"
    )
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(folder)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.split() == [package.pair for package in installed(folder)]
