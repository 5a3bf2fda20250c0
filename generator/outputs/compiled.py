"""Templates are compiled once in a process, however often the site is built in it."""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiled templates of environments that all have the same settings; it lives no longer than the process.

    Kept on no disk: whoever could write there could let the next build run code of his own.
    """

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text has not changed."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, in place of that of its former text."""
        if bucket.code:
            self._code[bucket.key] = (bucket.checksum, bucket.code)
