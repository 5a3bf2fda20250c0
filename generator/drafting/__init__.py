"""From an article's text to draft records: one for each dated happening, with the very words that tell it."""
