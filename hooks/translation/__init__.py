"""The site's words: read from the sources, kept in PO files, put back into pages. Knows no renderer."""
