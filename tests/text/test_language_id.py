"""The language of many short texts: told, or nothing claimed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.language_id import identify

KNOWN = {
    "en": ["Open file", "Save _As…", "&Close", "Cannot read %s: %s", "%d files", "Enable the debug mode"],
    "de": ["Datei öffnen", "Speichern unter…", "S&chließen", "%s kann nicht gelesen werden: %s", "%d Dateien"],
    "ru": ["Открыть файл", "Сохранить как…", "&Закрыть", "Не удалось прочитать %s: %s", "%d файлов", "URL и HTTP"],
    "uk": ["Відкрити файл", "Зберегти як…", "&Закрити", "Не вдалося прочитати %s: %s", "%d файлів"],
    "az": ["Faylı aç", "Fərqli saxla…", "&Bağla", "%s oxuna bilmədi: %s", "Sənədlər və şəkillər"],
}
UNKNOWN = {
    "fr": ["Ouvrir le fichier", "Enregistrer sous…", "Impossible de lire %s : %s", "%d fichiers", "Message et page"],
    "nl": ["Bestand openen", "Opslaan als…", "Kan %s niet lezen: %s", "%d bestanden", "Dit is de naam van het bestand"],
    "sv": ["Öppna fil", "Spara som…", "Kan inte läsa %s: %s", "%d filer", "Det går inte att ändra för tillfället"],
    "it": ["Apri file", "Salva con nome…", "Impossibile leggere %s: %s", "%d file", "Non in uso"],
    "tr": ["Dosyayı aç", "Farklı kaydet…", "%s okunamadı: %s", "%d dosya", "Bu işlem geri alınamaz"],
    "uz": ["Faylni ochish", "Boshqacha saqlash…", "%s o‘qilmadi: %s", "%d ta fayl", "Hujjatlar va rasmlar"],
    "pl": ["Otwórz plik", "Zapisz jako…", "Nie można odczytać %s: %s", "%d plików"],
    "bg": ["Отвори файл", "Запази като…", "Не може да се прочете %s: %s", "%d файла", "Въведете името"],
    "be": ["Адкрыць файл", "Захаваць як…", "Немагчыма прачытаць %s: %s", "%d файлаў", "Старонка была адхілена"],
    "sr": ["Отвори датотеку", "Сачувај као…", "Није могуће прочитати %s: %s", "Ово је име датотеке"],
    "kk": ["Файлды ашу", "Қалайша сақтау…", "%s оқу мүмкін емес: %s", "Құжаттар мен суреттер"],
    "zh": ["打开文件", "另存为…", "无法读取 %s:%s", "%d 个文件"],
    "names": ["PDF", "HTTP/2", "Qt", "%s (%d)", "https://example.org/open/the/file", "my_var"],
    "nothing": ["", "%s", "—", "123"],
}


@pytest.mark.parametrize("lang", KNOWN)
def test_languages_that_we_know_are_told(lang: str) -> None:
    assert identify(KNOWN[lang]) == lang


@pytest.mark.parametrize("lang", UNKNOWN)
def test_of_others_nothing_is_claimed(lang: str) -> None:
    assert identify(UNKNOWN[lang]) == ""


def test_a_few_ukrainian_words_without_its_own_letters_are_not_russian() -> None:
    assert identify(["Не вдалось прочитати домен з бази даних", "хост: дисплей використовувати, дозволь"]) == ""


@pytest.mark.parametrize("lang", KNOWN)
@given(order=st.randoms(use_true_random=False), words=st.lists(st.sampled_from(UNKNOWN["names"]), max_size=3))
def test_neither_order_nor_technical_terms_count(lang: str, order: st.Random, words: list[str]) -> None:  # type: ignore[name-defined]
    texts = [*KNOWN[lang], *words]
    order.shuffle(texts)
    assert identify(texts) == lang


@given(st.lists(st.text(max_size=60), max_size=20))
def test_any_text_has_a_language_that_we_know_or_none(texts: list[str]) -> None:
    assert identify(texts) in {"", *KNOWN}


def test_a_large_catalogue_takes_no_time() -> None:
    started = time.monotonic()
    assert identify(KNOWN["en"] * 20_000) == "en"
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("part", ["a'", "a", "a.", "a_", "`", "&", "/"])
def test_a_text_without_an_end_is_read_once(part: str) -> None:
    begin = time.process_time()
    identify([part * 300_000])
    assert time.process_time() - begin < 10  # by its square, minutes
