// The composition root: makes the parts of one timeline, and says which hears of what.

/** @import { Cell } from './types.js' */

import { readAddress } from './address.js';
import { makeCard, makePanel } from './card.js';
import { makeChosen } from './chosen.js';
import { makeController } from './controller.js';
import { decode, load, textStore } from './data.js';
import { el } from './dom.js';
import { makeEdges } from './edges.js';
import { makeFacets } from './facets.js';
import { nameFrame } from './frame.js';
import { makeHint } from './hint.js';
import { listen, makeKeys } from './input.js';
import { makeLaneFrame } from './lanes.js';
import { makeLegend } from './legend.js';
import { followList } from './list.js';
import { makeModel } from './model.js';
import { calm } from './motion.js';
import { makeOverview } from './overview.js';
import { onPrint, toDots } from './print.js';
import { onRatio } from './ratio.js';
import { MAX_PER_DAY, toDay } from './scale.js';
import { makeScrubber } from './scrubber.js';
import { heightOf, isNarrow } from './sizing.js';
import { makeStage } from './stage.js';
import { makeStory } from './story.js';
import { readTheme } from './theme.js';
import { makeToolbar } from './toolbar.js';
import { makeTour } from './tour.js';
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
 * @property {string} [mode]
 */

const CLOSE = 1 / 24 / 60; // days; what lies closer together is shown as a list
const SHARP = 3; // dots of a printed drawing for each pixel
const BRIEF = 12; // cards of a story that only leads to the whole one
/** What a picture of the drawing measures where there is no room for it on the page; on paper it is as wide. */
const PICTURE = { width: 960, height: 480 };

/**
 * Grow a timeline on an element; gives a function that takes it away.
 * @param {HTMLElement} root
 */
