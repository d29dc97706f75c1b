"""A word-for-word engine to try l10n with: real Argos packages whose weights are set by hand from a lexicon."""
