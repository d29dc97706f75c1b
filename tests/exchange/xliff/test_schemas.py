"""What we write is valid by the schemas of OASIS, which are not part of this repository.

`L10N_XLIFF_SCHEMAS` names a folder with `xliff-core-1.2-transitional.xsd`, `xliff_core_2.0.xsd` and `xml.xsd`, as
https://docs.oasis-open.org/xliff/ has them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema

from l10n.exchange.xliff import XliffProfile, XliffVersion
from l10n.model import Catalogue, Entry
from tests.exchange.xliff.files import BY_STATE, EVERY, HEADER, exported

FOLDER = Path(os.environ.get("L10N_XLIFF_SCHEMAS", "none"))
NAMES = {XliffVersion.V12: "xliff-core-1.2-transitional.xsd", XliffVersion.V21: "xliff_core_2.0.xsd"}
XML = "http://www.w3.org/XML/1998/namespace"
MARKED = Entry("**a** [b](c 'd') ![e](f) `g`<br>", "*a* **b**", references=("a.md",), comments=("x",), extracted=("y",))
PLURAL = Entry("%d Haus", msgid_plural="%d Häuser", msgctxt="menu")


@pytest.mark.skipif(not FOLDER.is_dir(), reason="L10N_XLIFF_SCHEMAS names no folder with the schemas of OASIS")
@pytest.mark.parametrize(("profile", "version"), EVERY)
def test_every_file_is_valid(tmp_path: Path, profile: XliffProfile, version: XliffVersion) -> None:
    locations = {XML: str(FOLDER / "xml.xsd")}
    schema = xmlschema.XMLSchema(str(FOLDER / NAMES[version]), locations=locations, allow="local")
    entries = (*(replace(entry, msgctxt=name) for name, entry in BY_STATE.items()), MARKED, PLURAL)
    schema.validate(str(exported(Catalogue(HEADER, entries), tmp_path, profile, version)))
