"""What the plugin can be told in mkdocs.yml, in words; config.py has the same as MkDocs reads it."""

# MkDocs keeps no words of its options, and the commands, which tell them too, do without MkDocs.

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader is told of an option: its type, its default, what it does, and how it is written."""

    type: str
    default: str
    help: str
    example: str


SETTINGS = {
    "today": Setting(
        "a day as YYYY-MM-DD",
        "`DATELINE_TODAY` or `SOURCE_DATE_EPOCH` of the environment, or today, UTC",
        "The day to build for: what is upcoming, overdue or past goes by it.",
        "2026-11-25",
    ),
    "view": Setting(
        "a date in EDTF with both ends",
        "the stretch in which the events are",
        "What the timeline of all events shows at first; a storyline has a field for its own.",
        "2020-08/2020-12",
    ),
    "search": Setting(
        "`true` or `false`",
        "`true`",
        "Whether every page has the search box, and the site the data that it looks in.",
        "false",
    ),
    "citations": Setting(
        "`true` or `false`",
        "`true`",
        "Whether each event's page says how to cite it, and the site has a file of it in BibTeX, RIS and CSL-JSON.",
        "false",
    ),
    "footer": Setting(
        "words, each with a page below `content/pages` or of the records, or with an address",
        "no links",
        "The links at the foot of every page, in this order.",
        "{How this is made: methodology.md, What needs work: needs-work.md}",
    ),
}
"""Every option of the plugin by name, for the page of commands and options."""
