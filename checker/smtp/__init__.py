"""Reading what a mail server said no with: a bounce, a reply line, or a sending service's word for it."""
