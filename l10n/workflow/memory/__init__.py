"""What the commands of `l10n memory` do: fill the translation memory, exchange it, look into it, empty it."""
