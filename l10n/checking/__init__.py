"""`l10n check`: catalogues in, a report out."""
