from __future__ import annotations

import io
import os
import stat
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines.argos.packages.archive import Limits, check, unpack
from l10n.errors import L10nError, PackageError, WriteError

from .conftest import about, contents, model, pack, tree


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A whole package, and these entries besides."""
    buffer = io.BytesIO(model())
    with zipfile.ZipFile(buffer, "a", method) as opened:
        for entry, data in entries:
            opened.writestr(entry, data)
    return buffer.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def raw_name(name: str) -> zipfile.ZipInfo:
    """A name that ZipInfo would otherwise tidy."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    return info


def flagged(data: bytes, flag: int) -> bytes:
    """Set a general purpose flag of the first entry, in both of its headers."""
    changed = bytearray(data)
    changed[6] |= flag
    changed[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(changed)


def doubled(data: bytes) -> bytes:
    """The central directory says that the second entry lies where the first does."""
    start = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", start + 1)
    changed = bytearray(data)
    changed[second + 20 : second + 24] = struct.pack("<I", len(data))
    return bytes(changed)


def test_an_honest_archive_is_unpacked_as_it_is(tmp_path: Path) -> None:
    archive = check(written(tmp_path / "a.argosmodel", model("de", "en", "1.9", os.urandom(3_000_000))))
    assert archive.about.name == "de-en-1.9"
    assert unpack(archive, tmp_path / "room") == tmp_path / "room" / "de_en"
    with zipfile.ZipFile(archive.path) as opened:
        assert tree(tmp_path / "room") == {name: opened.read(name) for name in opened.namelist()}


def test_entries_for_folders_and_ordinary_modes_are_welcome(tmp_path: Path) -> None:
    data = zipped(
        (special("de_en/", stat.S_IFDIR | 0o755), b""),
        ("de_en/stanza/", b""),
        (special("de_en/README.md", stat.S_IFREG | 0o644), b"hello"),
    )
    unpack(check(written(tmp_path / "a.argosmodel", data)), tmp_path / "room")
    assert (tmp_path / "room/de_en/README.md").read_bytes() == b"hello"


HOSTILE = [
    pytest.param(zipped(("de_en/../../evil", b"")), "leads out of the folder", id="zip slip"),
    pytest.param(zipped(("../evil", b"")), "leads out of the folder", id="zip slip at once"),
    pytest.param(zipped(("/etc/evil", b"")), "is absolute", id="absolute"),
    pytest.param(zipped(("C:/evil", b"")), "is absolute", id="drive letter"),
    pytest.param(zipped(("de_en/x:stream", b"")), "is absolute", id="alternate stream"),
    pytest.param(zipped((raw_name("de_en\\..\\evil"), b"")), "characters that file names cannot have", id="backslash"),
    pytest.param(zipped((raw_name("de_en/a\x00b"), b"")), "characters that file names cannot have", id="NUL"),
    pytest.param(zipped((raw_name("de_en/a\x1b[2Jb"), b"")), "characters that file names cannot", id="escape sequence"),
    pytest.param(zipped((raw_name("de_en//a"), b"")), "is not a plain path", id="empty part"),
    pytest.param(zipped((raw_name("de_en/./a"), b"")), "is not a plain path", id="dot"),
    pytest.param(zipped(("de_en/a.", b"")), "is not a plain path", id="trailing dot"),
    pytest.param(zipped(("de_en/" + "a" * 256, b"")), "is not a plain path", id="long name"),
    pytest.param(zipped((special("de_en/l", stat.S_IFLNK | 0o777), b"/etc")), "a link or a special file", id="symlink"),
    pytest.param(zipped((special("de_en/f", stat.S_IFIFO | 0o666), b"")), "a link or a special file", id="fifo"),
    pytest.param(zipped((special("de_en/d", stat.S_IFDIR), b"")), "a link or a special file", id="file called folder"),
    pytest.param(zipped(("de_en/METADATA.json", b"{}")), "comes twice", id="other case"),
    pytest.param(zipped(("de_en/u\u0308", b""), ("de_en/\xfc", b"")), "comes twice", id="other Unicode form"),
    pytest.param(zipped(("de_en/model", b"")), "comes twice", id="file where a folder is"),
    pytest.param(zipped(("de_en/metadata.json/x", b"")), "is a file and a folder", id="folder where a file is"),
    pytest.param(flagged(model(), 1), "is encrypted", id="encrypted"),
    pytest.param(zipped(("de_en/x", b"x"), method=zipfile.ZIP_BZIP2), "another method than deflate", id="bzip2"),
    pytest.param(zipped(("de_en/x", b"x"), method=zipfile.ZIP_LZMA), "another method than deflate", id="lzma"),
    pytest.param(zipped(("de_en/x", bytes(3_000_000))), "bytes become 30", id="bomb by ratio"),
    pytest.param(zipped(("de_en/x", os.urandom(5_000_001))), "more than 5000000", id="too large"),
    pytest.param(zipped(*((f"de_en/{n}", b"") for n in range(30))), "entries, more than 30", id="too many"),
    pytest.param(doubled(model()), "its entries overlap", id="overlapping"),
]


@pytest.mark.parametrize(("data", "reason"), HOSTILE)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_archive_is_refused_before_anything_is_written(data: bytes, reason: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", data)
    with pytest.raises(PackageError) as caught:
        check(path, Limits(entries=30, unpacked=5_000_000, ratio=100, small=1_000_000))
    assert caught.value.message.startswith(f"{path}: not safe to unpack: ")
    assert reason in caught.value.message
    assert caught.value.hint
    assert "\x1b" not in caught.value.message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", zipped(("de_en/metadata.json", b"{}")))
    with pytest.raises(PackageError, match="comes twice"):
        check(path)


def lacking(name: str) -> bytes:
    files = contents(about("de", "en"))
    del files[name]
    return pack(files)


USELESS = [
    pytest.param(lacking("metadata.json"), "no metadata.json", id="no metadata"),
    pytest.param(lacking("model/model.bin"), "no model/model.bin", id="no model"),
    pytest.param(lacking("sentencepiece.model"), "no sentencepiece.model or bpe.model", id="no tokenizer"),
    pytest.param(pack(contents("text")), "metadata.json holds no object", id="no object"),
    pytest.param(pack(contents({}) | {"metadata.json": b"{,"}), "metadata.json is not JSON", id="not JSON"),
    pytest.param(pack(contents({})), "metadata.json has no from_code", id="no codes"),
    pytest.param(pack(contents(about("de", "../../x"))), "metadata.json has an odd to_code", id="odd code"),
    pytest.param(
        pack(contents(about("de", "en", "../1"))), "metadata.json has an odd package_version", id="odd version"
    ),
    pytest.param(pack(contents({"from_code": "de", "to_code": "en"})), "no package_version", id="no version"),
    pytest.param(pack(contents(about("de", "en", type="sbd"))), "its type is 'sbd'", id="other type"),
    pytest.param(pack(contents(about("de", "en", x="x" * 2**20))), "metadata.json is too large", id="large metadata"),
    pytest.param(zipped(("en_ru/metadata.json", b"{}")), "one folder at the top expected, not 2", id="two folders"),
    pytest.param(pack({}), "one folder at the top expected, not 0", id="empty"),
    pytest.param(model()[:-30], "no whole zip archive", id="truncated"),
    pytest.param(b"", "no whole zip archive", id="nothing"),
    pytest.param(b"\n<!DOCTYPE html><title>Sorry</title>", "a web page", id="web page"),
]


@pytest.mark.parametrize(("data", "reason"), USELESS)
def test_a_useless_archive_is_refused_with_its_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", data)
    with pytest.raises(PackageError) as caught:
        check(path)
    assert caught.value.message.startswith(f"{path}: ")
    assert reason in caught.value.message


def test_a_missing_file_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="no such file") as caught:
        check(tmp_path / "a.argosmodel")
    assert caught.value.exit_code == 2


def damaged(data: bytes) -> bytes:
    """Another byte in the stored weights: the CRC is wrong then."""
    return data.replace(b"weights", b"Weights")


def understated(data: bytes) -> bytes:
    """The directory says that the weights are three bytes long; there are more, and the CRC is of all."""
    changed = bytearray(data)
    position = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    changed[position + 24 : position + 28] = struct.pack("<I", 3)
    return bytes(changed)


@pytest.mark.parametrize("spoil", [damaged, understated])
def test_damage_is_found_while_unpacking(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as opened:
        for name, data in contents(about("de", "en")).items():
            opened.writestr(f"de_en/{name}", data)
    archive = check(written(tmp_path / "a.argosmodel", spoil(buffer.getvalue())))
    with pytest.raises(PackageError, match=r"damaged: Bad CRC-32 for file 'de_en/model/model.bin'"):
        unpack(archive, tmp_path / "room")


def test_a_place_that_cannot_be_written_is_a_write_error(tmp_path: Path) -> None:
    archive = check(written(tmp_path / "a.argosmodel", model()))
    with pytest.raises(WriteError):
        unpack(archive, tmp_path / "a.argosmodel" / "room")


PARTS = st.sampled_from(["..", ".", "", "a", "de_en", "model", "/", "\\", "C:", "~", "a\x00", "metadata.json"])


@given(
    names=st.lists(st.lists(PARTS, min_size=1, max_size=4).map("/".join).filter(bool), min_size=1, max_size=4),
    modes=st.sampled_from([0, 0o644, stat.S_IFREG, stat.S_IFLNK, stat.S_IFDIR]),
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_unpacking_never_writes_outside(names: list[str], modes: int) -> None:
    entries = [(raw_name(name), b"evil") for name in names]
    for info, _ in entries:
        info.external_attr = modes << 16
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = written(folder / "a.argosmodel", zipped(*entries))
        (folder / "deep").mkdir()
        try:
            unpack(check(path), folder / "deep/room")
        except PackageError:
            assert not (folder / "deep/room").exists()
        outside = [file for file in folder.rglob("*") if not file.is_relative_to(folder / "deep/room")]
        assert sorted(outside) == [path, folder / "deep"]


@given(data=st.data())
def test_a_damaged_archive_gives_an_error_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(model())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as name:
        path = written(Path(name) / "a.argosmodel", bytes(whole))
        try:
            written_to = unpack(check(path), Path(name) / "room")
        except PackageError:
            return
        assert (written_to / "model/model.bin").is_file()
