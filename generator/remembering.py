"""Outputs are remembered: what is made from the very same inputs by the very same code is not made again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.cache import Cache, key_of, pack, unpack
from generator.outputs.artifact import Artifact, Made, Output
from generator.outputs.edition import ROW
from generator.outputs.page import Page
from generator.project import INTRO, PAGES
from generator.story.dossier import Input
from generator.story.lock import LockEntry
from generator.story.site import Site
from generator.theme import template_folders


@dataclass(frozen=True)
class Inputs:
    """What every output can be made from, each by its hash."""

    root: Path
    site: Site
    code: bytes

    def hash_of(self, item: Input) -> bytes:
        """The hash of an input and of its name; of one that nobody declared a way to hash, KeyError."""
        if item not in self._known:
            self._known[item] = key_of(*item, *self._parts(item))
        return self._known[item]

    @cached_property
    def _known(self) -> dict[Input, bytes]:
        return {}

    def _parts(self, item: Input) -> tuple[str | bytes, ...]:
        """All that an input says beside its name."""
        kind, name = item
        if kind in self._kinds:
            return (self._kinds[kind] if name == "*" else self.site.timeline.sources[item].content,)
        if kind == ROW:  # the line of an event in a list: its dossier, and its number on the drawn timeline
            return str(self.site.numbers.get(name)), self.together(self.site.made_from(name))
        if kind == "pages":
            return (str((self.root / PAGES / name).is_file()),)
        return (self._others[kind],)

    def together(self, items: Iterable[Input]) -> bytes:
        """The hashes of some inputs, in an order of their own."""
        known = self._known  # a million times asked in an archive of ten thousand events
        return b"".join(sorted([known.get(item) or self.hash_of(item) for item in items]))

    @cached_property
    def _kinds(self) -> Mapping[str, bytes]:
        """The hash of all records of each kind."""
        contents: dict[str, list[bytes]] = {}
        for (kind, record_id), raw in sorted(self.site.timeline.sources.items()):
            contents.setdefault(kind, []).extend((record_id.encode(), raw.content))
        kinds = ("events", "articles", "outlets", "actors", "places", "storylines", "vocabulary")
        return {kind: key_of(*contents.get(kind, ())) for kind in kinds}

    @cached_property
    def _others(self) -> Mapping[str, bytes]:
        """The hash of what is not a record, by its kind."""
        return {
            "day": key_of(str(self.site.today.seconds)),
            "lock": key_of("\n".join(map(_locked, self.site.lock.values()))),
            "templates": key_of(*(key_of(*_files(folder)) for folder in template_folders(self.root))),
            "intro": key_of(*_files(self.root / INTRO)),
            "written": key_of(*_files(self.root / PAGES)),
            "words": self.code,
            "code": self.code,
            "published": b"",  # its name says all, as of the next
            "listed": b"",
        }


def _locked(entry: LockEntry) -> str:
    return f"{entry.article} {entry.quote} {entry.snapshot} {entry.offset} {entry.verified}"


def _files(place: Path) -> Iterable[bytes]:
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    for file in files:
        if file.is_file():
            yield file.relative_to(place.parent).as_posix().encode("utf-8", "surrogateescape")
            yield file.read_bytes()


@dataclass(frozen=True)
class Maker:
    """Makes outputs, or remembers them."""

    cache: Cache
    inputs: Inputs
    keys: Mapping[str, bytes]
    """By the paths of outputs."""
    stored: Mapping[bytes, bytes]

    @classmethod
    def of(cls, cache: Cache, inputs: Inputs, outputs: Sequence[Output]) -> "Maker":
        """Work out under which keys some outputs are remembered."""
        return cls.with_keys(cache, inputs, {} if cache.is_nothing else keys_of(inputs, outputs))

    @classmethod
    def with_keys(cls, cache: Cache, inputs: Inputs, keys: Mapping[str, bytes]) -> "Maker":
        """One that is told under which keys."""
        cache.use(keys.values())
        return cls(cache, inputs, keys, {})

    def recall(self, outputs: Iterable[Output]) -> "Maker":
        """Fetch what is remembered of some of the outputs."""
        keys = [self.keys[output.path] for output in outputs if output.path in self.keys and not output.shared]
        return Maker(self.cache, self.inputs, self.keys, self.cache.get(keys))

    def of_parts(self, parts: Sequence[Output]) -> "Maker":
        """One for what outputs rest on, with what is remembered of it."""
        return Maker.of(self.cache, self.inputs, parts).recall(parts)

    def remembers(self, output: Output) -> bool:
        """Whether an output need not be made."""
        return self.keys.get(output.path, b"") in self.stored

    def make(self, output: Output) -> tuple[Artifact, bytes]:
        """Make an output, or remember it; with what is to be kept of it, packed, if that is new."""
        key = self.keys.get(output.path)
        if key is None or output.shared:  # what it rests on is remembered, from which it is made as fast
            return output.artifact(), b""
        if (made := _made(self.stored.get(key))) is not None:
            return Artifact(output.path, made, output.source), b""
        artifact = output.artifact()
        return artifact, pack(_text(artifact.made))

    def store(self, new: Iterable[tuple[str, bytes]]) -> None:
        """Keep what was made anew, by the paths of the outputs."""
        self.cache.put({self.keys[path]: packed for path, packed in new if packed})


def keys_of(inputs: Inputs, outputs: Iterable[Output]) -> dict[str, bytes]:
    """Under which keys outputs are remembered, by their paths."""
    return {output.path: _key(output, inputs) for output in outputs}


def _key(output: Output, inputs: Inputs) -> bytes:
    language = inputs.site.timeline.language
    return key_of("output", inputs.code, language, output.path, inputs.together(output.inputs()))


def _text(made: Made) -> bytes:
    plain = made if isinstance(made, str) else [dict(made.head), made.body, made.own]
    return json.dumps(plain).encode()


def _made(stored: bytes | None) -> Made | None:
    text = unpack(stored) if stored else None
    if text is None:
        return None
    try:
        made = json.loads(text)
        if isinstance(made, str):
            return made
        head, body, own = made
        return Page(head, body, own) if isinstance(head, dict) and isinstance(body, str) else None
    except (ValueError, TypeError, RecursionError):
        return None
