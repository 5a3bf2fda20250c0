"""The site's own voice is neutral: no title, summary or claim holds a word that takes a side, unless it is quoted.

`loaded_words` in the vocabulary lists the words, a list a language; a list of there stands in the place of the short
one that comes with Dateline. Words inside quotation marks are somebody else's, as are quotes and headlines.
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.checks import Finding
from generator.records.texts import Text
from generator.records.yaml_tree import Loc
from generator.story.site import Site
from generator.words.folding import fold
from generator.words.language import primary

CODE = "loaded-word"
LEVEL = "warning"
RECORD = ("events", "2031-05-02-fees-criticised")
PASSES = """\
title: A union criticises the fees
date: 2031-05-02
kind: meeting
summary: A union of dockers called the fees “outrageous”.
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: The union slams the fees.}
"""
FAILS = """\
title: A union slams the fees
date: 2031-05-02
kind: meeting
summary: A union of dockers called the fees “outrageous”.
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: The union slams the fees.}
"""

USUAL = {
    "en": "barbaric brazen brutal cowardly despicable disgraceful evil heinous monstrous outrageous shameful shocking"
    " slam slams slammed so-called thugs vicious",
    "fr": "barbare honteux honteuse ignoble infâme odieux odieuse monstrueux monstrueuse scandaleux scandaleuse"
    " soi-disant",
    "de": "abscheulich barbarisch schändlich skandalös sogenannt sogenannte sogenannten sogenannter ungeheuerlich",
    "es": "atroz bárbaro cobarde escandaloso escandalosa infame vergonzoso vergonzosa",
}
"""By language, words that nobody who takes no side needs; a project's own lists go before."""

_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^’]*’(?!\w)|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")


def check(site: Site) -> Iterator[Finding]:
    """Yield each text of the site's own that holds such a word, at the first one."""
    timeline = site.timeline
    words = {language: tuple(listed.split()) for language, listed in USUAL.items()}
    own = {entry.language: entry.words for entry in timeline.loaded_words}
    patterns = {language: _any_of(listed) for language, listed in {**words, **own}.items() if listed}
    for record, loc, text in _voiced(site):
        for tag, told in text.by_language.items():
            pattern = patterns.get(tag) or patterns.get(primary(tag))
            if not pattern or not pattern.search(fold(told)):
                continue
            if found := pattern.search(fold(_QUOTED.sub(" ", told))):
                message = (
                    f"“{found.group()}” takes a side: say what happened in neutral words, or put the word in quotation"
                    " marks if it is a source's; `loaded_words` in content/vocabulary.yaml sets the list."
                )
                yield Finding(record, loc, message)
                break


def _voiced(site: Site) -> Iterator[tuple[tuple[str, str], Loc, Text]]:
    """Every text that the site says in its own voice, with its place."""
    for event in site.standing_events:
        record = ("events", event.id)
        yield record, ("title",), event.title
        if event.summary:
            yield record, ("summary",), event.summary
        for number, claim in enumerate(event.claims):
            yield record, ("claims", number, "text"), claim.text
        for number, state in enumerate(event.status):
            if state.title:
                yield record, ("status", number, "title"), state.title
    for storyline in site.timeline.storylines.values():
        yield ("storylines", storyline.id), ("title",), storyline.title
        if storyline.summary:
            yield ("storylines", storyline.id), ("summary",), storyline.summary


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Some words, folded, as whole words."""
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, folded))})(?![\w-])")
