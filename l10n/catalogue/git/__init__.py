"""Catalogues in git: earlier revisions, three-way merging, readable differences."""
