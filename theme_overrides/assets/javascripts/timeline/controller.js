// What happens when somebody chooses something: the model changes, every part follows, and the address remembers.

/** @import { Actions, Address, Controlled, Span, State, View } from './types.js' */

import { breath } from './breath.js';
import { lowerBound } from './layout.js';
import { around } from './steps.js';
import { makeWriter } from './writer.js';

/**
 * The one place where the state changes. `parts` show it; `settings` are the page's.
 * @param {Controlled} parts
 * @param {{ scope: string, embed: string, stirred: () => void }} settings
 */
export function makeController({ model, stage, texts, chosen, tour, views, lost }, { scope, embed, stirred }) {
  let ranged = false; // whether somebody has chosen a range, which the address then holds
  let applying = false;
  let leading = false; // whether the view goes where a tour leads, which the address tells by the step
  /** @type {Span | null} */
  let wanted = null; // the range of the address
  /** @type {number | null} */
  let led = null; // the event to which the address's tour leads
  /** @type {Promise<void>} */
  let applied = Promise.resolve(); // what the address said last
  const writer = makeWriter(read, model.facetNames, stirred);

  /** @type {Actions} */
  const actions = {
    lanes: (lanes) => change({ lanes }, true),
    async search(q) {
      if (q) await texts.whole();
      change({ q }, false);
    },
    choose: (choice) => change({ choice }, true),
    known: (known, playing) => change({ known }, false, playing),
    clear: () => change({ choice: {}, q: '' }, true),
    relations: (relations) => change({ relations }, true),
    zoom: (factor) => fly(stage.zoomed(factor), 250),
    show: (what) => fly(spanView(what)),
    async share(what) {
      const { share } = await import('./share.js');
      return share(what, { stage, model, texts, scope, embed });
    },
  };
  return {
    actions,
    apply,
    place,
    lead,
    go,
    open,
    seek,
    moved,
    update,
    remember: writer.write,
    writing: writer.waiting,
    stop: writer.stop,
  };

  /**
   * The view of a span of the menu, with air around it, or just as the author has chosen it.
   * @param {string} what
   */
  function spanView(what) {
    const span = model.span(what);
    return stage.fit(...span, span === model.chosen ? 0 : Math.min(60, stage.length / 12));
  }

  /**
   * Take over what an address says. At first `show` puts the parts into the page once they tell it, one after another.
   * @param {Address} address
   * @param {() => Promise<void>} [show]
   */
  function apply(address, show) {
    applied = take(address, show);
    return applied;
  }

  /**
   * @param {Address} address
   * @param {(() => Promise<void>) | undefined} show
   */
  async function take({ range, event, tour: step, ...state }, show) {
    if (state.q) await texts.whole();
    model.set(state);
    led = await tour.take(step, step ? await rowOf(step) : null);
    if (show) await begin(show);
    else update();
    ranged = range !== null;
    wanted = range;
    place();
    await chosen.select(event ? await rowOf(event) : null, false, false);
    tour.show();
  }

  /**
   * Fly to an event and select it, whatever hides it; gives whether it is one of these.
   * @param {string} id
   */
  async function seek(id) {
    await applied;
    const i = await rowOf(id);
    if (i === null || !model.isInScope(i)) return false;
    if (!model.mask[model.present(i) ?? i]) change({ choice: {}, q: '', known: null }, true);
    const row = model.present(i) ?? i;
    if (model.drawn[row]) fly(contextView(row));
    await chosen.select(row);
    return true;
  }

  /** @param {string} id */
  function rowOf(id) {
    // An id begins with its date, which tells where its text is.
    return texts.find(id, lowerBound(model.columns.start, Date.parse(id.slice(0, 10)) / 864e5 || 0));
  }

  /**
   * The view of an event among its neighbours.
   * @param {number} i
   */
  function contextView(i) {
    return stage.fit(...around(model, i), stage.length / 12);
  }

  /**
   * Fly where somebody wants to be.
   * @param {View} view
   * @param {number} [time]
   */
  function fly(view, time) {
    leading = false;
    stage.motion.fly(view, time);
  }

  /**
   * Fly where a tour leads: nobody has chosen that range.
   * @param {number} i
   */
  function lead(i) {
    ranged = false;
    applying = true;
    stage.motion.fly(contextView(i));
    applying = false;
    leading = stage.motion.running();
  }

  /** Show what the address or the page asks for; called again when the stage, hidden at first, has got a size. */
  function place() {
    if (!stage.length) return;
    applying = true;
    stage.set(wanted ? stage.fit(...wanted) : led === null ? spanView('start') : contextView(led));
    applying = false;
  }

  /**
   * Fly to a span of days.
   * @param {Span} span
   */
  function go([from, to]) {
    fly(stage.fit(from, to));
  }

  /**
   * The same as a step for Back.
   * @param {Span} span
   */
  function open(span) {
    writer.step();
    go(span);
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
    if (!quick) writer.write(step);
  }

  /**
   * What somebody looks for comes into view.
   * @param {Partial<State>} state
   */
  function follow(state) {
    if (('q' in state || 'choice' in state) && (lost() || stage.motion.running())) actions.show('story');
  }

  /**
   * Let every part show what the model now holds; `quick`, while the story plays, only what has to follow each day.
   * @param {boolean} [quick]
   */
  function update(quick = false) {
    if (stage.focus !== null) stage.focus = model.present(stage.focus) ?? stage.focus;
    stage.redraw();
    for (const view of views) view.update(quick);
    // What is open is told as of each day of a play, too.
    if (!quick || stage.selected !== null) chosen.select(stage.selected, false, false);
  }

  /**
   * Let one part after another show what the model holds, with a breath between, and then all of them at once.
   * @param {() => Promise<void>} show
   */
  async function begin(show) {
    for (const view of views) {
      await breath();
      view.update(false);
    }
    await breath();
    await show();
  }

  /**
   * The view has moved.
   * @param {boolean} drawn whether anybody sees it: a story has no range that one could choose
   */
  function moved(drawn) {
    if (applying || (leading && stage.motion.running())) return;
    leading = false;
    ranged ||= drawn;
    writer.write(false);
  }

  /** @returns {Address} */
  function read() {
    const event = stage.selected === null ? null : (texts.get(stage.selected)?.id ?? null);
    return { ...model.state, range: ranged ? stage.range() : null, event, tour: tour.written() };
  }
}
