// Fetches the story when it is first wanted: where there is room for a drawing, nobody needs it.

/** @import { Model, Texts } from './types.js' */

import { failure } from './failed.js';
import { onDemand } from './ondemand.js';
import { say } from './words.js';

/**
 * The story as far as it is there; what it is to do before that, it does when it comes.
 * @param {Model} model
 * @param {Texts} texts
 * @param {HTMLElement} holder
 * @param {import('./story.js').StoryActions} act
 * @param {() => void} stirred is told when it begins to be fetched, and when it is there or cannot be
 * @param {(missing: boolean) => void} missed whether something else has to stand in its place
 */
export function makeTelling(model, texts, holder, act, stirred, missed) {
  /** @type {ReturnType<typeof import('./story.js').makeStory> | null} */
  let story = null;
  let wanted = false;
  let fetching = false;
  /** @type {HTMLElement | null} */
  let failed = null;
  /** @type {number | null} */
  let goal = null;

  async function fetch() {
    fetching = true;
    stirred();
    failed?.remove();
    try {
      const { makeStory } = /** @type {typeof import('./story.js')} */ (await onDemand('story'));
      missed(false);
      story = makeStory(model, texts, act);
      holder.append(story.element);
      story.show(wanted);
      if (goal !== null) story.turnTo(goal);
    } catch {
      failed = failure(say('failed-story'), say('failed-retry'), fetch);
      failed.hidden = !wanted;
      holder.append(failed);
      missed(true);
    }
    fetching = false;
    stirred();
  }

  return {
    fetching: () => fetching,
    /** @param {boolean} now */
    show(now) {
      wanted = now;
      if (failed) failed.hidden = !now;
      if (story) story.show(now);
      else if (now && !fetching && !failed) fetch();
    },
    /** @param {boolean} quick */
    update: (quick) => story?.update(quick),
    refresh: () => story?.refresh(),
    /** @param {number} i */
    turnTo(i) {
      goal = i;
      story?.turnTo(i);
    },
    /** @param {number | null} i */
    focus: (i) => story?.focus(i) ?? false,
    leave: () => story?.leave(),
  };
}
