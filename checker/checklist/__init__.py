"""The checklist for one case: what to do, who does it, and what not to ask for."""
