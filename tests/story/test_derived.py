"""What is kept of dossiers from one build to the next is what would be derived anew."""

import random
from pathlib import Path

import pytest

from generator.build import check_content
from generator.dates.parse import parse_edtf
from generator.means import Means
from generator.memory import Memory
from tests.browser.conftest import write_harbours
from tests.edits import EDITS
from tests.soak import seed, tries

TODAY, TOMORROW = parse_edtf("2026-01-31").earliest, parse_edtf("2026-02-01").earliest


@pytest.mark.long
def test_after_any_edit_all_that_is_known_of_events_is_what_a_process_that_remembers_nothing_knows(
    tmp_path: Path,
) -> None:
    root, memory, chance = write_harbours(tmp_path), Memory(), random.Random(seed(7))
    check_content(root, TODAY, Means(memory=memory))
    deck: list[int] = []
    for _ in range(tries(2 * len(EDITS), 400)):
        deck = deck or chance.sample(range(len(EDITS)), len(EDITS))
        done = [EDITS[deck.pop()](root, chance) for _ in range(min(len(deck), chance.choice([1, 1, 2, 3])))]
        today = chance.choice([TODAY, TODAY, TODAY, TOMORROW])
        kept, anew = check_content(root, today, Means(memory=memory)), check_content(root, today)
        assert kept.problems == anew.problems, done
        assert list(kept.site.dossiers) == list(anew.site.dossiers), done
        for key, dossier in anew.site.dossiers.items():
            assert kept.site.dossiers[key] == dossier, (done, key)


def test_an_event_that_nothing_touched_keeps_its_dossier_and_one_that_something_did_gets_another(
    tmp_path: Path,
) -> None:
    root, means = write_harbours(tmp_path), Means(memory=Memory())
    first, before = check_content(root, TODAY, means).site, check_content(root, TODAY, means).site
    # What names a removed record is made anew each time, without it.
    whole = {event for event in before.dossiers if before.dossiers[event] is first.dossiers[event]}
    linked = next(dossier for dossier in before.dossiers.values() if dossier.links)
    outlet = next(article.outlet for dossier in before.dossiers.values() for article in dossier.articles)
    touched = {event for event in before.dossiers if ("outlets", outlet) in before.made_from(event)}
    touched |= {event for event in before.dossiers if ("events", linked.event.id) in before.made_from(event)}

    for path in (
        before.timeline.sources["outlets", outlet].path,
        before.timeline.sources["events", linked.event.id].path,
    ):
        (root / path).write_text(f"{(root / path).read_text(encoding='utf-8')}# touched\n", encoding="utf-8")
    after = check_content(root, TODAY, means).site

    kept = {event for event in before.dossiers if after.dossiers[event] is before.dossiers[event]}
    assert kept.isdisjoint({linked.event.id, linked.links[0].event.id})
    assert whole - touched
    assert whole - touched <= kept


def test_a_reference_that_led_somewhere_is_missed_once_its_record_is_gone_and_no_longer_once_it_is_back(
    tmp_path: Path,
) -> None:
    root, means = write_harbours(tmp_path), Means(memory=Memory())
    site = check_content(root, TODAY, means).site
    article = next(article for dossier in site.dossiers.values() for article in dossier.articles)
    file, citing = root / site.timeline.sources["articles", article.id].path, site.timeline.by_article[article.id]
    text = file.read_text(encoding="utf-8")

    file.unlink()
    missed = [problem for problem in check_content(root, TODAY, means).problems if problem.code == "unknown-id"]
    assert {problem.path for problem in missed} >= {site.timeline.sources["events", event.id].path for event in citing}
    file.write_text(text, encoding="utf-8")
    assert not [problem for problem in check_content(root, TODAY, means).problems if problem.code == "unknown-id"]
