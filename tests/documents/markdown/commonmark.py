"""Fetch the examples of the CommonMark specification (CC BY-SA 4.0) into `build/`: they are never committed.

They come with the source distribution of a parser that tests itself with them: `make examples`.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

EXAMPLES = Path(__file__).parents[3] / "build" / "commonmark" / "examples.json"
_PARSER = "markdown-it-py"
_MEMBER = "/tests/test_cmark_spec/commonmark.json"


def fetch() -> None:
    """Ask the package index for the source distribution, of the version that is installed, and take one file of it."""
    with tempfile.TemporaryDirectory() as folder:
        options = ("--quiet", "--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--dest", folder)
        command = [sys.executable, "-m", "pip", "download", *options, f"{_PARSER}=={version(_PARSER)}"]
        subprocess.run(command, check=True)
        (archive,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as members:
            name = next(name for name in members.getnames() if name.endswith(_MEMBER))
            content = members.extractfile(name)
            assert content
            EXAMPLES.parent.mkdir(parents=True, exist_ok=True)
            EXAMPLES.write_bytes(content.read())


if __name__ == "__main__":
    fetch()
