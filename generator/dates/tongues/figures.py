"""No words: dates in figures, for languages whose words are not known here."""

from generator.dates.tongues.tongue import tongue_of

TONGUE = tongue_of("und", "OF: .")
