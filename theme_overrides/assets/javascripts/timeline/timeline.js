// The composition root: makes the parts of one timeline, and says which hears of what.

import { readAddress } from './address.js';
import { breath } from './breath.js';
import { makeCard, makePanel } from './card.js';
import { makeChosen } from './chosen.js';
import { makeController } from './controller.js';
import { decode, load, textStore } from './data.js';
import { el } from './dom.js';
import { makeEdges } from './edges.js';
import { failure } from './failed.js';
import { makeFilters } from './filters.js';
import { makeFitting } from './fitting.js';
import { makeLaneFrame } from './lanes.js';
import { makeLegend } from './legend.js';
import { makeModel } from './model.js';
import { calm } from './motion.js';
import { onDemand } from './ondemand.js';
import { makeOverview } from './overview.js';
import { makePageList } from './pagelist.js';
import { point } from './pointing.js';
import { makeScrubber } from './scrubber.js';
import { isNarrow } from './sizing.js';
import { chosenView } from './spans.js';
import { makeStage } from './stage.js';
import { makeTelling } from './telling.js';
import { readTheme } from './theme.js';
import { makeToolbar } from './toolbar.js';
import { fetchStep, makeTour } from './tour.js';
import { say, use } from './words.js';

/**
 * @typedef {object} Settings What partials/timeline.html says to an element.
 * @property {string} src
 * @property {string} words
 * @property {string} text
 * @property {string} event
 * @property {string} embed
 * @property {string} whole
 * @property {string} [scope]
 * @property {string} [few] how many events there are, where they are few
 * @property {string} [view] of all events at first: two days since 1970
 * @property {string} [mode]
 */

const BRIEF = 12; // cards of a story that only leads to the whole one

/**
 * Grow a timeline on an element; gives a function that takes it away.
 * @param {HTMLElement} root
 */
