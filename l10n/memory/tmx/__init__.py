"""TMX 1.4b, the exchange format of translation memories: `reading` and `writing`, both a unit at a time.

Source: LISA, TMX 1.4b Specification (2005). Neighbours stand in `<prop type="x-context-pre">` and `x-context-post`, as
memoQ writes them; OmegaT's `prev` and `next` are read, too. How sure a unit is stands in `<prop type="x-l10n-origin">`.
"""

PREVIOUS, NEXT, ORIGIN = "x-context-pre", "x-context-post", "x-l10n-origin"
CONTROL = "x-control"
"""Type of a `<ph>` that stands for a character that XML cannot hold; its `x` is the character's number."""
