"""`make bench-timeline`: our timeline, vis-timeline, TimelineJS3 and mark-when in one Chromium, on the same events.

Ours is the page of a built site, list, chrome and all. Prints a Markdown table and writes nothing. The peers come from
npm's registry into .cache/bench, once.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.bench.archive import write_archive
from tests.bench.synthetic import data_files, peer_items, story
from tests.browser.conftest import REPOSITORY, build_project, close, find_chromium, serve_folder

CACHE = REPOSITORY / ".cache/bench"
PEERS = {
    "vis-timeline": ["vis-timeline@8.5.4"],
    "TimelineJS3": ["@knight-lab/timelinejs@3.9.11"],
    "mark-when": ["@markwhen/timeline@1.4.5", "@markwhen/parser@0.15.1"],
}
BUILT = 10_000
"""Events of the largest site that is built; beyond, its page gets synthetic data in our own format."""
WAIT = 60_000
# Without the display's beat of 16.7 ms, the time between frames is what a frame costs.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
]
SHELL = '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>'
VIS = (
    SHELL
    + """<link rel="stylesheet" href="vis/styles/vis-timeline-graph2d.min.css"><body><div id="t" style="height:400px"></div>
<script src="vis/standalone/umd/vis-timeline-graph2d.min.js"></script><script>
fetch('items.json').then(r => r.json()).then(items => {
  const timeline = new vis.Timeline(document.getElementById('t'), new vis.DataSet(items), {height: 400, zoomMin: 36e5, stack: false});
  timeline.on('changed', () => { if (!window.drawn) { window.drawn = true; requestAnimationFrame(() => performance.mark('timeline-drawn')); } });
});</script>"""
)
KNIGHT = (
    SHELL
    + """<link rel="stylesheet" href="tl/css/timeline.css"><body><div id="t" style="height:400px"></div><script src="tl/js/timeline.js"></script><script>
fetch('items.json').then(r => r.json()).then(items => {
  const part = text => { const [year, month, day] = text.split('-'); return {year, month, day}; };
  const events = items.map(item => ({start_date: part(item.start), text: {headline: item.content, text: ''}}));
  const timeline = new TL.Timeline('t', {events}, {hash_bookmark: false});
  const ready = setInterval(() => { if (document.querySelector('.tl-timemarker')) { clearInterval(ready); performance.mark('timeline-drawn'); } }, 5);
});</script>"""
)
# mark-when's page is ready as it lies in the package, and takes what its parser made of a text from a variable.
MARKWHEN = """import { parse } from '@markwhen/parser';
import { readFileSync } from 'node:fs';
const rawText = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(item => `${item.start}: ${item.content}`).join('\\n');
const parsed = parse(rawText);
const state = JSON.stringify({ rawText, parsed, transformed: parsed.events }).replaceAll('<', '\\\\u003c');
const boot = `<script>window.__markwhen_initial_state = ${state};
const seen = new MutationObserver(() => { if (document.querySelector('.eventRow')) { seen.disconnect();
  requestAnimationFrame(() => performance.mark('timeline-drawn')); } });
seen.observe(document, { childList: true, subtree: true });</script>`;
const page = readFileSync('node_modules/@markwhen/timeline/dist/index.html', 'utf8');
process.stdout.write(page.replace('<head>', () => '<head>' + boot));
"""
# Records how long frames took, and how long their own callbacks worked. Only frames count that had something to do: an
# input since the last one, or a callback that worked. Chromium leaves its beat only while something is drawn: a dot
# that changes with every frame.
RECORD = """() => {
  const dot = document.body.appendChild(document.createElement('canvas'));
  Object.assign(dot, {width: 1, height: 1});
  const paint = dot.getContext('2d');
  const original = window.requestAnimationFrame.bind(window);
  let [last, spent, inputs, count] = [performance.now(), 0, 0, 0];
  Object.assign(window, {frames_: [], work_: [], stop_: false});
  for (const name of ['wheel', 'pointermove']) addEventListener(name, () => inputs++, {capture: true, passive: true});
  window.requestAnimationFrame = callback => original(time => {
    const begin = performance.now();
    callback(time);
    spent += performance.now() - begin;
  });
  const step = () => {
    // The frame's own timestamp is of the beat that it was meant for, which may be long past.
    const now = performance.now();
    paint.fillStyle = count++ % 2 ? '#000' : '#fff';
    paint.fillRect(0, 0, 1, 1);
    if (spent || inputs) {
      window.frames_.push(now - last);
      window.work_.push(spent);
    }
    [last, spent, inputs] = [now, 0, 0];
    window.stop_ || original(step);
  };
  original(step);
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found at one size."""

    data: float
    """Gzipped bytes of our data an event."""
    page: str
    rows: dict[str, dict[str, float]]
    """The figures by the timeline's name."""


def peers() -> dict[str, Path]:
    """The folders of the peers' packages, from npm's registry, once."""
    if not shutil.which("npm"):
        sys.exit("npm brings the other timelines: install Node.js, or measure ours alone with --no-peers.")
    found = {}
    for name, packages in PEERS.items():
        folder = CACHE / name
        if not (folder / "node_modules").exists():
            folder.mkdir(parents=True, exist_ok=True)
            # Without a prefix npm would put them into the repository's own project.
            command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *packages]
            subprocess.run(command, check=True)
        found[name] = folder / "node_modules"
    return found


