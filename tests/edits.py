"""Random edits of the harbours' site, each of which leaves a project that can be built."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import yaml

Edit = Callable[[Path, random.Random], str]
"""Changes a project below its root, and tells what it did; nothing where there was nothing to change."""

STATUSES = ("occurred", "ongoing", "announced", "scheduled", "postponed", "cancelled", "unconfirmed")
NEW = """title: A new event {number}
date: 2025-1{digit}-0{digit}
kind: meeting
evidence:
  - article: 2025-11-07-tarn-herald-vellmark
    says: It is only a test.
"""


def records(root: Path, kind: str) -> list[Path]:
    """The files of records of a kind, in an order that no file system changes."""
    return sorted((root / "content" / kind).rglob("*.yaml"))


def record(root: Path, chance: random.Random, kind: str) -> tuple[Path, dict[str, object]]:
    """A record of a kind by chance, and what it says."""
    file = chance.choice(records(root, kind))
    return file, yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def keep(file: Path, fields: dict[str, object]) -> None:
    """Write a record anew."""
    file.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")


def replace(file: Path, pattern: str, new: str) -> None:
    """Change the first place that matches a pattern."""
    text = file.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, lambda _: new, text, count=1, flags=re.MULTILINE)
    assert count, f"{file}: {pattern}"
    file.write_text(changed, encoding="utf-8")


def number(chance: random.Random) -> int:
    return chance.randrange(10**6)


def title(root: Path, chance: random.Random) -> str:
    kind, field = chance.choice([("events", "title"), ("articles", "title"), ("storylines", "title")])
    file, fields = record(root, chance, kind)
    keep(file, {**fields, field: f"A title {number(chance)}"})
    return f"title of {file.stem}"


def name(root: Path, chance: random.Random) -> str:
    kind = chance.choice(["actors", "outlets", "places"])
    file, fields = record(root, chance, kind)
    keep(file, {**fields, "name": f"A name {number(chance)}"})
    return f"name of {file.stem}"


def about(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, chance.choice(["actors", "outlets", "places"]))
    if "about" in fields and chance.random() < 0.5:
        del fields["about"]
    else:
        fields["about"] = f"About *it* {number(chance)}."
    keep(file, fields)
    return f"about of {file.stem}"


def date(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "events")
    if str(fields.get("status", "occurred")) != "occurred":
        return ""
    keep(file, {**fields, "date": f"2024-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"})
    return f"date of {file.stem}"


def status(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "events")
    keep(file, {**fields, "status": chance.choice(STATUSES)})
    return f"status of {file.stem}: {fields.get('status')}"


def evidence(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "events")
    article = chance.choice(records(root, "articles")).stem
    held = fields.get("evidence", [])
    assert isinstance(held, list)
    if len(held) > 1 and chance.random() < 0.5:
        held.pop()
    else:
        held.append({"article": article, "says": f"It says so {number(chance)}."})
    keep(file, {**fields, "evidence": held})
    return f"evidence of {file.stem}: {article}"


def relation(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "events")
    other = chance.choice([one.stem for one in records(root, "events") if one != file])
    if fields.get("related") and chance.random() < 0.5:
        del fields["related"]
    else:
        fields["related"] = [
            {
                "event": other,
                "relation": chance.choice(["follows", "part-of", "caused-by", "fulfils", "contradicts", "supersedes"]),
            }
        ]
    keep(file, fields)
    return f"relation of {file.stem}: {other}"


def origin(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "articles")
    keep(file, {**fields, "origin": chance.choice(records(root, "outlets")).stem})
    return f"origin of {file.stem}"


def part_of(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "storylines")
    if "part_of" not in fields:
        return ""
    del fields["part_of"]
    keep(file, fields)
    return f"part_of of {file.stem}"


def added(root: Path, chance: random.Random) -> str:
    one = number(chance)
    file = root / f"content/events/2025/2025-12-added-{one}.yaml"
    file.write_text(NEW.format(number=one, digit=chance.randint(1, 2)), encoding="utf-8")
    return f"added {file.stem}"


def unnamed(root: Path, stem: str) -> bool:
    """Whether no other record names one."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((root / "content").rglob("*.yaml"))]
    return not any(re.search(rf"(?<![\w-]){re.escape(stem)}(?![\w-])", text) for text in texts)


