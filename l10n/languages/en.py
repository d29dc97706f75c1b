"""English."""

from __future__ import annotations

from l10n.languages.record import (
    Alternation,
    Clock,
    Evidence,
    Inflection,
    Language,
    Lengths,
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
    code="en",
    name="English",
    own_name="English",
    plural_forms="nplurals=2; plural=(n != 1);",
    tier=Tier.FULL,
    notice=(
        "This text was translated by a machine, in whole or in part; "
        "no person has reviewed the machine translation yet."
    ),
    frequent=True,
    bleu="13a",
    consonants="sh sh ch ch kh h zh j ph f th t qu kv ck k x ks q k c k z s w v g k",
    typography=Typography(
        quotes=("“”",),
        inner=("‘’",),
        decimal=".",
        group=",",
        percent="",
        percent_always=True,
        dash="–",
        foreign=frozenset("äöüßəığş"),
    ),
    numbers=Numbers(
        magnitudes={
            3: r"thousand|k\b",
            5: "lakh",
            6: r"million|mn\b|m\b",
            7: "crore",
            9: r"billion|bn\b|b\b",
            12: r"trillion|tn\b",
            18: "quintillion",
        },
        week="week",
        ordinal_suffixes=("st", "nd", "rd", "th"),
    ),
    clock=Clock(halves=True),
    months=Months(
        names=words("January February March April May June July August September October November December"),
        stems=(
            *(r"jan(?:uary|\.)", r"feb(?:ruary|\.)", r"mar(?:ch|\.)", r"apr(?:il|\.)", "may", "june", "july"),
            *(r"aug(?:ust|\.)", r"sept?(?:ember|\.)", r"oct(?:ober|\.)", r"nov(?:ember|\.)", r"dec(?:ember|\.)"),
        ),
        endings=r"(?!\w)",
        parts=(
            *("january", "february", "march", "april", "may", "june", "july", "august", "ember", "october"),
            *("jan.", "feb.", "oct."),
        ),
    ),
    inflection=Inflection(
        endings=r"(?:e?s|ed|ing|i?ans?|ns?|i|['’]s)?",
        alternations=(Alternation(letters="y$", forms="(?:y|ie)"),),
        rich=False,
    ),
    evidence=Evidence(
        looks={"az": r"\w*(?:th|sh|ck|ee|oo|gh|ph|ea|ou|w)\w*|\w+(?:tion|ing|ed|ly|le|ve)"},
        strange_letters="az",
        alphabet=frozenset("abcdefghijklmnopqrstuvwxyz"),
    ),
    negation=Negation(
        sure=(
            r"(?<!\w)(?:(?<!or )not(?! only| just| least| to mention| sure| long (?:after|before)"
            r"| un(?:common|usual|like|real|expect)| so \w|[^.]{0,60} until)"
            r"|never(?! forget)|nobody|no one|nothing(?! but)|nowhere|cannot"
            r"|there (?:is|are|was|were) no(?! doubt| way))(?!\w)"
            r"|n['’]t(?!\w)(?! (?:i|you|he|she|it|we|they)(?!\w)| (?:just|only|forget|worry)(?!\w)|[^.]{0,60} until)"
        ),
        possible=(
            r"(?<![^\W_])(?:not|no(?:body|thing|where|ne|r|n)?(?!\w)|never|neither|cannot|without"
            r"|un(?!der|i[tovq]|til)|im(?=poss|perf|prob)"
            r"|ir(?=re)|il(?=leg)|dis(?=a|c(?:on|red)|like|org|reg|sat|trust|used)|fail|lack|refus|avoid|rather|instead|hardly|rarely"
            r"|seldom|barely|little|few|less|abs[et]n|den[yi]|prevent|against|prohib|forbid|ignor|invincib|cancel"
            r"|yet to|keep\w* (?:\w+ ){1,3}from|too \w+ (?:for|to)(?!\w)|away from|for the first time"
            r"|miss(?:ing|ed)|far from|out of"
            r"|other than|except|reject|oppos|obsolete)|n['’]t|less(?!\w)|[ -]free"
        ),
        not_only=r"(?<!\w)not (?:only|just|merely)(?!\w)",
        only=r"(?<!\w)(?:only|just|merely|solely)(?!\w)",
        parts=("not", "never", "nobody", " no", "no one", "nowhere", "n't", "n’t"),
    ),
    segmentation=Segmentation(
        rules=(
            "what_follows",
            "strong_marks",
            "letters",
            "initial",
            "phrase_goes_on",
            "time_of_day",
            "dotted",
            "abbreviations",
        )
    ),
    subtitles=Subtitles(speed=20),
    risk_measured=frozenset({"ru"}),
    lengths={
        "ru": Lengths(0.062, 0.0068, 1.560, 3.0),
        "az": Lengths(0.075, 0.0082, 1.940, 2.8),
        "uk": Lengths(0.012, 0.0020, 1.700, 3.1),
        "de": Lengths(0.133, 0.0060, 0.700, 3.9),
    },
)
