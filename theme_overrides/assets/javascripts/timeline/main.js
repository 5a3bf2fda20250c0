// Grows a timeline on every `data-timeline`, and keeps its parts in step with the model and the address.

/** @import { Actions, Address, Span, State } from './types.js' */

import { readAddress, writeAddress } from './address.js';
import { makeCard, makePanel } from './card.js';
import { makeChosen } from './chosen.js';
import { decode, load, textStore } from './data.js';
import { el } from './dom.js';
import { makeEdges } from './edges.js';
import { makeFacets } from './facets.js';
import { listen, makeKeys } from './input.js';
import { lowerBound } from './layout.js';
import { followList } from './list.js';
import { makeModel } from './model.js';
import { makeOverview } from './overview.js';
import { toDay } from './scale.js';
import { makeScrubber } from './scrubber.js';
import { makeStage } from './stage.js';
import { readTheme } from './theme.js';
import { makeToolbar } from './toolbar.js';
import { say, use } from './words.js';

const PHONE = 560; // pixels of width below which time runs down the page

/**
 * @typedef {object} Settings What partials/timeline.html says to an element.
 * @property {string} src
 * @property {string} words
 * @property {string} text
 * @property {string} event
 * @property {string} embed
 * @property {string} [scope]
 * @property {string} [mode]
 */

/**
 * Grow a timeline on an element; gives a function that takes it away.
 * @param {HTMLElement} root
 */
