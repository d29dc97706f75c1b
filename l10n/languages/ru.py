"""Russian."""

from __future__ import annotations

from l10n.languages.record import (
    Alternation,
    Evidence,
    Inflection,
    Language,
    Months,
    Negation,
    Numbers,
    Segmentation,
    Subtitles,
    Tier,
    Typography,
    words,
)

LANGUAGE = Language(
    code="ru",
    name="Russian",
    own_name="Русский",
    plural_forms=(
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
    plural_counts=(4,),
    tier=Tier.FULL,
    notice="Этот текст полностью или частично переведён автоматически; автоматический перевод ещё никем не проверен.",
    typography=Typography(
        quotes=("«»",),
        inner=("„“", "«»"),
        decimal=",",
        group="\u00a0\u202f\u2009 ",
        percent="\u00a0",
        dash="—",
        cyrillic=True,
        foreign=frozenset("іїєґў"),
    ),
    numbers=Numbers(
        magnitudes={
            3: "тыс|-тысяч",
            5: "лакх",
            7: "крор",
            6: "млн|миллион",
            9: "млрд|миллиард",
            12: "трлн|триллион",
            18: "квинтиллион",
        },
        week="недел",
    ),
    months=Months(
        names=words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        stems=words("январ феврал март апрел ма[йяюе] июн июл август сентябр октябр ноябр декабр"),
        endings=r"[яеюи]?(?:ем|ём|ом|а|у|м)?(?!\w)",
        parts=(
            *("январ", "феврал", "март", "апрел", "мая", "мае", "май", "июн", "июл", "август"),
            *("тябр", "ябр", "кабр"),
        ),
    ),
    inflection=Inflection(
        endings=r"[^\Wʼ]{0,8}",  # also those of an adjective, which it makes of a name where German has a genitive
        cut=r"(?:(?<=\w{4})(?:[аиоеы]й|ая|яя|ое|ее|ые|ие)|[аяоеёиыуюьй])$",
        softened=("ё", "е"),
        alternations=(
            Alternation(letters="[еє]ц$", forms="[еєй]?ц"),  # отец, отца
            Alternation(letters="[её](?![^[]*])", forms="[её]"),
        ),
    ),
    evidence=Evidence(
        lists=("function_words", "common_words"),
        looks={
            "uk": r"\w*(?:[ыэёъ]|и[еяю])\w*"
            r"|\w+(?:[аяу]ет|ют|ются|ется|ишь|ешь|еет|\w+ое|[аоуыияю]сь|ость|ой|ов|\w\wать|\w\wить)"
        },
        alphabet=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
        shares=(("ыэё", 0.008), ("и", 0.02)),  # Belarusian has no и
        others=0.005,
    ),
    negation=Negation(
        sure=(
            r"(?<!\w)(?:не(?! только| столько| менее| позднее| раз| мог| могл)"
            r"|никогда|никто|ничего|ничто|нельзя|нет)(?!\w)"
        ),
        possible=(
            r"(?<![^\W_])(?:не(?!дел|б[оеа](?!л|г)|мец|которы|сколь|скан|фт|е\b|й\b|[мйё]\b|обход|медл|смотр|дав|го\b)|ни(?!х|м|же|з|т)|без|бес|кроме|вместо|отказ"
            r"|отсутств|вряд"
            r"|едва|запре|исключ|избе|мало|редк|отличн|отверг|отклон|отмен|перест|прекра|потер|утра|лиш[её]н|вне(?!\w)"
            r"|иначе|меньше|трудно|устаре|удерж|игнор|против(?!\w)|стороной|напрасн|тщетн|далек(?:о|и)? от|впервые"
            r"|реже)"
        ),
        not_only=r"(?<!\w)не (?:только|просто)(?!\w)",
        only=r"(?<!\w)(?:только|лишь)(?!\w)",
        parts=("не", "ни"),
    ),
    segmentation=Segmentation(
        rules=(
            *("what_follows", "attribution_after_dash", "strong_marks", "letters", "initials_after_surname"),
            *("phrase_goes_on", "amount_goes_on", "unit_after_number", "initial", "dotted", "abbreviations"),
        )
    ),
    subtitles=Subtitles(width=39),
)
