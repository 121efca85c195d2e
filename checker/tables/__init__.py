"""Facts with their sources: mail systems, the steps in them, and the hops an e-mail passes."""
