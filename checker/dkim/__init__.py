"""DomainKeys Identified Mail (RFC 6376): the keys that a domain publishes, and signatures made with them."""
