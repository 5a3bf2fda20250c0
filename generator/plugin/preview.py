"""What the preview shows while the records have errors."""

import html

from generator.outputs.artifact import Artifact
from generator.outputs.page import Page
from generator.problems import Problem, summary
from generator.words.language import Language


def nothing_yet(language: Language) -> Artifact:
    """The home page of records that never were without errors."""
    title, what = language.say("preview-nothing"), language.say("preview-nothing-what")
    return Artifact("index.md", Page({}, "", f"# {title}\n\n{what}\n"))


def banner(errors: tuple[Problem, ...], language: Language) -> str:
    """The errors that keep a page from being up to date, as HTML above it."""
    items = "".join(f"<li><code>{html.escape(str(problem))}</code></li>" for problem in errors)
    broken = html.escape(language.say("preview-broken"))
    last = html.escape(language.say("preview-last-good", problems=summary(errors)))
    return f'<div class="dl-problems" role="alert"><p><strong>{broken}</strong> {last}</p><ul>{items}</ul></div>\n'
