"""The structure of an HTML file: everything but the words, the languages, and where in its block an inline tag is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from hashlib import blake2b

from l10n.documents.html.elements import LANGUAGES
from l10n.documents.html.scanning import Role, Scanned, scan
from l10n.documents.html.titles import translated
from l10n.documents.html.tokens import TokenKind, attributes
from l10n.model import PieceKind

_UNSAID = LANGUAGES | {"dir"}


def structure(text: str) -> tuple[Hashable, ...]:
    """The tags of blocks in their order, and between them what inline elements there are, each with those around it."""
    parts: list[Hashable] = []
    inside: list[str] = []
    opened = _Opened()
    for scanned in scan(text):
        if scanned.role is Role.BORDER:
            parts += (*sorted(inside), _description(text, scanned))
            inside = []
        elif scanned.kind is not PieceKind.TEXT:
            inside.append(f"{opened.path.hex()} {_description(text, scanned)}")
            opened.enter(scanned)
    return (*parts, *sorted(inside))


class _Opened:
    """The inline elements that are open at a place of the file."""

    def __init__(self) -> None:
        self._opened: list[tuple[str, bytes]] = []
        self._names: Counter[str] = Counter()

    @property
    def path(self) -> bytes:
        """A digest of their names."""
        return self._opened[-1][1] if self._opened else b""

    def enter(self, scanned: Scanned) -> None:
        """Go past a tag."""
        name = scanned.token.name
        if scanned.kind is PieceKind.OPEN:
            path = blake2b(self.path + name.encode("utf-8", "replace"), digest_size=8).digest()
            self._opened.append((name, path))
            self._names[name] += 1
        elif scanned.kind is PieceKind.CLOSE:
            while self._names[name]:
                closed = self._opened.pop()[0]
                self._names[closed] -= 1
                if closed == name:
                    break


def _description(text: str, scanned: Scanned) -> str:
    """A tag without what is translated of it, anything else as it stands."""
    token = scanned.token
    if token.kind is TokenKind.END and scanned.kind is not PieceKind.ALONE:
        return f"</{token.name}>"
    if token.kind is not TokenKind.START:
        return text[scanned.start : scanned.end]
    own = list(attributes(text, token))
    hidden = {attribute.start for attribute in translated(text, token, own)}
    hidden |= {attribute.start for attribute in own if attribute.name in _UNSAID}
    said = [
        f"{attribute.name}={'' if attribute.start in hidden else text[attribute.start : attribute.end]!r}"
        for attribute in own
        if attribute.name != "dir"
    ]
    return " ".join((token.name, *said, text[token.end : scanned.end]))
