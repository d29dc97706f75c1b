"""How good drafts were: compared with what people made of them, or with a reference."""
