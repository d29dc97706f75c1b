"""`l10n review serve`: the page, saving straight into the catalogues. Needs Werkzeug (the extra `serve`).

    GET  /<token>/         the page, made anew
    POST /<token>/save     a patch; answers with what became of each decision and the new row, and with `doubts` if an
                           approval is refused that only has to be confirmed: sent again with them as `despite`
    POST /<token>/undo     {"catalogue", "key", "old", "reviewer"}: takes the last change of that entry back
    POST /<token>/look-up  {"text", "source", "language"}: what memory and glossary have of it
    POST /<token>/propose  {"text", "source", "language", "pivot"}: other translations, by the engine
    POST /<token>/back     {"text", "source", "language"}: a translation translated back
    POST /<token>/history  {"catalogue", "key"}: what has become of that entry

Nobody without the token gets anything but 404. Other pages of the browser cannot use it: the Host has to be ours (DNS
rebinding), Origin and Sec-Fetch-Site have to name ourselves, bodies have to be JSON.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from werkzeug.exceptions import (
    Forbidden,
    HTTPException,
    NotFound,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)
from werkzeug.wrappers import Request, Response

from l10n.drafting.proposals import Proposer
from l10n.errors import L10nError
from l10n.review.desk import MalformedError, ReviewDesk
from l10n.review.page import PageSources
from l10n.review.rendering import header, render

LARGEST = 4_000_000
"""Bytes of a request."""
_ELSEWHERE = "this desk is for pages of its own only"


class ReviewApplication:
    """The WSGI application in front of a desk."""

    def __init__(
        self, paths: Sequence[Path], sources: PageSources, reviewer: str = "", proposer: Proposer | None = None
    ) -> None:
        self.token = secrets.token_urlsafe(24)
        self.hosts: frozenset[str] = frozenset()
        """What `Host` may say, as `127.0.0.1:8000`."""
        self._desk = ReviewDesk(paths, sources, reviewer, proposer)
        self._answers: Mapping[str, Callable[[bytes], object]] = {
            "save": lambda body: {"results": self._desk.save(body)},
            "undo": lambda body: {"results": self._desk.undo(body)},
            "look-up": self._desk.look_up,
            "propose": self._desk.propose,
            "back": self._desk.back,
            "history": self._desk.history,
        }

    def settle(self) -> None:
        """Wait until nothing is being saved."""
        self._desk.settle()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request, as WSGI says (PEP 3333)."""
        return self._respond(Request(environ))(environ, start_response)

    def _respond(self, request: Request) -> Response:
        try:
            return _guarded(self._answer(request))
        except HTTPException as error:
            return _guarded(_json({"error": error.description}, error.code or 500))
        except MalformedError as error:
            return _guarded(_json({"error": error.message}, 400))
        except L10nError as error:
            if request.method == "POST":  # by the page's script
                return _guarded(_json({"error": f"{error.message}: {error.hint}".strip(": ")}, 500))
            told = f"{error.message}\n{error.hint}\n"
            return _guarded(Response(told, 500, content_type="text/plain; charset=utf-8"))

    def _answer(self, request: Request) -> Response:
        self._check(request)
        name = request.path.removeprefix(f"/{self.token}/")
        if request.method in {"GET", "HEAD"} and name == "":
            headers = {"Content-Security-Policy": header(served=True)}
            return Response(render(self._desk.page()), content_type="text/html; charset=utf-8", headers=headers)
        if request.method == "POST" and name in self._answers:
            return _json(self._answers[name](_body(request)))
        raise NotFound("nothing here")

    def _check(self, request: Request) -> None:
        """NotFound without the token, Forbidden for requests that another page or another name of this host sends."""
        token = request.path.split("/")[1] if request.path.count("/") > 1 else ""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise NotFound("nothing here: open the address that l10n review serve has printed")
        origin = request.headers.get("Origin")
        if request.host.lower() not in self.hosts or (
            origin is not None and origin not in {f"http://{name}" for name in self.hosts}
        ):
            raise Forbidden(_ELSEWHERE)
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            raise Forbidden(_ELSEWHERE)


def _body(request: Request) -> bytes:
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("send JSON")
    if request.content_length is None or request.content_length > LARGEST:
        raise RequestEntityTooLarge(f"at most {LARGEST} bytes, and say how many")
    return request.get_data()


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value), status, content_type="application/json")


def _guarded(response: Response) -> Response:
    response.headers.update(
        {
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
    )
    return response
