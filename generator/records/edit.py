"""WRITE: records that take another id, become one, or become two; which fields hold ids, the schema alone says."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from generator.records.load import RawRecord
from generator.records.model import Ref
from generator.records.schema import MODELS
from generator.records.shape import marked_fields, texts_at
from generator.records.write import comments_of, dump, like, load, plain, shown, value_of, with_comments
from generator.records.yaml_tree import Loc

Known = Mapping[str, frozenset[str]]
"""The ids of every kind."""

_SAME = {
    "actors": ("actor",),
    "claims": ("said_by", "text"),
    "evidence": ("article", "quote", "says"),
    "related": ("event", "relation"),
    "status": ("is", "since"),
}
"""By which fields two items of a list are one and the same; items of other lists are where all is the same."""
_WHOLE_WITHOUT = ("supports", "about")
"""Lists that stand for everything where they are left out."""
_SHARED = ("title", "date", "status", "kind", "summary", "actors", "places", "storylines", "importance")
"""What two events need that were one record."""


class EditError(ValueError):
    """Why records cannot be changed so, and what to do, in one line."""


def references(raw: RawRecord, kind: str, record_id: str, known: Known) -> list[Loc]:
    """Where a record refers to another one."""
    found = []
    for path, mark in marked_fields(MODELS[raw.kind]):
        if not isinstance(mark, Ref) or kind not in mark.kinds:
            continue
        if next(of for of in mark.kinds if of == kind or record_id in known[of]) != kind:
            continue  # an id of two kinds is meant as the first one's
        places = [*texts_at(raw.data, path)]
        if mark.or_words:  # words may be given by language
            places += [
                ((*loc, tag), text.strip())
                for loc, by_language in _mappings_at(raw.data, path)
                for tag, text in by_language.items()
                if isinstance(text, str)
            ]
        found += [loc for loc, word in places if word == record_id]
    return list(dict.fromkeys(found))


def _mappings_at(data: Any, path: Sequence[str], loc: Loc = ()) -> list[tuple[Loc, dict[str, Any]]]:
    if not path:
        return [(loc, data)] if isinstance(data, dict) else []
    if path[0] == "*":
        items = list(enumerate(data)) if isinstance(data, list) else []
        return [one for number, item in items for one in _mappings_at(item, path[1:], (*loc, number))]
    return _mappings_at(data[path[0]], path[1:], (*loc, path[0])) if isinstance(data, dict) and path[0] in data else []


def redirected(raw: RawRecord, kind: str, old: str, new: str, known: Known) -> str | None:
    """The text of a record that refers to `new` where it referred to `old`, or None where it does not."""
    if not (places := references(raw, kind, old, known)):
        return None
    document = load(raw.content)
    _redirect(document, places, new)
    checks: dict[Loc, str] = {}
    lists = {loc[: _last_number(loc)] for loc in places if _last_number(loc)}
    for loc in sorted(lists, reverse=True):  # what is taken out moves only what is done already
        _without_doubles(document, loc, checks)
    return with_comments(dump(raw.kind, document, checks), comments_of(_text(raw)))


def renamed(raw: RawRecord, new: str, known: Known) -> str:
    """The text of a record that gets the id `new`: the old one becomes an alias."""
    document = load(raw.content)
    _redirect(document, references(raw, raw.kind, raw.id, known), new)
    _alias(document, new, [raw.id])
    return with_comments(dump(raw.kind, document), comments_of(_text(raw)))


def merged(one: RawRecord, other: RawRecord, known: Known) -> tuple[str, int]:
    """The text of two records that become one, under the first one's id, and how many `# check:` comments it holds."""
    into, more = load(one.content), load(other.content)
    _redirect(into, references(one, one.kind, other.id, known), one.id)
    _redirect(more, references(other, other.kind, other.id, known), one.id)
    checks: dict[Loc, str] = {}
    for document in (into, more):
        _without_itself(one.kind, document, one.id)
    fields = MODELS[one.kind].model_fields
    for name, value in list(more.items()):
        if name == "aliases":
            continue
        if name == "withdrawn":
            checks["title" if "title" in into else "name",] = f"{other.id} was withdrawn: {shown(plain(value))}"
        elif name not in into and fields[name].default:
            _differs(checks, (name,), other.id, name, plain(value))
        elif name not in into:
            into[name] = value
        else:
            _join(into, name, value, (), checks, other.id)
    _alias(into, one.id, [other.id, *(plain(more.get("aliases")) or [])])
    had = list(comments_of(_text(one)))
    comments = [*had, *dict.fromkeys(comment for comment in comments_of(_text(other)) if comment not in had)]
    text = with_comments(dump(one.kind, into, checks), comments)
    return text, len(checks)


