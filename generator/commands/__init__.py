"""What the `dateline` command can do, one command a module."""
