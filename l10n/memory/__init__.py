"""Translation memory: one SQLite file with what people have translated, and what the machine need not do twice.

`store` opens it and keeps units, `lookup` finds the best match of a segment, `translations` caches what the machine has
translated, `drafts` keeps the first draft of each entry, `concordance` searches, `tmx` exchanges.

`reader` is what can be asked without writing, `readonly` a memory of others, `shared` how the settings name these, and
`memories` all of them as one.

`form` normalises a segment, `similarity` scores, `candidates` finds what can reach a score, `transfer` puts numbers
right.
"""
