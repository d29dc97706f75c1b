"""Serves a catalogue without a browser, and decides so many of its entries, one request each; any version of l10n.

python tests/benchmarks/deciding.py FILE.po COUNT
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from werkzeug.test import Client

from l10n import config
from l10n.catalogue import po
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.review import key
from l10n.checking.settings import of_project
from l10n.model import Entry
from l10n.review.page import PageSources
from l10n.review.wsgi import ReviewApplication

_HOST = "127.0.0.1"


def main(path: Path, count: int) -> None:
    """Send back, with a new text, every fifth entry that has one."""
    settings = config.load(path.parent)
    application = ReviewApplication([path], PageSources(settings.root, of_project(settings, "de")), "Anna Muster")
    application.hosts = frozenset({_HOST})
    client = Client(application)
    chosen = [entry for entry in po.read(path).active if entry.msgstr][::5][:count]
    for entry in chosen:
        address = f"http://{_HOST}/{application.token}/save"
        response = client.post(address, json=_patch(path.name, entry), headers={"Host": _HOST})
        (result,) = response.get_json()["results"]
        if result["outcome"] != "changed":
            sys.exit(f"{response.status}: {result}")


def _patch(name: str, entry: Entry) -> dict[str, Any]:
    decision = {"catalogue": name, "document": "", "language": "ru", "key": key(entry), "old": fingerprint(entry)}
    what = {"verdict": "approve", "texts": [f"{entry.msgstr} Да."], "note": "", "source": entry.msgid[:20]}
    head = {"format": "l10n-review-patch", "version": 1, "page": "", "reviewer": "Anna Muster"}
    return {**head, "made": "2026-01-31T12:00:00Z", "entries": [{**decision, **what, "despite": _DOUBTS}]}


_DOUBTS = [
    "language",
    "names",
    "numbers",
    "source-left",
    "end-punctuation",
    "homoglyphs",
    "foreign-letters",
    "outdated",
]

if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
