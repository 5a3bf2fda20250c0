"""The Jinja environment of the Markdown templates: whatever a template prints is made safe unless it says otherwise."""

import traceback
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError, meta
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup

from generator.outputs.compiled import Compiled
from generator.outputs.page import Page
from generator.story.dossier import Input
from generator.words.language import Language
from generator.words.markup import markdown_inline, markdown_text, markdown_url

_SUFFIX = ".md.j2"
_COMPILED = Compiled()
_PLAIN = Environment(autoescape=True)


class _Context(Context):
    """What a template sees; calls go straight to what is called, for none of ours asks for the context."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("_loop_vars", None)  # Jinja hands these to what asks for them
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class _Generator(CodeGenerator):
    """What `finalize` gives is safe: where a template does not turn that off, it is not looked at once more."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if self._is_safe(frame, finalize):
            self.write(finalize.src or "")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if self._is_safe(frame, finalize):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    @staticmethod
    def _is_safe(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
        return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is not None


class Templates:
    """Markdown templates, each of the first of some folders that has it, rendered by name in a language."""

    def __init__(self, folders: Sequence[Path], language: Language) -> None:
        self._language = language
        self._inputs: dict[str, frozenset[Input]] = {}
        self._plain: dict[str, Markup] = {}
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            finalize=_printed,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_COMPILED,
            auto_reload=False,  # a preview makes pages later, and of the templates as they were
        )
        self._environment.code_generator_class, self._environment.context_class = _Generator, _Context
        self._environment.filters.update(inline=lambda text: markdown_inline(str(text)), address=markdown_url)
        self._environment.globals.update(say=self.say)

    def say(self, message: str, **arguments: Any) -> Markup:
        """Words of the catalogue as Markdown: they are ours, and their arguments are made safe."""
        if arguments:
            return Markup(self._language.say(message, **{name: _safe(value) for name, value in arguments.items()}))
        if message not in self._plain:
            self._plain[message] = Markup(self._language.say(message))
        return self._plain[message]

    def inputs(self, *names: str) -> frozenset[Input]:
        """What pages of some templates are made from: the templates, those that they import, and the catalogue."""
        found: frozenset[Input] = frozenset({("words", self._language.tag)})
        return found.union(*(self._with_imported(f"{name}{_SUFFIX}") for name in names))

    def _with_imported(self, file: str) -> frozenset[Input]:
        if file not in self._inputs:
            assert self._environment.loader is not None
            try:
                imported = _imported(self._environment.loader.get_source(self._environment, file)[0])
            except TemplateError:
                imported = ()  # rendering it tells what is wrong
            inner = [self._with_imported(name) for name in imported if name]
            self._inputs[file] = frozenset({("templates", file)}).union(*inner)
        return self._inputs[file]

    def render(self, name: str, head: dict[str, object], own: str = "", /, **context: Any) -> Page:
        """Render a template below a page's front matter, and below what its maintainers wrote for it."""
        return Page(head, self._environment.get_template(f"{name}{_SUFFIX}").render(**context), own)


@lru_cache(maxsize=128)  # a preview asks it of the same templates again and again
def _imported(source: str) -> tuple[str | None, ...]:
    """The templates that one names; None for a name that is worked out. Raises TemplateSyntaxError."""
    return tuple(meta.find_referenced_templates(_PLAIN.parse(source)))


def template_place(error: Exception) -> tuple[str, int] | None:
    """Return the template's file and line where an error arose, or None where no template is to blame."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(_SUFFIX)]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else None


def _printed(value: Any) -> str:
    """Make whatever a template prints show as text; what is Markup already was made safe in words/markup.py."""
    if type(value) is Markup:
        return value
    return str(_safe(value))


def _safe(value: Any) -> Any:
    """The same, but for numbers, by which words are chosen."""
    if isinstance(value, (Markup, int)):
        return value
    return markdown_text(str(value))
