"""Allowlists: pasted addresses in, each mail system's own syntax out, within its limits, by risk."""
