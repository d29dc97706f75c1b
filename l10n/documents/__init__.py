"""Source files, and articles made of them: one module a format, found by its suffixes; nothing has to be registered.

A format says where in the bytes of a file its texts are, and how a text is written there. Nothing is ever made anew
from a tree: what is written is the file with other bytes in some spans (`splice`), so with its own texts as translation
it is the same file, byte for byte, and everything that no format knows about stays as it is.

A format's module has

- `SUFFIXES`: of its files, with the dot and in small letters, a literal in one line: it is read without the module;
- `INLINE`, as literally: the form in which translators see inline elements in its texts, see `l10n.documents.inline`;
- `read(data, path, split, fields)`: what is in the file. `path` is for messages only. `split` gives the spans of the
  sentences of a text, in characters; it is for formats that tell a heading by its looks alone. `fields` are the keys of
  front matter whose values are texts, for formats that have any. Raises L10nError, with the line, for what is not in
  this format, and for an empty file; one with nothing to translate has no blocks;
- `changes(document, renderings, language)`: what of the file gives way to what, in the file's order; there is a
  rendering for each segment. One that is its segment unchanged changes nothing, and one that is left out leaves no
  hole. In a strict one all is escaped that might be taken for markup and is none of the source's. With a `language`,
  what names the language of the file (`lang="de"`) names this one;
- `encode(text, before, after)`: the bytes of such a text between the bytes of the file before and after it, which may
  decide about the encoding. Never raises: what cannot be written becomes `?`;
- `skeleton(data)`: all that is structure and not words, comparable with that of another file. Never raises for what
  was spliced into a file that could be read.

It may spare work when an article is compared with its source:

- `outline(data)`: files with equal outlines have equal skeletons; of files with different ones, or of one of which it
  is None, only the skeletons tell. Never raises where `skeleton` does not.
- `NAMES_LANGUAGE`: False if no file says in which language it is, so that `changes` does the same for all.

It may say where whole texts can be put that are not in the source, see `l10n.building.positions`:

- `edges(data)`: the byte offsets at which the text begins and ends, as behind front matter or `<body>` and before
  `</body>`; without it, that of the file, behind its byte order mark, and its end. Raises L10nError for no text at all;
- `page(data, position)`: the same of the page with this byte, in a file of several pages, with which sections end;
- `opening(data, start)`: where the block whose first piece starts there begins with its markup, as `<h2>`; without it,
  that of its line;
- `ADDITIONS`: the format in which such texts are written, if it is another;
- `refuse_addition(text, path)`: raises L10nError for one of this path that would break the file.

It may have room for a notice to readers that is not in the source, see `l10n.building.notices`:

- `with_notice(data, words, language)`: a finished file, or archive, with this notice where readers see it first, as
  words and not as markup, and where the format has metadata, in these, too, or there alone if nobody reads a text from
  its beginning. `words` are one line in the `language`. The rest of the file stays as it is; all of it, if it has no
  room.

A format of which the files are archives (`l10n.documents.archive`) has

- `unpack(data, path)`: the members with texts, joined: what its other functions get in place of the file, and what all
  offsets count in. Raises L10nError as `read` does. There are no lines in such a file: all of them are 0. Whole texts
  can be put into it if it has `ADDITIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Protocol, cast

from l10n import plugins
from l10n.config import FRONT_MATTER
from l10n.documents.advice import advice
from l10n.documents.splice import Change
from l10n.errors import L10nError
from l10n.model import Block, Document, Remark
from l10n.model.rendering import Rendering

SHARED = {
    "advice",
    "aligning",
    "archive",
    "encoding",
    "file",
    "inline",
    "layout",
    "lines",
    "notice",
    "office",
    "paragraphs",
    "replacing",
    "spans",
    "splice",
    "subtitles",
    "switches",
    "wrapping",
    "xml",
}
"""What formats have in common."""
_FAMILY = "l10n.documents"

Split = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format has read in a file."""

    text: str
    """What the offsets of blocks count in, see `Document.text`."""
    blocks: tuple[Block, ...]
    """In the order of the file, without segments; a block may stand within a tag that is a piece of another."""
    remarks: tuple[Remark, ...] = ()
    """What somebody may not have meant so."""


class Format(Protocol):
    """The module of a format; see above what its functions promise."""

    SUFFIXES: tuple[str, ...]
    INLINE: str

    @staticmethod
    def read(data: bytes, path: Path, split: Split, fields: Collection[str] = FRONT_MATTER) -> Reading:
        """The blocks of a file."""

    @staticmethod
    def changes(document: Document, renderings: Sequence[Rendering], language: str | None = None) -> Iterable[Change]:
        """What is to be changed of the file, in its order."""

    @staticmethod
    def encode(text: str, before: memoryview, after: memoryview) -> bytes:
        """The bytes of a text that is to stand between these."""

    @staticmethod
    def skeleton(data: bytes) -> Hashable:
        """The structure of a file, without its words."""


def unpacked(form: Format, data: bytes, path: Path) -> bytes:
    """What the functions of the format are to get of this file: its bytes, or the members of the archive that it is."""
    unpack = getattr(form, "unpack", None)
    return cast("bytes", unpack(data, path)) if unpack else data


def suffixes() -> Mapping[str, str]:
    """The name of the format that has each suffix, in alphabetical order of these names."""
    return _suffixes(tuple(__path__))


@cache
def inline_form(name: str) -> str:
    """The name of the form of inline elements in texts of this format, without loading the format."""
    return cast("str", plugins.constant(_FAMILY, name, "INLINE"))


def named(name: str) -> Format:
    """The format with this name; L10nError for an unknown one."""
    if name not in suffixes().values():
        raise L10nError(f"unknown format '{name}'", f"l10n reads {_listed()}")
    return _named(tuple(__path__), name)


def format_of(path: Path) -> str:
    """The name of the format that has the file's suffix; L10nError, with what to do, if none has."""
    suffix = path.suffix.lower()
    name = suffixes().get(suffix, "")
    if not name:
        what = f"files {suffix} are of no format that l10n reads" if suffix else "has no suffix that tells its format"
        raise L10nError(f"{path}: {what}", f"{advice(suffix)}l10n reads {_listed()}")
    return name


@cache
def _named(_folders: tuple[str, ...], name: str) -> Format:
    """To look for it in the folders takes longer than to build the article of a small file."""
    return cast("Format", plugins.load(_FAMILY, name))


@cache
def _suffixes(_folders: tuple[str, ...]) -> Mapping[str, str]:
    names = plugins.names(_FAMILY)
    return {suffix: name for name in names for suffix in plugins.constant(_FAMILY, name, "SUFFIXES")}


def _listed() -> str:
    by_name = groupby(suffixes().items(), key=itemgetter(1))
    return ", ".join(f"{name} ({' '.join(suffix for suffix, _ in own)})" for name, own in by_name)
