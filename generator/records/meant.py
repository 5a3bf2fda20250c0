"""VALIDATE: which record is meant by what is no id: a name, a headline, an address, a file's name."""

from collections import defaultdict
from functools import cached_property

from generator.ids import as_id, did_you_mean, did_you_mean_id, one_of
from generator.records.load import Loaded, path_of
from generator.records.model import Chosen, Ref
from generator.records.yaml_tree import Data

_NAMED = ("name", "title", "also_known_as", "url", "archived", "label")


class Names:
    """The names of all records as they stand in their files, valid or not."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        """The ids of the records of each kind."""
        found: dict[str, set[str]] = defaultdict(set)
        for kind, record_id in (*((raw.kind, raw.id) for raw in self._loaded.records), *self._loaded.unreadable):
            found[kind].add(record_id)
        return found

    @cached_property
    def _named(self) -> dict[tuple[str, str], set[str]]:
        """By kind and name, folded, the ids of the records that have it."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for raw in self._loaded.records:
            for field in _NAMED:
                for name in _texts(raw.data.get(field)):
                    found[raw.kind, _folded(name)].add(raw.id)
        return found

    def instead_of(self, text: str, mark: Ref) -> str:
        """Say which id to write for a text that is none: where no record is meant, which file is missing."""
        what = " or ".join(kind.removesuffix("s") for kind in mark.kinds)
        shown = "it" if len(text) > 60 else f"`{text}`"
        if " - " in text and all(as_id(part) in self._ids[mark.kind] for part in text.split(" - ")):
            return f"{shown} is two items in one: begin each `- ` in the same column."
        found = {key for kind in mark.kinds for key in self._meant(text, kind)}
        if len(found) == 1:
            return f"write the {what}'s id, `{found.pop()}`."
        if found:
            return f"several are called so: write the id of one, {' or '.join(f'`{key}`' for key in sorted(found))}."
        near = did_you_mean_id(as_id(text), sorted(set().union(*(self._ids[kind] for kind in mark.kinds))))
        better = "" if "/" in text else as_id(text)
        if near or not better:
            return near or f"write the id of the {what}, which is its file's name without `.yaml`."
        return f"no {what} is called so: write its record, {path_of(mark.kind, better)}, and `{better}` here."

    def certain(self, text: str, mark: Ref) -> str:
        """The id of the one record that a text names, where it is no id itself; empty where none or several are."""
        found = {key for kind in mark.kinds for key in self._meant(text, kind)}
        return found.pop() if len(found) == 1 else ""

    def instead_of_word(self, text: str, mark: Chosen) -> str:
        """Say which word of the vocabulary is meant by a text that cannot be one; empty where no list is."""
        known = self._vocabulary(mark)
        for word, value in known.items():
            labels = _texts(value.get("label")) if isinstance(value, dict) else []
            if _folded(text) in map(_folded, labels):
                return f"did you mean `{word}`?"
        choices = [*mark.always, *known]
        return did_you_mean(as_id(text) or text, choices) or (f"write {one_of(choices)}." if choices else "")

    def chosen(self, mark: Chosen) -> list[str]:
        """The words that a field chooses from."""
        return [*mark.always, *self._vocabulary(mark)]

    def _vocabulary(self, mark: Chosen) -> dict[str, Data]:
        lists = (raw.data.get(mark.among) for raw in self._loaded.records if raw.kind == "vocabulary")
        return {word: value for kinds in lists if isinstance(kinds, dict) for word, value in kinds.items()}

    def as_ids(self, text: str, mark: Ref) -> list[str]:
        """The ids that one text lists or names; empty where it is not sure which."""
        for parts in ([text], text.split(","), text.split()):
            found = [{key for kind in mark.kinds for key in self._meant(part.strip(), kind)} for part in parts]
            if all(len(keys) == 1 for keys in found):
                return [keys.pop() for keys in found]
        return []

    def _meant(self, text: str, kind: str) -> set[str]:
        stem = text.rstrip("/").rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
        if "://" not in text and (same := {as_id(stem)} & self._ids[kind]):
            return same
        return self._named.get((kind, _folded(text)), set())


def _texts(value: Data) -> list[str]:
    """The texts in a field that holds one, a list, or one in each of several languages."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return [text for text in inside if isinstance(text, str)]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ").removesuffix("/")
