// What happens when somebody chooses something: the model changes, every part follows, and the address remembers.

/** @import { Actions, Address, Controlled, Span, State } from './types.js' */

import { lowerBound } from './layout.js';
import { makeWriter } from './writer.js';

/**
 * The one place where the state changes. `parts` show it; `settings` are the page's.
 * @param {Controlled} parts
 * @param {{ scope: string, embed: string, stirred: () => void }} settings
 */
export function makeController({ model, stage, texts, chosen, views, lost }, { scope, embed, stirred }) {
  let ranged = false; // whether somebody has chosen a range, which the address then holds
  let applying = false;
  /** @type {Span | null} */
  let wanted = null; // the range of the address, until somebody moves
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
    zoom: (factor) => stage.motion.fly(stage.zoomed(factor), 250),
    show: (what) => stage.motion.fly(spanView(what)),
    async share(what) {
      const { share } = await import('./share.js');
      return share(what, { stage, model, texts, scope, embed });
    },
  };
  return {
    actions,
    apply,
    place,
    open,
    moved,
    update,
    remember: writer.write,
    writing: writer.waiting,
    stop: writer.stop,
  };

  /**
   * The view of a span of the menu, with air around it.
   * @param {string} what
   */
  function spanView(what) {
    return stage.fit(...model.span(what), Math.min(60, stage.length / 12));
  }

  /**
   * Take over what an address says.
   * @param {Address} address
   */
  async function apply({ range, event, ...state }) {
    if (state.q) await texts.whole();
    model.set(state);
    update();
    ranged = range !== null;
    wanted = range;
    place();
    // An id begins with its date, which tells where its text is.
    const guess = event ? lowerBound(model.columns.start, Date.parse(event.slice(0, 10)) / 864e5 || 0) : 0;
    await chosen.select(event ? await texts.find(event, guess) : null, false, false);
  }

  /** Show what the address or the page asks for; called again when the stage, hidden at first, has got a size. */
  function place() {
    if (!stage.length) return;
    applying = true;
    stage.set(wanted ? stage.fit(...wanted) : spanView('start'));
    applying = false;
  }

  /**
   * Fly to a span of days, as a step for Back.
   * @param {number} from
   * @param {number} to
   */
  function open(from, to) {
    writer.step();
    stage.motion.fly(stage.fit(from, to));
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

  /** The view has moved. */
  function moved() {
    if (applying) return;
    ranged = true;
    writer.write(false);
  }

  /** @returns {Address} */
  function read() {
    const event = stage.selected === null ? null : (texts.get(stage.selected)?.id ?? null);
    return { ...model.state, range: ranged ? stage.range() : null, event };
  }
}
