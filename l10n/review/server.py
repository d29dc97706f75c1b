"""A port for the page: on this machine alone unless somebody asks for more. Needs Werkzeug."""

from __future__ import annotations

import socket
from typing import Any, Self

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from l10n.errors import L10nError
from l10n.review.wsgi import ReviewApplication

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Addresses that only this machine reaches."""
_WILDCARDS = frozenset({"", "*", "0.0.0.0", "::"})  # noqa: S104  # to refuse them
_HTTP = 80


class ReviewServer:
    """A server that has its port, and the address of its page; a context manager that gives the port back."""

    def __init__(self, server: BaseWSGIServer, application: ReviewApplication, address: str) -> None:
        self._server = server
        self._application = application
        self.address = address

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Give the port back; what is being saved still is."""
        self._server.server_close()
        self._application.settle()

    def run(self) -> None:
        """Serve until Ctrl-C or `close`."""
        self._server.serve_forever()

    def close(self) -> None:
        """End `run`, which has begun in another thread."""
        self._server.shutdown()


def listen(application: ReviewApplication, host: str, port: int) -> ReviewServer:
    """Take the port. L10nError if it is not to be had, or if the host is a wildcard: nobody could tell its names."""
    host = host.lower()
    if host in _WILDCARDS:
        raise L10nError(f"{host}: stands for every address of this machine", "name the one that others use")
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET) as taken:
            server = make_server(host, port, application, threaded=True, request_handler=_Silent, fd=taken.fileno())
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise L10nError(f"{host}:{port}: {reason}", "choose another with --port; 0 takes any that is free") from None
    names = [f"[{host}]" if ":" in host else host, *(["localhost"] if host in LOOPBACK else [])]
    default = set(names) if server.port == _HTTP else set()  # browsers leave it out
    application.hosts = frozenset({f"{name}:{server.port}" for name in names} | default)
    return ReviewServer(server, application, f"http://{names[0]}:{server.port}/{application.token}/")


class _Silent(WSGIRequestHandler):
    """Writes no log: addresses have the token."""

    def log(self, *_: Any) -> None:
        """Nothing."""
