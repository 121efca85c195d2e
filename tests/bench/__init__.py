"""Measures the budgets in one run on one machine: ratios tell something, milliseconds alone do not."""
