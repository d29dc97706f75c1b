"""What the commands of `l10n glossary` do: check, fill, convert and learn the terms and names of a project."""