def percentile(values: list[float], share: float = 0.95) -> float:
    """The value below which a share of the values lies."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else float("nan")


def move(page: Page) -> None:
    """Zoom in and out by the wheel, and drag, as a reader would; for WAIT at the most."""
    stage = page.locator(".dl-stage, #t, body").last
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 400) / 2
    page.evaluate(RECORD)
    page.mouse.move(x, y)
    end = time.monotonic() + WAIT / 1000
    # Without the key the wheel scrolls our page; the others zoom with it and without.
    page.keyboard.down("Control")
    for direction in (-1, 1, -1, 1):
        for _ in range(30):
            if time.monotonic() > end:
                break
            page.mouse.wheel(0, 100 * direction)
            page.wait_for_timeout(16)
    page.keyboard.up("Control")
    for _ in range(3):
        page.mouse.move(x + 260, y)
        page.mouse.down()
        for step in range(20):
            if time.monotonic() > end:
                break
            page.mouse.move(x + 260 - 20 * step, y)
            page.wait_for_timeout(16)
        page.mouse.up()
    page.evaluate("() => { window.stop_ = true }")


def measure(browser: Browser, url: str, *, play: bool = False) -> dict[str, float]:
    """Open a page, wait for its first drawing, and move it; milliseconds and megabytes."""
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    try:
        page.goto(url, timeout=WAIT)
        page.wait_for_function("performance.getEntriesByName('timeline-drawn').length", timeout=WAIT)
        drawn = page.evaluate("performance.getEntriesByName('timeline-drawn')[0].startTime")
        page.wait_for_timeout(500)
        if play:
            page.evaluate(RECORD)
            page.get_by_role("button", name="Play").click()
            page.wait_for_timeout(4_000)
            page.evaluate("() => { window.stop_ = true }")
        else:
            move(page)
        client = page.context.new_cdp_session(page)
        client.send("HeapProfiler.collectGarbage")
        # The columns are typed arrays, whose bytes V8 counts apart from its own heap.
        usage = client.send("Runtime.getHeapUsage")
        heap = (usage["usedSize"] + usage["backingStorageSize"]) / 1e6
        frames, work = page.evaluate("[window.frames_, window.work_]")
        return {"drawn": drawn, "frame": percentile(frames[2:]), "work": percentile(work[2:]), "heap": heap}
    except PlaywrightTimeout:
        return {}
    finally:
        page.close()


def build(root: Path, count: int, *, with_peers: bool) -> Path:
    """Build a site of our own, with the pages of the peers in it; returns the folder."""
    project = write_archive(root, min(count, BUILT))
    build_project(project, "--quiet")
    site = project / "site"
    if count > BUILT:
        edition = story(count)
        for name, data in data_files(edition).items():
            (site / "data" / name).write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
        items = peer_items(edition)
    else:
        items = built_items(site)
    if with_peers:
        (site / "items.json").write_text(json.dumps(items), encoding="utf-8")
        write_peers(site)
    return site


def built_items(site: Path) -> list[dict[str, Any]]:
    """The events of a site of ours as `peer_items` has them."""
    texts = [
        json.loads(file.read_text(encoding="utf-8")) for file in sorted((site / "data/timeline").glob("text-*.json"))
    ]
    found = {key: title for text in texts for key, title in zip(text["id"], text["title"], strict=True)}
    # An id of the archive begins with the event's day.
    return [{"id": number, "content": found[key], "start": key[:10]} for number, key in enumerate(sorted(found))]


def write_peers(site: Path) -> None:
    """Write the pages of the peers, which show what is in items.json."""
    found = peers()
    (site / "vis").symlink_to(found["vis-timeline"] / "vis-timeline")
    (site / "tl").symlink_to(found["TimelineJS3"] / "@knight-lab/timelinejs/dist")
    for name, page in (("vis-timeline", VIS), ("TimelineJS3", KNIGHT)):
        (site / f"{name}.html").write_text(page, encoding="utf-8")
    folder = found["mark-when"].parent
    (folder / "page.mjs").write_text(MARKWHEN, encoding="utf-8")
    done = subprocess.run(
        ["node", "page.mjs", site / "items.json"], cwd=folder, check=True, capture_output=True, text=True
    )
    (site / "mark-when.html").write_text(done.stdout, encoding="utf-8")


def page_size(browser: Browser, site: Path, address: str) -> str:
    """What the page itself weighs, and how many elements it has when it is drawn."""
    packed = len(gzip.compress((site / "timeline/index.html").read_bytes())) / 1000
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.goto(f"{address}/timeline/")
    page.wait_for_selector("[data-timeline][data-drawn][data-settled]", timeout=WAIT)
    nodes = page.evaluate("document.querySelectorAll('*').length")
    page.close()
    return f"{packed:.1f} kB gzipped, {nodes:,} nodes"


def measure_size(browser: Browser, count: int, peer_names: list[str]) -> Measured:
    """Measure every timeline at one size."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"building {count:,} events …", file=sys.stderr, flush=True)
        site = build(Path(folder), count, with_peers=bool(peer_names))
        data = len(gzip.compress((site / "data/timeline.json").read_bytes())) / count
        server, address = serve_folder(site)
        rows = {}
        for name, play in [("ours", False), ("ours, playing", True), *((name, False) for name in peer_names)]:
            print(f"measuring {name} at {count:,} events …", file=sys.stderr, flush=True)
            url = f"{address}/timeline/" if name.startswith("ours") else f"{address}/{name}.html"
            rows[name] = measure(browser, url, play=play)
        size = page_size(browser, site, address)
        close(server)
    return Measured(data, size, rows)


