"""Whether what we noted of a file still holds, and what is to be noted of one that was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from generator.cache import key_of
from generator.outputs.artifact import Output
from generator.plugin.chrome import Kind, Theme
from generator.plugin.noted import Note, Sign
from generator.plugin.writing import Written, files_of


@dataclass(frozen=True)
class Notebook:
    """Knows from what each file is made: an output, by its key, and the theme around it."""

    keys: Mapping[str, bytes]
    theme: Theme
    urls: Mapping[str, str]

    def holds(self, output: Output, notes: Mapping[str, Note], kept: Mapping[str, Sign]) -> bool:
        """Whether all files of an output are as we left them, and would be written the same."""
        for path in files_of(output, self.urls):
            note = notes.get(path)
            if note is None or kept.get(path) != note.sign or note.key != self._key(output, note.kind):
                return False
        return True

    def notes(self, written: Iterable[Written], outputs: Mapping[str, Output]) -> dict[str, Note]:
        """What is to be noted of files; nothing of a page with dead links, of which each build warns."""
        return {
            path: Note(sign, self._key(outputs[one.path], one.kind), one.kind)
            for one in written
            if not one.dead and one.path in self.keys
            for path, sign in one.files
        }

    def _key(self, output: Output, kind: tuple[Any, ...]) -> str:
        around = self._around(kind) if kind else b""
        return key_of(self.keys.get(output.path, b""), output.source, self.urls.get(output.path, ""), around).hex()

    def _around(self, kind: tuple[Any, ...]) -> bytes:
        try:
            return self.theme.hash_of(_KIND.validate_python(kind, strict=True))
        except ValueError:
            return b"unknown"


_KIND = TypeAdapter(Kind)
"""A note may say anything."""
