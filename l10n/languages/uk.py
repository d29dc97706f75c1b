"""Ukrainian."""

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
    Tier,
    Typography,
    words,
)

LANGUAGE = Language(
    code="uk",
    name="Ukrainian",
    own_name="Українська",
    plural_forms=(
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
    plural_counts=(4,),
    tier=Tier.FULL,
    notice="Цей текст повністю або частково перекладено автоматично; автоматичний переклад ще ніхто не перевірив.",
    typography=Typography(
        quotes=("«»",),
        inner=("„“", "«»"),
        decimal=",",
        group="\u00a0\u202f\u2009 ",
        percent="",
        dash="—",
        cyrillic=True,
        foreign=frozenset("ыэёъў"),
    ),
    numbers=Numbers(
        magnitudes={
            3: "тис",
            5: "лакх",
            7: "крор",
            6: "млн|мільйон",
            9: "млрд|мільярд",
            12: "трлн|трильйон",
            18: "квінтильйон",
        },
        week="тиж",
    ),
    months=Months(
        names=words("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        stems=(
            *("січ", "лют(?:ий|ого|ому)", "берез(?:ень|н)", "квіт(?:ень|н)", "трав(?:ень|н)", "черв(?:ень|н)"),
            *("лип(?:ень|н)", "серп(?:ень|н)", "верес(?:ень|н)", "жовт(?:ень|н)", "листопад", "груд(?:ень|н)"),
        ),
        endings=r"\w{0,3}(?!\w)",
        parts=words("січ лют берез квіт трав черв лип серп верес жовт листопад груд"),
    ),
    inflection=Inflection(
        endings=r"[^\Wʼ]{0,8}",  # also those of an adjective, which it makes of a name where German has a genitive
        cut=r"(?:(?<=\w{4})[аиоеі]й|[аяоеєиіїуюьй])$",
        softened=("іїє", "ооо"),
        alternations=(
            Alternation(letters="[іїєое](?=[^аеєиіїоуюя]{1,2}$)", forms="[іїєое]", longer_than=3),  # Київ, Києва
            Alternation(letters="к$", forms="[кц]", longer_than=2, word_end="ка"),  # Африка, Африці
            Alternation(letters="г$", forms="[гз]", longer_than=2, word_end="га"),
            Alternation(letters="х$", forms="[хс]", longer_than=2, word_end="ха"),
            Alternation(letters=r"[еє]ц$|\[іїєое\]ц$", forms="[еєй]?ц"),  # науковець, науковця
        ),
    ),
    evidence=Evidence(
        lists=("function_words", "common_words"),
        letters=frozenset("іїєґІЇЄҐ"),
        looks={
            "ru": r"\w*[іїєґ]\w*|\w+['’ʼ]\w+|\w+(?:ння|ття|[аоуияю]ся)"
            r"|(?!печати|кровати|нити)\w+[аи]ти|\w+(?:[чрсз]ний|[кнст]овий|ливий)|\w\w+[аеи]льний"
        },
        alphabet=frozenset("абвгдежзийклмнопрстуфхцчшщьюяіїєґ"),
        shares=(("іїєґ", 0.02), ("и", 0.02)),  # Belarusian has no и
        others=0.005,
    ),
    negation=Negation(
        sure=(
            r"(?<!\w)(?:не(?! тільки| лише| стільки| менш| раз| міг| могл)"
            r"|ніколи|ніхто|нічого|ніщо|немає|нема|жоден|жодн\w+)(?!\w)"
        ),
        possible=(
            r"(?<![^\W_])(?:не(?!ділі|діля|б[оеа](?!г|ж)|щодав|дав|ю\b|ї|й\b|обхід|зважа)|ні(?!меч|мец|ж(?!од)|й|м(?!и\b))|без|жод|крім|окрім|замість|відмов"
            r"|відсут|навряд|ледь|ледве|заборон|виключ|уник|мало|рідк|відкину|відхил|скас|припин|втра|позбав|поза(?!\w)|інакше|менш|застар|утрима|втрима"
            r"|ігнор|проти(?!\w)|марн|даремн|далек(?:о|і|ий)? від|вперше|поган)"
        ),
        not_only=r"(?<!\w)не (?:тільки|лише|просто)(?!\w)",
        only=r"(?<!\w)(?:тільки|лише|лиш)(?!\w)",
        parts=("не", "ні", "жод"),
    ),
    segmentation=Segmentation(
        rules=(
            "list_number_stands_alone",
            *("what_follows", "attribution_after_dash", "strong_marks", "letters", "initials_after_surname"),
            *("phrase_goes_on", "amount_goes_on", "unit_after_number", "initial", "dotted", "abbreviations"),
        )
    ),
)
