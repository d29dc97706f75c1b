"""The review page: one HTML file that needs no network, and a policy that would stop it from using any."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from l10n.reports import html
from l10n.reports.characters import whole
from l10n.review import Page

SCRIPTS = (
    "start.js",
    "text.js",
    "marks.js",
    "store.js",
    "keeping.js",
    "documents.js",
    "progress.js",
    "filter.js",
    "blocks.js",
    "parts.js",
    "row.js",
    "doubts.js",
    "decide.js",
    "notes.js",
    "undo.js",
    "same.js",
    "patch.js",
    "saving.js",
    "asking.js",
    "keyboard.js",
    "main.js",
)
"""In this order they are one script: each may use what stands before it, and functions from anywhere."""

_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""For what could end the element around it, or means something else to JavaScript than to JSON."""
_ESCAPED = re.compile(f"[{''.join(_ESCAPES)}]")


def render(page: Page) -> str:
    """The whole file; whatever stands in the catalogues stays text."""
    return (
        html.templates("l10n.review")
        .get_template("review.html")
        .render(
            policy=policy(page.served),
            title=whole(page.title),
            words=_words(),
            style=Markup(_style()),  # noqa: S704 - ours
            script=Markup(_script()),  # noqa: S704 - ours
            data=_json(asdict(page)),
            words_data=_json(_words()),
        )
    )


def policy(served: bool) -> str:
    """The page's Content-Security-Policy: nothing but its own style and script, and its own server if it has one."""
    return html.policy(_style(), _script(), served)


def header(served: bool) -> str:
    """The same as the value of an HTTP header, where the page can also refuse to be framed."""
    return f"{policy(served)}; frame-ancestors 'none'"


def _json(data: object) -> Markup:
    text = whole(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return Markup(_ESCAPED.sub(lambda match: _ESCAPES[match[0]], text))  # noqa: S704 - no <, > or & is left


@cache
def _words() -> Mapping[str, str]:
    """All that the page says, by name."""
    words: Mapping[str, str] = json.loads(_text("words.json"))
    return words


@cache
def _style() -> str:
    return _text("review.css")


@cache
def _script() -> str:
    return "\n".join(_text(name) for name in SCRIPTS)


def _text(name: str) -> str:
    r"""With \n as line ends, whatever git made of them: the browser reads them so before it looks at the digest."""
    return (files("l10n.review") / "templates" / name).read_text("utf-8").replace("\r\n", "\n")
