"""git shows catalogues as text and merges them entry by entry; see docs/git.md.

`merge_driver` and `textconv` are what git calls (gitattributes(5)), `install` tells it so.
"""
