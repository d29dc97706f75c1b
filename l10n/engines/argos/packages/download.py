"""Fetching one archive: link after link, taking up again where a broken download stopped."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from l10n.engines.argos.packages.web import Patience, Response, WebError, open_address
from l10n.engines.argos.packages.workplace import reporting
from l10n.errors import PackageError
from l10n.model.events import Progress

LARGEST = 2 * 1024**3
"""Bytes; the packages of the official index have about 100 MB."""
_CHUNK = 1 << 16


Told = Iterator[Progress]
"""How far a download is, in bytes; they become fewer where it begins anew."""


@dataclass(frozen=True, slots=True)
class _Provenance:
    """Where the bytes of a `.part` file are from; only the same file of the same server may continue them."""

    link: str
    validator: str
    """Strong ETag or Last-Modified, for If-Range (RFC 9110, 13.1.5); empty if the server gave neither."""


@dataclass(frozen=True, slots=True)
class Download:
    """One archive on its way to `part`; `origin` of the bytes there is kept beside it."""

    name: str
    part: Path
    patience: Patience
    largest: int = LARGEST

    @property
    def _note(self) -> Path:
        return self.part.with_name(f"{self.part.name}.json")

    def fetch(self, links: Sequence[str], accept: Callable[[Path], object]) -> Generator[Progress, None, str]:
        """Fill `part`, tell how far it is, and return the link that worked.

        What is there stays on failure and Ctrl-C, for the next run.
        `accept` raises PackageError for a file of no use: servers also answer with a page that says sorry.
        Raises PackageError naming each link and its failure, and WriteError.
        """
        begun = self._origin()
        failures = []
        for link in sorted(dict.fromkeys(links), key=lambda link: begun is None or link != begun.link):
            try:
                yield from self._persist(link)
                accept(self.part)
            except WebError as error:
                failures.append(f"{link}: {error}")
            except PackageError as error:
                failures.append(f"{link}: {error.message.removeprefix(f'{self.part}: ')}")
                self.discard()
            else:
                return link
        if not self._done():
            self.discard()
        raise PackageError(
            f"{self.name}: cannot be downloaded: {'; '.join(failures) or 'no links'}",
            "run again to continue, or install from a file: l10n packages install FILE.argosmodel",
        )

    def discard(self) -> None:
        """Forget what was downloaded."""
        with reporting(self.part):
            self.part.unlink(missing_ok=True)
            self._note.unlink(missing_ok=True)

    def _persist(self, link: str) -> Told:
        for attempt in range(self.patience.retries + 1):
            try:
                yield from self._attempt(link)
                return
            except WebError as error:
                if not error.passing or attempt == self.patience.retries:
                    raise
            time.sleep(self.patience.pause * 2**attempt)

    def _attempt(self, link: str) -> Told:
        origin = self._origin()
        done = self._done() if origin and origin.validator and origin.link == link else 0
        headers = {"Range": f"bytes={done}-", "If-Range": origin.validator} if origin and done else {}
        with closing(open_address(link, self.patience.timeout, headers)) as response:
            match response.status:
                case 200:
                    yield from self._receive(response, link, 0, _number(response.headers.get("Content-Length")))
                case 206 if origin and done:
                    total = self._continued(response, origin, done)
                    yield from self._receive(response, link, done, total)
                case 416 if done and _content_range(response) == (None, done):
                    yield self._progress(done, done)  # cut exactly at the end: all is there
                case status:
                    self.discard()
                    raise WebError(f"unexpected answer {status}", passing=bool(done))

    def _continued(self, response: Response, origin: _Provenance, done: int) -> int | None:
        """The total size, if this answer does continue what is there."""
        start, total = _content_range(response)
        if start != done or _validator(response) not in ("", origin.validator):
            self.discard()
            raise WebError("the server does not continue where it stopped", passing=True)
        return total

    def _receive(self, response: Response, link: str, done: int, total: int | None) -> Told:
        if (encoding := response.headers.get("Content-Encoding", "identity")) != "identity":
            raise WebError(f"sent encoded ({encoding}), not as it is")
        with reporting(self.part), self.part.open("ab" if done else "wb") as file:
            if not done:  # the old bytes are gone by now, so they never pass for bytes of this origin
                self._note.write_text(json.dumps(asdict(_Provenance(link, _validator(response)))), encoding="utf-8")
            self._check_size(total or done)
            yield self._progress(done, total)
            while chunk := response.read(_CHUNK):
                file.write(chunk)
                done += len(chunk)
                self._check_size(done)
                yield self._progress(done, total)
        if total is not None and done != total:
            raise WebError(f"cut after {done} of {total} bytes", passing=True)

    def _progress(self, done: int, total: int | None) -> Progress:
        return Progress(self.name, done, total, "bytes")

    def _check_size(self, size: int) -> None:
        if size > self.largest:
            self.discard()
            raise WebError(f"larger than {self.largest} bytes")

    def _done(self) -> int:
        return self.part.stat().st_size if self.part.is_file() else 0

    def _origin(self) -> _Provenance | None:
        try:
            note = json.loads(self._note.read_bytes())
            return _Provenance(str(note["link"]), str(note["validator"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None


def _validator(response: Response) -> str:
    """A weak ETag (`W/"…"`) may not be used with If-Range."""
    tag: str = response.headers.get("ETag", "")
    return tag if tag.startswith('"') else response.headers.get("Last-Modified", "")


def _content_range(response: Response) -> tuple[int | None, int | None]:
    """Start and total of `bytes 5-9/10`, `bytes 5-9/*` or `bytes */10`."""
    match = re.fullmatch(
        r"bytes (?:(\d{1,18})-\d{1,18}|\*)/(?:(\d{1,18})|\*)", response.headers.get("Content-Range", "")
    )
    return (_number(match[1]), _number(match[2])) if match else (None, None)


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[0-9]{1,18}", text) else None
