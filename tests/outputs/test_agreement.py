"""What is said of how an event stands is the same on its page, in lists and on the timeline's card."""

import json
import re
from pathlib import Path

import pytest

from generator.build import build
from generator.dates.today import read_day
from tests.examples import REPOSITORY, project, read_site
from tests.story.test_dossier import ARTICLES

AGENCY = "{article: agency, says: x}"
MORNING = "{article: morning, says: x}"
EARLY = "{article: early, says: x}"
DOUBT = (
    "claims: [{said_by: a man, text: No., stance: disputes, about: ABOUT, evidence: [{article: morning, says: x}]}]\n"
)
EXAMPLES = [
    # Fields of an event on 1 May 2031, what its header and its card say, and what its page says of its standing.
    (f"evidence: [{AGENCY}]\n", "1 origin", "Reported."),
    (f"evidence: [{AGENCY}, {MORNING}]\n", "2 origins", "Corroborated."),
    (f"evidence: [{AGENCY}, {{article: relayed, says: x}}]\n", "1 origin", "Reported."),
    (f"evidence: [{AGENCY}, {EARLY}]\n", "1 origin", "Reported."),
    (f"evidence: [{EARLY}]\n", "Unestablished", "Unestablished."),
    (f"evidence: [{AGENCY}]\nstatus: ongoing\n", "1 origin", "Reported."),
    (f"evidence: [{EARLY}]\nstatus: scheduled\n", "1 origin", "Reported."),
    ("evidence: [{article: agency, says: x, basis: address}]\n", "Unestablished", "Unestablished."),
    ("evidence: [{article: agency, says: x, supports: [places]}]\n", "Unestablished", "Unestablished."),
    (f"evidence: [{AGENCY}]\n" + DOUBT.replace("ABOUT", "[date]"), "Date disputed · 1 origin", "Reported."),
    (f"evidence: [{AGENCY}]\n" + DOUBT.replace(" about: ABOUT,", ""), "Disputed · 1 origin", "Reported."),
    (f"evidence: [{AGENCY}]\n" + DOUBT.replace("disputes, about: ABOUT", "comments"), "1 origin", "Reported."),
]


def _text(markdown: str) -> str:
    """What a reader sees of a line of Markdown with HTML in it."""
    return " ".join(re.sub(r"<[^>]*>|\*\*", "", markdown).split())


def _in_the_header(page: str) -> str:
    """What an event's page says of its standing above all else."""
    (header,) = re.findall(r'<span class="dl-kicker">.*', page)
    return " · ".join(map(_text, re.findall(r'<span class="dl-note">(.*?)</span>(?=\s· <span)', header)))


@pytest.mark.parametrize(("fields", "notes", "standing"), EXAMPLES)
def test_page_list_and_card_say_the_same(fields: str, notes: str, standing: str, tmp_path: Path) -> None:
    early = "outlet: harbour-post\npublished: 2031-04-20\nlanguage: en\n"
    files = {f"content/articles/{name}.yaml": text for name, text in {**ARTICLES, "early": early}.items()}
    files["content/events/2031/it.yaml"] = f"title: It\nkind: meeting\ndate: 2031-05-01\n{fields}"
    root = project(tmp_path, files)
    (root / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
    made = {file.path: file.text for file in build(root, read_day("2031-05-01")).artifacts}
    page, row = made["events/it.md"], next(line for line in made["timeline/index.md"].splitlines() if "[It]" in line)
    assert _in_the_header(page) == notes
    (noted,) = re.findall(r'<span class="dl-note">(.*)</span>$', row)
    status = re.findall(r"status: (\w+)", fields)
    assert _text(noted) == " · ".join([*(word.capitalize() for word in status), notes])
    card = json.loads(made["data/timeline/text-0.json"])
    assert _text(card["notes"][card["id"].index("it")]) == notes
    assert f"**{standing}**" in page
    count = re.search(r"(\d+) origins?", notes)
    if count:
        assert f", {count[0]}." in _text(page)
    else:
        assert "no article" in page.lower()


def test_the_fixture_site_says_the_same_everywhere(tmp_path: Path) -> None:
    root = read_site("harbours").write(tmp_path)
    (root / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
    built = build(root, read_day("2026-01-31"))
    made = {file.path: file.text for file in built.artifacts}
    (chunk,) = [json.loads(text) for path, text in made.items() if path.startswith("data/timeline/text-")]
    cards = dict(zip(chunk["id"], chunk["notes"], strict=True)) | {
        key: notes for key, notes in zip(chunk["id"], chunk["notes"], strict=True) if notes
    }
    for event in built.site.standing_events:
        (row,) = [line for line in made["timeline/index.md"].splitlines() if f"/events/{event.id}.md" in line]
        (noted,) = re.findall(r'<span class="dl-note">(.*)</span>$', row)
        assert _text(noted).endswith(_text(cards[event.id]))
        (header,) = re.findall(r'<span class="dl-kicker">.*', made[f"events/{event.id}.md"])
        assert " · ".join(map(_text, re.findall(r'<span class="dl-note">(.*?)</span>(?=\s· <span)', header))) == _text(
            cards[event.id]
        )
