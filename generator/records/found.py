"""LOAD: which files of the content folder are records, and which others are meant to be.

A record is a plain file `<id>.yaml` below one of the record folders. What editors, services and systems leave behind is
passed over. Everything else there is named, because somebody may believe that it is published.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from generator.ids import did_you_mean, one_of, why_not_id
from generator.problems import Problem
from generator.records.yaml_errors import printable

RECORD_FOLDERS = ("events", "articles", "outlets", "actors", "places", "storylines")
VOCABULARY = "vocabulary.yaml"
_OTHERS = ("pages", "evidence.lock")
_KNOWN = one_of(RECORD_FOLDERS)

_LEFT_BEHIND = (
    *(".*", "*~", "~$*", "#*#", "#*", "*.swp", "*.swo", "*.tmp", "*.temp", "*.bak", "*.orig", "*.rej", "*.old"),
    *("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "__pycache__", "*.crdownload", "*.part"),
    *("4913", "*.ipynb_checkpoints", "$recycle.bin", "system volume information", "lost+found", "*.sync-conflict-*"),
)
_IS_LEFT_BEHIND = re.compile("|".join(map(translate, _LEFT_BEHIND)))


@dataclass(frozen=True, slots=True)
class Found:
    """Files that are meant to be records, and problems of what else stands there."""

    files: tuple[tuple[str, str], ...]
    """The kind and the path from the project's root of each."""
    problems: tuple[Problem, ...]


def find_records(content: Path, root: Path) -> Found:
    """Look through the content folder, in a stable order; nothing is opened."""
    base = content.relative_to(root).as_posix()
    files: list[tuple[str, str]] = [("vocabulary", f"{base}/{VOCABULARY}")]
    problems: list[Problem] = []

    def refuse(path: str, code: str, message: str) -> None:
        problems.append(Problem(path, 1, 1, "error", code, message))

    if content.is_symlink():
        refuse(base, "symlink", "the folder is a symbolic link: put the folder itself here.")
        return Found((), tuple(problems))
    for entry in _entries(str(content)):
        file = f"{base}/{entry.name}"
        if entry.name in RECORD_FOLDERS:
            if entry.is_symlink():
                refuse(file, "symlink", "the folder is a symbolic link: put the folder itself here.")
            elif not entry.is_dir():
                refuse(file, "not-a-folder", f"this has to be the folder of the {entry.name}: make it one.")
            continue
        if message := _stray(entry):
            refuse(file, "not-read", message)
    for kind in RECORD_FOLDERS:
        folder = content / kind
        if folder.is_dir() and not folder.is_symlink():
            for path, message in _below(str(folder), f"{base}/{kind}"):
                if message:
                    refuse(path, "file-name", message)
                else:
                    files.append((kind, path))
    return Found(tuple(files), tuple(problems))


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    """What a folder holds, but for what is left behind, by name."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
    return [entry for entry in entries if not is_left_behind(entry.name)]


def is_left_behind(name: str) -> bool:
    """Say whether a file of this name is what an editor, a service or a system leaves behind."""
    return _IS_LEFT_BEHIND.match(name.lower()) is not None


def _stray(entry: "os.DirEntry[str]") -> str:
    """What is wrong with something beside the folders of records; empty for what may stand there."""
    name = printable(entry.name)
    if entry.name == VOCABULARY or entry.name in _OTHERS:
        return ""
    if entry.is_dir(follow_symlinks=False):
        holds = any(file.endswith((".yaml", ".yml")) for _, _, files in os.walk(entry.path) for file in files)
        hint = did_you_mean(entry.name.lower(), RECORD_FOLDERS)
        if not holds and not hint:
            return ""
        return f"`{name}` is no folder of records: {hint or f'put the records in {_KNOWN}.'}"
    if entry.name.lower().endswith((".yaml", ".yml")):
        hint = did_you_mean(entry.name.lower(), [VOCABULARY])
        return f"`{name}` stands in no folder of records: {hint or f'put it in {_KNOWN}.'}"
    return ""


def _below(folder: str, path: str) -> Iterator[tuple[str, str]]:
    """Every file below a folder of records that stands at a path, with what is wrong with its name or its kind, if any.

    Of archives with tens of thousands of files: no `Path` is made of any.
    """
    for entry in _entries(folder):
        file = f"{path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if entry.name.lower().endswith((".yaml", ".yml")):
                yield file, "this is a folder with a record's name: a record is a file; rename the folder."
            yield from _below(entry.path, file)
        else:
            yield file, _why_not_record(entry)


def _why_not_record(entry: "os.DirEntry[str]") -> str:
    if entry.is_symlink():
        return "the file is a symbolic link: put the record itself here."
    if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return "this is a pipe, a socket or a device: a record is a plain file."
    if not entry.name.endswith(".yaml"):
        return f"`{printable(entry.name)}` is not a record: its name must end in .yaml."
    return why_not_id(entry.name.removesuffix(".yaml"))
