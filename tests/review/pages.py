"""Pages to look at: a real article in the middle of its review, and small ones for a single question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from l10n.catalogue import po
from l10n.review import MemoryHint, Page, PageCatalogue, PageFinding, PageRow, PivotText, TermHint, Utf16Span
from tests.conftest import ARTICLE, ROOT

RUSSIAN = PageCatalogue("locales/ru/LC_MESSAGES/article.po", "article", "ru", "Russian")
ENGLISH = PageCatalogue("locales/en/LC_MESSAGES/article.po", "article", "en", "English")
HEBREW = PageCatalogue("locales/he/LC_MESSAGES/article.po", "article", "he", "Hebrew", "rtl")


def digest(*texts: str) -> str:
    """Stands for the hash of what a row shows."""
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def row(number: int, source: str, *texts: str, sheet: int = 0, state: str = "draft") -> PageRow:
    """One without anything to say about it."""
    key = digest(str(sheet), str(number))[:8]
    return PageRow(
        sheet, number, key, digest(source, *texts), source, texts, state, place=f"paragraph 1, sentence {number}"
    )


def page(*rows: PageRow, sheets: Sequence[PageCatalogue] = (RUSSIAN,), **more: object) -> Page:
    """With a reviewer who has a name already."""
    made = Page("page-1", "Article", "2026-01-31T10:00:00Z", "l10n 0.1.0", "de", tuple(sheets), rows, "Anna Muster")
    return replace(made, **more)  # type: ignore[arg-type] # fields of Page


def numbered(count: int, sheet: int = 0) -> tuple[PageRow, ...]:
    """Short drafts that differ."""
    return tuple(row(n, f"Satz {n} steht hier.", f"Предложение {n} здесь.", sheet=sheet) for n in range(1, count + 1))


def span(text: str, part: str) -> Utf16Span:
    """Where the part stands, in UTF-16 code units."""
    before, found, _ = text.partition(part)
    assert found, part
    start = len(before.encode("utf-16-le")) // 2
    return start, start + len(part.encode("utf-16-le")) // 2


def article() -> Page:
    """The article of the seeds in three languages, with everything a page can show in the first Russian entries."""
    sheets = tuple(
        PageCatalogue(f"locales/{code}/LC_MESSAGES/article.po", "article", code, name)
        for code, name in (("ru", "Russian"), ("en", "English"), ("uk", "Ukrainian"))
    )
    rows = [row for number, sheet in enumerate(sheets) for row in _rows(number, sheet.language)]
    for number, edit in enumerate((_first, _second, _third, _fourth, _fifth, _sixth)):
        rows[number] = edit(rows[number])
    title = "Während Putin bellt"
    return Page("article", title, "2026-01-31T10:00:00Z", "l10n 0.1.0", "de", sheets, tuple(rows), "Anna Muster")


def _rows(sheet: int, language: str) -> Iterator[PageRow]:
    folder = ROOT / "locales"
    entries = po.read(folder / language / "LC_MESSAGES" / f"{ARTICLE.stem}.po").entries
    english = po.read(folder / "en" / "LC_MESSAGES" / f"{ARTICLE.stem}.po").entries
    for number, (entry, pivot) in enumerate(zip(entries, english, strict=True), 1):
        yield PageRow(
            sheet,
            number,
            digest(language, entry.msgid)[:8],
            digest(entry.msgid, *entry.texts),
            entry.msgid,
            entry.texts,
            "draft" if number % 4 else "translated",
            place=entry.extracted[0],
            pivot=PivotText(pivot.msgstr, "machine" if number % 3 else "reviewed") if language != "en" else None,
            origin="argos de-en-1.0+en-ru-1.9" if number % 4 else "",
            risk=round((number * 37 % 61) / 100, 2) if number % 4 else None,
        )


def _first(row: PageRow) -> PageRow:
    terms = (TermHint("Moskau", span(row.source, "Moskau"), ("Москва",)),)
    return replace(row, state="reviewed", signed=("Anna Muster 2026-01-30",), origin="", risk=None, terms=terms)


def _second(row: PageRow) -> PageRow:
    text = "Влияние России на своё соседство крошится  - не медленно, а видимо и слышимо."
    dash = PageFinding("dashes", "warning", "hyphen instead of a dash", 0, span(text, " - "), span(row.source, " – "))
    spaces = PageFinding("spaces", "warning", "two spaces", 0, span(text, "  "), fix=text.replace("  ", " "))
    hint = MemoryHint(
        86, row.source.replace("sichtbar und hörbar", "für alle sichtbar"), row.texts[0], "reviewed Anna Muster"
    )
    return replace(row, texts=(text,), old=digest(text), risk=0.41, problems=(spaces, dash), memory=(hint,))


def _third(row: PageRow) -> PageRow:
    text = "Самым ясным сейчас показывает Азербайджан."
    term = TermHint("Aserbaidschan", span(row.source, "Aserbaidschan"), ("Азербайджан",))
    return replace(row, texts=(text,), old=digest(text), risk=0.12, terms=(term,))


def _fourth(row: PageRow) -> PageRow:
    text = "Президент Алиев, обычно не человек ненужных столкновений, показывает Кремлю новую твёрдость."
    terms = (
        TermHint("Ilham Alijew", span(row.source, "Ilham Alijew"), ("Ильхам Алиев",), found=False),
        TermHint("Moskau", span(row.source, "Moskau"), ("Москва",), found=False),
    )
    missing = PageFinding(
        "glossary", "error", "“Ильхам Алиев” is missing", 0, span(text, "Алиев"), span(row.source, "Ilham Alijew")
    )
    rejection = 'Boris Beispiel 2026-01-28: the president has a first name, and it is Moscow, not "Кремль"'
    more = {"problems": (missing,), "terms": terms, "rejections": (rejection,), "state": "edited draft", "risk": 0.63}
    return replace(row, texts=(text,), old=digest(text), origin="", **more)  # type: ignore[arg-type] # fields of Row


def _fifth(row: PageRow) -> PageRow:
    return replace(row, comments=("a headline: keep it short",), state="translated", origin="", risk=None)


def _sixth(row: PageRow) -> PageRow:
    before = row.source.replace("stillschweigend", "seit Jahren")
    hints = (
        MemoryHint(101, row.source, row.texts[0], "reviewed Anna Muster"),
        MemoryHint(78, "Lange ließ Aserbaidschan das durchgehen.", "Азербайджан долго это терпел.", "translated"),
    )
    return replace(row, state="outdated", previous=before, memory=hints, risk=0.3)
