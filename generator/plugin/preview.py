"""What the preview shows while the records have errors."""

import html
import re

from generator.outputs.artifact import Artifact
from generator.outputs.page import Page
from generator.problems import Problem, summary
from generator.words.language import Language

_WORDS = re.compile(r'<div class="dl dl--prose">.*?</div>', re.DOTALL)


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


def unmade(page: str, problem: Problem, language: Language) -> str:
    """The site's page of what is not there, with why a page that is there cannot be made in the place of its words."""
    title, gone = html.escape(language.say("preview-unmade")), html.escape(language.say("not-found"))
    why = f'<div class="dl-problems" role="alert"><code>{html.escape(str(problem))}</code></div>'
    words = f'<div class="dl dl--prose"><h1>{title}</h1>{why}</div>'
    told = _WORDS.sub(lambda _: words, page, 1) if _WORDS.search(page) else f"{page}{words}"
    return told.replace(gone, title)
