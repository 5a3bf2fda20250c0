"""RENDER: Markdown pages, one kind of page a module, found by discovery.

A module of this package that has `outputs(edition)` yields pages; the others help it.
"""
