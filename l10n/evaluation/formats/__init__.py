"""Forms of an evaluation: one module each, found by its name, with `write(evaluation, out)`; values only."""
