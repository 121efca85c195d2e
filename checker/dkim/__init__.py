"""DKIM (RFC 6376): signatures, and the keys that belong to them."""
