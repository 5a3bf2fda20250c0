"""The page of fields: each kind of record and each part inside one, with all that its fields tell of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from generator.outputs.page import Page, markdown_page
from generator.records.load import path_of
from generator.records.model import Model
from generator.records.schema import MODELS, Record
from generator.records.shape import fields_of, model_in
from generator.records.texts import Text
from generator.reference.types import anchor_of, default_of, limits_of, link_to, name_of, type_in_words

FIELDS = "reference/fields.md"
_LEAD = """\
Everything that a record may hold. A record is one YAML file; its name without `.yaml` is the record's id, which is
therefore not written in it. A field that is not listed here is an error. The examples are run by the tests, in a small
invented world.

A text in one language or several is written as it is, in the site's own language, or as a mapping such as
`{en: The ports, fr: Les ports}`. Dates are [EDTF](https://www.loc.gov/standards/datetime/): `2031-05-01`, `2031-05`,
`2031-05-01/2031-05-03` for what lasted, `2031~` for about 2031.
"""
_ID = "id"
_ONE_LINE = 45


@dataclass(frozen=True, slots=True)
class Described:
    """A field as the reference tells it; type and sentence are Markdown."""

    name: str
    need: str
    type: str
    limits: tuple[str, ...]
    default: str
    sentence: str
    example: Any


def sections() -> dict[type[Model], list[type[Model]]]:
    """Every kind of record, what all of them share, and every part, each with the sections that it is a part of."""
    waiting: list[type[Model]] = [*MODELS.values(), Record]
    found: dict[type[Model], list[type[Model]]] = {model: [] for model in waiting}
    for model in waiting:
        for name, hint in fields_of(model):
            part = model_in(hint)
            if part is None or part is Text or name not in own_fields(model):
                continue
            if part not in found:
                found[part] = []
                waiting.append(part)
            if model not in found[part]:
                found[part].append(model)
    return found


def own_fields(model: type[Model]) -> list[str]:
    """The fields that a section tells: those of the model, without what every record shares."""
    shared = {_ID} if model is Record or not issubclass(model, Record) else {name for name, _ in fields_of(Record)}
    return [name for name, _ in fields_of(model) if name not in shared]


def described(model: type[Model]) -> Iterator[Described]:
    """Every field of a section, as the model tells it."""
    hints = dict(fields_of(model))
    infos = {info.alias or name: info for name, info in model.model_fields.items()}
    for name in own_fields(model):
        info, hint = infos[name], hints[name]
        yield Described(
            name,
            _need(model, name, info),
            type_in_words(hint),
            tuple(limits_of(hint)),
            default_of(info),
            info.description or "",
            next(iter(info.examples or ()), None),
        )


def as_yaml(data: Any) -> str:
    """Write an example as a record holds it: every scalar is text, and quoted only where YAML asks for it."""
    return yaml.dump(
        _texts(data), Dumper=_Plain, allow_unicode=True, sort_keys=False, default_flow_style=None, width=72
    )


def fields_page() -> Page:
    """The page of fields as Markdown."""
    found = sections()
    kinds = [link_to(model) for model in MODELS.values()]
    parts = [link_to(model) for model in found if model not in MODELS.values()]
    jump = f"{_jump(kinds)}\n\nWhat all of them share, and what stands inside them:\n\n{_jump(parts)}\n"
    body = [_LEAD, jump, *(_section(model, within) for model, within in found.items())]
    return markdown_page("reference", "Fields", "\n".join(body))


def _section(model: type[Model], within: list[type[Model]]) -> str:
    kind = next((kind for kind, known in MODELS.items() if known is model), None)
    where = f" It is written in `{path_of(kind, '<id>')}`." if kind else ""
    if within:
        where = f" It is part of {' and '.join(link_to(holder) for holder in within)}."
    if model is not Record and issubclass(model, Record):
        where += f" It may also hold [what every record may hold](#{anchor_of(Record)})."
    jump = _jump(f"[{name}](#{anchor_of(model, name)})" for name in own_fields(model))
    fields = "\n".join(_field(model, field) for field in described(model))
    return f"## {name_of(model)}\n\n{(model.__doc__ or '').strip()}{where}\n\n{jump}\n\n{fields}"


def _field(model: type[Model], field: Described) -> str:
    default = f"`{field.default}` if left out" if field.default else ""
    told = " · ".join(part for part in (field.need, field.type, *field.limits, default) if part)
    return (
        f'### <span id="{anchor_of(model, field.name)}">`{field.name}`</span>\n\n'
        f'<span class="dl-type">{told}</span>\n\n'
        f"{field.sentence}\n\n```yaml\n{as_yaml({field.name: field.example})}```\n"
    )


def _need(model: type[Model], name: str, info: FieldInfo) -> str:
    """Whether a field must be there, and beside which others."""
    if info.is_required():
        return "**required**"
    extra = model.model_config.get("json_schema_extra")
    rules: dict[str, Any] = extra if isinstance(extra, dict) else {}
    instead = [*(other for rule in rules.get("anyOf", ()) for other in rule["required"])]
    if name in instead:
        others = " or ".join(f"`{other}`" for other in instead if other != name)
        return f"**required** without {others}"
    beside = " and ".join(f"`{other}`" for other in rules.get("dependentRequired", {}).get(name, ()))
    return f"only beside {beside}" if beside else "optional"


def _jump(links: Any) -> str:
    return f'<span class="dl-jump">{" ".join(links)}</span>'


def _texts(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _texts(value) for key, value in data.items()}
    return [_texts(item) for item in data] if isinstance(data, list) else str(data)


class _Plain(yaml.SafeDumper):
    """Writes as our reader reads: no scalar has a type, so none needs quotes for it."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # the library's own class attribute

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        """Write what fits a phone on one line, and the rest on lines of its own."""
        node = super().represent_mapping(tag, mapping, flow_style)
        if len(str(mapping)) > _ONE_LINE:
            node.flow_style = False
        return node

    def serialize(self, node: yaml.Node) -> None:
        """Write a record's own fields on lines of their own, however short the record is."""
        if isinstance(node, yaml.MappingNode):
            node.flow_style = False
        super().serialize(node)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)
