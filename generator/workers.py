"""Work on every core: forked workers have all that we know without being sent it, and send back what they made."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar, cast

T = TypeVar("T")
Work = Callable[[int, int], T]
"""Does the work from one number to another."""

MANY = 400
"""Fewer things than this are done before a worker has begun."""
PORTION = 64


class WorkerLostError(Exception):
    """The system ended a worker, most often because memory ran out."""


_LOST = "the system ended a worker, most likely for want of memory: give it more."

_work: Work[object] | None = None
"""The forked workers' work: what cannot be pickled reaches them no other way."""


class Portions(Generic[T]):
    """What comes of the portions of some work, in order, for whoever goes through it once; workers have begun already.

    Going through it raises WorkerLostError, and whatever the work raises.
    """

    def __init__(self, work: Work[T], portions: Sequence[tuple[int, int]], workers: int) -> None:
        self._work, self._portions = work, portions
        self._pool: ProcessPoolExecutor | None = None
        if workers > 1:
            global _work
            _work = work
            gc.freeze()  # what workers share is not copied because their collector touched it
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent)
            self._found = cast(Iterator[T], self._pool.map(_do, portions))

    def __iter__(self) -> Iterator[T]:
        if not self._pool:
            yield from (self._work(start, end) for start, end in self._portions)
            return
        try:
            yield from self._found
        except BrokenProcessPool:
            raise WorkerLostError(_LOST) from None
        finally:
            self.stop()

    def stop(self) -> None:
        """Let workers begin with nothing more, and wait for what they do."""
        global _work
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            gc.unfreeze()
            self._pool = _work = None


def in_portions(work: Work[T], count: int, many: int = MANY, portion: int = PORTION) -> Portions[T]:
    """Begin to do `count` things in portions.

    Where there are fewer than `many`, processes cannot be forked, or other threads run, nothing is begun: everything is
    done right here, by whoever goes through what comes back.
    """
    portions = [(start, min(start + portion, count)) for start in range(0, count, portion)]
    workers = min(os.cpu_count() or 1, len(portions))
    return Portions(work, portions, workers if count >= many and _can_fork() else 1)


class Beside(Generic[T]):
    """What comes of work that a worker does, for whoever calls it, again and again if need be.

    That waits for it, and raises WorkerLostError, and whatever the work raises.
    """

    def __init__(self, work: Callable[[], T], *, forked: bool) -> None:
        self._work = work
        self._receiver: Connection | None = None
        self._found: list[T] = []
        if forked:
            context = multiprocessing.get_context("fork")
            self._receiver, sender = context.Pipe(duplex=False)
            gc.freeze()  # as above
            self._worker = context.Process(target=_tell, args=(work, sender), daemon=True)
            self._worker.start()
            sender.close()

    @property
    def is_done(self) -> bool:
        """Whether nobody would wait for it."""
        return bool(self._found) or bool(self._receiver and self._receiver.poll())

    def __call__(self) -> T:
        if not self._found:
            self._found.append(self._received(self._receiver) if self._receiver else self._work())
        return self._found[0]

    def _received(self, receiver: Connection) -> T:
        try:
            with receiver:
                was_done, found = receiver.recv()
        except (EOFError, OSError):
            raise WorkerLostError(_LOST) from None
        finally:
            self._worker.join()
            gc.unfreeze()
        return cast(T, found) if was_done else self._work()  # which fails as it did there, with all there is to say


def beside(work: Callable[[], T]) -> Beside[T]:
    """Begin some work in a worker, which knows all that we know now.

    It is done when what comes back is first called, and right here, where there is one core only, processes cannot be
    forked, or other threads run.
    """
    return Beside(work, forked=(os.cpu_count() or 1) > 1 and _can_fork())


def _tell(work: Callable[[], object], sender: Connection) -> None:
    """Do the work and tell what came of it, or that nothing did; whoever asked for it does it then."""
    _end_with_parent()
    gc.disable()
    try:
        sender.send((True, work()))
    except Exception:
        sender.send((False, None))
    except BaseException:
        os._exit(1)


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _end_with_parent() -> None:
    """End this worker when the process ends that it works for, which may be killed and can tell nobody."""
    parent = multiprocessing.parent_process()
    assert parent

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _do(portion: tuple[int, int]) -> object:
    assert _work is not None
    gc.disable()  # a worker lives for seconds, and keeps next to nothing
    return _work(*portion)