export async function grow(root) {
  const settings = /** @type {Settings & DOMStringMap} */ (root.dataset);
  const { src, words, text, event: page, embed, mode = 'page' } = settings;
  // A frame's address says what it shows; everywhere else the page does.
  const scope = (mode === 'embed' && new URLSearchParams(location.search).get('scope')) || settings.scope || '';
  const tells = mode === 'home' || new URLSearchParams(location.search).has('tour');
  const fetched = tells ? fetchStep().catch(() => {}) : null; // the tour says it, and offers to try again
  const [data, catalogue] = await Promise.all([load(src), load(words), fetched]);
  use(catalogue);
  await breath();
  const columns = decode(data);
  /** @type {HTMLElement | null} */
  let lacking = null;
  const leave = new AbortController();
  const { signal } = leave;
  if (mode === 'embed') name(columns, scope);
  const texts = textStore(columns, text, loaded, missed);
  await breath();
  const model = makeModel(columns, scope, texts, chosenView(columns, scope, settings.view));

  const href = (/** @type {string} */ id) => page.replace('{id}', id);
  const target = mode === 'embed' ? '_top' : null;

  await breath();
  const canvas = el('canvas', { class: 'dl-stage__canvas', 'aria-hidden': 'true' });
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
  const laneFrame = makeLaneFrame(model, canvas);
  stageElement.prepend(laneFrame.axis);
  const stage = makeStage(canvas, model, texts, readTheme(root), { moved, drawn, stirred: settle });
  const overview = makeOverview(model, {
    range: stage.range,
    set: (from, to) => stage.set(stage.fit(from, to)),
    fly: (span) => controller.go(span),
    theme: () => stage.theme,
  });
  const edges = makeEdges(model, stageElement, {
    range: stage.range,
    fly: (span) => controller.go(span),
    all: () => actions.show('all'),
    clear: () => actions.clear(),
    now: () => actions.known(null, false),
  });
  const body = el(
    'div',
    { class: 'dl-view__body' },
    el(
      'div',
      { class: 'dl-view__main' },
      el('div', { class: 'dl-frame' }, laneFrame.names, stageElement, edges.element),
      overview.element,
    ),
  );
  await breath();
  const live = el('p', { class: 'dl-sr', role: 'status', 'aria-live': 'polite' });
  const card = makeCard(stageElement, model, texts);
  const panel = makePanel(body, model, texts, {
    href,
    target,
    close,
    jump: (i) => chosen.select(i, true).then(turnToChosen),
  });
  const chosen = makeChosen(
    { holder: stageElement, model, stage, texts, card, panel, live },
    { selected: () => controller.remember(true) },
  );
  const tour = makeTour(
    model,
    texts,
    { scope, opening: mode === 'home', live, stirred: settle },
    {
      href,
      target,
      mark(i) {
        stage.focus = i;
        stage.redraw();
        turnToStep();
      },
      lead,
      left: (i) => story.focus(i),
      remember: () => controller.remember(true),
      turned: () => toolbar.fit(),
    },
  );
  const story = makeTelling(
    model,
    texts,
    body,
    {
      open: (i) => chosen.select(i).then(() => panel.element.focus({ preventScroll: true })),
      colour: (i) => stage.theme.tint(columns.kindColours[columns.facets.kind.of[i]]),
      brief: mode === 'home' ? { cards: BRIEF, whole: settings.whole, first: tour.has } : null,
    },
    settle,
    (missing) => root.classList.toggle('dl-view--untold', missing),
  );
  const list = makePageList(root, model, texts, story.turnTo, signal, settle);
  const fitting = makeFitting(
    { root, holder: stageElement, canvas, stage, laneFrame, overview, story },
    { mode, few: Number(settings.few) },
    {
      lanes: () => model.lanes.count,
      turned,
      fold: () => toolbar.fit(),
      first: () => controller.place(),
      restyled: () => legend.update(),
    },
    signal,
  );
  const count = el('p', { class: 'dl-view__count' });
  const views = [
    { update: (/** @type {boolean} */ quick) => quick || fitting.fit() }, // lanes change the height
    laneFrame,
    stage,
    { update: () => scrubber.update() },
    { update: told },
    list,
    story,
    tour,
    { update: (/** @type {boolean} */ quick) => quick || toolbar.update() },
    { update: (/** @type {boolean} */ quick) => quick || filters.update() },
    { update: (/** @type {boolean} */ quick) => quick || legend.update() },
  ];
  const controller = makeController(
    { model, stage, texts, chosen, tour, views, lost: edges.lost },
    { scope, embed, stirred: settle },
  );
  const { actions } = controller;
  await breath();
  const toolbar = makeToolbar(model, actions, {
    embed: mode === 'embed',
    signal,
    filters: (open) => filters.show(open),
    past: (open) => root.classList.toggle('dl-view--past', open),
    marks: (open) => root.classList.toggle('dl-view--marks', open),
    first: tour.begin,
    threads: !scope.startsWith('storyline'),
  });
  await breath();
  const filters = makeFilters(model, actions);
  const scrubber = makeScrubber(model, texts, actions.known);
  await breath();
  const legend = makeLegend(model, scope, { choose: actions.choose, tint: (colour) => stage.theme.tint(colour) });
  const help = el('p', { class: 'dl-sr', id: 'dl-help' }, say('stage-help'));
  // Out of the page until all of it is there: so nothing in the page moves.
  const parts = document.createDocumentFragment();
  parts.append(toolbar.element, filters.element, body, count, live, help);
  arrange(false);

  listen();
  await obey(appear);
  turnToChosen();
  return () => {
    leave.abort();
    scrubber.pause();
    story.leave();
    controller.stop();
  };

  /**
   * Show what the address says.
   * @param {() => Promise<void>} [first]
   */
  function obey(first) {
    return controller.apply(readAddress(model.facetNames), first);
  }

  async function appear() {
    // A step of the tour that comes with its text does not push away what is below; no drawing has to wait for it.
    if (isNarrow(root.clientWidth)) await texts.asked();
    // Before anything else is laid out: so that is done once.
    if (root.clientWidth) fitting.turn();
    root.replaceChildren(parts);
    fitting.fit();
    laneFrame.update(false);
  }

  /** Some texts have come. */
  function loaded() {
    stage.redraw();
    story.refresh();
    tour.update();
    list.update();
  }

  /** Some texts could not be fetched. */
  function missed() {
    if (lacking?.isConnected) return;
    lacking = failure(say('failed-texts'), say('failed-retry'), async () => {
      const { selected } = stage;
      lacking?.remove();
      loaded();
      // Without texts neither an event of the address nor words were found.
      await obey();
      if (selected !== null) chosen.select(selected, false, false);
    });
    body.before(lacking);
  }

  /** @param {boolean} quick */
  function told(quick) {
    // Nobody wants to hear every step of a play.
    count.ariaLive = quick ? 'off' : 'polite';
    count.textContent = say('stage-count', { shown: model.total, count: model.scopeTotal });
  }

  /** Say on the element whether all is at rest: nothing moves, and nothing is still to be fetched, drawn or written. */
  function settle() {
    const fetching = [texts, story, tour, stage, list].some((one) => one.fetching());
    const busy = stage.pending || stage.motion.running() || controller.writing() || fetching;
    root.toggleAttribute('data-settled', !busy);
  }

  function moved() {
    controller.moved(!isNarrow(root.clientWidth));
  }

  function drawn() {
    if (!('drawn' in root.dataset)) {
      performance.mark('timeline-drawn');
      root.dataset.drawn = '';
      // A list of thousands can wait.
      if (mode === 'page') setTimeout(list.find);
    }
    laneFrame.drawn(stage);
    overview.draw();
    edges.update();
    settle();
  }

  /**
   * Go where the tour goes, with nothing open beside it.
   * @param {number} i
   */
  function lead(i) {
    if (stage.selected !== null) chosen.select(null, false, false);
    controller.lead(i);
    // A flight that nobody sees leads nowhere.
    if (!isNarrow(root.clientWidth) && stageElement.getBoundingClientRect().bottom > innerHeight)
      tour.element.scrollIntoView({ behavior: calm() ? 'instant' : 'smooth' });
  }

  /** Where the timeline is a story, it stands at the tour's step. */
  function turnToStep() {
    const i = tour.led();
    if (i !== null && isNarrow(root.clientWidth)) story.turnTo(i);
  }

  /** Where the timeline is a story, it stands at the opened event, which somebody has not found by reading on. */
  function turnToChosen() {
    if (stage.selected !== null && isNarrow(root.clientWidth)) story.turnTo(stage.selected);
  }

  /**
   * Put the parts where they belong: a drawing comes before what explains it, a story after what chooses from it. A
   * home page opens with its tour; elsewhere it is one of the ways to move the drawing.
   * @param {boolean} narrow
   */
  function arrange(narrow) {
    if (mode === 'home') toolbar.element.before(tour.element);
    else if (narrow) body.before(tour.element);
    else toolbar.element.after(tour.element);
    if (narrow) filters.element.after(scrubber.element, legend.element);
    else body.after(legend.element, scrubber.element);
  }

  /** @param {boolean} narrow */
  function turned(narrow) {
    arrange(narrow);
    turnToStep();
  }

  function close() {
    const { selected } = stage;
    chosen.select(null);
    if (!story.focus(selected)) stageElement.focus();
  }

  /**
   * The search box has found an event: here one goes to it, but for a home page, which only leads to the timeline.
   * @param {Event} event
   */
  function seek(event) {
    if (mode === 'home') return;
    const { id, answer } = /** @type {CustomEvent} */ (event).detail;
    answer(show(id));
  }

  /** @param {string} id */
  async function show(id) {
    if (!(await controller.seek(id))) return false;
    panel.element.focus({ preventScroll: true });
    if (isNarrow(root.clientWidth)) turnToChosen();
    else root.scrollIntoView({ block: 'nearest', behavior: calm() ? 'instant' : 'smooth' });
    return true;
  }

  /** @param {Event} event */
  function narrow(event) {
    if (mode !== 'home') actions.search(/** @type {CustomEvent} */ (event).detail);
  }

  function listen() {
    point({ holder: stageElement, model, stage, card, panel, chosen }, actions, controller.open);
    panel.element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    document.addEventListener('dateline:seek', seek, { signal });
    document.addEventListener('dateline:narrow', narrow, { signal });
    addEventListener('popstate', () => obey(), { signal });
    const scheme = new MutationObserver(() => {
      stage.restyle(readTheme(root));
      legend.update();
      story.refresh();
    });
    scheme.observe(document.body, { attributes: true, attributeFilter: ['data-md-color-scheme'] });
    signal.addEventListener('abort', () => scheme.disconnect());
    fitting.listen();
  }
}

/**
 * Name a frame, which stands without a name as well.
 * @param {import('./types.js').Columns} columns
 * @param {string} scope
 */
async function name(columns, scope) {
  try {
    const { nameFrame } = /** @type {typeof import('./frame.js')} */ (await onDemand('frame'));
    nameFrame(columns, scope);
  } catch {}
}
