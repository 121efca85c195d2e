"""Sender Policy Framework (RFC 7208): read a record, evaluate it, and say what each term did."""
