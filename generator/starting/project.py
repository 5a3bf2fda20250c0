"""The files of a new project by path: every template of files/, rendered for a subject."""

# A template's name is its path in the project. What a project hides (`.github`, `.gitignore`) does so without its dot:
# tools that pack, list and search leave hidden files out. Signs of a template are [[ ]] and [% %], for GitHub's own are
# the usual ones.

import json
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from jinja2 import Environment, StrictUndefined

from generator.drafting.forms import FORMS, issue_form
from generator.words.controls import without_controls
from generator.words.markup import markdown_text, meta_title

Licence = Literal["cc-by-4.0", "cc0-1.0", "none"]
LICENCES: dict[Licence, str] = {
    "cc-by-4.0": "The records' own words are under [CC BY 4.0](content/LICENSE).",
    "cc0-1.0": "The records' own words are in the public domain by [CC0 1.0](content/LICENSE).",
    "none": "Nobody has chosen a licence for the records' own words yet, so all rights to them are reserved.",
}
"""The licences to choose from, each with what the README says of it."""
MOST_SIGNS = 200
"""The longest name of a timeline: what is longer is a description, and no page has room for it as its heading."""

_SUFFIX = ".j2"
_LICENCE = "content/LICENSE"
_HIDDEN = ("github", "gitignore")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new project is.

    `languages` are BCP 47 tags, the site's own first, and `theme_language` is the theme's name for that; `requirement`
    is the line by which pip installs Dateline, which names a place on this computer where it `is_local`.
    """

    subject: str
    languages: tuple[str, ...]
    theme_language: str
    licence: Licence
    requirement: str
    is_local: bool = False


def subject_of(text: str) -> str:
    """A subject on one line, without what nobody sees; raises ValueError where there is none, or it is too long."""
    told = text.encode("utf-8", "ignore").decode().replace("\ufffe", "").replace("\uffff", "")
    subject = " ".join(without_controls(" ".join(told.split())).split())
    if not any(sign.isprintable() and not sign.isspace() for sign in subject):
        raise ValueError("say in a few words what the timeline is about")
    if len(subject) > MOST_SIGNS:
        raise ValueError(f"say what the timeline is about in at most {MOST_SIGNS} signs; these are {len(subject):,}")
    return subject


def files_of(answers: Answers) -> dict[str, str]:
    """Every file of a new project by its path, sorted."""
    environment = Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # no file is HTML: each place says by a filter which kind of text it takes
    )
    environment.filters.update(yaml=_yaml, markdown=markdown_text)
    known = {
        "subject": answers.subject,
        "site_name": meta_title(answers.subject),  # themes print it without escaping
        "languages": answers.languages,
        "theme_language": answers.theme_language,
        "licence_words": LICENCES[answers.licence],
        "requirement": answers.requirement,
        "is_local": answers.is_local,
    }
    made: dict[str, str] = {}
    for path, text in _templates(files("generator.starting") / "files", ""):
        name = _named(path, answers.licence)
        if name:
            made[name] = environment.from_string(text).render(known) if path.endswith(_SUFFIX) else text
    made.update({f".github/ISSUE_TEMPLATE/{name}.yml": issue_form(form) for name, form in FORMS.items()})
    return dict(sorted(made.items()))


def _templates(folder: Traversable, above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _templates(entry, f"{above}{entry.name}/")
        else:
            found.append((f"{above}{entry.name}", entry.read_text(encoding="utf-8")))
    return found


def _named(path: str, licence: Licence) -> str:
    """Where a template's text goes; empty where this project does without it."""
    name = path.removesuffix(_SUFFIX)
    if name.startswith(f"{_LICENCE}."):
        return _LICENCE if name == f"{_LICENCE}.{licence}" else ""
    return f".{name}" if name.split("/")[0] in _HIDDEN else name


def _yaml(text: str) -> str:
    """A text as YAML in double quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)
