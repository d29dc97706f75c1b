from __future__ import annotations

import http.client
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from l10n.engines.argos.packages.download import Download
from l10n.engines.argos.packages.web import Patience
from l10n.errors import PackageError, WriteError
from l10n.model.events import Progress

from .conftest import HASTY, Server, cut, finished, redirect, send, status, whole

DATA = bytes(range(256)) * 1000
IMPATIENT = Patience(timeout=0.05, retries=0)
ONCE = Patience(timeout=5, retries=0)


def fetch(part: Path, *links: str, patience: Patience = HASTY, largest: int = 10**9) -> str:
    return finished(Download("de-en-1.0", part, patience, largest).fetch(links, lambda _: None))


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "de-en-1.0.part"


def ranges(server: Server) -> list[str]:
    return [asked for _, asked in server.asked]


def test_a_file_is_fetched_and_its_progress_told(server: Server, part: Path) -> None:
    told: list[Progress] = []
    link = server.link("/a", whole(DATA))
    assert finished(Download("de-en-1.0", part, HASTY).fetch([link], lambda _: None), told) == link
    assert part.read_bytes() == DATA
    assert told[0] == Progress("de-en-1.0", 0, len(DATA), "bytes")
    assert told[-1] == Progress("de-en-1.0", len(DATA), len(DATA), "bytes")
    assert [each.done for each in told] == sorted(each.done for each in told)


def test_a_cut_connection_is_taken_up_again_where_it_broke(server: Server, part: Path) -> None:
    fetch(part, server.link("/a", cut(DATA, 70_000), whole(DATA)))
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", "bytes=70000-"]


def test_a_later_run_continues(server: Server, part: Path) -> None:
    link = server.link("/a", cut(DATA, 70_000), whole(DATA))
    with pytest.raises(PackageError, match=f"cut after 70000 of {len(DATA)} bytes"):
        fetch(part, link, patience=ONCE)
    fetch(part, "http://127.0.0.1:9/", link, patience=ONCE)
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", "bytes=70000-"]


def test_ctrl_c_leaves_what_was_fetched_for_the_next_run(server: Server, part: Path) -> None:
    link = server.link("/a", whole(DATA))
    work = Download("de-en-1.0", part, HASTY).fetch([link], lambda _: None)
    next(progress for progress in work if progress.done)
    with pytest.raises(KeyboardInterrupt):
        work.throw(KeyboardInterrupt)
    kept = part.stat().st_size
    assert 0 < kept < len(DATA)
    fetch(part, link)
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", f"bytes={kept}-"]


def test_a_download_cut_exactly_at_its_end_is_whole(server: Server, part: Path) -> None:
    link = server.link("/a", whole(DATA))
    fetch(part, link)
    fetch(part, link)
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", f"bytes={len(DATA)}-"]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(whole(DATA, ranges=False), id="it ignores Range"),
        pytest.param(whole(DATA, etag='"2"'), id="the file has changed"),
    ],
)
def test_a_server_that_does_not_continue_starts_again(server: Server, part: Path, second: object) -> None:
    assert callable(second)
    fetch(part, server.link("/a", cut(bytes(len(DATA)), 70_000), second))
    assert part.read_bytes() == DATA


@pytest.mark.parametrize("etag", ['W/"1"', ""])
def test_without_a_strong_validator_a_download_starts_again(server: Server, part: Path, etag: str) -> None:
    fetch(part, server.link("/a", cut(DATA, 70_000, etag=etag), whole(DATA)))
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", ""]


def test_last_modified_serves_where_there_is_no_etag(server: Server, part: Path) -> None:
    date = "Sat, 01 Aug 2026 12:00:00 GMT"
    seen: list[str] = []

    def first(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, DATA[:70_000], Last_Modified=date, Content_Length=str(len(DATA)))

    def second(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["If-Range"])
        send(handler, 206, DATA[70_000:], Content_Range=f"bytes 70000-{len(DATA) - 1}/{len(DATA)}")

    fetch(part, server.link("/a", first, second))
    assert (part.read_bytes(), seen) == (DATA, [date])


