"""What has been done: who or what wrote each text, and how many words of which kind there are to pay for.

Catalogue --provenance, work--> values --provenance_report, work_report--> Account --> text, CSV, Markdown, JSON

Everything is read from the catalogues themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from l10n.errors import L10nError
from l10n.reports import listing
from l10n.reports.listing import Listing
from l10n.reports.serial import dump

JSON = "json"


@dataclass(frozen=True, slots=True)
class Account:
    """A report in both of its shapes."""

    listing: Listing
    """For people and spreadsheets."""
    value: Mapping[str, object]
    """For programs: docs/provenance.schema.json and docs/work.schema.json describe it."""


def check_format(name: str) -> None:
    """L10nError that lists the right ones for a format that is not known."""
    if name == JSON:
        return
    try:
        listing.load(name)
    except L10nError as error:
        raise L10nError(f"unknown format '{name}'", f"{error.hint}, {JSON}") from None


def write(account: Account, form: str, out: TextIO) -> None:
    """Write the report in the format of this name."""
    if form == JSON:
        dump(account.value, out)
    else:
        listing.load(form).write(account.listing, out)
