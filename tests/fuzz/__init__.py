"""Coverage-guided fuzzing of the readers; `make fuzz` fetches the fuzzer and runs each for a minute."""
