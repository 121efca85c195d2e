"""Text and markup, in the language passed in: the only room where sentences are put together."""
