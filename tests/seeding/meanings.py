"""Another day, month, country, city, currency, unit or number in words, in the same form as the right one."""

from __future__ import annotations

import re
from functools import partial
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import found, one_of, put

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "uk": "понеділок вівторок середу четвер п’ятницю суботу неділю",
    "az": "bazar_ertəsi çərşənbə_axşamı cümə_axşamı cümə_günü şənbə_günü bazar_günü",
}
_MONTHS = {
    "en": "January February April June July August September October November December",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
    " | января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"
    " | січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "az": "Yanvarda Fevralda Martda Apreldə Mayda İyunda İyulda Avqustda Sentyabrda Oktyabrda Noyabrda Dekabrda",
}
_COUNTRIES = {
    "en": "Poland Germany France Italy Belgium Austria Spain Turkey Japan Ukraine Russia China India Egypt Norway",
    "ru": "Польше Германии Франции Италии Бельгии Австрии Испании Турции Японии Украине России Индии Норвегии",
    "uk": "Польщі Німеччині Франції Італії Бельгії Австрії Іспанії Туреччині Японії Україні Росії Індії Норвегії",
    "az": "Polşada Almaniyada Fransada İtaliyada Belçikada Avstriyada İspaniyada Türkiyədə Yaponiyada Ukraynada",
}
_NATIONALITIES = {
    "en": "Polish German French Italian Belgian Austrian Spanish Turkish Japanese Ukrainian Russian Chinese British",
    "ru": "Польская Немецкая Французская Итальянская Бельгийская Австрийская Испанская Турецкая Японская Российская"
    " | польский немецкий французский итальянский бельгийский австрийский испанский турецкий японский российский",
    "uk": "Польська Німецька Французька Італійська Бельгійська Австрійська Іспанська Турецька Японська Українська",
    "az": "Polyak Alman Fransız İtalyan Türk İspan Yapon Ukrayna",
}
_CITIES = {
    "en": "Berlin Paris London Riga Warsaw Vienna Moscow Prague Madrid Oslo Budapest Kyiv Baku Rome Tokyo",
    "ru": "Берлине Париже Лондоне Риге Варшаве Вене Москве Праге Мадриде Будапеште Киеве Риме",
    "uk": "Берліні Парижі Лондоні Ризі Варшаві Відні Москві Празі Мадриді Будапешті Києві Римі",
    "az": "Berlində Parisdə Londonda Riqada Varşavada Vyanada Moskvada Praqada Madriddə Bakıda",
}
_CURRENCIES = {
    "en": "euros dollars roubles zlotys hryvnias",
    "ru": "долларов рублей злотых евро | рубли доллары гривны | доллара рубля",
    "uk": "доларів рублів злотих євро | рублі долари гривні",
    "az": "avro dollar rubl manat",
}
_UNITS = {
    "en": "kilometres metres centimetres miles | kilograms grams tonnes | days weeks months years hours minutes",
    "ru": "километрах метрах милях сантиметрах | килограммов граммов тонн | дней недель месяцев лет часов минут",
    "uk": "кілометрів метрів миль сантиметрів | кілограмів грамів тонн | днів тижнів місяців років годин хвилин",
    "az": "kilometr metr santimetr mil | kiloqram qram ton | gün həftə il saat dəqiqə",
}
_NUMBERS = {
    "en": "two three four five six seven eight nine ten | Two Three Four Five Six Seven Eight",
    "ru": "два три четыре | две три четыре | пять шесть семь восемь девять | Пять Шесть Семь Восемь Девять",
    "uk": "два три чотири | дві три чотири | п’ять шість сім вісім дев’ять | П’ять Шість Сім Вісім Дев’ять",
    "az": "iki üç dörd beş altı yeddi səkkiz doqquz | İki Üç Dörd Beş Altı Yeddi Səkkiz",
}


def _another(words: dict[str, str], after: str, material: Material, rng: Random) -> str | None:
    """One of the words becomes another of its list; `after` stands before it."""
    options = []
    for forms in words[material.language].split(" | "):
        listed = [form.replace("_", " ") for form in forms.split()]
        pattern = "|".join(map(re.escape, listed))
        for match in found(rf"{after}(?<![\w’-])(?:{pattern})(?![\w’-])", material.target):
            new = [form for form in listed if form not in material.target]
            options += [put(match, form) for form in new]
    return one_of(rng, options)


def _number(material: Material, rng: Random) -> str | None:
    """Only where other languages have a number, too: a thing can be split without two."""
    pattern = "|".join(_NUMBERS["en"].replace(" | ", " ").split())
    said = material.language == "en" or re.search(rf"\b(?:{pattern})\b", material.targets.get("en", material.source))
    return _another(_NUMBERS, "", material, rng) if said else None


KINDS = (
    kind("weekday-changed", "calendar", partial(_another, _WEEKDAYS, "")),
    kind("month-changed", "calendar numbers", partial(_another, _MONTHS, "")),
    kind("country-changed", "places", partial(_another, _COUNTRIES, "")),
    kind("nationality-changed", "places", partial(_another, _NATIONALITIES, "")),
    kind("city-changed", "places", partial(_another, _CITIES, "")),
    kind("currency-changed", "units", partial(_another, _CURRENCIES, "")),
    kind("unit-changed", "units", partial(_another, _UNITS, r"(?<=\d )")),
    kind("number-word-changed", "number-words numbers", _number),
)
