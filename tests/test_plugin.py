"""`mkdocs build` with the plugin: a site of the records, or an error and the last good site."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tests.examples import REPOSITORY, SETTINGS, Example, read_example, read_site, settings_with
from tests.links import dead_links

pytestmark = pytest.mark.builders

EVENT = "content/events/2031/2031-05-01-treaty-signed.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An example project with this repository's templates, and with settings and hand-written pages of a whole site."""
    site = read_site("harbours").files
    shared = {path: text for path, text in site.items() if path == SETTINGS or path.startswith("content/pages/")}
    copytree(REPOSITORY / "theme_overrides", tmp_path / "theme_overrides")
    return Example("", {**shared, **read_example("a-clean-project").files}, "").write(tmp_path)


def mkdocs_build(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a real `mkdocs build`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=root,
        env={**os.environ, "DATELINE_TODAY": "2031-06-01", "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_strict_build_makes_pages_of_records_and_a_broken_record_leaves_them(root: Path) -> None:
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 0, done.stderr
    page = (root / "site/events/2031-05-01-treaty-signed/index.html").read_text()
    assert "<h1" in page
    assert "Two ports sign a treaty" in page
    before = snapshot(root / "site")

    (root / EVENT).write_text((root / EVENT).read_text().replace("kind: agreement", "kind: agrement"))
    done = mkdocs_build(root)
    assert done.returncode == 1
    assert f"{EVENT}:3:7: `agrement` is not in the vocabulary: did you mean `agreement`? [unknown-kind]" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(root / "site") == before


def test_an_unverified_quote_fails_only_a_strict_build(root: Path) -> None:
    (root / EVENT).write_text((root / EVENT).read_text().replace("says: The treaty was", "quote: The treaty was"))
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 1
    assert "this quote is not verified" in done.stderr
    assert not (root / "site").exists()
    assert mkdocs_build(root).returncode == 0
    assert (root / "site/index.html").is_file()


def test_a_broken_template_stops_the_build_with_its_line(root: Path) -> None:
    template = root / "theme_overrides/templates/home.md.j2"
    template.write_text(template.read_text() + "{% nonsense %}")
    done = mkdocs_build(root)
    assert done.returncode == 1
    assert "theme_overrides/templates/home.md.j2:" in done.stderr
    assert "Encountered unknown tag 'nonsense'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_repository_and_an_address_make_edit_links_and_a_feed_of_pages(root: Path) -> None:
    places = {"DATELINE_SITE_URL": "https://dates.example/", "DATELINE_REPO_URL": "https://forge.example/dates"}
    assert mkdocs_build(root, **places).returncode == 0
    page = (root / "site/events/2031-05-01-treaty-signed/index.html").read_text()
    assert f'href="https://forge.example/dates/edit/main/{EVENT}"' in page
    assert "https://dates.example/events/2031-05-01-treaty-signed/" in (root / "site/sitemap.xml").read_text()


@pytest.mark.parametrize(
    ("option", "problem"),
    [
        ("today: someday", "option today: `someday` cannot be read as a date"),
        ("view: someday", "option view: `someday` cannot be read as a date"),
        ("view: 2031-04/..", "option view: `2031-04/..` has no beginning or no end to show"),
    ],
)
def test_a_wrong_date_in_the_settings_says_where_it_stands(option: str, problem: str, root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text().replace("  - dateline:\n", f"  - dateline:\n      {option}\n")
    (root / "mkdocs.yml").write_text(settings)
    done = mkdocs_build(root)
    assert done.returncode == 1
    assert f"mkdocs.yml, plugin dateline, {problem}" in done.stderr


def test_the_first_view_of_all_events_is_that_of_the_settings(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        settings.replace("  - dateline:\n", "  - dateline:\n      view: 1970-01-03/1970-02\n")
    )
    assert mkdocs_build(root).returncode == 0
    assert 'data-view="2 59"' in (root / "site/timeline/index.html").read_text()


def test_no_page_asks_a_third_party_for_anything(root: Path) -> None:
    assert mkdocs_build(root).returncode == 0
    for file in (root / "site").rglob("*.html"):
        text = file.read_text()
        for part in (
            '<script src="http',
            '<link rel="stylesheet" href="http',
            '<link rel="preconnect"',
            '<img src="http',
        ):
            assert part not in text, file


def test_the_pages_of_reference_hold_the_addresses_that_others_link_to(root: Path) -> None:
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 0, done.stderr
    for page, anchor in (("fields", "event.status"), ("options", "dateline-check.format"), ("options", "plugin.today")):
        assert f'<span id="{anchor}">' in (root / f"site/reference/{page}/index.html").read_text()


THIRD = "https://cdn.example"
CALLS = {
    "extra_css": (f"extra_css: ['{THIRD}/a.css']\n", f"mkdocs.yml, extra_css: '{THIRD}/a.css'"),
    "extra_javascript": (
        f"extra_javascript: [{{path: '{THIRD}/a.js', type: module}}]\n",
        f"mkdocs.yml, extra_javascript: '{THIRD}/a.js'",
    ),
    "an address without a scheme": (
        "extra_css: ['//cdn.example/a.css']\n",
        "mkdocs.yml, extra_css: '//cdn.example/a.css'",
    ),
    "polyfills": (f"extra: {{polyfills: ['{THIRD}/a.js']}}\n", f"mkdocs.yml, extra.polyfills: '{THIRD}/a.js'"),
    "logo": (
        f"theme: {{name: material, custom_dir: theme_overrides, logo: '{THIRD}/a.svg'}}\n",
        f"mkdocs.yml, theme.logo: '{THIRD}/a.svg'",
    ),
    "favicon": (
        f"theme: {{name: material, custom_dir: theme_overrides, favicon: '{THIRD}/a.png'}}\n",
        f"mkdocs.yml, theme.favicon: '{THIRD}/a.png'",
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_a_setting_that_calls_a_third_party_fails_a_strict_build_and_says_what_to_do(case: str, root: Path) -> None:
    more, told = CALLS[case]
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + more)
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 1
    assert f"{told}: readers' browsers would call cdn.example, a third party" in done.stderr
    assert "keep a copy in content/pages" in done.stderr


@pytest.mark.parametrize(
    "call",
    [
        f'<img src="{THIRD}/a.png" alt="">',
        f'<script async src="{THIRD}/comments.js"></script>',
        f'<iframe src="{THIRD}/film"></iframe>',
        f'<link rel="stylesheet" href="{THIRD}/a.css">',
    ],
)
def test_a_page_of_one_s_own_that_calls_a_third_party_fails_a_strict_build(call: str, root: Path) -> None:
    page = root / "content/pages/methodology.md"
    page.write_text(f"{page.read_text()}\n\n{call}\n")
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 1
    assert "methodology.md: '" in done.stderr and "would call cdn.example, a third party" in done.stderr


def test_a_stylesheet_of_one_s_own_that_calls_a_third_party_fails_a_strict_build(root: Path) -> None:
    (root / "content/pages/own.css").write_text(f"@import '{THIRD}/a.css';\n")
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "extra_css: [own.css]\n")
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 1
    assert f"own.css: '{THIRD}/a.css': readers' browsers would call cdn.example" in done.stderr


def test_links_and_the_site_s_own_address_call_no_third_party(root: Path) -> None:
    page = root / "content/pages/methodology.md"
    page.write_text(f'{page.read_text()}\n\n[a]({THIRD}/) <img src="https://dates.example/a.png" alt="">\n')
    done = mkdocs_build(root, "--strict", DATELINE_SITE_URL="https://dates.example/")
    assert done.returncode == 0, done.stderr


def test_what_the_privacy_plugin_copies_is_not_told(root: Path) -> None:
    settings = root / "mkdocs.yml"
    page = root / "content/pages/methodology.md"
    page.write_text(f'{page.read_text()}\n\n<img src="{THIRD}/a.png" alt="">\n')
    settings.write_text(settings.read_text().replace("  - dateline", "  - privacy: {assets: false}\n  - dateline"))
    assert "a third party" not in mkdocs_build(root).stderr


BARE = """\
site_name: Bare
nav:
  - Home: index.md
  - Timeline: timeline/index.md
plugins:
  - search
  - dateline
"""


def test_a_project_without_pages_of_its_own_has_no_dead_link(root: Path) -> None:
    rmtree(root / "content/pages")
    (root / "content/pages").mkdir()
    (root / "mkdocs.yml").write_text(settings_with(BARE))
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 0, done.stderr
    assert dead_links(root / "site") == []
    # The theme's own search indexes nothing, though the settings list it.
    assert [path for path in (root / "site").rglob("*") if path.name in {"search_index.json", "lunr", "workers"}] == []
    footer = (root / "site/needs-work/index.html").read_text().split('<footer class="dl-footer">')[1]
    assert "<a " not in footer.split("</footer>")[0] and "<p></p>" not in footer


def test_the_footer_s_links_are_those_of_the_settings(root: Path) -> None:
    own = "{How & why: methodology.md, The events: events/index.md, Archive: 'https://archive.example/?a=1&b=2'}"
    plugins = f"plugins: [dateline: {{footer: {own}}}]\n"
    (root / "mkdocs.yml").write_text(settings_with((root / "mkdocs.yml").read_text() + plugins))
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 0, done.stderr
    page = (root / "site/events/2031-05-01-treaty-signed/index.html").read_text()
    assert (
        '<p><a href="../../methodology/">How &amp; why</a> · <a href="../../events/">The events</a>'
        ' · <a href="https://archive.example/?a=1&amp;b=2">Archive</a></p>'
    ) in page


@pytest.mark.parametrize(
    ("option", "files", "words"),
    [
        ("search", "data/find*", 'class="dl-search"'),
        ("citations", "events/*/cite.*", "Cite this page"),
    ],
)
def test_a_site_goes_without_what_an_option_leaves_out(option: str, files: str, words: str, root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text()
    for wanted in (True, False):
        plugins = f"plugins: [dateline: {{{option}: {str(wanted).lower()}}}]\n"
        (root / "mkdocs.yml").write_text(settings_with(settings + plugins))
        done = mkdocs_build(root, "--strict")
        assert done.returncode == 0, done.stderr
        shown = (root / "site/events/2031-05-01-treaty-signed/index.html").read_text()
        shown += (root / "site/assets/javascripts/header.js").read_text().replace("\\", "")
        assert (words in shown, bool(list((root / "site").glob(files)))) == (wanted, wanted)


@pytest.mark.parametrize(
    "told",
    [
        "A reference to 'project/architecture.md' is included in the 'nav' configuration, which is not found",
        "option footer: there is no page 'project/architecture.md': write it, or take 'Architecture' out",
    ],
    ids=["nav", "footer"],
)
def test_a_page_that_is_gone_and_still_linked_fails_a_strict_build(told: str, root: Path) -> None:
    rmtree(root / "content/pages/project")
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 1
    assert told in done.stderr
    assert mkdocs_build(root).returncode == 0
    page = (root / "site/index.html").read_text()
    assert "project/architecture" not in page.split('<footer class="dl-footer">')[1]


def test_what_was_removed_is_nowhere_in_the_whole_folder_but_at_its_address(root: Path) -> None:
    # Words that no page of reference uses in an example.
    event = (root / EVENT).rename(root / "content/events/2031/2031-05-01-quay-quarrel.yaml")
    event.write_text(event.read_text().replace("Two ports sign a treaty", "Two ports quarrel over a quay"))
    words = ("quarrel over", "quay-quarrel")
    page, record = "events/2031-05-01-quay-quarrel/index.html", "records/events/2031/2031-05-01-quay-quarrel.yaml"
    places = {"DATELINE_SITE_URL": "https://dates.example/", "DATELINE_REPO_URL": "https://forge.example/dates"}
    assert mkdocs_build(root, **places).returncode == 0
    before = {path for path, told in texts_of(root / "site").items() if any(word in told for word in words)}
    assert before >= {page, record, "index.html", "sitemap.xml", "sitemap.xml.gz"}
    assert any(path.startswith("data/") for path in before)

    taken = "withdrawn: {on: 2031-05-30, reason: A court ordered it., text: removed}\naliases: [2031-05-01-old-name]\n"
    event.write_text(event.read_text() + taken)
    done = mkdocs_build(root, **places)
    assert done.returncode == 0, done.stderr
    after = texts_of(root / "site")
    assert "A court ordered it." in after[page] and '<meta name="robots" content="noindex">' in after[page]
    # Its page names its own address, and so does the one at its old address, which leads there.
    for path in (page, "events/2031-05-01-old-name/index.html"):
        assert "quarrel over" not in after.pop(path)
    assert [(path, word) for path, told in after.items() for word in words if word in told or word in path] == []
    assert "old-name" not in after["sitemap.xml"]


def test_a_build_with_a_day_in_seconds_is_the_same_byte_by_byte_whenever_it_runs(root: Path) -> None:
    places = {"DATELINE_SITE_URL": "https://dates.example/", "DATELINE_TODAY": "", "SOURCE_DATE_EPOCH": "1937865600"}
    assert mkdocs_build(root, **places).returncode == 0
    first = snapshot(root / "site")
    assert "<lastmod>2031-05-30</lastmod>" in first["sitemap.xml"].decode()
    assert "30 May 2031" in first["upcoming/index.html"].decode()
    os.utime(root / EVENT)
    assert mkdocs_build(root, **places).returncode == 0
    assert snapshot(root / "site") == first


def test_the_footer_of_every_page_leads_to_imprint_and_privacy_where_they_are(root: Path) -> None:
    pages = ("index.html", "events/2031-05-01-treaty-signed/index.html", "404.html")
    assert mkdocs_build(root).returncode == 0
    for page in pages:
        footer = (root / "site" / page).read_text().partition('<footer class="dl-footer">')[2]
        assert footer and "Imprint" not in footer and "Privacy" not in footer
    for name in ("imprint", "privacy"):
        (root / f"content/pages/{name}.md").write_text(f"# {name.title()}\n")
    assert mkdocs_build(root, "--strict").returncode == 0
    for page in pages:
        footer = (root / "site" / page).read_text().partition('<footer class="dl-footer">')[2]
        assert re.search(r'href="[./]*imprint/">Imprint</a> · <a href="[./]*privacy/">Privacy</a></p>', footer), footer


def texts_of(folder: Path) -> dict[str, str]:
    """Every file below a folder as text by path, what is compressed too."""
    return {
        path: (gzip.decompress(data) if path.endswith(".gz") else data).decode("utf-8", "replace")
        for path, data in snapshot(folder).items()
    }
