"""Azerbaijani, in Latin letters."""

from __future__ import annotations

from l10n.languages.record import (
    Evidence,
    Inflection,
    Language,
    Months,
    Negation,
    Numbers,
    Retyped,
    Segmentation,
    Tier,
    Typography,
    words,
)

LANGUAGE = Language(
    code="az",
    name="Azerbaijani",
    own_name="Azərbaycan",
    plural_forms="nplurals=2; plural=(n != 1);",
    tier=Tier.FULL,
    notice="Bu mətn tam və ya qismən maşınla tərcümə edilib; maşın tərcüməsini hələ heç kim yoxlamayıb.",
    capitals={"i": "İ", "ı": "I"},
    consonants="c j ç ch ş sh x h q k ğ k g k z s w v",
    typography=Typography(
        quotes=("“”", "«»"),
        inner=("‘’", "“”", "„“"),  # the second choice as the style guides named in docs/checks.md have it
        decimal=",",
        group=".\u00a0\u202f\u2009 ",
        percent="",
        dash="–",
        foreign=frozenset("wäß"),
    ),
    numbers=Numbers(
        magnitudes={
            3: r"min(?:\b|lik|ə|d|in|lər)",
            6: "milyon|mln",
            9: "milyard|mlrd",
            12: "trilyon|trln",
            18: "kvintilyon",
        },
        week="həftə",
        harmony=True,
    ),
    months=Months(
        names=words("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
        stems=words("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
        endings=r"\w{0,6}",
        parts=words("yanvar fevral mart aprel may yun yul avqust tyabr oyabr dekabr"),
    ),
    inflection=Inflection(
        endings=r"\w{0,9}",
        cut=r"(?:[qk]|(?<=\w{4})s[ıiuü])$",
        softened=("ğ", "q"),
    ),
    evidence=Evidence(
        letters=frozenset("əığşƏĞŞİ"),
        looks={"en": r"\w*[əığş]\w*|\w+(?:lar|dir|mək|maq)"},
        alphabet=frozenset("abcdefghijklmnopqrstuvxyzəığşçöü"),
        shares=(("ə", 0.02),),
        retyped=Retyped(
            letters="əığşçöü",
            telling=frozenset("əığşçöüƏĞŞÇÖÜİ"),  # I is a letter of English, too
            typed="eigscou",
            endings=r"\w{2,}(?:[dglrmv]e|[cdgklmnry]ek|[dky]en|ler\w{0,3}|lari\w{0,3}|[^i]rin|[au]\w?inda|indan|masi"
            r"|sina|mis|liq|[iu]gu|igi)",
            particles=frozenset({"de"}),
            long=12,
            very_long=30,
        ),
    ),
    negation=Negation(
        sure=r"(?<!\w)(?:deyil\w*|yoxdur|heç)(?!\w)",
        possible=(
            r"(?<![^\W_])(?:yox|heç|qeyri|nam[əa]|kənar|imtina|qada[ğg]an|əvəzin|çətin|rədd|zidd|məhrum)"
            r"|deyil|(?<=\w\w)(?:s[ıiuü]z|m[ıiuü]r(?:(?!\w{4})|s[ıiuü]n))"
            r"|(?<=\w\w)m[aə](?:d[ıi]|d[aə]n|y[aə] bil|s[ıi]n(?!\w)"
            r"|y[ıi](?!\b)|y[əa](?:n|c|r|q)|z(?!\w)|z[dls]|s[aə]|m[aə]|m[ıi]ş|n[ıi]z)"
        ),
        not_only=r"(?<!\w)(?:təkcə|yalnız)(?!\w)[^.]* deyil",
        only=r"(?<!\w)(?:təkcə|yalnız)(?!\w)",
        parts=("deyil", "yox", "heç"),
    ),
    predicates=(
        r"d[ıiuü]r(?:l[aə]r)?|[ds][ıiuü](?:l[aə]r|[mnqk]|n[ıiuü]z)?"
        r"|[ıiuü]r(?:l[aə]r|[aə]m|s[aə]n|[ıiuü][qk]|s[ıiuü]n[ıiuü]z)?|m[ıiuü]ş\w{0,6}|[ıiuü]b(?:l[aə]r)?"
        r"|(?:aca[qğ]|əcə[kyğ])\w{0,5}|(?<=\w\w)[aə]r(?:l[aə]r|[ıi][qk]|[aə]m|s[aə]n)?(?<!\bqədər)|m[aə]z\w{0,5}|m[aə]l[ıi]\w{0,6}"
        r"|s[ıiuü]n(?:l[aə]r)?|s[aə]|y[aə]m|y[ıiuü][qk]|[aə][qk]|(?<![nğ])[ıiuü]n|[ıiuü]n[ıiuü]z"
        r"|\bvar|\byox|deyil\w{0,4}|\b(?:lazım|gərək|mümkün|olar|xeyr|bəli)|\bki"
    ),
    segmentation=Segmentation(
        rules=(
            *("what_follows", "attribution_after_dash", "strong_marks", "letters", "initials_after_surname"),
            *("phrase_goes_on", "amount_goes_on", "unit_after_number", "initial", "dotted", "abbreviations"),
        )
    ),
)
