"""The records are of the format that this Dateline writes; `dateline migrate` brings an older project to it."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.records.fields import FORMAT
from generator.story.site import Site

CODE = "old-format"
LEVEL = "warning"
RECORD = ("vocabulary", "vocabulary")
PASSES = """\
format: 1
kinds:
  agreement: {label: Agreement, colour: "#1f5a96"}
  meeting: {label: Meeting, colour: "#7a5c1e"}
"""
FAILS = """\
kinds:
  agreement: {label: Agreement, colour: "#1f5a96"}
  meeting: {label: Meeting, colour: "#7a5c1e"}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding where the vocabulary names no format, or an older one."""
    if RECORD in site.timeline.sources and site.timeline.format < FORMAT:
        yield Finding(RECORD, ("format",), f"the records are of an older format than {FORMAT}: run `dateline migrate`.")
