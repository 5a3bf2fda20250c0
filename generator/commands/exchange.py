"""Two folders change places in one step, where the system can do that."""

# Python has no name for it yet: renameat2(2) of Linux with RENAME_EXCHANGE, renamex_np(2) of macOS with RENAME_SWAP.

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # of both systems


def exchanged(one: Path, other: Path) -> bool:
    """Let two files or folders of one file system change places; False where the system cannot, and nothing changed."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            done = libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
        elif sys.platform == "darwin":
            done = libc.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE)
        else:
            return False
    except (OSError, AttributeError, TypeError):
        return False
    return bool(done == 0)
