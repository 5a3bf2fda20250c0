"""Dateline: timelines that can be checked."""