def split(raw: RawRecord, new: str, evidence: Sequence[int], claims: Sequence[int]) -> tuple[str, str]:
    """The texts of an event that keeps its id, and of one that takes the chosen evidence and claims (from 1)."""
    document = load(raw.content)
    made = CommentedMap()
    for name in _SHARED:
        if name in document:
            made[name] = deepcopy(document[name])
    for name, numbers in (("evidence", evidence), ("claims", claims)):
        items = document.get(name)
        count = len(items) if isinstance(items, list) else 0
        if wrong := [number for number in numbers if not 1 <= number <= count]:
            raise EditError(f"{raw.path}: there is no {name} {wrong[0]}, only {count}: count from 1.")
        if not numbers:
            continue
        chosen = sorted(set(numbers))
        if name == "evidence" and len(chosen) == count:
            raise EditError(
                f"{raw.path}: all its evidence would go: leave at least one piece, or use `dateline rename`."
            )
        made[name] = CommentedSeq(deepcopy(items[number - 1]) for number in chosen)
        for number in reversed(chosen):
            del items[number - 1]
        if not items:
            del document[name]
    if "evidence" not in made:
        raise EditError("the new event needs evidence: choose some by `--evidence`, counted from 1.")
    checks: dict[Loc, str] = {
        (name,): f"the same as in {raw.id}; what is it here?"
        for name in ("title", "date", "status", "summary", "actors")
        if name in made
    }
    left = dump(raw.kind, document, {("title",): f"what belongs to {new} has gone there; is the rest still right?"})
    text = dump(raw.kind, made, checks)
    had = list(comments_of(_text(raw)))
    for comment in comments_of(text):
        if comment in had:
            had.remove(comment)
    return with_comments(left, had), text


def _text(raw: RawRecord) -> str:
    return raw.content.decode("utf-8-sig")


def _part(document: Any, loc: Loc) -> Any:
    for step in loc:
        document = document[step]
    return document


def _redirect(document: CommentedMap, places: Sequence[Loc], new: str) -> None:
    for loc in places:
        holder = _part(document, loc[:-1])
        holder[loc[-1]] = like(holder[loc[-1]], new)


def _alias(document: CommentedMap, own: str, more: Sequence[Any]) -> None:
    had = plain(document.get("aliases")) or []
    ids = dict.fromkeys(str(one).strip() for one in (*had, *more) if str(one).strip() != own)
    if ids and list(ids) != had:
        document["aliases"] = value_of(list(ids))
        document["aliases"].fa.set_flow_style()
    elif not ids:
        document.pop("aliases", None)


def _without_itself(kind: str, document: CommentedMap, own: str) -> None:
    """Take away what would refer to the record itself."""
    for path, mark in marked_fields(MODELS[kind]):
        if not isinstance(mark, Ref) or kind not in mark.kinds:
            continue
        for loc, word in reversed(list(texts_at(document, path))):
            if word == own:
                at = next((n for n, step in enumerate(loc) if isinstance(step, int)), 0)
                del _part(document, loc[:at])[loc[at]]
                if at and not _part(document, loc[:at]):
                    del _part(document, loc[: at - 1])[loc[at - 1]]


def _last_number(loc: Loc) -> int:
    return next((n for n in reversed(range(len(loc))) if isinstance(loc[n], int)), 0)


def _without_doubles(document: CommentedMap, loc: Loc, checks: dict[Loc, str]) -> None:
    """Let what has become the same in a list stand there once."""
    items, name = _part(document, loc), str(loc[-1])
    for number in reversed(range(len(items))):
        if _key(name, items[number]) in {_key(name, item) for item in items[:number]}:
            double = items[number]
            del items[number]
            _take(items, name, double, loc, checks, "the other one")


def _join(holder: Any, name: str, value: Any, loc: Loc, checks: dict[Loc, str], other: str) -> None:
    """Bring a field's value into the record that has one already."""
    mine = holder[name]
    if plain(mine) == plain(value):
        return
    both = isinstance(mine, list) and isinstance(value, list)
    if not both or (name == "status" and not all(isinstance(one, dict) and "since" in one for one in (*mine, *value))):
        if value is not None and mine is not None:
            _differs(checks, (*loc, name), other, name, plain(value))
        elif mine is None:
            holder[name] = value
        return
    for item in value:
        _take(mine, name, item, (*loc, name), checks, other)
    if name == "status":
        holder[name] = CommentedSeq(sorted(mine, key=lambda state: str(state["since"])))


def _take(mine: Any, name: str, item: Any, loc: Loc, checks: dict[Loc, str], other: str) -> None:
    """Put an item into a list, or what it says more into the item that is the same."""
    number = next((n for n, one in enumerate(mine) if _key(name, one) == _key(name, item)), None)
    if number is None:
        mine.append(item)
        return
    one = mine[number]
    if not isinstance(one, dict):
        mine[number] = item
    elif isinstance(item, dict):
        for field in _WHOLE_WITHOUT:
            if field not in one or field not in item:
                one.pop(field, None)
        for field, value in item.items():
            if field in one:
                _join(one, field, value, (*loc, number), checks, other)
            elif field not in _WHOLE_WITHOUT:
                one[field] = value


def _key(name: str, item: Any) -> Any:
    if name not in _SAME:
        return str(plain(item))
    fields = _SAME[name]
    if not isinstance(item, dict):
        return (str(item).strip(), *("" for _ in fields[1:]))
    return tuple(" ".join(str(plain(item.get(field)) or "").split()) for field in fields)


def _differs(checks: dict[Loc, str], loc: Loc, other: str, name: str, value: Any) -> None:
    checks[loc] = f"`{name}` of {other} is {shown(value)}"
