"""`serve` as a program uses it: events, and no terminal."""

from __future__ import annotations

import socket
import threading
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from l10n import config
from l10n.catalogue import po
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from l10n.model.events import Notice
from l10n.workflow.review.serve import Listening, ServeRequest, serve


@pytest.fixture
def wanted(project: Path) -> ServeRequest:
    path = project / "ru" / "LC_MESSAGES" / "a.po"
    po.write(path, Catalogue((("Language", "ru"),), (Entry("Haus", "дом"),)))
    return ServeRequest(settings=config.load(project), paths=(path,))


def _is_free(address: str) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", urlsplit(address).port or 0)) != 0


def test_it_serves_until_another_thread_closes_it(wanted: ServeRequest) -> None:
    pages: list[str] = []
    addresses: list[str] = []

    def visit(listening: Listening) -> None:
        with urllib.request.urlopen(listening.address) as answer:
            pages.append(answer.read().decode())
        listening.close()

    for event in serve(wanted):
        assert isinstance(event, Listening)
        assert event.catalogues == wanted.paths
        addresses.append(event.address)
        threading.Thread(target=visit, args=(event,)).start()
    assert "Haus" in pages[0]
    assert _is_free(addresses[0])


def test_a_run_that_is_left_gives_the_port_back(wanted: ServeRequest) -> None:
    events = serve(wanted)
    event = next(events)
    assert isinstance(event, Listening)
    assert not _is_free(event.address)
    events.close()  # type: ignore[attr-defined]  # an iterator to the caller, a generator in fact
    assert _is_free(event.address)


def test_that_others_can_reach_it_is_told_before_the_port_is_taken(wanted: ServeRequest) -> None:
    wild = ServeRequest(settings=wanted.settings, paths=wanted.paths, host="0.0.0.0")
    events = serve(wild)
    assert isinstance(next(events), Notice)
    with pytest.raises(L10nError, match="stands for every address"):
        next(events)
