"""Chance against all that a stranger gives us: one table of targets, tried by hypothesis and by atheris."""
