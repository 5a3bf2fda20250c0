// A day in the page's language.

import { locale } from './words.js';

/** @type {Map<string | undefined, Intl.DateTimeFormat>} */
const formats = new Map(); // one takes long to make

/**
 * A day since 1970, in words.
 * @param {number} value
 */
export function dayInWords(value) {
  const tag = locale();
  const format = formats.get(tag) ?? new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(tag, format);
  return format.format(value * 864e5);
}
