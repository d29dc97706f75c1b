"""A catalogue brought up to a changed document: what was translated goes with its text."""
