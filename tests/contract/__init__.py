"""The border between JavaScript and Python: one sample of each exchange, read on both sides."""
