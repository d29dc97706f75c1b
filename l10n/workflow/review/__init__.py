"""People read, sign and send back: entry by entry, or on a page of the browser."""
