"""What a reader should know of an event before opening it, in the same words on pages, in lists and on cards."""

from generator.story.dossier import Dossier
from generator.words.language import Language

SEPARATOR = "\u00a0· "  # a line may end with it, and never starts with it


def disputes_in_words(dossier: Dossier, language: Language) -> list[str]:
    """What is disputed about an event."""
    return [language.say(f"disputed-{part}") for part in dossier.disputed]


def origins_in_words(dossier: Dossier, language: Language) -> str:
    """How many independent origins report an event, or that none does."""
    if not dossier.origins:
        return language.say("standing-unestablished")
    return language.say("count-origins", count=len(dossier.origins))
