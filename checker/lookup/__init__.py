"""Asking the DNS without touching it: evaluators yield queries; whoever drives them brings the replies."""
