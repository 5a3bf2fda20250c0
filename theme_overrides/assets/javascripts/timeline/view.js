// Puts the parts of one timeline together on its element, and keeps them in step with the model and the address.

import { readAddress, writeAddress } from './address.js';
import { makeCard, makePanel } from './card.js';
import { textStore } from './chunks.js';
import { decode } from './decode.js';
import { el } from './dom.js';
import { makeFacets } from './facets.js';
import { listen } from './gestures.js';
import { followList } from './list.js';
import { makeModel } from './model.js';
import { drawOverview, histogram, listenOverview } from './overview.js';
import { fit, toPixel } from './scale.js';
import { makeScrubber } from './scrubber.js';
import { makeStage } from './stage.js';
import { readTheme } from './theme.js';
import { makeToolbar } from './toolbar.js';

const PHONE = 560; // pixels of width below which time runs down the page
const HELP = 'Left and right arrows move, plus and minus zoom, up and down arrows go from event to event, Enter opens one, Home and End go to the first and the last.';

/** Grow a timeline on an element; returns a function that takes it away again. */
export async function mount(root) {
  const { src, text, events, mode = 'page' } = root.dataset;
  // A frame's address says what it shows; everywhere else the page does.
  const scope = (mode === 'embed' && new URLSearchParams(location.search).get('scope')) || root.dataset.scope || '';
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  const columns = decode(await response.json());
  const leave = new AbortController();
  const { signal } = leave;
  const texts = textStore(columns, text, () => {
    stage?.redraw();
  });
  const model = makeModel(columns, scope, texts);
  let stage = null;

  const canvas = el('canvas', { class: 'dl-stage__canvas', 'aria-hidden': 'true' });
  const live = el('p', { class: 'dl-sr', role: 'status', 'aria-live': 'polite' });
  const stageElement = el('div', {
    class: 'dl-stage', tabindex: '0', role: 'application', 'aria-roledescription': 'timeline', 'aria-label': 'Timeline', 'aria-describedby': 'dl-help',
  }, canvas);
  const strip = el('canvas', { class: 'dl-overview', 'aria-hidden': 'true' });
  const count = el('p', { class: 'dl-view__count', 'aria-live': 'polite' });
  const body = el('div', { class: 'dl-view__body' }, el('div', { class: 'dl-view__main' }, stageElement, strip));

  const act = {
    lanes: (lanes) => change({ lanes }, true),
    async search(q) {
      if (q) await texts.whole();
      change({ q }, false);
    },
    filters: (open) => {
      facets.element.hidden = !open;
      resize();
    },
    clear: () => change({ choice: {}, q: '' }, true),
    relations: (relations) => change({ relations }, true),
    zoom: (factor) => stage.motion.fly(zoomed(factor), 250),
    show: (what) => stage.motion.fly(stage.fit(...window_(what))),
    async save(kind) {
      const { saveCsv, savePng, saveSvg } = await import('./download.js');
      await { png: savePng, svg: saveSvg, csv: saveCsv }[kind](stage, model, texts);
    },
    async copy(what) {
      const query = location.search.slice(1);
      const embed = new URL(root.dataset.embed, location.href);
      embed.search = new URLSearchParams([...new URLSearchParams(query), ...(scope ? [['scope', scope]] : [])]).toString();
      const words = what === 'link' ? location.href : `<iframe src="${embed.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="100%" height="560" style="border:0" title="Timeline" loading="lazy"></iframe>`;
      await navigator.clipboard?.writeText(words).catch(() => {});
      live.textContent = what === 'link' ? 'The link is copied.' : 'The code to embed is copied.';
      root.dispatchEvent(new CustomEvent('timeline-copied', { detail: words }));
    },
  };
  const toolbar = makeToolbar(model, act, { embed: mode === 'embed' });
  const facets = makeFacets(model, (choice) => change({ choice }, true));
  const scrubber = makeScrubber(model, (known, playing) => change({ known }, false, playing));
  root.replaceChildren(toolbar.element, facets.element, body, scrubber.element, count, live, el('p', { class: 'dl-sr', id: 'dl-help' }, HELP));
  root.classList.add('dl-view');
  const card = makeCard(stageElement, model, texts);
  const panel = makePanel(body, model, texts, { href: (id) => `${events}${id}/`, target: mode === 'embed' ? '_top' : null, close: () => select(null), jump: (i) => select(i, true) });
  stage = makeStage(canvas, model, texts, readTheme(root), { moved, drawn });
  const list = mode === 'page' ? followList(document, model) : null;
  const ctx = strip.getContext('2d');
  let saving = 0;
  let marked = false;

  async function apply(address, first) {
    const { range, event, ...state } = address;
    if (state.q) await texts.whole();
    model.set(state);
    update();
    resize();
    const wanted = event ? await find(event) : null;
    if (range) stage.set(fit(...range, stage.length));
    else if (first || !stage.view) stage.set(stage.fit(...window_('start')));
    await select(wanted, false, false);
  }

  /** The number of an event by its id: the text's chunks are searched, the likely one first. */
  async function find(id) {
    await texts.whole();
    for (let i = 0; i < columns.count; i++) if (texts.get(i)?.id === id) return i;
    return null;
  }

  function change(state, step, quick = false) {
    model.set(state, quick);
    update(quick);
    if (!quick) remember(step);
  }

  function update(quick = false) {
    stage.redraw();
    scrubber.update();
    count.textContent = `${model.total.toLocaleString()} of ${model.scopeTotal.toLocaleString()} events`;
    list?.update();
    if (quick) return;
    toolbar.update();
    facets.update();
    if (stage.width) resize();
  }

  function remember(step) {
    clearTimeout(saving);
    const write = () => writeAddress({
      ...model.state, range: touched ? stage.range() : null, event: stage.selected === null ? null : (texts.get(stage.selected)?.id ?? null),
    }, model.facetNames, step);
    if (step) write();
    else saving = setTimeout(write, 300);
  }

  // The address holds the range only once somebody has chosen one.
  let settled = false;
  let touched = false;
  function moved() {
    touched ||= settled;
    remember(false);
  }

  function drawn() {
    if (!marked) {
      marked = true;
      performance.mark('timeline-drawn');
      root.dataset.drawn = '';
    }
    const [from, to] = domain();
    const width = strip.clientWidth;
    const height = strip.clientHeight;
    const scale = fit(from, to, width);
    drawOverview(ctx, {
      width, height, theme: stage.theme, today: toPixel(scale, columns.today),
      counts: histogram(columns, model.mask, from, to, Math.max(20, Math.floor(width / 5))),
      window: stage.range().map((day) => toPixel(scale, day)),
    });
  }

  /** What the strip shows: the heart of the story, and what is in view. */
  function domain() {
    const [from, to] = window_('start');
    const [a, b] = stage.range();
    return [Math.min(from, a), Math.max(to, b)];
  }

  function window_(what) {
    const { today } = columns;
    if (what === 'today') return [today - 45, today + 45];
    if (what === 'last30') return [today - 30, today + 1];
    if (what === 'next90') return [today, today + 90];
    const [from, to] = model.extent(what !== 'all' && !scope.startsWith('storyline') ? true : what === 'start');
    const margin = (to - from) * 0.05 + 1;
    return [from - margin, to + margin];
  }

  function zoomed(factor) {
    const [from, to] = stage.range();
    const half = (to - from) / factor / 2;
    return fit((from + to) / 2 - half, (from + to) / 2 + half, stage.length);
  }

  function resize() {
    const vertical = root.clientWidth < PHONE;
    root.classList.toggle('dl-view--vertical', vertical);
    const lanes = model.lanes.count;
    const tall = vertical ? Math.min(640, innerHeight * 0.72) : mode === 'embed' ? innerHeight - 200 : lanes > 1 ? 44 + Math.max(110, 460 / lanes) * lanes : 400;
    stageElement.style.height = `${Math.round(tall)}px`;
    const { clientWidth: width, clientHeight: height } = stageElement;
    if (width && (width !== stage.width || height !== stage.height || vertical !== stage.vertical)) stage.resize(width, height, vertical);
    const ratio = devicePixelRatio || 1;
    if (strip.width !== Math.round(strip.clientWidth * ratio)) {
      strip.width = Math.round(strip.clientWidth * ratio);
      strip.height = Math.round(strip.clientHeight * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      stage.redraw();
    }
  }

  async function select(i, go = false, step = true) {
    stage.selected = i;
    card.hide();
    if (i === null) panel.hide();
    else {
      await panel.open(i);
      if (go) bring(i);
    }
    resize();
    stage.redraw();
    if (step) remember(true);
  }

  /** Bring an event into view without changing the zoom. */
  function bring(i) {
    const at = toPixel(stage.view, columns.start[i]);
    const edge = stage.length * 0.12;
    if (at < edge || at > stage.length - edge) stage.motion.fly({ day: columns.start[i] - stage.length / 2 / stage.view.perDay, perDay: stage.view.perDay }, 300);
  }

  async function focus(i) {
    if (i === null) return;
    stage.focus = i;
    bring(i);
    stage.redraw();
    const found = await texts.ready(i);
    if (!found || stage.focus !== i) return;
    let place = 0;
    for (let n = 0; n <= i; n++) place += model.mask[n];
    const outlets = columns.facets.outlet.sets[columns.facets.outlet.of[i]].length;
    live.textContent = `${place} of ${model.total}: ${found.title}. ${found.date}. ${columns.statuses[model.status[i]]}${model.overdue(i) ? ', overdue' : ''}. ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}.`;
    const box = stage.boxes.find((candidate) => candidate.i === i);
    if (box) card.show(i, { x: box.px, y: box.py }, stage.width);
  }

  const keys = {
    ArrowLeft: () => (stage.vertical ? focus(model.neighbour(stage.focus, -1)) : stage.pan(-stage.length * 0.1)),
    ArrowRight: () => (stage.vertical ? focus(model.neighbour(stage.focus, 1)) : stage.pan(stage.length * 0.1)),
    ArrowUp: () => (stage.vertical ? stage.pan(-stage.length * 0.1) : focus(model.neighbour(stage.focus, -1))),
    ArrowDown: () => (stage.vertical ? stage.pan(stage.length * 0.1) : focus(model.neighbour(stage.focus, 1))),
    PageUp: () => stage.pan(-stage.length * 0.9),
    PageDown: () => stage.pan(stage.length * 0.9),
    Home: () => focus(model.neighbour(null, 1)),
    End: () => focus(model.neighbour(null, -1)),
    '+': () => stage.zoom(1.5),
    '=': () => stage.zoom(1.5),
    '-': () => stage.zoom(1 / 1.5),
    0: () => act.show('start'),
    Enter: () => stage.focus !== null && select(stage.focus).then(() => panel.element.focus()),
    Escape: () => select(null),
  };

  listen(stageElement, {
    pan: (pixels) => stage.pan(pixels),
    zoom: (factor, pixel) => (stage.motion.stop(), stage.zoom(factor, pixel)),
    stop: stage.motion.stop,
    glide: stage.motion.glide,
    step: (factor, pixel) => stage.zoom(factor, pixel),
    click(x, y) {
      const box = stage.hit(x, y);
      if (!box) return select(null);
      if (box.cell) {
        // A count opens up: what it counts is shown apart.
        const { from, to } = box.cell;
        const wide = to - from;
        const [a, b] = [from - wide / 2, to + wide / 2].map((at) => stage.view.day + at / stage.view.perDay);
        return stage.motion.fly(fit(a, b, stage.length));
      }
      stage.focus = box.i;
      return select(box.i);
    },
    hover(x, y) {
      const box = x === null ? null : stage.hit(x, y);
      stageElement.style.cursor = box ? 'pointer' : '';
      if (box && box.i !== undefined) card.show(box.i, { x: box.px, y: box.py }, stage.width);
      else card.hide();
    },
    key(name) {
      const action = keys[name];
      if (!action) return false;
      action();
      return true;
    },
  }, () => stage.vertical, signal);

  listenOverview(strip, {
    get: stage.range,
    set: (from, to) => stage.set(fit(from, to, stage.length)),
    scale: () => fit(...domain(), strip.clientWidth),
  }, signal);
  panel.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    select(null);
    stageElement.focus();
  });
  addEventListener('popstate', () => apply(readAddress(model.facetNames), false), { signal });
  addEventListener('beforeprint', () => resize(), { signal });
  const sizes = new ResizeObserver(() => resize());
  sizes.observe(root);
  const scheme = new MutationObserver(() => stage.restyle(readTheme(root)));
  scheme.observe(document.body, { attributes: true, attributeFilter: ['data-md-color-scheme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => setTimeout(() => stage.restyle(readTheme(root)), 50), { signal });
  document.fonts?.ready.then(() => (stage.forget(), stage.redraw()));

  const address = readAddress(model.facetNames);
  touched = address.range !== null;
  await apply(address, true);
  settled = true;
  return () => {
    leave.abort();
    scrubber.pause();
    sizes.disconnect();
    scheme.disconnect();
  };
}