def line(count: int, name: str, row: dict[str, float], ours: dict[str, float], size: float) -> str:
    """A row of the table; the peers' with their ratios to ours."""
    if not row:
        return f"| {count:,} | {name} | not drawn within {WAIT // 1000} s | | | | | |"
    ratio = f"{row['drawn'] / ours['drawn']:.1f} × / {row['frame'] / ours['frame']:.0f} ×" if "ours" not in name else ""
    cells = [f"{row['drawn']:.0f} ms", f"{row['frame']:.1f} ms", f"{row['work']:.1f} ms", f"{row['heap']:.0f} MB"]
    return f"| {count:,} | {name} | {' | '.join(cells)} | {f'{size:.1f} B' if name == 'ours' else ''} | {ratio} |"


def main() -> None:
    """Measure every size, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    print("| events | timeline | first drawing | frame p95 | work p95 | heap | data an event | to ours |")
    print("| --: | --- | --: | --: | --: | --: | --: | --- |", flush=True)
    left = list(PEERS) if options.peers else []
    pages = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for count in options.sizes:
            found = measure_size(browser, count, left)
            for name, row in found.rows.items():
                print(line(count, name, row, found.rows["ours"], found.data), flush=True)
            pages.append(f"The page at {count:,} events: {found.page}.")
            # Who did not get as far as this does not get further.
            left = [name for name in left if found.rows[name]]
        browser.close()
    print("\n" + "\n".join(pages))


if __name__ == "__main__":
    main()
