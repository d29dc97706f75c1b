"""TMX 1.4b, the exchange format of translation memories: `reading` and `writing`, both a unit at a time.

Source: LISA, TMX 1.4b Specification (2005). Neighbours stand in `<prop type="x-context-pre">` and `x-context-post`, as
memoQ writes them; OmegaT's `prev` and `next` are read, too. How sure a unit is stands in `<prop type="x-l10n-origin">`,
and in `x-l10n-markup` the form of its marks and tags, which are codes: `<bpt>`, `<ept>` and `<ph>`.
"""

PREVIOUS, NEXT, ORIGIN, MARKUP = "x-context-pre", "x-context-post", "x-l10n-origin", "x-l10n-markup"
CONTROL = "x-control"
"""Type of a `<ph>` that stands for a character that XML cannot hold; its `x` is the character's number."""