@pytest.mark.parametrize(
    ("code", "headers"),
    [
        pytest.param(206, {"Content_Range": "bytes 5-9/10"}, id="another place"),
        pytest.param(206, {}, id="no Content-Range"),
        pytest.param(206, {"Content_Range": "bytes 70000-70009/256000", "ETag": '"2"'}, id="another file"),
        pytest.param(416, {"Content_Range": "bytes */5"}, id="shorter now"),
        pytest.param(416, {}, id="416 without size"),
    ],
)
def test_a_wrong_continuation_is_thrown_away(server: Server, part: Path, code: int, headers: dict[str, str]) -> None:
    def wrong(handler: BaseHTTPRequestHandler) -> None:
        send(handler, code, b"x" * 10, **headers)

    fetch(part, server.link("/a", cut(DATA, 70_000), wrong, whole(DATA)))
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", "bytes=70000-", ""]


def test_the_next_link_is_tried_when_one_fails(server: Server, part: Path) -> None:
    good = server.link("/good", whole(DATA))
    assert fetch(part, server.link("/gone"), good) == good
    assert part.read_bytes() == DATA


def test_bytes_of_one_link_are_never_continued_from_another(server: Server, part: Path) -> None:
    fetch(part, server.link("/a", cut(bytes(len(DATA)), 70_000)), server.link("/b", whole(DATA)), patience=ONCE)
    assert part.read_bytes() == DATA
    assert ranges(server) == ["", ""]


def test_a_file_of_no_use_makes_way_for_the_next_link(server: Server, part: Path) -> None:
    def accept(path: Path) -> None:
        if path.read_bytes() != DATA:
            raise PackageError(f"{path}: a web page")

    bad, good = server.link("/bad", whole(b"<html>")), server.link("/good", whole(DATA))
    assert finished(Download("de-en-1.0", part, HASTY).fetch([bad, good], accept)) == good
    with pytest.raises(PackageError, match=r"/bad: a web page$"):
        finished(Download("de-en-1.0", part, HASTY).fetch([bad], accept))


def test_every_link_is_named_with_its_failure(server: Server, part: Path) -> None:
    links = [
        server.link("/gone"),
        server.link("/file", redirect("file:///etc/passwd")),
        server.link("/ftp", redirect("ftp://example.org/x")),
        server.link("/cut", cut(DATA, 0)),
        "file:///etc/passwd",
        "http://127.0.0.1:99999/",
    ]
    with pytest.raises(PackageError) as caught:
        fetch(part, *links)
    reasons = caught.value.message.removeprefix("de-en-1.0: cannot be downloaded: ").split("; ")
    assert reasons[:5] == [
        f"{links[0]}: 404 Not Found",
        f"{links[1]}: 302 Found - Redirection to url 'file:///etc/passwd' is not allowed",
        f"{links[2]}: redirects to ftp://example.org/x, which is refused",
        f"{links[3]}: cut after 0 of {len(DATA)} bytes",
        f"{links[4]}: not an http or https address",
    ]
    assert reasons[5].startswith(links[5])
    assert not part.exists()


def test_no_links_at_all_is_an_error(part: Path) -> None:
    with pytest.raises(PackageError, match="no links"):
        fetch(part)


def test_a_redirect_to_a_web_address_is_followed(server: Server, part: Path) -> None:
    target = server.link("/b", whole(DATA))
    fetch(part, server.link("/a", redirect(target)))
    assert part.read_bytes() == DATA


def test_a_circle_of_redirects_ends(server: Server, part: Path) -> None:
    with pytest.raises(PackageError, match="302"):
        fetch(part, server.link("/a", redirect(server.link("/a"))))


