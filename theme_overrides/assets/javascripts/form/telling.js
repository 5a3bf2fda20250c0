// What a date means, or what is wrong with it and what to write instead, as somebody types it.

import { say } from '../timeline/words.js';
import { dayWords, read, words } from './dates.js';
import { bothReadings, changesByDay, readings } from './hints.js';

/**
 * A date explained; `pattern` is that of the JSON Schema, which alone says what is a date.
 * @param {string} text @param {string} pattern @param {boolean} [brief] whether only its words are wanted
 */
export function explain(text, pattern, brief = false) {
  const form = new RegExp(pattern);
  if (!form.test(text)) return brief ? text : instead(text, form);
  const told = read(text);
  if (!told) return brief ? text : say('form-means-untold');
  const { first, last } = told;
  const meaning = words(told);
  if (brief) return meaning;
  /** @type {Record<string, string>} */
  const args = { words: meaning };
  if (first) args.first = dayWords(first);
  if (last) args.last = dayWords(last);
  if (first && last) return say(args.first === args.last ? 'form-means-day' : 'form-means-span', args);
  return say(first ? 'form-means-from' : last ? 'form-means-until' : 'form-means-open', args);
}

/** @param {string} text @param {RegExp} form */
function instead(text, form) {
  if (changesByDay(text)) return say('form-instead-day');
  const found = readings(text).find((one) => form.test(one));
  if (found) return say('form-instead', { date: found });
  const both = bothReadings(text);
  return both ? say('form-instead-two', { first: both[0], last: both[1] }) : say('form-instead-none');
}
