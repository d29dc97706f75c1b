"""Failures that are provoked on purpose, to see whether they are repaired or shown."""
