"""A new project: the files that it begins with, rendered for its subject."""
