"""The commands: what each is called and for, and where it is.

A new command needs a row and a panel here, and an example in examples.txt: `l10n --help` knows no others.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A command, or a group of them."""

    help: str
    """The first paragraph of its own help."""
    module: str  # of this package
    attribute: str = "command"
    """Its function there, or `app` for a group."""


COMMANDS = {
    "init": Command(
        "Set a project up: settings by what is in the folder, lines for .gitignore, the first steps.", "init"
    ),
    "doctor": Command(
        "Look at versions, settings, packages, memory, editors and git; exit with 1 if something is wrong.", "doctor"
    ),
    "draft": Command(
        "Write or update the catalogues of each source and fill every empty msgstr with a draft.", "draft"
    ),
    "update": Command("Write or update the catalogues of each source without translating anything.", "update"),
    "adopt": Command(
        "Take over translations from catalogues that po4a, mdpo or mdbook have made of the same documents.", "adopt"
    ),
    "build": Command(
        "Write the article in each language from the catalogues, set as the source is: DIR/LANG/SOURCE.", "build"
    ),
    "status": Command(
        "Show per document and language: segments, words, drafted, translated, reviewed, untranslated.", "status"
    ),
    "report": Command("Report where texts come from, and words to pay for.", "report", "app"),
    "normalize": Command(
        "Undo what editors break: flags of drafts, copied sources, order, header, wraps. No translation changes.",
        "normalize",
    ),
    "segment": Command("Show the segments of a text: number, block, character offsets, text, tags.", "segment"),
    "eval": Command(
        "Compare drafts with what people made of them, or with a reference: scores, effort, and what risk foretold.",
        "eval",
    ),
    "check": Command("Find what is wrong or missing in the catalogues; exit with 1 if there is something.", "check"),
    "languages": Command("List the languages: code, tier and names.", "languages"),
    "packages": Command("List, install, verify and remove Argos packages.", "packages", "app"),
    "engines": Command("List and try what translates.", "engines", "app"),
    "memory": Command("Look into the translation memory, fill and empty it.", "memory", "app"),
    "git": Command("Let git merge catalogues and show them as text.", "git", "app"),
    "glossary": Command("Check, fill, convert and learn the project's terms and names.", "glossary", "app"),
    "review": Command("Sign entries or send them back.", "review", "app"),
    "export": Command("Make files and projects for other programs.", "exchange", "export_app"),
    "import": Command("Bring back what other programs did.", "exchange", "import_app"),
}
PANELS = {
    "Start": ("init", "doctor"),
    "Articles": ("draft", "update", "build", "segment"),
    "Catalogues": ("status", "check", "normalize", "eval", "adopt", "git"),
    "Review and exchange": ("review", "export", "import", "report"),
    "Resources": ("memory", "glossary", "engines", "packages", "languages"),
}
"""What `l10n --help` shows together, in its order."""
