"""A source text and its translation side by side: what can be read out of both."""
