"""LINK and DERIVE: ids are resolved, and what the records imply is worked out once."""
