"""Coverage-guided fuzzing of the readers; `make fuzz` runs each for a minute."""
