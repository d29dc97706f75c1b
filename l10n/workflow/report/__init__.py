"""What the commands of `l10n report` do: who or what wrote the texts, and how many words there are to pay for."""
