"""Who receives for a domain: the mail system or the filter in front of it, read from its MX records."""
