"""`make bench-source-checks DATA=…`: how often checks of source texts fire on sound ones.

    python -m tests.benchmarks.source_checking PO_OR_FOLDER...

The msgids of each catalogue, a paragraph each, as a text of their language. Prints a Markdown table.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from l10n.catalogue import po
from l10n.catalogue.search import po_files
from l10n.checking.settings import Settings
from l10n.checking.source_texts import check_source
from l10n.model.findings import Severity
from l10n.segmentation.document import extract
from tests.benchmarks.tables import show


def main(paths: Sequence[Path]) -> None:
    """Measure all and print it."""
    show("Source texts", "set|language|texts|with errors or warnings|checks", _rows(paths))


def _rows(paths: Sequence[Path]) -> Iterator[list[str]]:
    for path in po_files(paths):
        catalogue = po.read(path)
        texts = dict.fromkeys(" ".join(entry.msgid.split()) for entry in catalogue.active)
        with TemporaryDirectory() as folder:
            file = Path(folder, "text.txt")
            file.write_text("\n\n".join(texts), "utf-8")
            document = extract(file, catalogue.field("X-Source-Language"), Path(folder))
            findings = check_source(file, document, None, Settings()).findings
        grave = [finding for finding in findings if finding.severity is not Severity.INFO]
        lines = len({finding.line for finding in grave})
        counts = Counter(finding.check for finding in grave)
        told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
        yield [f"{path.parent.name}/{path.stem}", document.language, str(len(texts)), _share(lines, len(texts)), told]


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / max(1, whole):.2f} %)"


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit("usage: make bench-source-checks DATA='PO_OR_FOLDER...'")
    main([Path(argument) for argument in sys.argv[1:]])
