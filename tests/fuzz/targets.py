"""The table of targets, by name."""

from tests.fuzz import commands, kept, settings, words
from tests.fuzz.target import Target

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        Target("records", words.records, words.RECORDS),
        Target("migration", words.migration, words.RECORDS),
        Target("dates", words.dates, words.DATES),
        Target("texts", words.texts, words.TEXTS),
        Target("names", words.names, words.TEXTS),
        Target("lock", kept.lock, kept.LOCKS),
        Target("values", kept.values, kept.VALUES),
        Target("cache", kept.cache, kept.FILES),
        Target("notes", kept.notes, kept.NOTES),
        Target("settings", settings.settings, settings.SETTINGS),
        Target("commands", commands.commands, commands.CHANGES, seconds=10),
    )
}
