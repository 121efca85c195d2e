"""The words for what evaluators find: one table for each area, from codes to sentences."""
