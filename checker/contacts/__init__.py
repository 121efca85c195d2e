"""Contact lists: a file of recipients in, counts by status, reason, system and organisation out."""
