"""How renderers of Markdown make anchors of the words of headings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

_KEPT = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Nd", "Mn", "Mc", "Me", "Pc"))
"""Unicode's categories of what GitHub leaves in an anchor."""
_COUNTED = re.compile(r"(.*)_([0-9]{1,1000})", re.DOTALL)


class AnchorRules(StrEnum):
    """Whose rules."""

    GITHUB = "github"
    """GitHub, GitLab, Hugo, Docusaurus, mdBook, MyST."""
    PANDOC = "pandoc"
    PYTHON_MARKDOWN = "python-markdown"
    """MkDocs, with letters of ASCII alone."""
    OFF = "off"
    """Links stay as they are."""


def _github(words: str) -> str:
    kept = "".join(sign for sign in words.strip().lower() if sign in "- " or unicodedata.category(sign) in _KEPT)
    return kept.replace(" ", "-")


def _pandoc(words: str) -> str:
    kept = "".join(sign for sign in words.lower() if sign.isalnum() or sign.isspace() or sign in "_-.")
    start = next((number for number, sign in enumerate(kept) if sign.isalpha()), len(kept))
    return "-".join(kept[start:].split()) or "section"


def _python_markdown(words: str) -> str:
    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_words).strip().lower())


def _with_hyphens(slugs: Iterable[str]) -> Iterator[str]:
    """The second of equal ones ends with `-1`."""
    counts: Counter[str] = Counter()
    for slug in slugs:
        made = slug
        while made in counts:
            counts[slug] += 1
            made = f"{slug}-{counts[slug]}"
        counts[made] = 0
        yield made


def _with_underscores(slugs: Iterable[str]) -> Iterator[str]:
    """The second of equal ones, and the first of empty ones, end with `_1`."""
    following = {"": "_1"}  # for each that is taken, one at or before the first that is not
    for slug in slugs:
        made, passed = slug, []
        while made in following:
            passed.append(made)
            made = following[made]
        yield made
        following |= dict.fromkeys((*passed, made), _counted_on(made))


def _counted_on(slug: str) -> str:
    counted = _COUNTED.fullmatch(slug)
    return f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{slug}_1"


RULES: Mapping[AnchorRules, Callable[[Sequence[str]], Iterator[str]]] = {
    AnchorRules.GITHUB: lambda texts: _with_hyphens(map(_github, texts)),
    AnchorRules.PANDOC: lambda texts: _with_hyphens(map(_pandoc, texts)),
    AnchorRules.PYTHON_MARKDOWN: lambda texts: _with_underscores(map(_python_markdown, texts)),
}
