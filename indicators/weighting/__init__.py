"""Weights: level 1 by the framework's rule, inside a level by importance, exact integer sums. May import the model."""
