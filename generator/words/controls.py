"""Signs that nobody sees, and that change what everybody sees."""

# Controls, with which Markdown builders mark what they have put aside, and those that turn the direction of what
# follows ("Trojan Source", CVE-2021-42574). Marks such as U+200F, which Arabic and Hebrew need, stay.

import re

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u202a-\u202e\u2066-\u2069]")


def without_controls(text: str) -> str:
    """A text without the controls that nobody sees."""
    if text.isprintable():
        return text
    return _INVISIBLE.sub("", text)


def has_controls(text: str) -> bool:
    """Say whether a text holds controls that nobody sees."""
    return _INVISIBLE.search(text) is not None
