"""Gettext catalogues: what stands in them, what people and machines have done there, and how none of it gets lost.

| module | knows |
|---|---|
| `po` | PO files in and out: `read` repairs what editors wrote, `write` serializes, `splice` changes some entries |
| `saving` | which of the two ways a changed catalogue goes into its file |
| `bookkeeping` | our `# l10n-…` comments: origin of drafts, signatures, changes of the source |
| `states` | in which state an entry is, as its texts, flag and comments say |
| `fingerprint` | a hash of what a reviewer has seen of an entry |
| `review` | signing and sending back, step by step |
| `template` | a document's segments as entries |
| `merging` | old entries and new template: what belongs to what, and what it takes over |
| `header` | the header's fields; `revision` decides which date moves, and whether anything has changed |
| `normalize` | what editors have broken, made whole; `normalize_header` the same for the header |
| `search` | which PO files are meant, and the language of each |
| `source_texts` | the language of the msgids, and the texts of those that are keys (`keys`) |
| `plural` | the Plural-Forms field |
| `git` | diffs, merges and earlier revisions of catalogues |

Below `catalogue` stand the values alone: `model.Entry` and `model.Catalogue`.
"""
