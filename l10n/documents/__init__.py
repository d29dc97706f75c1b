"""Source files: bytes in, text out, nothing lost."""