def unnamed_event(root: Path, chance: random.Random) -> Path | None:
    found = [file for file in records(root, "events") if unnamed(root, file.stem)]
    return chance.choice(found) if found else None


def deleted(root: Path, chance: random.Random) -> str:
    if file := unnamed_event(root, chance):
        file.unlink()
    return f"deleted {file.stem}" if file else ""


def renamed(root: Path, chance: random.Random) -> str:
    if file := unnamed_event(root, chance):
        fields = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        if chance.random() < 0.5:
            fields["aliases"] = [*fields.get("aliases", []), file.stem]
        file.unlink()
        keep(file.with_name(f"2025-renamed-{number(chance)}.yaml"), fields)
    return f"renamed {file.stem}" if file else ""


def moved(root: Path, chance: random.Random) -> str:
    file, _ = record(root, chance, "events")
    to = root / f"content/events/{chance.choice(['1999', '2000', 'other'])}/{file.name}"
    to.parent.mkdir(exist_ok=True)
    file.rename(to)
    return f"moved {file.stem} to {to.parent.name}"


def aliased(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "events")
    keep(file, {**fields, "aliases": [f"an-alias-{number(chance)}"]})
    return f"aliased {file.stem}"


def withdrawn(root: Path, chance: random.Random) -> str:
    file, fields = record(root, chance, "events")
    if "withdrawn" in fields:
        del fields["withdrawn"]
    else:
        fields["withdrawn"] = {"on": "2026-01-20", "reason": "A test."}
    keep(file, fields)
    return f"withdrawn {file.stem}"


def removed(root: Path, chance: random.Random) -> str:
    """Take the text of a withdrawn event down."""
    file, fields = record(root, chance, "events")
    fields = {"withdrawn": {"on": "2026-01-20", "reason": "A test.", "text": "removed"}}
    keep(file, fields)
    return f"removed {file.stem}"


def label(root: Path, chance: random.Random) -> str:
    replace(root / "content/vocabulary.yaml", "label: [^,]*", f"label: Label {number(chance)}")
    return "label"


def colour(root: Path, chance: random.Random) -> str:
    replace(root / "content/vocabulary.yaml", 'colour: "[^"]*"', f'colour: "#{number(chance):06d}"')
    return "colour"


def lock(root: Path, chance: random.Random) -> str:
    files = [file for file in sorted((root / "content/evidence.lock").glob("*.jsonl")) if file.stat().st_size]
    if not files:  # or all entries are gone by now
        return ""
    file = chance.choice(files)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.pop(chance.randrange(len(lines)))
    file.write_text("".join(lines), encoding="utf-8")
    return f"lock of {file.stem}"


def snapshot(root: Path, chance: random.Random) -> str:
    file = root / "snapshots" / f"{chance.choice(records(root, 'articles')).stem}.txt"
    file.parent.mkdir(exist_ok=True)
    if file.exists():
        file.unlink()
    else:
        file.write_text("A text.", encoding="utf-8")
    return f"snapshot {file.stem}"


def template(root: Path, chance: random.Random) -> str:
    files = sorted((root / "theme_overrides/templates").glob("*.md.j2"))
    file = chance.choice(files)
    text = file.read_text(encoding="utf-8")
    end = "" if text.endswith("\n") else "\n"
    file.write_text(
        f"{text}{end}{{# {number(chance)} #}}" if "{% macro" in text else f"{text}{end}\nWords {number(chance)}.\n"
    )
    return f"template {file.name}"


def linking(root: Path, chance: random.Random) -> str:
    """Let each event's page link to a page that is written by hand, or not written."""
    file = root / "theme_overrides/templates/event.md.j2"
    target = chance.choice(["note", "methodology", "contribute"])
    up = "" if chance.random() < 0.1 else "../"
    file.write_text(file.read_text(encoding="utf-8") + f"\n\n[a note]({up}{target}.md)\n", encoding="utf-8")
    return f"template links to {target}"


