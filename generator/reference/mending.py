"""What `dateline check --fix` mends, with an example of each, and what it leaves to people, with the reason."""

# The examples are run by the tests, in the world of tests/examples/base.txt.

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """One kind of remedy: the code of its problem, what it does, and a line of a record before it and after it."""

    code: str
    what: str
    record: tuple[str, str]
    before: str
    after: str


_EVENT = ("events", "2031-05-01-treaty-signed")
_ACTOR = ("actors", "mara-lind")
_PLACE = ("places", "valletta")
_ARTICLE = ("articles", "2031-05-02-harbour-post-treaty")
_OUTLET = ("outlets", "harbour-post")
_VOCABULARY = ("vocabulary", "vocabulary")

MENDS = (
    Mend(
        "invalid-value",
        "a day, month, quarter or time in another common form, where it can be one alone",
        _EVENT,
        "date: 1 May 2031\n",
        "date: 2031-05-01\n",
    ),
    Mend(
        "invalid-value",
        "a range in brackets without quotes",
        _EVENT,
        "date: [2031-05-01..2031-05-03]\n",
        'date: "[2031-05-01..2031-05-03]"\n',
    ),
    Mend(
        "invalid-value",
        "one of our words, other in capitals or signs between, or with one slip where no other word is near",
        _EVENT,
        "status: occured\n",
        "status: occurred\n",
    ),
    Mend("unknown-kind", "the same of a word of the vocabulary", _EVENT, "kind: agreemant\n", "kind: agreement\n"),
    Mend(
        "unknown-field", "the same of a field's name that is free and takes the value", _EVENT, "Sumary: ", "summary: "
    ),
    Mend(
        "unknown-id",
        "the id of an article or event with a letter missing, one too many, or two that changed places, where no other"
        " is near and all figures are the same",
        _EVENT,
        "article: 2031-05-02-harbor-post-treaty\n",
        "article: 2031-05-02-harbour-post-treaty\n",
    ),
    Mend(
        "invalid-value",
        "a name, a file's name or an address in place of the id, where one record alone has it",
        _EVENT,
        "places: [Valletta]\n",
        "places: [valletta]\n",
    ),
    Mend(
        "invalid-value",
        "ids, or our words, without the list that is asked for",
        _EVENT,
        "places: valletta\n",
        "places: [valletta]\n",
    ),
    Mend("invalid-value", "a list of one where one value is asked for", _OUTLET, "country: [MT]\n", "country: MT\n"),
    Mend("invalid-value", "a country by its name", _OUTLET, "country: Malta\n", "country: MT\n"),
    Mend("invalid-value", "a language by its name", _OUTLET, "language: English\n", "language: en\n"),
    Mend("invalid-value", "a decimal comma, or a plus before a number", _PLACE, "lat: 35,8997\n", "lat: 35.8997\n"),
    Mend(
        "invalid-value",
        "the address of a Wikidata item in place of its number",
        _PLACE,
        "wikidata: https://www.wikidata.org/wiki/Q23800\n",
        "wikidata: Q23800\n",
    ),
    Mend(
        "invalid-value",
        "a sign that an address cannot hold, percent-encoded",
        _ARTICLE,
        "url: https://harbour.example/the treaty\n",
        "url: https://harbour.example/the%20treaty\n",
    ),
    Mend(
        "invalid-value",
        "a colour without quotes, which YAML takes for a comment",
        _VOCABULARY,
        "  vote:\n    label: Vote\n    colour: #205c3b\n",
        '  vote:\n    label: Vote\n    colour: "#205c3b"\n',
    ),
    Mend("unknown-field", "an `id` that is the file's name", _ACTOR, "id: mara-lind\n", ""),
    Mend(
        "alias-clash",
        "a record's own id among its aliases, or one that stands there twice",
        _ACTOR,
        "aliases: [mara-lind]\n",
        "",
    ),
)

LEFT = (
    ("cut-text", "the words behind ` #` may be a part of the text, or a comment"),
    ("unknown-id", "one letter more or less in a person's name may be another person"),
    ("invalid-value", "`5/6/2031` may be two days, “before May”, “early May” and “May or June” say more than one date"),
    ("invalid-value", "`2031-05-01..2031-05-03` without brackets may have lasted, or be one moment within"),
    ("invalid-value", "`harbour.example` may begin with http:// or https://"),
    ("invalid-value", "an empty field may be filled or left out"),
    ("day-within", "whether something lasted is for who has read the article"),
    ("old-format", "`dateline migrate` does that"),
    ("yaml", "what cannot be read is not written anew; so with every other error of syntax"),
)

_LEAD = """\
## What `--fix` mends

`dateline check --fix` mends what can mean one thing alone, in all files or in none, and says what it mended; the list
of problems marks these by “--fix mends this”. `--fix --dry-run` shows the change as a diff and writes nothing. Files
that it changes are written in canonical form, with their comments. It never touches a title, a summary or a quote.

| Code | What it mends | Before | After |
| --- | --- | --- | --- |
"""
_LEAVES = """
It leaves to people what may mean several things:

"""


def mending_section() -> str:
    """The section of what is mended, as Markdown."""
    rows = (f"| `{mend.code}` | {mend.what} | {_shown(mend.before)} | {_shown(mend.after)} |\n" for mend in MENDS)
    left = (f"- `{code}`: {why}.\n" for code, why in LEFT)
    return "".join([_LEAD, *rows, _LEAVES, *left])


def _shown(lines: str) -> str:
    """The last line of an example, which is the one that is mended."""
    return f"`{lines.strip().splitlines()[-1].strip()}`" if lines else "nothing"
