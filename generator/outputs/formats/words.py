"""The words of the drawn timeline, as its modules read them."""

import json
from collections.abc import Iterator

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.words.browser import browser_messages
from generator.words.catalogue import nearest_file

_FILE = "timeline"


def outputs(edition: Edition) -> Iterator[Output]:
    """One file of messages by their ids."""
    language = edition.language.tag

    def make() -> str:
        # Counts and numbers follow the language that the words are in.
        spoken, text = nearest_file(_FILE, language)
        words = {"language": spoken, "messages": browser_messages(text)}
        return json.dumps(words, ensure_ascii=False, separators=(",", ":"))

    yield Output("data/words.json", just(frozenset({("words", language)})), make)
