"""One file that needs nothing else: no script, nothing from the network, and a policy in it that would stop both.

Light or dark as the reader's system is, in one column on a phone, fit for printing. Where the pointer is on a sentence,
its counterpart is marked, too. A picture is shown by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from l10n.building.editions import LEGEND, Edition, words
from l10n.building.looks import BREAK, LINK, PICTURE, Run
from l10n.languages import record
from l10n.model import BlockKind, PieceKind
from l10n.reports.html import policy, templates

SUFFIX = ".html"
FORMAT = "html"
_SCHEMES = frozenset(("http", "https", "mailto"))
"""Of links that can be followed; all others run a program or are of no use here."""
_SCHEME = re.compile(r"([^:/?#]*):")
_IGNORED = re.compile(r"[\0-\x20\x7f]+")
"""What a browser takes out of an address, or leaves out before it (URL Standard, section 4.4)."""


def page(edition: Edition) -> str:
    """The file's text."""
    environment = templates("l10n.building.editions")
    environment.filters |= {"markup": _markup, "lines": _lines, "kebab": lambda kind: kind.replace(" ", "-")}
    blocks = edition.blocks
    count = max((len(block.source) for block in blocks), default=0)
    style = environment.get_template("bilingual.css").render(count=count)
    return environment.get_template("bilingual.html").render(
        title=_title(edition),
        sides=[_side(edition.source_language), _side(edition.language)],
        blocks=blocks,
        legend=LEGEND if edition.marked else "",
        style=Markup(style),  # noqa: S704  # ours, and with `<` in it the digest would be another
        policy=policy(style),
    )


def _title(edition: Edition) -> str:
    """That of the translation, if there is one."""
    titles = [block for block in edition.blocks if block.source and (block.level or block.kind is BlockKind.TITLE)]
    title = min(titles, key=lambda block: block.level != 1, default=None)
    return (words(title.target) or words(title.source)) if title else edition.document.name


def _side(lang: str) -> dict[str, str]:
    """A column: code, direction, and what the language calls itself."""
    return {"lang": lang, "dir": record(lang).direction, "name": record(lang).own_name}


def _lines(gap: str) -> Markup | str:
    return Markup("<br>") if gap == "\n" else gap


def _markup(runs: Iterable[Run]) -> Markup:
    """A sentence."""
    return Markup("").join(map(_run, runs))


def _run(run: Run) -> Markup | str:
    if run.element == BREAK:
        return Markup("<br>")
    if run.kind is PieceKind.CLOSE:
        return Markup("</{}>").format(_name(run)) if _name(run) else ""
    start = _start(run)
    if run.kind is PieceKind.OPEN or not start:
        return start or run.words
    return Markup("{}{}</{}>").format(start, run.words, _name(run))


def _start(run: Run) -> Markup | str:
    name = _name(run)
    if name == LINK:
        return Markup('<a href="{}">').format(run.address)
    if run.element == PICTURE:
        return Markup('<span class="picture">')
    return Markup("<{}>").format(name) if name else ""


def _name(run: Run) -> str:
    """The element that it is on the page."""
    if run.element == LINK:
        return LINK if _leads_on(run.address) else ""
    return "span" if run.element == PICTURE else run.element


def _leads_on(address: str) -> bool:
    """A link may lead there."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return bool(address.strip()) and (not scheme or scheme[1].lower() in _SCHEMES)
