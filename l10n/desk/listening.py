"""A port for the desk: on this machine alone unless somebody asks for more. Needs Werkzeug."""

from __future__ import annotations

import socket
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from l10n.desk.server import Desk
from l10n.errors import L10nError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Addresses that only this machine reaches."""


class Listening:
    """A server that has its port, and the address of its page."""

    def __init__(self, server: BaseWSGIServer, address: str) -> None:
        self._server = server
        self.address = address

    def run(self) -> None:
        """Serve until Ctrl-C or `close`."""
        try:
            self._server.serve_forever()
        finally:
            self._server.server_close()

    def close(self) -> None:
        """End `run` from another thread."""
        self._server.shutdown()


def listen(desk: Desk, host: str, port: int) -> Listening:
    """Take the port. L10nError if it is not to be had."""
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET) as taken:
            server = make_server(host, port, desk, threaded=True, request_handler=_Silent, fd=taken.detach())
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise L10nError(f"{host}:{port}: {reason}", "choose another with --port; 0 takes any that is free") from None
    name = f"[{host}]" if ":" in host else host
    desk.hosts = frozenset({f"{name}:{server.port}", *({f"localhost:{server.port}"} if host in LOOPBACK else ())})
    return Listening(server, f"http://{name}:{server.port}/{desk.token}/")


class _Silent(WSGIRequestHandler):
    """Writes no log: addresses have the token."""

    def log(self, *_: Any) -> None:
        """Nothing."""
