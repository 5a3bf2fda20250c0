"""When Python looks for what nobody refers to any more: in a large archive that takes seconds, and readers wait."""

import gc
import itertools

_EACH = 16
"""Of so many builds one begins with a look: what a build leaves in circles is little beside the records."""

_builds = itertools.count(1)


def rest() -> None:
    """Look for nothing until a build has ended."""
    gc.disable()
    gc.unfreeze()
    if next(_builds) % _EACH == 0:
        gc.collect()


def wake() -> None:
    """Look again, but not at what a build has left in memory."""
    gc.freeze()
    gc.enable()
