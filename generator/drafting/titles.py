"""A working title for a draft: its clause without the words for time and without the speaker."""

import re

from generator.drafting.drafts import Draft

LONGEST = 100
"""Titles may have 120 characters; a shorter one leaves room for whoever mends it."""

_LEAD = re.compile(
    r"^(?:[-*•–—]\s*|(?:on|in|at|by|during|since|and|but|while|also|today|yesterday|that)\b[,\s]*)+", re.IGNORECASE
)
_SPEECH = re.compile(r",?\s*(?:according to|[\w\s]{2,40}\b(?:said|told)\b).*$", re.IGNORECASE)


def working_title(draft: Draft) -> str:
    """Return a title made of a draft's own words, at most `LONGEST` characters."""
    words = " ".join(draft.quote.split())
    if draft.date_words:
        at = " ".join(draft.date_words.split())
        words = words.replace(at, "", 1) if len(words) - len(at) > 20 else words
    words = _LEAD.sub("", words.strip(' ,;:.–—-"“”'))
    if len(cut := _SPEECH.sub("", words)) > 25:
        words = cut
    words = re.sub(r"\s+([,.;])", r"\1", " ".join(words.split())).strip(" ,;:.–—-\"“”'’")
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return (words[:1].upper() + words[1:]) or "A happening without words"
