"""How a plain text is laid out: its lines, their marks, and which lines belong together.

Marks are quote marks, bullets, numbers, rules and the bars and gaps of tables: what stands around words and is nobody's
text. They are looked for first, so that none of them changes how the lines around are read.
"""
