"""`make demo`: the main job on the seed article, with the official packages if they can be had, else with demo ones.

python -m l10n.engines.argos.demo BUILD SOURCE...
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from l10n.engines.argos.demo import lexicon
from l10n.engines.argos.packages import index, settings, store
from l10n.errors import L10nError
from l10n.languages import LANGUAGES

PAIRS = ("de-en", "en-ru", "en-az", "en-uk")
PATIENCE = 5.0
"""Seconds to wait for the Argos index."""
SHOWN = 3
"""Entries shown of the last catalogue."""


def main(build: Path, sources: Sequence[str]) -> int:
    """Draft the sources into BUILD/locales and show the result; the exit code is that of `l10n draft`."""
    locales = build / "locales"
    options = ["--memory", str(build / "l10n.db")]
    options += [] if _official() else ["--packages", str(_demo_packages(build / "packages"))]
    code = _l10n("draft", *sources, "--locales", str(locales), *options)
    if code == 0:
        _say(f"\n$ l10n status --locales {locales}")
        _l10n("status", "--locales", str(locales))
        _show(sorted(locales.glob("*/LC_MESSAGES/*.po")))
    return code


def _official() -> bool:
    """True if all four official packages are installed, or could be installed now."""
    installed = {package.pair for package in store.installed(settings.packages_folder()) if not package.demo}
    missing = [pair for pair in PAIRS if pair not in installed]
    if not missing:
        return True
    try:
        offered = {package.pair for package in index.available(timeout=PATIENCE)}
    except L10nError as error:
        _say(f"The Argos index does not answer ({error.message}).")
        return False
    if not offered.issuperset(missing):
        _say(f"The Argos index lacks {', '.join(pair for pair in missing if pair not in offered)}.")
        return False
    _say(f"Downloading the Argos packages {', '.join(missing)} (about {88 * len(missing)} MB).")
    return _l10n("packages", "install", *missing) == 0


def _demo_packages(folder: Path) -> Path:
    from l10n.engines.argos.demo.builder import build_package

    _say(
        "Building four word-for-word demo packages from l10n/engines/argos/demo/lexicon.tsv instead: "
        "real in format, poor in grammar."
    )
    rows = lexicon.read()
    for pair in PAIRS:
        source, target = pair.split("-")
        build_package(folder, source, target, lexicon.gloss(rows, source, target), demo=True)
    return folder


def _l10n(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "l10n", *arguments], check=False).returncode


def _show(catalogues: Sequence[Path]) -> None:
    """The first entries of each catalogue, as a translator's editor gets them."""
    for path in catalogues:
        _say(f"\n{path} ({LANGUAGES[path.parts[-3]].name})")
        entries = path.read_text("utf-8").split("\n\n")
        _say("\n\n".join(entries[1 : 1 + SHOWN]))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
    except L10nError as error:
        sys.exit(f"error: {error.message}\nhint: {error.hint}")
