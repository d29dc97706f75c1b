"""Everything that knows PO files: reading, writing, merging with the document, marks and states."""
