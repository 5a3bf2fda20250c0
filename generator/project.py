"""Where things lie in a project, as paths relative to its root."""

CONTENT = "content"
LOCK = "content/evidence.lock"
PAGES = "content/pages"
INTRO = "content/pages/index.md"
SNAPSHOTS = "snapshots"
TEMPLATES = "theme_overrides/templates"
THEME = "theme_overrides"
