"""The command on a real terminal: what it shows is waited for, and keys are typed."""

import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

from tests.examples import REPOSITORY

ENTER, DOWN, SPACE, INTERRUPT = "\r", "\x1b[B", " ", "\x03"
_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][A-B0-2]|\x1b[=>]")
_WHERE, _TOP = b"\x1b[6n", b"\x1b[1;1R"
"""How a program asks where the cursor is, and what a terminal answers."""
_SECONDS = 30.0


class Terminal:
    """A command that runs in a terminal of its own."""

    def __init__(self, *arguments: str, cwd: Path, today: str = "2031-06-10") -> None:
        self.shown = ""
        self._read = 0
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.environ.update(PYTHONPATH=str(REPOSITORY), DATELINE_TODAY=today, TERM="xterm")
            os.execv(sys.executable, [sys.executable, "-m", "generator", *arguments])
        ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))

    def until(self, words: str) -> None:
        """Wait until the words are shown, after those that were waited for before."""
        ends = time.monotonic() + _SECONDS
        while words not in self.shown[self._read :]:
            if time.monotonic() > ends or not self._more(1.0):
                raise AssertionError(f"{words!r} was not shown after:\n{self.shown[-3000:]}")
        self._read = self.shown.index(words, self._read) + len(words)

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self._end, keys.encode())

    def answer(self, question: str, keys: str) -> None:
        """Wait for a question, and answer it."""
        self.until(question)
        time.sleep(0.1)  # the question is drawn before its keys are read
        self.type(keys)

    def ends(self) -> int:
        """Wait for the end; returns the exit code."""
        ends = time.monotonic() + _SECONDS
        while self._more(0.2):
            if time.monotonic() > ends:
                os.kill(self.pid, signal.SIGKILL)
                break
        os.close(self._end)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _more(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._end], [], [], seconds)
        if not ready:
            return True
        try:
            found = os.read(self._end, 65_536)
        except OSError:  # how Linux says that the other end is closed
            return False
        if _WHERE in found:
            os.write(self._end, _TOP)
        self.shown += _CONTROLS.sub("", found.decode("utf-8", errors="replace"))
        return bool(found)
