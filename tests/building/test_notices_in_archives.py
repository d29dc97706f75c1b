"""A notice in files that are archives, by the command: other programs read it, and it goes when all is reviewed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import odfdo
import pptx as python_pptx
import pytest
from ebooklib import epub

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.languages import LANGUAGES
from l10n.model import Draft, Entry, Leg
from tests.conftest import Run
from tests.documents.epub.books import XHTML, book
from tests.documents.office import odf_files

RUSSIAN = LANGUAGES["ru"].notice
TEXT = "Das Haus ist alt."


def _docx(path: Path) -> None:
    document = python_docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(path))


def _pptx(path: Path) -> None:
    presentation = python_pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = TEXT
    presentation.save(str(path))


def _odt(path: Path) -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Paragraph(TEXT))
    document.save(path)


def _said_by_odf(path: Path) -> list[str]:
    document = odfdo.Document(path)
    return [document.meta.description or "", document.body.paragraphs[0].inner_text]


def _epub(path: Path) -> None:
    page = f"{XHTML}><head><title>Tier</title></head><body><p>{TEXT}</p></body></html>"
    path.write_bytes(book(dict.fromkeys(("OEBPS/text/a b.xhtml", "OEBPS/b.xhtml"), page)))


def _said_by_book(path: Path) -> list[str]:
    read = epub.read_epub(path)
    return [read.get_metadata("DC", "description")[0][0], read.get_item_with_href("text/a b.xhtml").content.decode()]


def _said_by_word(path: Path) -> list[str]:
    document = python_docx.Document(str(path))
    return [document.core_properties.comments, document.paragraphs[0].text]


FORMATS: dict[str, tuple[Callable[[Path], object], Callable[[Path], list[str]]]] = {
    "docx": (_docx, _said_by_word),
    "pptx": (_pptx, lambda path: [python_pptx.Presentation(str(path)).core_properties.comments]),
    "odt": (_odt, _said_by_odf),
    "epub": (_epub, _said_by_book),
}


def _draft(run: Run, name: str) -> Path:
    """The catalogue, full of drafts."""
    run("update", name, "--to", "ru")
    path = Path("locales", "ru", "LC_MESSAGES", name).with_suffix(".po")
    catalogue = po.read(path)
    po.write(path, replace(catalogue, entries=tuple(map(_drafted, catalogue.entries))))
    return path


def _drafted(entry: Entry) -> Entry:
    text = "<a>Дом</a>" if "<a>" in entry.msgid else "Дом старый."
    return drafted(entry, Draft("argos", (Leg("de-ru-1.0", text, -0.5),)))


@pytest.mark.parametrize("suffix", FORMATS)
def test_other_programs_read_it_until_all_is_reviewed(run: Run, project: Path, suffix: str) -> None:
    make, said = FORMATS[suffix]
    name = f"a.{suffix}"
    make(Path(name))
    catalogue = _draft(run, name)
    built = Path("build", "ru", name)
    run("build", name, "--to", "ru", "--fallback", "draft")
    plain = built.read_bytes()
    told = run("build", name, "--to", "ru", "--fallback", "draft", "--notice").stderr
    assert "machine text that nobody has reviewed" in told
    assert "no room" not in told
    assert all(RUSSIAN in text for text in said(built))
    run("review", "approve", catalogue, "--entries", "all", "--by", "Anna", "--force")
    assert run("build", name, "--to", "ru", "--notice").stderr == ""
    assert built.read_bytes() == plain


@pytest.mark.parametrize("name", ["a.srt", "a.odp"])
def test_a_file_without_room_is_told(run: Run, project: Path, name: str) -> None:
    page = f"<draw:page>{odf_files.p(TEXT)}</draw:page>"
    files = {
        "a.srt": f"1\n00:00:01,000 --> 00:00:03,000\n{TEXT}\n".encode(),
        "a.odp": odf_files.odt(page, kind="presentation", mimetype=odf_files.TYPE.replace("text", "presentation")),
    }
    Path(name).write_bytes(files[name])
    _draft(run, name)
    told = run("build", name, "--to", "ru", "--fallback", "draft", "--notice").stderr
    assert told.endswith("in 1 of 1 segment; the file has no room for a notice\n")
