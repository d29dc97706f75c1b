from __future__ import annotations

import json
import socket

import pytest

from l10n.engines.argos.packages.index import Available, available, index_address
from l10n.errors import PackageError

from .conftest import Server, about, redirect, status, whole

LINK = "https://example.org/x.argosmodel"


@pytest.mark.parametrize(
    ("base", "address"),
    [
        pytest.param("http://a/main/", "http://a/main/index.json", id="slash"),
        pytest.param("http://a/main", "http://a/main/index.json", id="no slash"),
        pytest.param("https://a/other.json", "https://a/other.json", id="file"),
    ],
)
def test_the_index_may_be_named_by_folder_or_file(base: str, address: str) -> None:
    assert index_address(base) == address


@pytest.mark.parametrize("base", ["file:///etc/passwd", "ftp://a/", "/tmp/index.json", "http://", "http://[", ""])
def test_only_web_addresses_are_indexes(base: str) -> None:
    with pytest.raises(PackageError, match="not a package index"):
        index_address(base)


def served(server: Server, *entries: object) -> str:
    return server.link("/index.json", whole(json.dumps(entries).encode()))


def test_the_newest_version_of_each_pair_is_listed(server: Server) -> None:
    link = served(
        server,
        about("en", "ru", "1.10", links=[LINK]),
        about("en", "ru", "1.9", links=["https://example.org/old"]),
        about("de", "en", links=[LINK, "ipfs://Qm", 7, "https://mirror.example.org/x"]),
    )
    assert available(link) == [
        Available("de", "en", "1.0", (LINK, "https://mirror.example.org/x")),
        Available("en", "ru", "1.10", (LINK,)),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("text", id="no object"),
        pytest.param(about("de", "en"), id="no links"),
        pytest.param(about("de", "en", links=LINK), id="links no list"),
        pytest.param(about("de", "en", links=["file:///etc/passwd"]), id="no web link"),
        pytest.param(about("de", "../x", links=[LINK]), id="odd code"),
        pytest.param(about("de", "en", type="sbd", links=[LINK]), id="other type"),
        pytest.param({"links": [LINK]}, id="no codes"),
    ],
)
def test_an_entry_without_sense_is_passed_over(entry: object, server: Server) -> None:
    link = served(server, entry, about("en", "uk", links=[LINK]))
    assert [package.name for package in available(link)] == ["en-uk-1.0"]


def test_the_index_set_for_argos_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    served(server, about("en", "uk", links=[LINK]))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.link("/"))
    assert [package.pair for package in available()] == ["en-uk"]


@pytest.mark.parametrize(
    "data", [b"<html>", b"{}", b"", b"[" * 99_999, b"\xff"], ids=["page", "object", "0", "deep", "x"]
)
def test_what_is_no_list_is_no_index(data: bytes, server: Server) -> None:
    with pytest.raises(PackageError, match="not a package index"):
        available(server.link("/index.json", whole(data)))


def test_an_index_that_cannot_be_had_says_why(server: Server) -> None:
    for answer, reason in [
        (status(404), "404 Not Found"),
        (status(500), "500 Internal Server Error"),
        (redirect("file:///etc/passwd"), "302 Found - Redirection to url 'file:///etc/passwd' is not allowed"),
    ]:
        with pytest.raises(PackageError, match=f"index.json: cannot read the package index: {reason}"):
            available(server.link("/index.json", answer))


def test_a_server_that_hangs_is_given_up(server: Server) -> None:
    with pytest.raises(PackageError, match="no answer in time"):
        available(server.link("/index.json", server.hang), timeout=0.05)


def test_nobody_listening_is_an_error() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(PackageError, match="Connection refused"):
        available(f"http://127.0.0.1:{port}/")
