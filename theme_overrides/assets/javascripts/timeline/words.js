// The page's words, as generator/words/browser.py makes them.

/** @import { Message, Words } from './types.js' */

/** @type {Map<string, Message>} */
let messages = new Map();
/** @type {Intl.PluralRules} */
let plurals;
/** @type {Intl.NumberFormat} */
let numbers;

/**
 * Set the page's words: {language, messages by id}.
 * @param {Words} words
 */
export function use(words) {
  messages = new Map(Object.entries(words.messages));
  plurals = new Intl.PluralRules(words.language);
  numbers = new Intl.NumberFormat(words.language);
}

/**
 * The words of an id with its arguments filled in; of an unknown id the id itself.
 * @param {string} id
 * @param {Record<string, string | number>} [args]
 */
export function say(id, args = {}) {
  let pattern = messages.get(id) ?? id;
  if (typeof pattern !== 'string') {
    const number = Number(args[pattern.by]);
    pattern = pattern[number] ?? pattern[plurals.select(number)] ?? pattern.other;
  }
  return pattern.replace(/{([\w-]+)}/g, (whole, name) =>
    typeof args[name] === 'number' ? numbers.format(args[name]) : (args[name] ?? whole),
  );
}
