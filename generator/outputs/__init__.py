"""RENDER: what the story becomes, pages and files."""
