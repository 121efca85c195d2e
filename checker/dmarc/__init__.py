"""DMARC (RFC 9989): find the policy that holds for a domain, say what fits it, and what receivers will do."""
