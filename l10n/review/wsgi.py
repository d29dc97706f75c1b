"""`l10n review serve`: the page, saving straight into the catalogues. Needs Werkzeug (the extra `serve`).

    GET  /<token>/        the page, made anew
    POST /<token>/save    a patch; answers with what became of each decision and the new row, and with `doubts` if an
                          approval is refused that only has to be confirmed: sent again with them as `despite`
    POST /<token>/undo    {"catalogue", "key", "old"}: takes the last change of that entry back

Nobody without the token gets anything but 404. Other pages of the browser cannot use it: the Host has to be ours (DNS
rebinding), Origin and Sec-Fetch-Site have to name ourselves, bodies have to be JSON. Names in a request lead to the
catalogues of the page alone.
"""

from __future__ import annotations

import hmac
import json
import secrets
import threading
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    HTTPException,
    NotFound,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)
from werkzeug.wrappers import Request, Response

from l10n.catalogue.header import now
from l10n.catalogue.targets import CatalogueTargets, catalogue_name
from l10n.checking.approval import Examiner
from l10n.errors import L10nError
from l10n.review import PageRow
from l10n.review import patch as patches
from l10n.review.applying import PATIENCE, UNKNOWN, patiently, save
from l10n.review.journal import Journal
from l10n.review.merging import Outcome, reviewer
from l10n.review.page import PageSources, page, single_row
from l10n.review.rendering import header, render

LARGEST = 4_000_000
"""Bytes of a request."""
_NOT_UNDONE = "somebody has changed it since, or it was not changed since the desk was started"
_ELSEWHERE = "this desk is for pages of its own only"


class ReviewApplication:
    """The WSGI application; one request at a time changes catalogues."""

    def __init__(self, paths: Sequence[Path], sources: PageSources, reviewer: str = "") -> None:
        self.token = secrets.token_urlsafe(24)
        self._paths = list(paths)
        self._sources = sources
        self._reviewer = reviewer
        self.hosts: frozenset[str] = frozenset()
        """What `Host` may say, as `127.0.0.1:8000`."""
        self._shown: list[str] = []
        """The sheets of the page in their order."""
        self._catalogues = CatalogueTargets(paths, sources.root, sources.settings.layout)
        self._lock = threading.Lock()
        self._journal = Journal()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request, as WSGI says (PEP 3333)."""
        return self._respond(Request(environ))(environ, start_response)

    def _respond(self, request: Request) -> Response:
        try:
            return _guarded(self._answer(request))
        except HTTPException as error:
            return _guarded(_json({"error": error.description}, error.code or 500))
        except L10nError as error:
            if request.method == "POST":  # by the page's script
                return _guarded(_json({"error": f"{error.message}: {error.hint}".strip(": ")}, 500))
            told = f"{error.message}\n{error.hint}\n"
            return _guarded(Response(told, 500, content_type="text/plain; charset=utf-8"))

    def _answer(self, request: Request) -> Response:
        self._check(request)
        match request.method, request.path.removeprefix(f"/{self.token}/"):
            case (("GET" | "HEAD"), ""):
                with self._lock:
                    shown, errors = page(self._paths, self._sources, self._reviewer, served=True)
                    self._shown = [sheet.path for sheet in shown.sheets]
                headers = {"Content-Security-Policy": header(served=True)}
                problems = tuple(f"{error.message}: not shown" for error in errors)
                return Response(
                    render(replace(shown, problems=problems)), content_type="text/html; charset=utf-8", headers=headers
                )
            case "POST", "save":
                return _json({"results": self._save(_body(request))})
            case "POST", "undo":
                return _json({"results": [self._undo(_body(request))]})
            case _:
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

    def _save(self, body: bytes) -> list[dict[str, Any]]:
        try:
            patch = patches.loads(body, "the request")
            by = reviewer(replace(patch, made=now()), now())
        except L10nError as error:
            raise BadRequest(error.message) from None
        answers = []
        examiner = Examiner(self._sources.settings)
        with self._lock:
            for decision in patch.decisions:
                path = self._catalogues.find(decision.catalogue, decision.document, decision.language)
                if path is None:
                    answers.append(_answer(decision.catalogue, decision.key, Outcome.REFUSED, UNKNOWN))
                    continue
                try:
                    (result,) = patiently(partial(save, path, [decision], by, examiner))
                except L10nError as error:  # the others may be saved all the same
                    answers.append(_answer(decision.catalogue, decision.key, Outcome.REFUSED, error.message))
                    continue
                self._journal.note(path, result)
                doubts = [doubt.name for doubt in result.doubts]
                answers.append({**self._told(path, decision.key, result.outcome, result.reason), "doubts": doubts})
        return answers

    def _undo(self, body: bytes) -> dict[str, Any]:
        try:
            value = json.loads(body)
            name, wanted, old = (str(value[part]) for part in ("catalogue", "key", "old"))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise BadRequest("name catalogue, key and old") from None
        path = self._catalogues.named(name)
        if path is None:
            return _answer(name, wanted, Outcome.REFUSED, UNKNOWN)
        with self._lock:
            try:
                outcome = patiently(partial(self._journal.undo, path, wanted, old))
            except L10nError as error:
                return _answer(name, wanted, Outcome.REFUSED, error.message)
            reason = _NOT_UNDONE if outcome is Outcome.REFUSED else ""
            return self._told(path, wanted, outcome, reason)

    def settle(self) -> None:
        """Wait until nothing is being saved."""
        self._lock.acquire(timeout=2 * PATIENCE)

    def _told(self, path: Path, wanted: str, outcome: Outcome, reason: str) -> dict[str, Any]:
        """The answer, with the row as it is now."""
        name = catalogue_name(path, self._sources.root)
        sheet = self._shown.index(name) if name in self._shown else 0
        return _answer(name, wanted, outcome, reason, single_row(path, wanted, sheet, self._sources))


def _body(request: Request) -> bytes:
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("send JSON")
    if request.content_length is None or request.content_length > LARGEST:
        raise RequestEntityTooLarge(f"at most {LARGEST} bytes, and say how many")
    return request.get_data()


def _answer(name: str, wanted: str, outcome: Outcome, reason: str, row: PageRow | None = None) -> dict[str, Any]:
    return {
        "catalogue": name,
        "key": wanted,
        "outcome": outcome.value,
        "reason": reason,
        "row": asdict(row) if row else None,
    }


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
