"""One file that needs nothing else: no script, nothing from the network, and a policy in it that would stop both.

Light or dark as the reader's system is, in one column on a phone, fit for printing. Where the pointer is on a sentence,
its counterpart is marked, too.
"""

from __future__ import annotations

from markupsafe import Markup

from l10n.building.editions import LEGEND, Edition, words
from l10n.languages import record
from l10n.reports.html import policy, templates

SUFFIX = ".html"


def page(edition: Edition) -> str:
    """The file's text."""
    environment = templates("l10n.building.editions")
    blocks = edition.blocks
    count = max(len(block.source) for block in blocks)
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
    title = next((block for block in edition.blocks if block.level), None)
    return (words(title.target) or words(title.source)) if title else edition.document.name


def _side(lang: str) -> dict[str, str]:
    """A column: code, direction, and what the language calls itself."""
    return {"lang": lang, "dir": record(lang).direction, "name": record(lang).own_name}