async function mount(root) {
  const settings = /** @type {Settings & DOMStringMap} */ (root.dataset);
  const { src, words, text, event: page, embed, mode = 'page' } = settings;
  // A frame's address says what it shows; everywhere else the page does.
  const scope = (mode === 'embed' && new URLSearchParams(location.search).get('scope')) || settings.scope || '';
  const [data, catalogue] = await Promise.all([src, words].map(load));
  use(catalogue);
  const columns = decode(data);
  const leave = new AbortController();
  const { signal } = leave;
  const path = location.pathname;
  const texts = textStore(columns, text, () => {
    stage.redraw();
    list?.update();
  });
  const model = makeModel(columns, scope, texts);

  const canvas = el('canvas', { class: 'dl-stage__canvas', 'aria-hidden': 'true' });
  const live = el('p', { class: 'dl-sr', role: 'status', 'aria-live': 'polite' });
  const stageElement = el(
    'div',
    {
      class: 'dl-stage',
      tabindex: '0',
      role: 'application',
      'aria-roledescription': say('stage-role'),
      'aria-label': say('stage-name'),
      'aria-describedby': 'dl-help',
    },
    canvas,
  );
  const count = el('p', { class: 'dl-view__count' });
  const stage = makeStage(canvas, model, texts, readTheme(root), { moved, drawn, stirred: settle });
  const act = actions();
  const toolbar = makeToolbar(model, act, { embed: mode === 'embed', signal });
  const facets = makeFacets(model, (choice) => change({ choice }, true));
  const scrubber = makeScrubber(model, (known, playing) => change({ known }, false, playing));
  const overview = makeOverview(model, {
    range: stage.range,
    set: (from, to) => stage.set(stage.fit(from, to)),
    fly,
    theme: () => stage.theme,
  });
  const edges = makeEdges(model, stageElement, {
    range: stage.range,
    strip: () => !stage.vertical,
    fly,
    all: () => act.show('all'),
    clear: () => act.clear(),
    now: () => change({ known: null }, true),
  });
  const body = el(
    'div',
    { class: 'dl-view__body' },
    el(
      'div',
      { class: 'dl-view__main' },
      el('div', { class: 'dl-frame' }, stageElement, edges.element),
      overview.element,
    ),
  );
  const card = makeCard(stageElement, model, texts);
  const panel = makePanel(body, model, texts, {
    href: (id) => page.replace('{id}', id),
    target: mode === 'embed' ? '_top' : null,
    close,
    jump: (i) => chosen.select(i, true),
  });
  const chosen = makeChosen(
    { model, stage, texts, card, panel, live },
    { selected: () => remember(true), moved: resize },
  );
  const help = el('p', { class: 'dl-sr', id: 'dl-help' }, say('stage-help'));
  root.replaceChildren(toolbar.element, facets.element, body, scrubber.element, count, live, help);
  root.classList.add('dl-view');

  let touched = false; // whether somebody has chosen a range, which the address then holds
  let applied = false;
  /** @type {ReturnType<typeof followList>} */
  let list = null;
  let saving = 0;
  /** @type {number | null} */
  let wide = null;
  listenAll();
  await apply(readAddress(model.facetNames));
  return () => {
    leave.abort();
    scrubber.pause();
    clearTimeout(saving);
  };

  /**
   * What the toolbar can do.
   * @returns {Actions}
   */
  function actions() {
    return {
      lanes: (lanes) => change({ lanes }, true),
      async search(q) {
        if (q) await texts.whole();
        change({ q }, false);
      },
      filters: (open) => facets.show(open),
      clear: () => change({ choice: {}, q: '' }, true),
      relations: (relations) => change({ relations }, true),
      zoom: (factor) => stage.motion.fly(stage.zoomed(factor), 250),
      show: (what) => stage.motion.fly(spanView(what)),
      async share(what) {
        const { share } = await import('./share.js');
        return share(what, { stage, model, texts, scope, embed });
      },
    };
  }

  /**
   * The view of a span of the menu, with air around it.
   * @param {string} what
   */
  function spanView(what) {
    return stage.fit(...model.span(what), Math.min(60, stage.length / 12));
  }

  /** @param {Address} address */
  async function apply({ range, event, ...state }) {
    if (state.q) await texts.whole();
    model.set(state);
    update();
    applied = false;
    touched = range !== null;
    stage.set(range ? stage.fit(...range) : spanView('start'));
    applied = true;
    // An id begins with its date, which tells where its text is.
    const guess = event ? lowerBound(columns.start, Date.parse(event.slice(0, 10)) / 864e5 || 0) : 0;
    await chosen.select(event ? await texts.find(event, guess) : null, false, false);
  }

  /**
   * @param {Partial<State>} state
   * @param {boolean} step
   * @param {boolean} [quick]
   */
  function change(state, step, quick = false) {
    model.set(state, quick);
    update(quick);
    follow(state);
    if (!quick) remember(step);
  }

  /**
   * What somebody looks for comes into view.
   * @param {Partial<State>} state
   */
  function follow(state) {
    if (('q' in state || 'choice' in state) && (edges.lost() || stage.motion.running()))
      stage.motion.fly(spanView('story'));
  }

  /** @param {Span} span */
  function fly([from, to]) {
    stage.motion.fly(stage.fit(from, to));
  }

  /** @param {boolean} [quick] */
  function update(quick = false) {
    if (stage.focus !== null) stage.focus = model.present(stage.focus) ?? stage.focus;
    stage.redraw();
    scrubber.update();
    // Nobody wants to hear every step of a play.
    count.ariaLive = quick ? 'off' : 'polite';
    count.textContent = say('stage-count', { shown: model.total, count: model.scopeTotal });
    list?.update();
    // What is open is told as of each day of a play, too.
    if (!quick || stage.selected !== null) chosen.select(stage.selected, false, false);
    if (quick) return;
    toolbar.update();
    facets.update();
  }

  /**
   * Write the state to the address: now, as a step for Back, or soon.
   * @param {boolean} step
   */
  function remember(step) {
    clearTimeout(saving);
    saving = 0;
    // By then the reader may have gone to another page.
    const write = () =>
      location.pathname === path &&
      writeAddress(
        {
          ...model.state,
          range: touched ? stage.range() : null,
          event: stage.selected === null ? null : (texts.get(stage.selected)?.id ?? null),
        },
        model.facetNames,
        step,
      );
    if (step) write();
    else
      saving = setTimeout(() => {
        saving = 0;
        write();
        settle();
      }, 300);
    settle();
  }

  /** Say on the element whether all is at rest: nothing moves, and nothing is still to be fetched, drawn or written. */
  function settle() {
    root.toggleAttribute('data-settled', !(stage.pending || stage.motion.running() || saving || texts.loading()));
  }

  function moved() {
    touched ||= applied;
    if (applied) remember(false);
  }

  function drawn() {
    if (!('drawn' in root.dataset)) {
      performance.mark('timeline-drawn');
      root.dataset.drawn = '';
      // A list of thousands can wait.
      if (mode === 'page')
        setTimeout(() => {
          list = followList(document, model, texts);
          list?.update();
        });
    }
    overview.draw();
    edges.update();
    settle();
  }

  function resize() {
    const vertical = root.clientWidth < PHONE;
    root.classList.toggle('dl-view--vertical', vertical);
    const lanes = model.lanes.count;
    const tall = vertical
      ? Math.min(640, innerHeight * 0.72)
      : mode === 'embed'
        ? innerHeight - 244
        : lanes > 1
          ? 44 + Math.max(110, 460 / lanes) * lanes
          : 400;
    stageElement.style.height = `${Math.round(tall)}px`;
    const { clientWidth: width, clientHeight: height } = stageElement;
    if (width && (width !== stage.width || height !== stage.height || vertical !== stage.vertical))
      stage.resize(width, height, vertical);
    if (overview.resize()) stage.redraw();
  }

  function close() {
    chosen.select(null);
    stageElement.focus();
  }

  function listenAll() {
    const keys = makeKeys(stage, model, {
      focus: chosen.focus,
      select: chosen.select,
      show: act.show,
      enter: () => panel.element.focus(),
    });
    listen(
      stageElement,
      {
        pan: stage.pan,
        zoom(factor, pixel) {
          stage.motion.stop();
          stage.zoom(factor, pixel);
        },
        stop: stage.motion.stop,
        glide: stage.motion.glide,
        click(x, y) {
          const box = stage.hit(x, y);
          if (!box) return chosen.select(null);
          if (box.i !== undefined) {
            stage.focus = box.i;
            return chosen.select(box.i);
          }
          // A count opens up: what it counts is shown apart.
          const half = (box.cell.to - box.cell.from) / 2;
          const from = toDay(stage.view, box.cell.from - half);
          return stage.motion.fly(stage.fit(from, toDay(stage.view, box.cell.to + half)));
        },
        hover(at) {
          const box = at && stage.hit(at.x, at.y);
          stageElement.style.cursor = box ? 'pointer' : '';
          if (box?.i !== undefined) card.show(box.i, { x: box.px, y: box.py }, stage.width);
          else card.hide();
        },
        keys,
      },
      () => stage.vertical,
      signal,
    );
    panel.element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    addEventListener('popstate', () => apply(readAddress(model.facetNames)), { signal });
    const sizes = new ResizeObserver(() => {
      if (root.clientWidth === wide) return;
      wide = root.clientWidth;
      resize();
    });
    sizes.observe(root);
    const scheme = new MutationObserver(() => stage.restyle(readTheme(root)));
    scheme.observe(document.body, { attributes: true, attributeFilter: ['data-md-color-scheme'] });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      scheme.disconnect();
    });
  }
}

/** @type {Map<HTMLElement, Promise<(() => void) | void>>} */
const mounted = new Map();

/** Also called when Material's instant navigation has brought another page. */
function start() {
  for (const [element, leave] of mounted) {
    if (element.isConnected) continue;
    leave.then((away) => away?.());
    mounted.delete(element);
  }
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll('[data-timeline]');
  for (const element of found) {
    if (mounted.has(element)) continue;
    mounted.set(
      element,
      mount(element).catch((error) => {
        element.textContent = (element.dataset.failed ?? '').replace('{reason}', () => error.message);
        element.classList.add('dl-view--failed');
      }),
    );
  }
}

if (window.document$) window.document$.subscribe(start);
else start();
