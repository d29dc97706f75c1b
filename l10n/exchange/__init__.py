"""Work handed to other programs and taken back."""
