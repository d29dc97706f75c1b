"""The options of `l10n build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.building import Fallback
from l10n.model import Require

RequireOption = Annotated[
    Require | None, typer.Option("--require", help="What a translation has to be to be used; default: translated.")
]
FallbackOption = Annotated[
    Fallback | None,
    typer.Option("--fallback", help="What stands where there is no such translation; default: fail, no article."),
]
Complete = Annotated[
    int | None,
    typer.Option("--complete", metavar="PERCENT", min=0, max=100, help="Segments that have to be as required."),
]
MarkDrafts = Annotated[bool, typer.Option("--mark-drafts", help="Set ⟦ and ⟧ around what is not accepted.")]
Notice = Annotated[
    bool | None,
    typer.Option("--notice/--no-notice", help="Tell readers of machine text that nobody has reviewed; default: no."),
]
KeepLang = Annotated[bool, typer.Option("--keep-lang", help="Leave what says the language of a file as it is.")]
Bilingual = Annotated[
    str | None,
    typer.Option("--bilingual", metavar="html|markdown", help="Source and translation side by side instead."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where it goes; default: build.")]
Stale = Annotated[bool, typer.Option("--stale", help="List published files that are not current; write nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="With --stale: as JSON.")]
