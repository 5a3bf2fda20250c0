"""LOAD and VALIDATE: YAML files become frozen models, or problems."""
