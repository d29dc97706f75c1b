"""German."""

from __future__ import annotations

from l10n.languages.record import (
    Clock,
    Evidence,
    Inflection,
    Language,
    Leftover,
    Lengths,
    Months,
    Negation,
    Numbers,
    Segmentation,
    Tier,
    Typography,
    Umlaut,
    words,
)

LANGUAGE = Language(
    code="de",
    name="German",
    own_name="Deutsch",
    plural_forms="nplurals=2; plural=(n != 1);",
    tier=Tier.FULL,
    notice=(
        "Dieser Text ist ganz oder teilweise maschinell übersetzt; "
        "die maschinelle Übersetzung hat noch kein Mensch geprüft."
    ),
    noun_capitals=True,
    frequent=True,
    bleu="13a",
    consonants="tsch ch dsch j sch sh ph f th t qu kv ck k w v ß s z s x ks q k c k g k",
    typography=Typography(
        quotes=("„“", "»«"),
        inner=("‚‘", "›‹"),
        decimal=",",
        group=".\u00a0\u202f\u2009 ",
        percent="\u00a0",
        dash="–",
    ),
    numbers=Numbers(
        # the long scale: Milliarde is 10⁹, Billion 10¹²
        magnitudes={
            3: "tsd|tausend",
            6: r"mio|mill?\.|million",
            9: "mrd|milliard",
            12: r"bio\.|billion",
            18: "trillion",
        },
        week="woche",
    ),
    clock=Clock(
        word="Uhr",
        hours=r"(?<![\d.:])(\d{1,2})(?=(?:[.:]\d\d)?\s?(?:Uhr|bis|und|–|-))",
        daytime=r"\babends?\b|nachmittag|\bnachts?\b|\bmittag|\bmorgens?\b",
    ),
    months=Months(
        names=words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        stems=(
            *(r"jan(?:uar|\.)", r"feb(?:ruar|\.)", r"mär(?:z|\.)", r"apr(?:il|\.)", "mai", "juni", "juli"),
            *(r"aug(?:ust|\.)", r"sept?(?:ember|\.)", r"okt(?:ober|\.)", r"nov(?:ember|\.)", r"dez(?:ember|\.)"),
        ),
        endings=r"s?(?!\w)",
        parts=(
            *("anuar", "ebruar", "märz", "april", "mai", "juni", "juli", "august", "ember", "oktober"),
            *("jan.", "feb.", "okt."),
        ),
    ),
    inflection=Inflection(
        endings=r"(?:e?[ns]|e|ns|ens)?",
        softened=("äöü", "aou"),
        adjective="e[mnrs]?",
        umlaut=Umlaut(
            vowel=r"([aou])(?=u?[^aeiouäöüy]+$|[^aeiouäöüy]+e[lnr]$)",
            plain="aou",
            changed="äöü",
            light=("el", "er", "en"),
            light_ending="n?",
            ending="(?:e[nr]?|ern)",
        ),
    ),
    leftover=Leftover(
        nouns=(
            *("ung", "ungen", "keit", "keiten", "heit", "heiten", "schaft", "schaften"),
            *("lich", "liche", "lichen", "licher"),
        ),
        umlauts=frozenset("äöüÄÖÜß"),
        looks=r"\w{3}(?:e[mnrs]?|er?n|eln|[es]?t|ig|i?s?ch|ung)$|[äöüß]",
        looks_beside={
            "en": r"[äöüß]|\w{2}(?:[^aeu]en|ern|eln|(?<![aiu])te[mnrs]?|ige[mnrs]?|liche?[mnrs]?|i?sche?[mnrs]?"
            r"|haft|bar|sam|weise|llt|nnt|rrt|mmt|sst|tzt|rnt|cht|gt|bt|tet|ert|elt)$"
        },
        beside_cyrillic="[äöüßwkzj]",
    ),
    evidence=Evidence(
        looks={
            "en": r"\w*(?:[äöüß]|sch|tz|pf)\w*|\w+(?:keit|heit|ung|lich|isch|ieren)",
            "az": r"\w*(?:[äßw]|sch|ck|tz|pf|ie|ei)\w*|\w+(?:ung|lich)",
        },
        alphabet=frozenset("abcdefghijklmnopqrstuvwxyzäöüß"),
    ),
    negation=Negation(
        sure=(
            r"(?<!\w)(?:nicht(?! nur| zuletzt| wahr| mehr als| un(?:gew|üb)| selten| so \w)|nie(?:mals)?"
            r"|niemand(?:em|en)?|nirgends|nichts|keine?[nmrs]?(?:falls|swegs)?(?! blatt vor| ander))(?!\w)"
        ),
        possible=(
            r"(?<![^\W_])(?:nicht|nie(?!d)|nirgend|kein|ohne|un(?!d|s|t(?:er|en)|i|gefähr)|weder|außer|kaum|selten|wenig|mangel"
            r"|(?:miss|fehl)\w|verb[io]t|verhinder|vermeid|verweiger|unterdrück|gegen|deaktiv|ausnehm|leer|entfern)"
            r"|statt|ab(?:ge)?le?h|los(?:e|\b)|frei(?!\w)|(?<!\w)erst(?:mals)?(?!\w)"
        ),
        not_only=r"(?<!\w)nicht (?:nur|bloß|allein)(?!\w)",
        only=r"(?<!\w)(?:nur|bloß|allein)(?!\w)",
        parts=("nicht", "nie", "nirg", "kein"),
    ),
    segmentation=Segmentation(
        rules=(
            *("what_follows", "strong_marks", "numbers", "letters", "initial", "dotted"),
            *("amount_goes_on", "unit_before_capital", "abbreviations"),
        )
    ),
    risk_measured=frozenset({"en"}),
    lengths={
        "en": Lengths(-0.142, 0.0072, 0.612, 3.9),
        "ru": Lengths(-0.080, 0.0103, 1.463, 3.2),
        "az": Lengths(-0.067, 0.0076, 2.520, 2.8),
        "uk": Lengths(-0.129, 0.0033, 2.242, 3.1),
    },
)
