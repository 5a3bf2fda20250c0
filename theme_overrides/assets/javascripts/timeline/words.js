// The page's words, as generator/words/browser.py makes them.

/** @import { Message, Words } from './types.js' */

/** @type {Record<string, Message>} */
const messages = Object.create(null);
/** @type {Intl.PluralRules | undefined} */
let plurals;
/** @type {Intl.NumberFormat | undefined} */
let numbers;
/** @type {string | undefined} */
let tag;

/**
 * Add to the page's words: {language, messages by id}. A page's parts bring their own, in whatever order they come.
 * @param {Words} words
 */
export function use(words) {
  Object.assign(messages, words.messages);
  // The site's English writes the day before the month, as generator/words/date_words.py does.
  tag = words.language === 'en' ? 'en-GB' : words.language;
  plurals = numbers = undefined; // each is made when it is first needed: that takes long
}

/** By which Intl writes dates and numbers as the page does. */
export const locale = () => tag;

/** @param {number} value */
export function inDigits(value) {
  numbers ??= new Intl.NumberFormat(tag);
  return numbers.format(value);
}

/**
 * The words of an id with its arguments filled in; of an unknown id the id itself.
 * @param {string} id
 * @param {Record<string, string | number>} [args]
 */
export function say(id, args = {}) {
  let pattern = messages[id] ?? id;
  if (typeof pattern !== 'string') {
    const number = Number(args[pattern.by]);
    plurals ??= new Intl.PluralRules(tag);
    pattern = pattern[number] ?? pattern[plurals.select(number)] ?? pattern.other;
  }
  return pattern.replace(/{([\w-]+)}/g, (whole, name) =>
    typeof args[name] === 'number' ? inDigits(args[name]) : (args[name] ?? whole),
  );
}
