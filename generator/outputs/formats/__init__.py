"""RENDER: data files, one format a module, found by discovery.

A module of this package that has `outputs(edition)` yields files.
"""
