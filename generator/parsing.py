"""Records' YAML is parsed on every core, and only once as long as it does not change."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.cache import key_of, pack, unpack
from generator.means import Means
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import Parsed, parse_documents
from generator.workers import in_portions

Found = Parsed | YamlError


@dataclass(frozen=True, slots=True)
class Parser:
    """Parses documents; `code` is the hash of the code by which that is done."""

    means: Means
    code: bytes

    def parse(self, contents: Sequence[bytes]) -> list[Found]:
        """Parse documents, or remember them."""
        memory = self.means.memory
        if memory is None:
            return self._parse(contents)
        before = memory.parsed
        unknown = [content for content in contents if content not in before]
        found = dict(zip(unknown, self._parse(unknown), strict=True))
        parsed = [before.get(content) or found[content] for content in contents]
        memory.parsed = {content: one for content, one in zip(contents, parsed, strict=True) if isinstance(one, Parsed)}
        return parsed

    def _parse(self, contents: Sequence[bytes]) -> list[Found]:
        keys = [key_of("yaml", self.code, content) for content in contents]
        cache, tell = self.means.cache, self.means.progress
        tell("Reading records", 0, 0)
        stored = cache.get(keys)
        found: list[Found | None] = [_from_json(stored.get(key)) for key in keys]
        missing = [number for number, one in enumerate(found) if one is None]
        fresh: list[tuple[Found, bytes]] = []
        texts = [contents[number] for number in missing]
        for portion in in_portions(
            lambda start, end: [*map(_with_json, parse_documents(texts[start:end]))], len(texts)
        ):
            fresh += portion
            tell("Reading records", len(fresh), len(texts))
        cache.put({keys[number]: text for number, (_, text) in zip(missing, fresh, strict=True) if text})
        for number, (one, _) in zip(missing, fresh, strict=True):
            found[number] = one
        return [one for one in found if one is not None]


def _with_json(found: Found) -> tuple[Found, bytes]:
    """What was found, and how it is stored; what is wrong is worked out again each time."""
    if isinstance(found, YamlError):
        return found, b""
    return found, pack(json.dumps([found.data, found.cut], ensure_ascii=True).encode())


def _from_json(stored: bytes | None) -> Parsed | None:
    text = unpack(stored) if stored else None
    if text is None:
        return None
    try:
        data, cut = json.loads(text)
        return Parsed(_plain(data), tuple((int(line), int(column), str(rest)) for line, column, rest in cut))
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _plain(data: Any) -> Any:
    """What was stored, if it is made of texts as a record is; raises ValueError."""
    if not isinstance(data, dict):
        raise ValueError("no record")
    return data
