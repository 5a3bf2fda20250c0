"""What was worked out once and need not be again: values by the hash of all that they were made from."""

# One SQLite file that may be deleted, copied or shared between computers at any time. A value stands under the hash of
# everything that it depends on, so none can be out of date; a sum tells whether it is still what was written; and
# whatever is wrong with the file, the worst that follows is that all is worked out again.

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

_AT_ONCE = 500
_LARGEST = 64_000_000
"""Bytes of a value; a larger one is not worth its place."""
_ROOM = 64_000_000
"""Bytes that the file may hold beside twice what the last build used."""
_SUM = 8
_NOT_NOW = {
    *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY),
    *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN),
}
"""Errors that say nothing against what the file holds; to wait for its end again and again would take long."""


def key_of(*parts: str | bytes) -> bytes:
    """The key of what is made from some parts, whose ends are marked, so that "ab", "c" is not "a", "bc"."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def pack(value: bytes) -> bytes:
    """A value as it is stored: compressed, behind a sum of what it is."""
    return hashlib.blake2b(value, digest_size=_SUM).digest() + zlib.compress(value, 1)


def unpack(stored: bytes) -> bytes | None:
    """The value again, or None where it is not what was stored."""
    unpacker = zlib.decompressobj()
    try:
        value = unpacker.decompress(stored[_SUM:], _LARGEST)
    except zlib.error:
        return None
    if not unpacker.eof or hashlib.blake2b(value, digest_size=_SUM).digest() != stored[:_SUM]:
        return None
    return value


_SPOILT = (sqlite3.Error, ValueError, OverflowError, MemoryError)
"""What reading a damaged file raises; some of its own messages cannot even be decoded."""


class Cache:
    """Stored values; nothing that goes wrong with them is an error."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._used: set[bytes] = set()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is ever remembered."""
        return self._file is None

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are there, packed, by their keys."""
        found: dict[bytes, bytes] = {}
        if not self._file:
            return found
        wanted = list(dict.fromkeys(keys))
        self.use(wanted)
        if not self._file.is_file():
            return found
        try:
            with closing(self._open()) as connection:
                for start in range(0, len(wanted), _AT_ONCE):
                    some = wanted[start : start + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    found.update(connection.execute(f"SELECT key, value FROM entry WHERE key IN ({marks})", some))
        except _SPOILT as error:
            self._forget(error)
        return {key: value for key, value in found.items() if isinstance(value, bytes)}

    def use(self, keys: Iterable[bytes]) -> None:
        """Take note that this build needs some values, be they asked for or not."""
        self._used.update(keys)

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Store packed values, if they can be."""
        if not self._file or not entries:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as connection, connection:
                connection.execute("CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
                fit = [(key, value) for key, value in entries.items() if len(value) <= _LARGEST]
                connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", fit)
        except _SPOILT as error:
            self._forget(error)
        except OSError:
            self._file = None

    def trim(self) -> None:
        """Drop what this build did not use, once that takes more room than what it did."""
        if not self._file or not self._file.is_file():
            return
        try:
            with closing(self._open()) as connection:
                connection.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
                connection.executemany("INSERT INTO used VALUES (?)", [(key,) for key in self._used])
                size = "SELECT total(length(value)) FROM entry WHERE key {} IN (SELECT key FROM used)"
                (used,) = connection.execute(size.format("")).fetchone()
                (idle,) = connection.execute(size.format("NOT")).fetchone()
                if idle > used + _ROOM:
                    connection.execute("DELETE FROM entry WHERE key NOT IN (SELECT key FROM used)")
                    connection.commit()
                    connection.execute("VACUUM")
        except _SPOILT as error:
            self._forget(error)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(f"{self._file}", timeout=5)
        try:
            # A power cut may cost what was stored last, never a right answer: sums tell.
            connection.execute("PRAGMA synchronous = OFF")
        except BaseException:
            connection.close()
            raise
        return connection

    def _forget(self, error: Exception) -> None:
        """Delete a file that is none of ours, or spoilt; this build leaves one that is only busy, or full, alone."""
        if self._file is None:
            return
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _NOT_NOW:  # the rest of an extended code tells more
            self._file = None
            return
        for file in (self._file, self._file.with_name(f"{self._file.name}-journal")):
            with suppress(OSError):
                file.unlink(missing_ok=True)


NOTHING = Cache(None)
"""Remembers nothing."""
