"""The decision tree: questions, options and outcomes as values, and the walk through them."""
