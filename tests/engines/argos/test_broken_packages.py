"""Packages that are not whole: each is named, with what to do, and none ends the process or passes for a bug."""

from __future__ import annotations

import contextlib
import json
import math
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.engines.argos.demo.builder import pack
from l10n.engines.argos.opening import Argos
from l10n.engines.argos.packages.store import installed
from l10n.engines.decoding import soundness
from l10n.engines.decoding.weights import read
from l10n.errors import PackageError
from tests.conftest import Run

NAME = "translate-en_ru-1_0"
Damage = Callable[[Path], object]

_TRANSLATES = """
import sys
from pathlib import Path
from l10n.engines.argos.opening import Argos
from l10n.errors import PackageError
from l10n.engines.argos.packages.store import installed
try:
    for package in installed(Path(sys.argv[1])):
        with Argos(package, beam=2) as engine:
            list(engine.translate(["house", "the old house is big"]))
except PackageError as error:
    sys.exit(error.exit_code)
"""


@pytest.fixture
def broken(packages: Path, tmp_path: Path) -> Path:
    """A folder of its own with a whole package en-ru, to be damaged; no file is shared with the others."""
    shutil.copytree(packages / NAME, tmp_path / "some" / NAME)
    shutil.copytree(packages / "translate-de_en-1_0", tmp_path / "some" / "translate-de_en-1_0")
    return tmp_path / "some" / NAME


def _model(package: Path) -> Path:
    return package / "model" / "model.bin"


def _vocabulary(package: Path, change: Callable[[list[str]], object]) -> None:
    path = package / "model" / "shared_vocabulary.json"
    path.write_text(json.dumps(change(json.loads(path.read_text()))))


def _config(package: Path, **fields: object) -> None:
    path = package / "model" / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def _metadata(package: Path, **fields: object) -> None:
    path = package / "metadata.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def _value(package: Path, name: str, value: int) -> None:
    """Set the variable of this name, a number of two bytes."""
    data = _model(package).read_bytes()
    key = name.encode() + b"\0"
    head = key + bytes([0, 2]) + struct.pack("<I", 2)
    assert data.count(head) == 1
    start = data.index(head) + len(head)
    _model(package).write_bytes(data[:start] + struct.pack("<h", value) + data[start + 2 :])


def _shape(package: Path, name: str, old: tuple[int, int], new: tuple[int, int]) -> None:
    """Give the variable of this name another shape of the same size."""
    data = _model(package).read_bytes()
    head = name.encode() + b"\0" + bytes([2])
    assert data.count(head + struct.pack("<2I", *old)) == 1
    _model(package).write_bytes(data.replace(head + struct.pack("<2I", *old), head + struct.pack("<2I", *new)))


