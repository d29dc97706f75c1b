"""How far the catalogues are: as a table, as JSON, as a page, and as a badge for each language."""
