"""`make bench-timeline`: our timeline, vis-timeline and TimelineJS3 in one Chromium, on the same synthetic events.

Prints a Markdown table and writes nothing. The peers come from npm's registry into .cache/bench, once.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.bench.synthetic import data_files, peer_items, story
from tests.browser.conftest import REPOSITORY, close, serve_folder

CACHE = REPOSITORY / ".cache/bench"
PEERS = {"vis-timeline": "vis-timeline@8.5.4", "timelinejs": "@knight-lab/timelinejs@3.9.11"}
WAIT = 60_000
# Without the display's beat of 16.7 ms, the time between frames is what a frame costs.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
]
SHELL = '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>'
OURS = (
    SHELL
    + """{head}<link rel="stylesheet" href="assets/stylesheets/tokens.css"><link rel="stylesheet" href="assets/stylesheets/timeline.css">
<body data-md-color-scheme="default" data-md-color-primary="custom"><div class="dl-view" data-timeline data-src="data/timeline.json" data-words="data/words.json" data-text="data/timeline/"
data-event="events/{id}/" data-embed="embed/" data-mode="home"></div><script type="module" src="assets/javascripts/timeline/main.js"></script>"""
)
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


def peers() -> dict[str, Path]:
    """Unpack the peers from npm's registry, once."""
    if not shutil.which("npm"):
        sys.exit("npm brings the other timelines: install Node.js, or measure ours alone with --no-peers.")
    found = {}
    for name, package in PEERS.items():
        folder = CACHE / name
        if not folder.exists():
            CACHE.mkdir(parents=True, exist_ok=True)
            done = subprocess.run(
                ["npm", "pack", "--silent", package], cwd=CACHE, check=True, capture_output=True, text=True
            )
            with tarfile.open(CACHE / done.stdout.split()[-1]) as archive:
                archive.extractall(folder, filter="data")
        found[name] = folder / "package"
    return found


def percentile(values: list[float], share: float = 0.95) -> float:
    """The value below which a share of the values lies."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else float("nan")


def move(page: Page) -> None:
    """Zoom in and out by the wheel, and drag, as a reader would; for WAIT at the most."""
    page.evaluate(RECORD)
    page.mouse.move(640, 200)
    end = time.monotonic() + WAIT / 1000
    for direction in (-1, 1, -1, 1):
        for _ in range(30):
            if time.monotonic() > end:
                break
            page.mouse.wheel(0, 100 * direction)
            page.wait_for_timeout(16)
    for _ in range(3):
        page.mouse.move(900, 200)
        page.mouse.down()
        for step in range(20):
            if time.monotonic() > end:
                break
            page.mouse.move(900 - 20 * step, 200)
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


def build(root: Path, count: int, *, with_peers: bool) -> float:
    """Write the pages and data of one size; returns the gzipped bytes of our data an event."""
    site = story(count)
    files = data_files(site)
    for name, data in files.items():
        file = root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    (root / "items.json").write_text(json.dumps(peer_items(site)))
    shutil.copytree(REPOSITORY / "theme_overrides/assets", root / "assets")
    for name, page in (("ours", OURS.replace("{head}", head())), ("vis-timeline", VIS), ("timelinejs", KNIGHT)):
        (root / f"{name}.html").write_text(page)
    if with_peers:
        found = peers()
        (root / "vis").symlink_to(found["vis-timeline"])
        (root / "tl").symlink_to(found["timelinejs"] / "dist")
    packed = len(gzip.compress((root / "data/timeline.json").read_bytes()))
    return packed / count


def head() -> str:
    """The head's part of a real page: what it fetches beforehand."""
    theme = Environment(loader=FileSystemLoader(REPOSITORY / "theme_overrides"), autoescape=True)
    theme.filters["url"] = str
    return theme.get_template("partials/timeline-head.html").render()


def code_size() -> float:
    """The timeline's modules, gzipped one by one as a server sends them, in kB."""
    modules = (REPOSITORY / "theme_overrides/assets/javascripts/timeline").glob("*.js")
    return sum(len(gzip.compress(module.read_bytes())) for module in modules) / 1000


def measure_size(browser: Browser, count: int, peer_names: list[str]) -> tuple[float, dict[str, dict[str, float]]]:
    """Measure every timeline at one size; our bytes an event, and the figures by the timeline's name."""
    with tempfile.TemporaryDirectory() as folder:
        size = build(Path(folder), count, with_peers=bool(peer_names))
        server, address = serve_folder(Path(folder))
        rows = {}
        for name, play in [("ours", False), ("ours, playing", True), *((name, False) for name in peer_names)]:
            print(f"measuring {name} at {count:,} events …", file=sys.stderr, flush=True)
            rows[name] = measure(browser, f"{address}/{name.split(',')[0]}.html", play=play)
        close(server)
    return size, rows


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
    print(f"Timeline code: {code_size():.1f} kB gzipped.\n")
    print("| events | timeline | first drawing | frame p95 | work p95 | heap | data an event | to ours |")
    print("| --: | --- | --: | --: | --: | --: | --: | --- |", flush=True)
    left = list(PEERS) if options.peers else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for count in options.sizes:
            size, rows = measure_size(browser, count, left)
            for name, row in rows.items():
                print(line(count, name, row, rows["ours"], size), flush=True)
            # Who did not get as far as this does not get further.
            left = [name for name in left if rows[name]]
        browser.close()


if __name__ == "__main__":
    main()
