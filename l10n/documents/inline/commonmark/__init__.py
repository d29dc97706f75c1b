"""CommonMark as a parser reads it: its events with byte offsets, and the inline parts in them."""
