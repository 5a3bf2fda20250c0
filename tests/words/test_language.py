"""The site's own language is a setting: bare texts are in it, and only what is in another one is marked."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from generator.build import build
from generator.outputs.artifact import Artifact
from generator.project import TEMPLATES
from generator.words.catalogue import load_catalogue
from generator.words.language import Wording, load_language
from tests.examples import REPOSITORY, TODAY, parts_of, project

GERMAN = parts_of(
    """
=== content/vocabulary.yaml
format: 1
language: de
kinds:
  agreement: {label: Abkommen, colour: "#1f5a96"}
  meeting: {label: {en: Meeting, de: Treffen}, colour: "#7a5c1e"}
=== content/outlets/harbour-post.yaml
name: {en: Harbour Post, de: Hafenpost}
country: MT
=== content/events/2031/2031-05-01-treaty-signed.yaml
title: Zwei Häfen schließen einen Vertrag
date: 2031-05-01
kind: agreement
summary: {en: Only in English.}
evidence:
  - article: 2031-05-02-harbour-post-treaty
    says: Der Vertrag wurde geschlossen.
  - article: 2031-05-03-agency-one-traite
    says: {fr: Ils ont signé., en: They signed.}
"""
)


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    root: Path = tmp_path_factory.mktemp("german")
    copytree(REPOSITORY / TEMPLATES, root / TEMPLATES)
    result = build(project(root, GERMAN), TODAY)
    assert [problem for problem in result.problems if problem.level == "error"] == []
    return {artifact.path: artifact for artifact in result.artifacts}


def test_a_bare_text_is_in_the_site_s_language_and_needs_no_mark(artifacts: dict[str, Artifact]) -> None:
    page = artifacts["events/2031-05-01-treaty-signed.md"].text
    assert "\n# Zwei Häfen schließen einen Vertrag\n" in page
    assert '<span class="dl-kind">Abkommen</span>' in page
    assert "</span> Der Vertrag wurde geschlossen." in page
    assert "[Hafenpost](../outlets/harbour-post.md)" in page


def test_a_text_in_another_language_is_marked_as_such(artifacts: dict[str, Artifact]) -> None:
    page = artifacts["events/2031-05-01-treaty-signed.md"].text
    assert '<span lang="en" dir="auto">Only in English.</span>' in page
    assert '<span lang="fr" dir="auto">Ils ont signé.</span>' in page
    assert '[<span lang="en" dir="auto">Ports sign \'historic\' treaty</span>](../articles/' in page


def test_names_of_countries_and_languages_are_in_the_site_s_language(artifacts: dict[str, Artifact]) -> None:
    assert ", Frankreich · " in artifacts["articles/2031-05-03-agency-one-traite.md"].text
    data = json.loads(artifacts["data/timeline.json"].text)
    assert ["fr", "Französisch"] in data["languages"]
    assert data["kinds"][1][1] == "Treffen"


def test_months_are_in_the_site_s_language(artifacts: dict[str, Artifact]) -> None:
    assert "1 Mai 2031" in artifacts["events/2031-05-01-treaty-signed.md"].text


def test_without_a_catalogue_the_interface_speaks_english_and_says_so(artifacts: dict[str, Artifact]) -> None:
    assert json.loads(artifacts["data/words.json"].text)["language"] == "en"
    assert "## How it was reported" in artifacts["events/2031-05-01-treaty-signed.md"].text


@pytest.mark.parametrize(
    ("texts", "picked"),
    [
        ({"en": "a", "pt-BR": "b"}, Wording("b", "pt-BR")),
        ({"en": "a", "pt": "b", "pt-PT": "c"}, Wording("b", "pt")),
        ({"pt-PT": "a", "pt-BR": "b"}, Wording("b", "pt-BR")),
        ({"fr": "a", "en": "b"}, Wording("a", "fr")),
    ],
)
def test_the_nearest_language_is_chosen(texts: dict[str, str], picked: Wording) -> None:
    assert load_language("pt-BR").pick(texts) == picked


def test_a_language_that_nobody_knows_still_speaks() -> None:
    language = load_language("tlh")
    assert (language.tag, language.say("overdue"), language.month(5)) == ("tlh", "Overdue", "May")


def test_a_word_that_is_missing_or_lacks_its_argument_is_an_error() -> None:
    catalogue = load_catalogue("en")
    with pytest.raises(KeyError):
        catalogue.say("no-such-word")
    with pytest.raises(ValueError, match="count-events"):
        catalogue.say("count-events")


@pytest.mark.parametrize(("count", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1234, "1,234 events")])
def test_a_count_agrees_with_its_noun(count: int, words: str) -> None:
    assert load_catalogue("en").say("count-events", count=count) == words
