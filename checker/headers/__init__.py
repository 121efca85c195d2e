"""Reads the headers of an e-mail: which folder, who decided, the way it came, and what the checks said."""
