"""What packages there are: the Argos package index, one JSON file on the web."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from l10n.engines.argos.packages import metadata, settings, web
from l10n.engines.argos.packages.store import version_order
from l10n.errors import PackageError

_LARGEST = 16 * 1024 * 1024
_OFFLINE = "check the network, or install from a file: l10n packages install FILE.argosmodel"


@dataclass(frozen=True, slots=True)
class Available:
    """A package of the index; `links` are web addresses of the same archive, in the order to try."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]

    @property
    def pair(self) -> str:
        """`de-en`."""
        return f"{self.source}-{self.target}"

    @property
    def name(self) -> str:
        """`de-en-1.0`."""
        return f"{self.pair}-{self.version}"


def available(index_url: str | None = None, *, timeout: float = 30) -> list[Available]:
    """The newest version of each pair, sorted; entries that make no sense are passed over.

    Without `index_url` the index is the one set for Argos. Raises PackageError; `timeout` in seconds.
    """
    address = index_address(index_url or settings.index_setting())
    packages = sorted(_entries(address, _fetched(address, timeout)), key=lambda each: version_order(each.version))
    newest = {(package.source, package.target): package for package in packages}
    return [newest[pair] for pair in sorted(newest)]


def index_address(base: str) -> str:
    """The address of the JSON file: `base` itself, or index.json in the folder `base`. PackageError if not http(s)."""
    if not web.is_web_address(base):
        raise PackageError(f"{base}: not a package index", "give an http or https address, see ARGOS_PACKAGE_INDEX")
    return base if base.endswith(".json") else f"{base.rstrip('/')}/index.json"


def _fetched(address: str, timeout: float) -> bytes:
    try:
        with closing(web.open_address(address, timeout)) as response:
            data = b""
            while len(data) <= _LARGEST and (chunk := response.read(1 << 16)):
                data += chunk
    except web.WebError as error:
        raise PackageError(f"{address}: cannot read the package index: {error}", _OFFLINE) from error
    return data


def _entries(address: str, data: bytes) -> Iterator[Available]:
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        raise PackageError(f"{address}: not a package index (no JSON list)", "check ARGOS_PACKAGE_INDEX")
    for entry in entries:
        if isinstance(entry, dict) and (package := _entry(entry)):
            yield package


def _entry(entry: dict[str, object]) -> Available | None:
    listed = entry.get("links")
    links = tuple(link for link in listed if isinstance(link, str)) if isinstance(listed, list) else ()
    links = tuple(filter(web.is_web_address, links))
    try:
        if not links or not metadata.is_translation(entry):
            return None
        about = metadata.from_fields(entry)
    except ValueError:
        return None
    return Available(about.source, about.target, about.version, links)
