"""One report for a sending domain: who sends for it, whether it is connected, and what to put right first."""
