"""A home of nobody, packages made of a few bytes, and a web server that misbehaves on demand."""

from __future__ import annotations

import io
import json
import re
import struct
import threading
import zipfile
from collections.abc import Callable, Generator, Iterator, Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import pytest

from l10n.engines.argos.packages.web import Patience
from l10n.model.events import Progress

T = TypeVar("T")

HASTY = Patience(timeout=5, retries=2, pause=0)
"""Enough for a server on this machine; tests of time-outs take less."""


def finished(work: Generator[Progress, None, T], told: list[Progress] | None = None) -> T:
    """What the work returns; what it tells meanwhile is put into `told`."""
    try:
        while True:
            progress = next(work)
            if told is not None:
                told.append(progress)
    except StopIteration as stop:
        result: T = stop.value
        return result


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; nothing of the real environment reaches the code."""
    for variable in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX", "SNAP", "SNAP_USER_DATA"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A packages folder that is not there yet."""
    return tmp_path / "packages"


def about(source: str, target: str, version: str = "1.0", **fields: object) -> dict[str, object]:
    return {"from_code": source, "to_code": target, "package_version": version, **fields}


def binary(weights: bytes = b"weights") -> bytes:
    """A model.bin of CTranslate2, version 5, with one variable."""
    head = struct.pack("<IH2sII", 5, 2, b"T\0", 1, 1)
    variable = struct.pack("<H2sBIBI", 2, b"w\0", 1, len(weights), 1, len(weights))
    return head + variable + weights + struct.pack("<I", 0)


@cache
def tokenizer() -> bytes:
    """A real one that knows a handful of letters."""
    import sentencepiece

    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["abc cba"] * 9),
        model_writer=made,
        vocab_size=9,
        hard_vocab_limit=False,
        normalization_rule_name="identity",  # the usual one takes 240 KB
        minloglevel=2,
    )
    return made.getvalue()


def contents(fields: object, weights: bytes = b"weights") -> dict[str, bytes]:
    """The files of a package, by path."""
    return {
        "metadata.json": json.dumps(fields).encode(),
        "model/model.bin": binary(weights),
        "model/config.json": b"{}",
        "sentencepiece.model": tokenizer(),
    }


def place(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """A package folder as Argos would leave it."""
    for file, data in files.items():
        path = folder / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / name


def pack(files: Mapping[str, bytes], top: str = "de_en") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for file, data in files.items():
            zipped.writestr(zipfile.ZipInfo(f"{top}/{file}"), data, zipfile.ZIP_DEFLATED)  # dated 1980: always the same
    return buffer.getvalue()


def model(source: str = "de", target: str = "en", version: str = "1.0", weights: bytes = b"weights") -> bytes:
    """A whole .argosmodel."""
    return pack(contents(about(source, target, version), weights), f"{source}_{target}")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


Answer = Callable[[BaseHTTPRequestHandler], None]


def whole(data: bytes, *, etag: str = '"1"', ranges: bool = True, **headers: str) -> Answer:
    """The file, or the rest of it where the client may ask for that (RFC 9110, 14.2 and 13.1.5)."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        start = int(asked[1]) if asked and ranges and handler.headers.get("If-Range") == etag else 0
        extra = {"ETag": etag, **headers}
        if start >= len(data) > 0:
            return send(handler, 416, b"", Content_Range=f"bytes */{len(data)}")
        if start:
            extra["Content_Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        return send(handler, 206 if start else 200, data[start:], **extra)

    return answer


def cut(data: bytes, after: int, *, etag: str = '"1"') -> Answer:
    """The beginning of the file, then the connection breaks; also what a wrong Content-Length looks like."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, data[:after], ETag=etag, Content_Length=str(len(data)))

    return answer


def status(code: int) -> Answer:
    return lambda handler: send(handler, code, b"sorry")


def redirect(location: str) -> Answer:
    return lambda handler: send(handler, 302, b"", Location=location)


def send(handler: BaseHTTPRequestHandler, code: int, data: bytes, **headers: str) -> None:
    handler.send_response(code)
    headers.setdefault("Content-Length", str(len(data)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


class Server(ThreadingHTTPServer):
    """Answers each path with its answers in turn, the last one again and again; 404 elsewhere."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, str]] = []
        """Path and Range of each request."""
        self.ended = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that went away are part of the play."""

    def link(self, path: str, *answers: Answer) -> str:
        if answers:
            self.answers[path] = list(answers)
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def hang(self, handler: BaseHTTPRequestHandler) -> None:
        self.ended.wait(60)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Range", "")))
        answers = self.server.answers.get(self.path, [status(404)])
        (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.ended.set()
        server.shutdown()
        thread.join()
