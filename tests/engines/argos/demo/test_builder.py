from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from l10n.engines.argos.demo.builder import build_package, pack
from l10n.errors import L10nError, WriteError

GLOSS = {"der": "the", "Haus": "house", "doch": "", "auf dem": "on the", "Komma, dann": 'a "quoted", one'}


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_package_has_the_files_of_an_installed_argos_package(tmp_path: Path) -> None:
    package = build_package(tmp_path / "new", "de", "en", GLOSS, version="1.2")
    assert package == tmp_path / "new" / "translate-de_en-1_2"
    assert [path.name for path in package.parent.iterdir()] == [package.name]
    assert set(digests(package)) == {
        "metadata.json",
        "sentencepiece.model",
        "model/config.json",
        "model/model.bin",
        "model/shared_vocabulary.json",
    }


@pytest.mark.parametrize("demo", [False, True])
def test_the_metadata_name_the_languages_and_mark_a_demo(tmp_path: Path, demo: bool) -> None:
    package = build_package(tmp_path, "en", "az", {}, version="1.2", demo=demo)
    expected = {
        "package_version": "1.2",
        "argos_version": "1.9",
        "from_code": "en",
        "from_name": "English",
        "to_code": "az",
        "to_name": "Azerbaijani",
    }
    metadata = json.loads((package / "metadata.json").read_text(encoding="utf-8"))
    assert metadata == (expected | {"l10n_demo": True} if demo else expected)


def test_argostranslate_reads_and_decodes_it(tmp_path: Path) -> None:
    package = build_package(tmp_path, "de", "uk", {"Haus": "будинок"})
    program = (  # in a process of its own: importing argostranslate makes folders in the home directory
        "import sys, pathlib; from argostranslate.package import Package\n"
        "package = Package(pathlib.Path(sys.argv[1]))\n"
        "print(package.from_code, package.from_name, package.to_code, package.to_name, package.package_version)\n"
        "print(ascii(package.tokenizer.decode(package.tokenizer.encode('Haus, Maus'))))"
    )
    result = subprocess.run([sys.executable, "-c", program, package], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == ["de German uk Ukrainian 1.0", "'Haus, Maus'"]


def test_the_same_input_gives_the_same_files_and_replaces_what_was_there(tmp_path: Path) -> None:
    text = "Das ist ein Text.\nNoch ein Text."
    first = build_package(tmp_path / "a", "de", "en", GLOSS, text=text)
    build_package(tmp_path / "b", "de", "en", {"other": "words"})
    second = build_package(tmp_path / "b", "de", "en", GLOSS, text=text)
    assert digests(first) == digests(second)
    assert pack(first).read_bytes() == pack(second).read_bytes()


def test_a_packed_package_unpacks_to_itself(tmp_path: Path) -> None:
    package = build_package(tmp_path, "de", "en", GLOSS)
    archive = pack(package)
    assert archive == tmp_path / "translate-de_en-1_0.argosmodel"
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(tmp_path / "unpacked")
    assert digests(tmp_path / "unpacked" / package.name) == digests(package)


@pytest.mark.parametrize("key", ["", " ", "a\u2581b"])
def test_a_key_that_is_no_text_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(L10nError):
        build_package(tmp_path, "de", "en", {key: "x"})


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="unknown language 'xx'"):
        build_package(tmp_path, "de", "xx", {})
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_an_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="file: cannot write"):
        build_package(tmp_path / "file", "de", "en", {})