def theme(root: Path, chance: random.Random) -> str:
    file = root / "theme_overrides/main.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{% block ", f"{{# {number(chance)} #}}{{% block ", 1), encoding="utf-8")
    if chance.random() < 0.5:
        own = "{% block announce %}" + f"News {number(chance)}" + "{% endblock %}"
        text = re.sub(r"\{% block announce %\}.*?\{% endblock %\}", "", text, flags=re.DOTALL)
        file.write_text(text + own, encoding="utf-8")
    return "main.html"


def partial(root: Path, chance: random.Random) -> str:
    file = chance.choice(sorted((root / "theme_overrides/partials").glob("*.html")))
    file.write_text(file.read_text(encoding="utf-8") + f"<!-- {number(chance)} -->", encoding="utf-8")
    return f"partial {file.name}"


def asset(root: Path, chance: random.Random) -> str:
    file = chance.choice(sorted((root / "theme_overrides/assets").rglob("*.*s")))
    file.write_text(file.read_text(encoding="utf-8") + f"/* {number(chance)} */", encoding="utf-8")
    return f"asset {file.name}"


def written(root: Path, chance: random.Random) -> str:
    """Add or take away a page that is written by hand, or change it."""
    file = root / "content/pages" / chance.choice(["note.md", "project/note.md", "events/note.md"])
    if file.exists() and chance.random() < 0.6:
        file.unlink()
        return f"{file.name} taken away"
    file.parent.mkdir(exist_ok=True)
    link = chance.choice(["index.md", "methodology.md"]) if file.parent.name == "pages" else "../index.md"
    file.write_text(f"# A note {number(chance)}\n\nSee [it]({link}).\n", encoding="utf-8")
    return f"{file.name} written"


def methodology(root: Path, chance: random.Random) -> str:
    """Rename, or name again, a page to which generated ones link."""
    page, away = root / "content/pages/methodology.md", root / "content/pages/other.md"
    if page.exists():
        page.rename(away)
    else:
        away.rename(page)
    return "methodology.md renamed"


def intro(root: Path, chance: random.Random) -> str:
    file = root / "content/pages/index.md"
    file.write_text(file.read_text(encoding="utf-8") + f"\nMore {number(chance)}.\n", encoding="utf-8")
    return "index.md"


def settings(root: Path, pattern: str, new: str) -> None:
    replace(root / "mkdocs.yml", pattern, new)


def nav(root: Path, chance: random.Random) -> str:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    event = chance.choice(records(root, "events")).stem
    line = f"  - One event: events/{event}.md\n"
    if "  - One event:" in text:
        text = re.sub(r"^  - One event:.*\n", line if chance.random() < 0.5 else "", text, flags=re.MULTILINE)
    else:
        text = text.replace("\nnav:\n", f"\nnav:\n{line}", 1)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return f"nav {event}"


def footer(root: Path, chance: random.Random) -> str:
    settings(root, "^        [^:]*: needs-work.md$", f"        Work {number(chance)}: needs-work.md")
    return "footer"


def site_name(root: Path, chance: random.Random) -> str:
    settings(root, "^site_name:.*$", f"site_name: Site {number(chance)}")
    return "site_name"


def option(root: Path, key: str, value: str) -> str:
    text = re.sub(rf"^{key}:.*\n", "", (root / "mkdocs.yml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(f"{key}: {value}\n{text}", encoding="utf-8")
    return f"{key}: {value}"


def site_url(root: Path, chance: random.Random) -> str:
    return option(root, "site_url", chance.choice(['""', "https://one.example/", "https://two.example/below/"]))


def directories(root: Path, chance: random.Random) -> str:
    return option(root, "use_directory_urls", chance.choice(["true", "false"]))


def repository(root: Path, chance: random.Random) -> str:
    return option(root, "repo_url", chance.choice(['""', "https://forge.example/x"]))


EDITS: tuple[Edit, ...] = (
    *(title, name, about, date, status, evidence, relation, origin, part_of, added, deleted, renamed, moved, aliased),
    *(withdrawn, removed, label, colour, lock, snapshot, template, linking, theme, partial, asset, written),
    *(methodology, intro, nav, footer, site_name, site_url, directories, repository),
)
