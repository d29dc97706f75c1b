"""Work on the glossary itself: what is wrong with it, how it is used, which terms it lacks."""