export async function grow(root) {
  const settings = /** @type {Settings & DOMStringMap} */ (root.dataset);
  const { src, words, text, event: page, embed, mode = 'page' } = settings;
  // A frame's address says what it shows; everywhere else the page does.
  const scope = (mode === 'embed' && new URLSearchParams(location.search).get('scope')) || settings.scope || '';
  const [data, catalogue] = await Promise.all([src, words].map(load));
  use(catalogue);
  const columns = decode(data);
  const leave = new AbortController();
  const { signal } = leave;
  if (mode === 'embed') nameFrame(columns, scope);
  const texts = textStore(columns, text, loaded);
  const model = makeModel(columns, scope, texts);

  const href = (/** @type {string} */ id) => page.replace('{id}', id);
  const target = mode === 'embed' ? '_top' : null;

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
  const live = el('p', { class: 'dl-sr', role: 'status', 'aria-live': 'polite' });
  const card = makeCard(stageElement, model, texts);
  const panel = makePanel(body, model, texts, {
    href,
    target,
    close,
    jump: (i) => chosen.select(i, true),
  });
  const chosen = makeChosen(
    { holder: stageElement, model, stage, texts, card, panel, live },
    { selected: () => controller.remember(true) },
  );
  const tour = makeTour(
    model,
    texts,
    { scope, opening: mode === 'home', live },
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
    },
  );
  const story = makeStory(model, texts, {
    open: (i) => chosen.select(i).then(() => panel.element.focus({ preventScroll: true })),
    colour: (i) => stage.theme.tint(columns.kindColours[columns.facets.kind.of[i]]),
    brief: mode === 'home' ? { cards: BRIEF, whole: settings.whole, first: tour.has } : null,
  });
  /** @type {ReturnType<typeof followList>} */
  let list = null;
  const count = el('p', { class: 'dl-view__count' });
  const views = [
    { update: (/** @type {boolean} */ quick) => quick || resize() }, // lanes change the height
    laneFrame,
    stage,
    { update: () => scrubber.update() },
    { update: told },
    { update: () => list?.update() },
    story,
    tour,
    { update: (/** @type {boolean} */ quick) => quick || toolbar.update() },
    { update: (/** @type {boolean} */ quick) => quick || facets.update() },
    { update: (/** @type {boolean} */ quick) => quick || legend.update() },
  ];
  const controller = makeController(
    { model, stage, texts, chosen, tour, views, lost: edges.lost },
    { scope, embed, stirred: settle },
  );
  const { actions } = controller;
  const toolbar = makeToolbar(model, actions, {
    embed: mode === 'embed',
    signal,
    filters: (open) => facets.show(open),
    past: (open) => root.classList.toggle('dl-view--past', open),
    threads: !scope.startsWith('storyline'),
  });
  const facets = makeFacets(model, actions.choose);
  const scrubber = makeScrubber(model, texts, actions.known);
  const legend = makeLegend(model, scope, { choose: actions.choose, tint: (colour) => stage.theme.tint(colour) });
  const help = el('p', { class: 'dl-sr', id: 'dl-help' }, say('stage-help'));
  body.append(story.element);
  root.replaceChildren(toolbar.element, facets.element, body, count, live, help);
  arrange(false);
  root.classList.add('dl-view');

  /** @type {number | null} */
  let wide = null;
  let paper = false; // whether the drawing is made for paper
  listenAll();
  await controller.apply(readAddress(model.facetNames));
  return () => {
    leave.abort();
    scrubber.pause();
    story.leave();
    controller.stop();
  };

  /** Some texts have come. */
  function loaded() {
    stage.redraw();
    story.refresh();
    tour.update();
    list?.update();
  }

  /** @param {boolean} quick */
  function told(quick) {
    // Nobody wants to hear every step of a play.
    count.ariaLive = quick ? 'off' : 'polite';
    count.textContent = say('stage-count', { shown: model.total, count: model.scopeTotal });
  }

  /** Say on the element whether all is at rest: nothing moves, and nothing is still to be fetched, drawn or written. */
  function settle() {
    const busy = stage.pending || stage.motion.running() || controller.writing() || texts.loading();
    root.toggleAttribute('data-settled', !busy);
  }

  function moved() {
    controller.moved();
  }

  function drawn() {
    if (!('drawn' in root.dataset)) {
      performance.mark('timeline-drawn');
      root.dataset.drawn = '';
      // A list of thousands can wait.
      if (mode === 'page') setTimeout(follow);
    }
    laneFrame.drawn(stage);
    overview.draw();
    edges.update();
    settle();
  }

  /** Follow the page's list; a story that tells all of it stands in its place. */
  function follow() {
    list = followList(document, model, texts);
    list?.update();
    root.parentElement?.classList.toggle('dl--told', list !== null);
    if (location.hash) turnTo();
  }

  /** Where the page's list is not shown, a link into it turns the story to that place. */
  function turnTo() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.checkVisibility() || !list) return;
    const at = list.first(target);
    if (at !== null) story.turnTo(at);
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

  /**
   * Put the parts where they belong: a drawing comes before what explains it, a story after what chooses from it. A
   * home page opens with its tour; elsewhere it is one of the ways to move the drawing.
   * @param {boolean} narrow
   */
  function arrange(narrow) {
    if (mode === 'home') toolbar.element.before(tour.element);
    else if (narrow) body.before(tour.element);
    else toolbar.element.prepend(tour.element);
    if (narrow) facets.element.after(scrubber.element, legend.element);
    else body.after(legend.element, scrubber.element);
    legend.fold(narrow);
  }

  function resize() {
    // Hidden, there is nothing to fit yet; and paper is not the screen.
    if (!root.clientWidth || paper) return;
    const first = stage.width === 0;
    fitStage();
    if (first) controller.place();
  }

  function fitStage() {
    const narrow = isNarrow(root.clientWidth);
    const turned = narrow !== root.classList.contains('dl-view--story');
    root.classList.toggle('dl-view--story', narrow);
    story.show(narrow);
    if (turned) {
      arrange(narrow);
      turnToStep();
    }
    if (narrow) {
      if (stage.width !== PICTURE.width) stage.resize(PICTURE.width, PICTURE.height);
      return;
    }
    // A frame holds the drawing and all that stands around it, and does not scroll.
    const around = mode === 'embed' ? document.body.offsetHeight - stageElement.clientHeight : null;
    stageElement.style.height = `${heightOf({ screen: innerHeight, around, lanes: model.lanes.count })}px`;
    laneFrame.show();
    const { clientWidth: width, clientHeight: height } = stageElement;
    const fits = width === stage.width && height === stage.height && devicePixelRatio === stage.ratio;
    if (width && !fits) stage.resize(width, height);
    if (overview.resize()) stage.redraw();
  }

  /**
   * Draw for paper or for the screen, at once: a browser that prints waits for no frame.
   * @param {boolean} onPaper
   */
  function turnToPaper(onPaper) {
    if (onPaper === paper || !stage.width) return;
    paper = onPaper;
    // In place of a story the page's list is printed.
    if (root.classList.contains('dl-view--story')) return;
    // The nearest scheme counts: the page itself stays as it is.
    if (onPaper) root.dataset.mdColorScheme = 'default';
    else delete root.dataset.mdColorScheme;
    stage.restyle(readTheme(root));
    const { style } = stageElement;
    style.aspectRatio = onPaper ? `${PICTURE.width} / ${stage.height}` : '';
    if (onPaper) {
      style.height = 'auto';
      stage.resize(PICTURE.width, stage.height, SHARP);
    } else resize();
    stage.draw();
    if (onPaper) toDots(canvas);
  }

  /**
   * A count opens up: what it counts is shown apart or, where no zoom could part it, as a list.
   * @param {Cell} cell
   */
  function openCount({ lane, from, to }) {
    const [first, last] = [toDay(stage.view, from), toDay(stage.view, to)];
    const rows = model.within(first, last).filter((i) => model.lanes.of(i).includes(lane));
    const [low, high] = [columns.start[rows[0]], columns.start[rows[rows.length - 1]]];
    if (high - low < CLOSE || stage.view.perDay >= MAX_PER_DAY) return panel.list(rows);
    const margin = Math.max((high - low) / 2, CLOSE);
    return controller.open([low - margin, high + margin]);
  }

  function close() {
    const { selected } = stage;
    chosen.select(null);
    if (!story.focus(selected)) stageElement.focus();
  }

  function listenAll() {
    const keys = makeKeys(stage, model, {
      focus: chosen.focus,
      select: chosen.select,
      show: actions.show,
      enter: () => panel.element.focus(),
    });
    const hint = makeHint(stageElement);
    listen(stageElement, {
      pan: stage.pan,
      zoom(factor, pixel) {
        stage.motion.stop();
        return stage.zoom(factor, pixel);
      },
      stop: stage.motion.stop,
      glide: stage.motion.glide,
      passed: hint.show,
      click(x, y) {
        const box = stage.hit(x, y);
        if (!box) return chosen.select(null);
        if (box.i !== undefined) {
          stage.focus = box.i;
          return chosen.select(box.i);
        }
        return openCount(box.cell);
      },
      hover(at) {
        const box = at && stage.hit(at.x, at.y);
        stageElement.style.cursor = box ? 'pointer' : '';
        if (box?.i !== undefined) card.show(box.i, { x: box.px, y: box.py }, stage.width);
        else card.hide();
      },
      keys,
    });
    panel.element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    addEventListener('popstate', () => controller.apply(readAddress(model.facetNames)), { signal });
    addEventListener('hashchange', turnTo, { signal });
    addEventListener('resize', resize, { signal }); // of the screen's height, too
    const sizes = new ResizeObserver(() => {
      if (root.clientWidth === wide) return;
      wide = root.clientWidth;
      resize();
    });
    sizes.observe(root);
    onRatio(resize, signal);
    onPrint(turnToPaper, signal);
    const scheme = new MutationObserver(() => {
      stage.restyle(readTheme(root));
      legend.update();
      story.refresh();
    });
    scheme.observe(document.body, { attributes: true, attributeFilter: ['data-md-color-scheme'] });
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      scheme.disconnect();
    });
  }
}
