"""What of the timeline's modules needs a page, or a judge that Node has not; all else is tested in tests/js/."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.words.browser import browser_messages
from tests.browser.conftest import REPOSITORY, close, serve_folder

pytestmark = pytest.mark.browser


class Modules:
    """The modules in a browser: `call("share", "toCsv", rows)` calls a function, `call.script(…)` runs a body."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, module: str, function: str, *arguments: Any) -> Any:
        body = "return (await import(`/timeline/${args[0]}.js`))[args[1]](...args.slice(2));"
        return self.script(body, module, function, *arguments)

    def script(self, body: str, *arguments: Any) -> Any:
        """Run the body of an async function of `args`; what it returns has to be JSON."""
        return self._page.evaluate(f"async (args) => {{ {body} }}", list(arguments))


@pytest.fixture(scope="module")
def call(chromium: Browser) -> Iterator[Modules]:
    server, address = serve_folder(REPOSITORY / "theme_overrides/assets/javascripts")
    page = chromium.new_page()
    page.goto(f"{address}/timeline/main.js")
    text = (REPOSITORY / "generator/words/en/timeline.ftl").read_text(encoding="utf-8")
    modules = Modules(page)
    modules("words", "use", {"language": "en", "messages": browser_messages(text)})
    yield modules
    page.close()
    close(server)


@settings(max_examples=40)
@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_a_spreadsheet_reads_our_csv_and_runs_nothing(call: Modules, rows: list[list[str]]) -> None:
    text = call("share", "toCsv", rows)
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[field.removeprefix("'") for field in row] for row in read] == [
        [field.removeprefix("'") for field in row] for row in rows
    ]
    assert not any(field.startswith(("=", "+", "-", "@")) for row in read for field in row)


def test_no_control_shows_an_id_for_its_words(call: Modules) -> None:
    body = """
      const [{ decode }, { makeModel }, { makeToolbar }, { makeFilters }, { makeScrubber }] = await Promise.all(
        ['data', 'model', 'toolbar', 'filters', 'scrubber'].map((name) => import(`/timeline/${name}.js`)));
      const model = makeModel(decode(args[0]), '', null);
      model.set({});
      const toolbar = makeToolbar(model, {}, { embed: false, signal: new AbortController().signal });
      const [filters, scrubber] = [makeFilters(model), makeScrubber(model)];
      for (const part of [toolbar, filters, scrubber]) part.update();
      await filters.show(true);
      const all = [toolbar, filters, scrubber].flatMap(({ element }) => [element, ...element.querySelectorAll('*')]);
      const own = (one) => (one.children.length ? '' : one.textContent);
      return all.flatMap((one) => [one.getAttribute('aria-label'), one.placeholder, own(one)]).filter(Boolean);
    """
    data = json.loads((REPOSITORY / "tests/golden/data/timeline.json").read_text(encoding="utf-8"))
    words = call.script(body, data)
    assert {"By country of the outlet", "Country of the outlet", "Copy link", "Last 30 days"} <= set(words)
    assert [word for word in words if re.match(r"(toolbar|menu|filters|facet|known|outlets)-", word)] == []
