"""From one mkdocs.yml to the published site: every language, what they share, and a server for editing."""
