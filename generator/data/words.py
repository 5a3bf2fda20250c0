"""The words of the drawn timeline, as its modules read them."""

import json
from collections.abc import Iterator
from importlib.resources import files

from generator.pages.site import DataFile, Site
from generator.words.browser import browser_messages

LANGUAGE = "en"


def render(site: Site) -> Iterator[DataFile]:
    """One file of messages by their ids."""
    text = files("generator.words").joinpath(LANGUAGE, "timeline.ftl").read_text(encoding="utf-8")
    words = {"language": LANGUAGE, "messages": browser_messages(text)}
    yield DataFile("data/words.json", json.dumps(words, ensure_ascii=False, separators=(",", ":")))
