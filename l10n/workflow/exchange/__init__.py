"""Catalogues go to programs that do not work on PO files, and come back; see docs/editors/."""
