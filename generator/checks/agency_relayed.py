"""Where an agency is named, its report is not counted as the outlet's own."""

import re
from collections.abc import Iterator

from generator.checks import Finding
from generator.records.schema import Outlet
from generator.story.site import Site

CODE = "agency-relayed"
LEVEL = "warning"
RECORD = ("articles", "2031-05-04-harbour-post-fees")
AROUND = {
    "content/outlets/wire-two.yaml": """\
name: Wire Two
kind: agency
""",
}
PASSES = """\
title: "Fees to fall - Wire Two"
outlet: harbour-post
origin: wire-two
published: 2031-05-04
language: en
"""
FAILS = """\
title: "Fees to fall - Wire Two"
outlet: harbour-post
published: 2031-05-04
language: en
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each article whose headline or outlet names an agency, without an `origin`; and each claim that an agency
    is said to make.
    """
    timeline = site.timeline
    agencies = {outlet.id: _named(outlet) for outlet in timeline.outlets.values() if outlet.kind == "agency"}
    for article in timeline.articles.values():
        if article.origin or article.outlet in agencies or article.outlet not in timeline.outlets:
            continue
        names = " | ".join(timeline.outlets[article.outlet].name.by_language.values())
        for field, text in (("title", article.title or ""), ("outlet", names)):
            agency = next((key for key, pattern in agencies.items() if pattern.search(text)), None)
            if agency:
                message = f"this names the agency `{agency}`: say `origin: {agency}`, if the article relays it."
                yield Finding(("articles", article.id), (field,), message)
                break
    for event in timeline.events:
        for number, claim in enumerate(event.claims):
            said_by = " | ".join(claim.said_by.by_language.values())
            agency = next((key for key, pattern in agencies.items() if pattern.search(said_by)), None)
            if agency and claim.via != agency:
                message = f"an agency relays what others say: name who said it, and the agency by `via: {agency}`."
                yield Finding(("events", event.id), ("claims", number, "said_by"), message)


def _named(outlet: Outlet) -> re.Pattern[str]:
    """An agency's names, as whole words with their capitals: AP is not in "capital"."""
    names = {*outlet.name.by_language.values(), outlet.id}
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))
