"""Machine translation engines: texts in, drafts out."""
