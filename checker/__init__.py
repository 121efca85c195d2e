"""Why did nobody see the e-mail? Decision tree, checklist and words, with no tie to the world outside."""