def test_a_busy_server_is_asked_again(server: Server, part: Path) -> None:
    fetch(part, server.link("/a", status(503), status(429), whole(DATA)))
    assert part.read_bytes() == DATA


def test_a_missing_file_is_not_asked_for_again(server: Server, part: Path) -> None:
    with pytest.raises(PackageError, match="404"):
        fetch(part, server.link("/a"))
    assert len(server.asked) == 1


def test_a_server_that_hangs_is_given_up(server: Server, part: Path) -> None:
    with pytest.raises(PackageError, match="no answer in time"):
        fetch(part, server.link("/a", server.hang), patience=IMPATIENT)


def test_a_server_that_stops_midway_is_given_up_and_the_bytes_stay(server: Server, part: Path) -> None:
    def stall(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, DATA[:200_000], ETag='"1"', Content_Length=str(len(DATA)))
        handler.wfile.flush()
        server.hang(handler)

    with pytest.raises(PackageError, match="no answer in time"):
        fetch(part, server.link("/a", stall), patience=Patience(timeout=1, retries=0))
    assert part.read_bytes() == DATA[: part.stat().st_size] != b""


def test_a_content_length_larger_than_the_file_is_found(server: Server, part: Path) -> None:
    with pytest.raises(PackageError, match="cut after 10 of 20 bytes"):
        fetch(part, server.link("/a", cut(b"x" * 20, 10)))


@pytest.mark.parametrize("told", [True, False], ids=["told", "not told"])
def test_what_is_too_large_is_not_kept(told: bool, server: Server, part: Path) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if told:
            handler.send_header("Content-Length", "1000001")
        handler.end_headers()
        handler.wfile.write(bytes(1_000_001))

    with pytest.raises(PackageError, match="larger than 1000000 bytes"):
        fetch(part, server.link("/a", endless), largest=1_000_000)
    assert not part.exists()


def test_a_body_of_unknown_length_is_read_to_its_end(server: Server, part: Path) -> None:
    def unmeasured(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(DATA)

    told: list[Progress] = []
    finished(Download("x", part, HASTY).fetch([server.link("/a", unmeasured)], lambda _: None), told)
    assert part.read_bytes() == DATA
    assert {each.total for each in told} == {None}


def test_an_encoded_answer_is_refused(server: Server, part: Path) -> None:
    with pytest.raises(PackageError, match=r"sent encoded \(gzip\)"):
        fetch(part, server.link("/a", whole(DATA, Content_Encoding="gzip")))


@pytest.mark.parametrize("note", ["", "{", "[]", "{}", '{"link": null}'])
def test_a_part_of_unknown_origin_is_not_continued(server: Server, part: Path, note: str) -> None:
    part.write_bytes(b"of somebody else")
    part.with_name(f"{part.name}.json").write_text(note, encoding="utf-8")
    fetch(part, server.link("/a", whole(DATA)))
    assert part.read_bytes() == DATA


def test_a_folder_that_cannot_be_written_is_a_write_error(server: Server, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot write"):
        fetch(tmp_path / "absent" / "x.part", server.link("/a", whole(DATA)))


def test_an_answer_that_is_no_http_is_an_error(server: Server, part: Path) -> None:
    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")

    with pytest.raises(PackageError, match=f"{http.client.BadStatusLine.__name__}|SSH-2.0"):
        fetch(part, server.link("/a", nonsense))


def test_an_odd_address_in_the_answer_does_not_reach_the_terminal(server: Server, part: Path) -> None:
    with pytest.raises(PackageError) as caught:
        fetch(part, server.link("/a", redirect("file:///\x1b[31mred")))
    assert "\x1b" not in caught.value.message


def test_the_proxy_of_the_environment_is_used(server: Server, part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("http_proxy", server.link(""))
    fetch(part, server.link("http://example.invalid/a", whole(DATA)) and "http://example.invalid/a")
    assert part.read_bytes() == DATA
