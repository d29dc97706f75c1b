"""HTTP with the standard library: http and https only, through the proxies of the environment, never without an end."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

BUSY = (408, 425, 429, 500, 502, 503, 504)
"""Answers that may be better a moment later."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server; seconds."""

    timeout: float = 30
    """How long to wait for the connection, and for each piece of the answer."""
    retries: int = 3
    """How often a cut download is taken up again."""
    pause: float = 1
    """Before the first retry; doubled for each further one."""


class WebError(Exception):
    """The address gave no usable answer; the text says why, `passing` whether another try may do better."""

    def __init__(self, reason: str, *, passing: bool = False) -> None:
        super().__init__("".join(letter for letter in reason if letter.isprintable()))
        self.passing = passing


class Response:
    """An answer; to be closed."""

    def __init__(self, raw: http.client.HTTPResponse) -> None:
        self._raw = raw
        self.status = raw.status
        self.headers = raw.headers

    def read(self, limit: int) -> bytes:
        """Read at most `limit` bytes, nothing at the end; raises WebError."""
        try:
            return self._raw.read(limit)
        except (OSError, http.client.HTTPException) as error:
            raise WebError(_reason(error), passing=True) from error

    def close(self) -> None:
        """Also cuts an answer that is not read to its end."""
        self._raw.close()


def open_address(address: str, timeout: float, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to GET, whatever its status below 400, and 416; WebError for anything else."""
    if not is_web_address(address):
        raise WebError("not an http or https address")
    try:
        request = urllib.request.Request(address, headers={"User-Agent": "l10n", **(headers or {})})  # noqa: S310 - checked above
        return Response(_opener().open(request, timeout=timeout))
    except urllib.error.HTTPError as error:
        error.close()
        raise WebError(f"{error.code} {error.msg}".strip(), passing=error.code in BUSY) from error
    except (OSError, http.client.HTTPException) as error:
        raise WebError(_reason(error), passing=True) from error
    except ValueError as error:
        raise WebError(f"not a usable address: {error}") from error


def is_web_address(address: str) -> bool:
    """True for http:// and https:// with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and address.isprintable() and " " not in address


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to web addresses only, and never from https back to http: packages have no signature."""

    def redirect_request(  # type: ignore[override]  # typeshed's names differ from CPython's
        self,
        req: urllib.request.Request,
        fp: http.client.HTTPResponse,
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Raises WebError instead of following."""
        if not is_web_address(newurl) or (req.type == "https" and urlsplit(newurl).scheme == "http"):
            fp.close()
            raise WebError(f"redirects to {newurl}, which is refused")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Answers(urllib.request.HTTPErrorProcessor):
    """416 is an answer to a Range, not an error."""

    def http_response(
        self, request: urllib.request.Request, response: http.client.HTTPResponse
    ) -> http.client.HTTPResponse:
        """Do as the base class does, but let 416 pass."""
        return response if response.status == 416 else super().http_response(request, response)

    https_response = http_response


def _opener() -> urllib.request.OpenerDirector:
    """Built by hand: urllib's own opener also reads file:, ftp: and data: addresses."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Answers(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    match cause:
        case TimeoutError():
            return "no answer in time"
        case http.client.IncompleteRead() | http.client.RemoteDisconnected() | ConnectionResetError():
            return "connection cut"
        case OSError() if cause.strerror:
            return cause.strerror
        case _:
            return str(cause) or type(cause).__name__
