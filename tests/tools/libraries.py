"""Python libraries on which web sites and editors for translators stand."""

from __future__ import annotations

from pathlib import Path

import polib
from babel.messages.frontend import CommandLineInterface

from tests.tools import call_module, needs


def pybabel(path: Path, template: Path, language: str) -> None:
    """`pybabel update --previous`."""
    options = ("--previous", "--input-file", template, "--output-file", path, "--locale", language)
    assert not CommandLineInterface().run(["pybabel", "--quiet", "update", *map(str, options)])  # type: ignore[no-untyped-call]


def polib_save(path: Path, width: int) -> None:
    """polib reads and saves, comments wrapped, too; 78 columns are its default."""
    polib.pofile(str(path), wrapwidth=width, encoding="utf-8").save()


def moz_l10n(path: Path) -> None:
    """moz.l10n, the library of Pontoon, reads and serializes."""
    needs("moz")
    from moz.l10n.resource import parse_resource, serialize_resource

    text = "".join(serialize_resource(parse_resource(str(path))))
    path.write_text(text, encoding="utf-8", newline="")


def translate_toolkit(path: Path) -> None:
    """Translate Toolkit reads and saves, as Virtaal does and what stands on it."""
    needs("translate")
    from translate.storage import pypo

    pypo.pofile.parsefile(str(path)).save()


def translate_toolkit_edit(path: Path, msgid: str, text: str, width: int = 77) -> None:
    """Somebody types one text in Weblate, which writes PO files with Translate Toolkit, wrapped at `po_line_wrap`."""
    needs("translate")
    from translate.storage import pypo

    store = pypo.pofile.parsefile(str(path))
    store.wrapper.width = width
    store.findunit(msgid).target = text
    store.save()


def posegment(path: Path) -> None:
    """Translate Toolkit splits entries into sentences, which ours are already."""
    call_module("translate.tools.posegment", "--progress=none", path, path)


def pot2po(template: Path, path: Path) -> None:
    """Translate Toolkit begins a catalogue for a new language."""
    call_module("translate.convert.pot2po", "--progress=none", template, path)
