"""Examples at the end of each command's help, by the command's name; a test parses them."""

from __future__ import annotations

EXAMPLES = {
    "draft": """
        l10n draft                              # all sources of the settings
        l10n draft texts/article.md --to en,uk
        l10n draft --po po/ru.po                # a catalogue of a program
    """,
    "update": """
        l10n update                             # after a change of the articles
        l10n update --dry-run                   # only show it
    """,
    "adopt": """
        l10n adopt po4a/uk.po
    """,
    "build": """
        l10n build                              # into build/LANG/
        l10n build --to uk --fallback source
        l10n build texts/article.md --bilingual html
    """,
    "status": """
        l10n status
        l10n status locales/uk --words --since HEAD~5
        l10n status --html build/status.html
    """,
    "normalize": """
        l10n normalize locales
        l10n normalize locales --dry-run        # only look
    """,
    "segment": """
        l10n segment texts/article.md
        l10n segment texts/article.md --json
    """,
    "eval": """
        l10n eval
        l10n eval locales/uk --format json
    """,
    "check": """
        l10n check                              # all catalogues
        l10n check --base main --require translated
        l10n check locales/uk --format sarif --output l10n.sarif
    """,
    "languages": """
        l10n languages
        l10n languages uk pt_BR
    """,
    "packages list": """
        l10n packages list --available          # network
    """,
    "packages install": """
        l10n packages install de-en en-uk       # network
        l10n packages install translate-de_en.argosmodel
    """,
    "packages verify": """
        l10n packages verify
    """,
    "packages remove": """
        l10n packages remove en-az
    """,
    "engines list": """
        l10n engines list
    """,
    "engines test": """
        l10n engines test de-en en-uk
    """,
    "memory import": """
        l10n memory import agency.tmx.gz
    """,
    "memory export": """
        l10n memory export project.tmx
    """,
    "memory learn": """
        l10n memory learn locales
    """,
    "memory search": """
        l10n memory search 'kleines Haus' --to uk
    """,
    "memory stats": """
        l10n memory stats
    """,
    "memory prune": """
        l10n memory prune
    """,
    "git install": """
        l10n git install                        # once in each clone
    """,
    "git uninstall": """
        l10n git uninstall
    """,
    "glossary check": """
        l10n glossary check
    """,
    "glossary candidates": """
        l10n glossary candidates
    """,
    "glossary learn": """
        l10n glossary learn locales/uk
    """,
    "glossary convert": """
        l10n glossary convert terms.csv terms.tbx
    """,
    "review list": """
        l10n review list locales/uk
    """,
    "review approve": """
        l10n review approve locales/uk --all-clean --by Anna
    """,
    "review reject": """
        l10n review reject uk.po --entries 3,5-7 --note 'too free'
    """,
    "review page": """
        l10n review page locales/uk --output review.html
    """,
    "review apply": """
        l10n review apply ~/Downloads/review-uk.json
    """,
    "review serve": """
        l10n review serve                       # on this machine alone
    """,
    "export omegat": """
        l10n export omegat locales/uk --output omegat
    """,
    "import omegat": """
        l10n import omegat omegat
    """,
}