def _rename(package: Path, old: str, new: str) -> None:
    data = _model(package).read_bytes()
    assert len(old) == len(new)
    assert data.count(old.encode() + b"\0") == 1
    _model(package).write_bytes(data.replace(old.encode() + b"\0", new.encode() + b"\0"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _as_text(package: Path, ending: bytes, encoding: str) -> None:
    path = package / "model" / "shared_vocabulary.json"
    pieces = [piece.encode(encoding, "replace") for piece in json.loads(path.read_text())]
    path.unlink()
    path.with_suffix(".txt").write_bytes(b"".join(piece + ending for piece in pieces))


def _other_tokenizer(package: Path) -> None:
    import sentencepiece

    with (package / "sentencepiece.model").open("wb") as file:
        text = ["Die Leute gehen am Morgen gern über den Markt und kaufen dort frisches Brot."] * 9
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(text), model_writer=file, vocab_size=90, model_type="bpe", minloglevel=2
        )


MODELS = [
    pytest.param(lambda p: _model(p).write_bytes(bytes(1000)), "unknown version 0", id="zeros"),
    pytest.param(lambda p: _model(p).write_bytes(b""), "incomplete or damaged", id="empty"),
    pytest.param(lambda p: os.truncate(_model(p), 100_000), "incomplete or damaged", id="short"),
    pytest.param(lambda p: os.truncate(_model(p), _model(p).stat().st_size - 1), "incomplete or damaged", id="less 1"),
    pytest.param(lambda p: _model(p).write_bytes(b"<html>sorry</html>"), "unknown version", id="web page"),
    pytest.param(lambda p: _value(p, "decoder/num_heads", 0), "decoder/num_heads", id="no heads"),
    pytest.param(lambda p: _value(p, "encoder/num_heads", 7), "encoder/num_heads", id="seven heads"),
    pytest.param(lambda p: _value(p, "decoder/alignment_layer", 99), "decoder/alignment_layer", id="no such layer"),
    pytest.param(lambda p: _value(p, "decoder/alignment_heads", 99), "decoder/alignment_heads", id="no such heads"),
    pytest.param(
        lambda p: _shape(p, "encoder/layer_0/ffn/linear_1/weight", (512, 640), (640, 512)), "does not fit", id="shape"
    ),
    pytest.param(
        lambda p: _rename(p, "decoder/projection/weight", "decoder/projection/height"), "projection/weight", id="lacks"
    ),
]
VOCABULARIES = [
    pytest.param(lambda p: _vocabulary(p, lambda v: v[:100]), "vocabulary has 100 pieces", id="short"),
    pytest.param(lambda p: _vocabulary(p, lambda v: [*v[:3], *map(str, range(10**6)), *v[3:]]), "pieces", id="long"),
    pytest.param(lambda p: _vocabulary(p, lambda v: [*v, *v]), "pieces, its model", id="twice"),
    pytest.param(lambda p: _vocabulary(p, lambda v: (v[:4] * len(v))[: len(v)]), "of another package", id="repeated"),
    pytest.param(lambda p: _vocabulary(p, lambda _: []), "vocabulary has 0 pieces", id="no pieces"),
    pytest.param(lambda p: _vocabulary(p, lambda v: dict.fromkeys(v, 1)), "no list of pieces", id="object"),
    pytest.param(lambda p: _vocabulary(p, lambda v: [*v[:-1], 7]), "no list of pieces", id="number"),
    pytest.param(lambda p: _vocabulary(p, lambda v: [*v[:-1], "\ud800"]), "no vocabulary", id="surrogate"),
    pytest.param(lambda p: _vocabulary(p, lambda v: [f"x{one}" for one in v]), "no eos_token", id="no end"),
    pytest.param(lambda p: (p / "model/shared_vocabulary.json").write_bytes(b""), "no vocabulary", id="empty"),
    pytest.param(lambda p: (p / "model/shared_vocabulary.json").write_bytes(b"[" * 10**5), "no vocabulary", id="deep"),
    pytest.param(lambda p: (p / "model/shared_vocabulary.json").unlink(), "vocabulary", id="missing"),
    pytest.param(lambda p: _as_text(p, b"\n", "cp1251"), "no vocabulary: 'utf-8'", id="encoding"),
    pytest.param(lambda p: (p / "model/config.json").unlink(), "no config.json", id="no config.json"),
    pytest.param(lambda p: (p / "model/config.json").write_bytes(b"{"), "config.json is not JSON", id="config.json"),
    pytest.param(lambda p: _config(p, eos_token="none"), "no eos_token", id="another end"),
    pytest.param(lambda p: _config(p, decoder_start_token=None), "no decoder_start_token", id="no beginning"),
    pytest.param(lambda p: _config(p, bos_token=[]), "config.json has an odd bos_token: []", id="odd beginning"),
    pytest.param(lambda p: _config(p, add_source_eos="no"), "config.json has an odd add_source_eos", id="odd flag"),
    pytest.param(lambda p: _config(p, layer_norm_epsilon=math.nan), "config.json is not JSON", id="no number"),
    pytest.param(lambda p: (p / "model/config.json").write_text("[]"), "config.json holds no object", id="a list"),
    pytest.param(
        lambda p: (p / "model/config.json").write_text("{}", "utf-16"), "config.json is not JSON", id="UTF-16 as config"
    ),
]
TOKENIZERS = [
    pytest.param(lambda p: (p / "sentencepiece.model").write_bytes(b""), "broken tokenizer", id="empty"),
    pytest.param(lambda p: (p / "sentencepiece.model").write_bytes(bytes(99)), "broken tokenizer", id="zeros"),
    pytest.param(_other_tokenizer, "broken tokenizer: sentencepiece.model is of another package", id="another"),
    pytest.param(
        lambda p: (p / "sentencepiece.model").rename(p / "bpe.model"), "broken tokenizer: 'utf-8'", id="not merges"
    ),
]
METADATA = [
    pytest.param(lambda p: (p / "metadata.json").unlink(), "no metadata.json", id="missing"),
    pytest.param(lambda p: (p / "metadata.json").write_bytes(b"[" * 10**5), "not JSON", id="deep"),
    pytest.param(lambda p: (p / "metadata.json").write_bytes(b" " * 2**21), "too large", id="large"),
    pytest.param(lambda p: (p / "metadata.json").write_bytes(b"{}\xff"), "not JSON", id="encoding"),
    pytest.param(lambda p: _metadata(p, from_code=["en"]), "odd from_code", id="a list as code"),
    pytest.param(lambda p: _metadata(p, to_code="ru\0"), "odd to_code", id="NUL"),
    pytest.param(lambda p: _metadata(p, to_code="../ru"), "odd to_code", id="a path as code"),
    pytest.param(lambda p: _metadata(p, package_version="1/0"), "odd package_version", id="a path as version"),
    pytest.param(lambda p: _metadata(p, type=[]), "odd type", id="a list as type"),
    pytest.param(lambda p: _metadata(p, target_prefix="\ud800"), "odd target_prefix", id="prefix no text"),
    pytest.param(lambda p: _metadata(p, target_prefix="x" * 10**6), "odd target_prefix", id="long prefix"),
    pytest.param(lambda p: _pipe(p / "metadata.json"), "is a pipe", id="a pipe"),
    pytest.param(lambda p: _pipe(p / "model/shared_vocabulary.json"), "is a pipe", id="a pipe as vocabulary"),
    pytest.param(lambda p: _pipe(p / "model/model.bin"), "no model/model.bin", id="a pipe as model"),
]


@pytest.mark.skipif(os.name == "nt", reason="makes pipes")
@pytest.mark.parametrize(("damage", "reason"), [*MODELS, *VOCABULARIES, *TOKENIZERS, *METADATA])
def test_a_draft_names_the_package_and_a_way_out(
    run: Run, project: Path, broken: Path, damage: Damage, reason: str
) -> None:
    damage(broken)
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    shown = run("draft", "text.txt", "--packages", broken.parent, "--to", "en,ru", code=3)
    (line,) = (line for line in shown.stderr.splitlines() if line.startswith(f"error: {broken}"))
    assert reason in line
    assert "l10n packages remove" in shown.stderr
    assert f"--packages {broken.parent}" in shown.stderr
    assert "locales/en/LC_MESSAGES/text.po: 1 drafted" in shown.stdout


@pytest.mark.parametrize(("damage", "reason"), [*MODELS[:-1], *VOCABULARIES, *TOKENIZERS])
def test_no_archive_takes_the_place_of_a_package_that_works(
    run: Run, broken: Path, packages: Path, tmp_path: Path, damage: Damage, reason: str
) -> None:
    damage(broken)
    archive = pack(broken)
    kept = tmp_path / "kept"
    shutil.copytree(packages, kept)
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    shown = run("packages", "install", archive, "--packages", kept, code=3).stderr
    assert f"error: {archive}: broken package: " in shown
    assert reason in shown
    assert {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()} == before


def test_verify_names_a_package_that_cannot_work(run: Run, broken: Path) -> None:
    _model(broken).write_bytes(bytes(100))
    shown = run("packages", "verify", "--packages", broken.parent, code=3)
    assert "en-ru-1.0: broken (model.bin is of the unknown version 0)" in shown.stdout
    assert "de-en-1.0: unrecorded" in shown.stdout
    assert f"l10n packages install --packages {broken.parent} PAIR" in shown.stderr


@pytest.mark.parametrize(("damage", "reason"), TOKENIZERS)
def test_verify_names_a_package_whose_tokenizer_cannot_work(
    run: Run, broken: Path, damage: Damage, reason: str
) -> None:
    damage(broken)
    shown = run("packages", "verify", "--packages", broken.parent, code=3).stdout
    assert f"en-ru-1.0: broken ({'' if reason.startswith('broken') else 'broken tokenizer: '}{reason}" in shown


def test_a_vocabulary_as_text_works(broken: Path) -> None:
    """As the packages before 2023 have it; lines may end as on Windows if all do."""
    for ending in (b"\n", b"\r\n"):
        whole = broken.parent / NAME
        _as_text(whole, ending, "utf-8") if ending == b"\n" else _with_returns(whole)
        (package,) = (one for one in installed(broken.parent) if one.pair == "en-ru")
        with Argos(package) as engine:
            assert [found[0].text for _, found in engine.translate(["house"])] == ["дом"]


def _with_returns(package: Path) -> None:
    path = package / "model" / "shared_vocabulary.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_two_vocabularies_are_compared_with_their_own_sides(broken: Path) -> None:
    model = broken / "model"
    (model / "shared_vocabulary.json").rename(model / "target_vocabulary.json")
    pieces = json.loads((model / "target_vocabulary.json").read_text())
    (model / "source_vocabulary.json").write_text(json.dumps(pieces[:300]))
    with pytest.raises(ValueError, match="its source vocabulary has 300 pieces"):
        soundness.check(model)


def _heads(data: bytes) -> list[int]:
    """Where something else than weights stands: the names, shapes and kinds of the variables, and numbers alone."""
    places = list(range(20))
    for name in _names(data):
        start = data.index(name.encode() + b"\0") - 2
        places += range(start, start + len(name) + 22)
    return places


def _names(data: bytes) -> list[str]:
    """The names of the variables in this model.bin."""
    found, place = [], 6 + struct.unpack_from("<H", data, 4)[0] + 4
    (count,) = struct.unpack_from("<I", data, place)
    place += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        found.append(data[place + 2 : place + 1 + length].decode())
        place += 2 + length
        place += 1 + 4 * data[place]
        place += 5 + struct.unpack_from("<I", data, place + 1)[0]
    return found


@settings(max_examples=40)
@given(data=st.data())
def test_no_byte_of_a_models_head_ends_the_process(packages: Path, tmp_path: Path, data: st.DataObject) -> None:
    """What is not refused runs in a process of its own: it ends by itself, with drafts or an error of ours."""
    whole = (packages / NAME / "model" / "model.bin").read_bytes()
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.sampled_from(_heads(whole)))] = data.draw(st.integers(0, 255))
    folder = tmp_path / "odd"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(packages / NAME, folder / NAME)
    _model(folder / NAME).write_bytes(changed)
    try:
        soundness.check(folder / NAME / "model")
    except ValueError:
        return
    done = subprocess.run([sys.executable, "-c", _TRANSLATES, folder], timeout=120, check=False, capture_output=True)
    assert done.returncode in (0, PackageError.exit_code), done.stderr


@given(st.binary(max_size=200))
def test_any_bytes_are_a_model_or_say_why_not(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(struct.pack("<I", 6) + data)
    with contextlib.suppress(ValueError):
        assert read(path).version == 6


def test_of_a_model_of_a_later_version_only_ctranslate2_says_whether_it_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(struct.pack("<I", 7) + b"whatever it will be")
    assert read(path).variables == {}
