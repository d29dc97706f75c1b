"""What can be read out of a text without understanding it: words, numbers, quotation marks, letters of a language."""
