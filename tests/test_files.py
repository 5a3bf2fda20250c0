"""Files that are read: what stands as it stood is not opened again, and what may have been written again is."""

import os
import time
from pathlib import Path

import pytest

from generator.files import Reader

LATER = 60_000_000_000
"""Nanoseconds after which nobody doubts when a file was written."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_bytes(b"one")
    return tmp_path / "a.yaml"


def read(reader: Reader, file: Path) -> bytes:
    return reader.content(str(file), file.lstat())


def test_a_file_that_stands_as_it_stood_is_not_opened_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(time.time_ns() + LATER)
    assert read(reader, file) == b"one"
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("it was opened"))
    assert read(reader, file) == b"one"


@pytest.mark.parametrize("keep_time", [False, True])
def test_a_file_that_was_written_is_read_even_where_its_size_and_time_are_the_same(file: Path, keep_time: bool) -> None:
    reader, before = Reader(time.time_ns() + LATER), file.stat()
    read(reader, file)
    time.sleep(0.02)  # a tick of the disk's clock
    file.write_bytes(b"two")
    if keep_time:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read(reader, file) == b"two"


def test_what_was_written_a_moment_ago_may_be_written_again_in_the_same_moment(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, found = Reader(time.time_ns()), file.lstat()
    assert reader.content(str(file), found) == b"one"
    file.write_bytes(b"two")
    assert reader.content(str(file), found) == b"two"  # as if the disk's clock had not ticked


def test_large_files_are_not_kept(tmp_path: Path) -> None:
    reader, file = Reader(time.time_ns() + LATER), tmp_path / "large"
    file.write_bytes(b"1" * 60_000)
    found = file.lstat()
    assert len(reader.content(str(file), found)) == 60_000
    file.write_bytes(b"2" * 60_000)
    assert reader.content(str(file), found)[:1] == b"2"
