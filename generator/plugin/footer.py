"""The links at the foot of every page."""

import re
from collections.abc import Callable, Iterator, Mapping

from mkdocs.plugins import get_plugin_logger

from generator.words.language import Language

log = get_plugin_logger("dateline")

_ELSEWHERE = re.compile("(?:https?|mailto):", re.IGNORECASE)
_LEGAL = (("imprint.md", "footer-imprint"), ("privacy.md", "footer-privacy"))


def footer_links(
    links: Mapping[str, str], page_url: Callable[[str], str], language: Language
) -> Iterator[tuple[str, str]]:
    """The words and addresses of the footer's links; a page that is not there is told, and gets no link.

    What the law may ask for stands there by itself, as soon as there is a page of it.
    """
    for words, target in links.items():
        if address := target if _ELSEWHERE.match(target) else page_url(target):
            yield words, address
        else:
            told = "mkdocs.yml, plugin dateline, option footer: there is no page '%s': write it, or take '%s' out"
            log.warning(told, target, words)
    for target, message in _LEGAL:
        if target not in links.values() and (address := page_url(target)):
            yield language.say(message), address
