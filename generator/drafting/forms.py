"""The forms in which somebody without git proposes an event or reports an error: the one definition of their fields."""

# What a forge shows is rendered from here, and what it sends back is read by the same labels, so that the two cannot
# drift. Each field names the field of the record that it becomes.

from dataclasses import dataclass
from typing import Literal, get_args

import yaml

from generator.records.parts import Status

Shape = Literal["input", "textarea", "dropdown"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a form: its id, what it is called, and what it asks for.

    `becomes` is the kind and the field of the record that it is for; None where it is for none.
    """

    id: str
    label: str
    description: str
    becomes: tuple[str, str] | None
    shape: Shape = "input"
    required: bool = True
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its id, which is its file's name, what it is called, and its fields in order."""

    id: str
    name: str
    description: str
    introduction: str
    fields: tuple[Asked, ...]


PROPOSAL = Form(
    "propose-event",
    "Propose an event",
    "Something that an article tells and the timeline lacks.",
    "One event, and an article that tells it, or more. Somebody looks it up in the article before it is published. What"
    " you write here is public.",
    (
        Asked("title", "What happened", "In neutral words of your own, in one line.", ("events", "title")),
        Asked(
            "date",
            "When it happened",
            "As precisely as is known: `2031-05-01`, `2031-05`, `2031~` for about, or in words.",
            ("events", "date"),
        ),
        Asked(
            "status",
            "What has become of it",
            "What was announced has not occurred yet.",
            ("events", "status"),
            "dropdown",
            options=get_args(Status),
        ),
        Asked("kind", "What sort of event", "Such as agreement or visit.", ("events", "kind"), required=False),
        Asked(
            "summary",
            "Summary",
            "One to three sentences of your own.",
            ("events", "summary"),
            "textarea",
            required=False,
        ),
        Asked(
            "actors",
            "Who takes part",
            "People, states and organisations, with commas between them.",
            ("events", "actors"),
            required=False,
        ),
        Asked("places", "Where", "Places, with commas between them.", ("events", "places"), required=False),
        Asked("url", "Address of the article", "It begins with https://.", ("articles", "url")),
        Asked("headline", "Its headline", "Word for word.", ("articles", "title"), required=False),
        Asked(
            "outlet",
            "Who published it",
            "The newspaper, agency or office.",
            ("articles", "outlet"),
            required=False,
        ),
        Asked("published", "Day of its publication", "As `2031-05-02`.", ("articles", "published")),
        Asked(
            "language",
            "Its language",
            "As a code, such as `en`; without it, it is guessed from the words.",
            ("articles", "language"),
            required=False,
        ),
        Asked(
            "quote",
            "Its very words",
            "The fewest words of the article that carry the point, copied from it.",
            ("events", "evidence"),
            "textarea",
        ),
        Asked(
            "date_words",
            "Its words for the date",
            "Such as Thursday; also copied.",
            ("events", "evidence"),
            required=False,
        ),
        Asked(
            "others",
            "Other articles that say so",
            "Each in lines of its own: its address, the day of its publication, and its very words. Such as"
            " `https://example.org/quay 2031-05-03 The quay is open`.",
            ("events", "evidence"),
            "textarea",
            required=False,
        ),
    ),
)

REPORT = Form(
    "report-error",
    "Report an error",
    "Something on the site is wrong.",
    "One page, and what is wrong with it. What you write here is public: do not name who must not be named, but write"
    " to the address in the imprint.",
    (
        Asked("record", "Which page", "Its address, or the id at the end of that.", None),
        Asked(
            "part",
            "What is wrong with it",
            "The nearest of these.",
            None,
            "dropdown",
            options=(
                "the date",
                "what has become of it",
                "the title or the summary",
                "a quote, or its source",
                "who or where",
                "a link",
                "it should not be here",
                "something else",
            ),
        ),
        Asked("wrong", "What it says", "The words or the date that are wrong.", None, "textarea"),
        Asked("right", "What would be right", "As you know it.", None, "textarea"),
        Asked("source", "Where that can be seen", "The address of an article or a document.", None, required=False),
    ),
)

FORMS = {form.id: form for form in (PROPOSAL, REPORT)}


def issue_form(form: Form) -> str:
    """Return the form as GitHub and Forgejo read it from a file, in YAML."""
    body = [{"type": "markdown", "attributes": {"value": form.introduction}}, *map(_asked, form.fields)]
    document = {"name": form.name, "description": form.description, "title": f"{form.name}: ", "body": body}
    head = f"# Made by `dateline intake --form {form.id}`, which reads what it sends; change it there.\n"
    return head + yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=1_000)


def _asked(asked: Asked) -> dict[str, object]:
    attributes: dict[str, object] = {"label": asked.label, "description": asked.description}
    if asked.options:
        attributes["options"] = list(asked.options)
    return {
        "type": asked.shape,
        "id": asked.id,
        "attributes": attributes,
        "validations": {"required": asked.required},
    }
