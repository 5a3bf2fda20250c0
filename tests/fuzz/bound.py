"""Every input has a time, and one that fails is kept in a file."""

import hashlib
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tests.examples import REPOSITORY
from tests.fuzz.target import Target

FOUND = REPOSITORY / ".cache/fuzz/found"
"""Of each target and kind of failure the last input that failed: the smallest that hypothesis found."""


class _BellError(BaseException):
    """The time is over; no `except Exception` of the code under test may swallow that."""


def attempt(target: Target, data: bytes, slower: float = 1) -> None:
    """Give a target an input; a failure, and a hang, names the input's size and the file that holds it.

    Code that is watched may be slower by a factor.
    """
    try:
        with _bell(target.seconds * slower):
            target.function(data)
    except (Exception, _BellError) as error:
        digest = hashlib.sha256(data).hexdigest()[:16]
        why = f"more than {target.seconds} s" if isinstance(error, _BellError) else f"{type(error).__name__}: {error}"
        FOUND.mkdir(parents=True, exist_ok=True)
        file = FOUND / f"{target.name}-{type(error).__name__}"
        file.write_bytes(data)
        raise AssertionError(f"{target.name}, {len(data):,} bytes ({digest}) in {file}: {why}") from error


@contextmanager
def _bell(seconds: float) -> Iterator[None]:
    """Ring after some seconds of the processor's time: how busy the machine is says nothing about the code."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise _BellError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
