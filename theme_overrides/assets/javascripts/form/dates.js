// A date as records write it, in words and as its first and last day; the same as generator/dates and
// generator/words/date_words.py say, for which both read tests/dates/told.json. Times of day, years beyond four digits
// and significant digits are left to `dateline check`.

import { say } from '../timeline/words.js';

/** @typedef {{digits: string, approximate: boolean, uncertain: boolean}} Part */
/** @typedef {[number, number, number]} Day */
/** @typedef {{text: string, first: Day | null, last: Day | null, parts: Part[], start?: Told | null, end?: Told | null,
 *   unknown?: [boolean, boolean], members?: Told[], oneOf?: boolean}} Told */

const FORM = /^([?~%])?(-?[0-9X]{4})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?$/;
/** @type {Record<string, [number, number]>} */
let seasons = {};
/** @type {string[]} */
let months = [];

/**
 * Set the names of the months, January first, and from which to which month each season reaches; above 12 is next year.
 * @param {string[]} names
 * @param {Record<string, [number, number]>} reaching
 */
export function use(names, reaching) {
  months = names;
  seasons = reaching;
}

/** @param {number} year @param {number} month */
function daysIn(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * All numbers from low to high that digits with X may stand for.
 * @param {string} digits
 * @param {number} low
 * @param {number} high
 */
function fitting(digits, low, high) {
  const form = new RegExp(`^${digits.replaceAll('X', '[0-9]')}$`);
  return Array.from({ length: high - low + 1 }, (_, n) => low + n).filter((n) => form.test(String(n).padStart(2, '0')));
}

/** @param {string} text @returns {Told | null} */
function date(text) {
  const found = FORM.exec(text);
  if (!found) return null;
  const written = [found[2], found[5], found[8]];
  const before = [found[1], found[4], found[7]];
  const behind = [found[3], found[6], found[9]];
  const parts = written
    .map((digits, at) => ({ digits, signs: [before[at], ...behind.slice(at)].join('') }))
    .filter(({ digits }) => digits)
    .map(({ digits, signs }) => ({ digits, approximate: /[~%]/.test(signs), uncertain: /[?%]/.test(signs) }));
  const [year, month, day] = written;
  const ends = ['0', '9'].map((digit) => Number(year.replaceAll('X', digit))).sort((a, b) => a - b);
  const season = seasons[month ?? ''];
  if (season) {
    const [until, to] = season[1] > 12 ? [ends[1] + 1, season[1] - 12] : [ends[1], season[1]];
    return { text, parts, first: [ends[0], season[0], 1], last: [until, to, daysIn(until, to)] };
  }
  const possible = month ? fitting(month, 1, 12) : [1, 12];
  /** @param {number} first @param {number} second */
  const dayOf = (first, second) => (day ? fitting(day, 1, daysIn(first, second)) : [1, daysIn(first, second)]);
  const years = year.includes('X') ? allYears(year, ends) : ends;
  const firsts = around(years, possible, dayOf);
  const lasts = around([...years].reverse(), [...possible].reverse(), dayOf);
  if (!firsts || !lasts) return null;
  return { text, parts, first: [firsts[0], firsts[1], firsts[2][0]], last: [lasts[0], lasts[1], lasts[2].at(-1) ?? 1] };
}

/** @param {string} year @param {number[]} ends */
function allYears(year, [low, high]) {
  const form = new RegExp(`^${year.replaceAll('X', '[0-9]')}$`);
  /** @param {number} n */
  const shown = (n) => `${n < 0 || year[0] === '-' ? '-' : ''}${String(Math.abs(n)).padStart(4, '0')}`;
  return Array.from({ length: high - low + 1 }, (_, n) => low + n).filter(
    (n) => form.test(shown(n)) && (n < 0 || year[0] !== '-'),
  );
}

/**
 * The first year and month that have a fitting day.
 * @param {number[]} years @param {number[]} possible @param {(year: number, month: number) => number[]} dayOf
 * @returns {[number, number, number[]] | null}
 */
function around(years, possible, dayOf) {
  for (const year of years)
    for (const month of possible) {
      const days = dayOf(year, month);
      if (days.length) return [year, month, days];
    }
  return null;
}

/** @param {string} text @param {string} dots @param {[boolean, boolean]} [unknown] @returns {Told | null} */
function span(text, dots, unknown = [false, false]) {
  const [from, to] = text.split(dots).map((half) => (half === '' || half === '..' ? undefined : date(half)));
  if (from === null || to === null) return null;
  return { text, parts: [], first: from?.first ?? null, last: to?.last ?? null, start: from, end: to, unknown };
}

/** What an expression means that is known to be right, or null for one that is told elsewhere. @param {string} text */
export function read(text) {
  if (/^[[{].*[\]}]$/.test(text)) {
    const parts = text.slice(1, -1).split(',');
    const members = parts.map((part) => (part.includes('..') ? span(part, '..') : date(part)));
    /** @type {Told[]} */
    const known = [];
    for (const member of members) if (member) known.push(member);
    if (known.length < members.length) return null;
    const first = known.every((one) => one.first) ? known.map((one) => one.first).reduce(least, null) : null;
    const last = known.every((one) => one.last) ? known.map((one) => one.last).reduce(most, null) : null;
    return { text, parts: [], first, last, members: known, oneOf: text[0] === '[' };
  }
  if (!text.includes('/')) return date(text);
  const [from, to] = text.split('/');
  return span(text, '/', [from === '', to === '']);
}

/** @param {Day} one @param {Day} other */
const order = (one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
/** @param {Day | null} one @param {Day | null} other */
const least = (one, other) => (one && other ? (order(one, other) < 0 ? one : other) : (one ?? other));
/** @param {Day | null} one @param {Day | null} other */
const most = (one, other) => (one && other ? (order(one, other) > 0 ? one : other) : (one ?? other));

/** @param {number} year */
const figures = (year) => (year > 9999 ? year.toLocaleString('en') : String(year));
/** @param {number} year */
const yearWords = (year) =>
  year > 999
    ? figures(year)
    : year > 0
      ? say('year-ad', { year: String(year) })
      : say('year-bc', { year: figures(1 - year) });

/** A day as people write it. @param {Day} day */
export const dayWords = ([year, month, day]) =>
  say('date-day', { day: String(day), month: months[month - 1], year: yearWords(year) });

/** A date in words, with its doubts. @param {Told} told @returns {string} */
export function words(told) {
  if (told.members) return setWords(told);
  if (!told.parts.length) return spanWords(told);
  let text = partWords(told);
  const all = (/** @type {'approximate' | 'uncertain'} */ doubt) => told.parts.every((part) => part[doubt]);
  const some = (/** @type {'approximate' | 'uncertain'} */ doubt) =>
    !all(doubt) && told.parts.some((part) => part[doubt]);
  if (all('approximate')) text = say('date-about', { date: text });
  if (some('approximate') || some('uncertain')) {
    const which = some('approximate') ? (some('uncertain') ? 'both' : 'approximate') : 'uncertain';
    text = say(`date-partly-${which}`, { date: text });
  }
  return all('uncertain') ? say('date-uncertain', { date: text }) : text;
}

/** @param {Told} told */
function spanWords({ start, end, unknown }) {
  if (start && end) return rangeWords(start, end);
  if (end) {
    const plain = end.parts.length === 1 && !end.parts[0].digits.includes('X');
    const text = say(plain ? 'date-before' : 'date-by', { date: words(end) });
    return unknown?.[0] ? say('date-beginning-unknown', { date: text }) : text;
  }
  if (start) return say(unknown?.[1] ? 'date-end-unknown' : 'date-since', { date: words(start) });
  return say('date-open');
}

/** @param {Part} part */
const isBlurred = (part) => part.approximate || part.uncertain || part.digits.includes('X');

/** A span by its ends, without what both share. @param {Told} start @param {Told} end */
function rangeWords(start, end) {
  const [first, last] = [words(start), words(end)];
  if (first === last) return first;
  const size = start.parts.length;
  const season = [start, end].some((one) => Number(one.parts[1]?.digits) > 12);
  if (
    ![...start.parts, ...end.parts].some(isBlurred) &&
    size === end.parts.length &&
    !season &&
    start.first &&
    end.first
  ) {
    const [[year, month, day], [toYear, toMonth]] = [start.first, end.first];
    if (size === 1 && toYear <= 0) return say('years-bc', { first: figures(1 - year), last: figures(1 - toYear) });
    if (size === 3 && year === toYear && month === toMonth) return say('date-days', { first: String(day), last });
    if (size === 2 && year === toYear) return say('date-range', { first: months[month - 1], last });
    if (size === 3 && year === toYear) {
      const from = say('date-day-of-month', { day: String(day), month: months[month - 1] });
      return say('date-range-spaced', { first: from, last });
    }
  }
  return joined(first, last);
}

/** @param {string} first @param {string} last */
const joined = (first, last) =>
  say(`${first}${last}`.includes(' ') ? 'date-range-spaced' : 'date-range', { first, last });

/** @param {Told} told */
function setWords({ members = [], oneOf }) {
  const word = oneOf ? 'or' : 'and';
  const parts = members.map((member) => memberWords(member, word));
  const whole = oneOf ? 'date-one-of' : 'date-all-of';
  if (parts.length === 1) {
    const [only] = members;
    const alone = only.parts.length > 0 || (oneOf && !(only.start && only.end));
    return alone ? parts[0] : say(whole, { dates: parts[0] });
  }
  const series = parts.slice(0, -1).reduce((first, next) => say('series-comma', { first, next }));
  return say(whole, { dates: say(`date-${word}`, { first: series, last: parts.at(-1) ?? '' }) });
}

/** @param {Told} member @param {string} word */
function memberWords(member, word) {
  if (member.parts.length) return words(member);
  if (member.start && member.end) return rangeWords(member.start, member.end);
  const known = member.start ?? member.end;
  return known ? say(`date-${word}-${member.start ? 'later' : 'before'}`, { date: words(known) }) : '';
}

/** The written year, month and day, without their doubts. @param {Told} told */
function partWords({ text, parts }) {
  const [year, month = '', day = ''] = parts.map((part) => part.digits);
  const vague = year.includes('X');
  if (!month) return vague ? unclear(year) : yearWords(Number(year));
  const inYear = vague ? someYear(year) : yearWords(Number(year));
  if (!month.includes('X')) {
    if (Number(month) > 12) return say(`season-${month}`, { year: inYear });
    const name = months[Number(month) - 1];
    const inMonth = say(vague ? 'date-month-of-some-year' : 'date-month', { month: name, year: inYear });
    if (day === 'XX') return say('some-day-in', { month: inMonth });
    if (!day.includes('X')) {
      if (!day) return inMonth;
      const of = { day: String(Number(day)), month: name };
      if (!vague) return say('date-day', { ...of, year: inYear });
      return say('date-month-of-some-year', { month: say('date-day-of-month', of), year: inYear });
    }
  } else if (month === 'XX' && ['', 'XX'].includes(day)) {
    if (year === 'XXXX') return say(day ? 'unknown-day' : 'unknown-month');
    return say(day ? 'some-time-in' : 'some-month-in', { year: inYear });
  }
  return say(day ? 'some-day-like' : 'some-month-like', { date: text });
}

/** @param {string} pattern */
function someYear(pattern) {
  const known = pattern.replace(/X+$/, '');
  const text = unclear(pattern);
  return !known.replaceAll('-', '') || known.includes('X') ? text : say('some-year-in', { year: text });
}

/** A year with digits left out: "the 2020s", "1900–1999". @param {string} pattern */
function unclear(pattern) {
  const known = pattern.replace(/X+$/, '');
  if (!known.replaceAll('-', '')) return say(pattern === 'XXXX' ? 'unknown-year' : 'unknown-year-bc');
  if (known.includes('X')) return say('some-year-like', { year: pattern });
  if (known.length === 3 && !'-0'.includes(known[0])) return say('decade', { year: `${known}0` });
  const [low, high] = ['0', '9'].map((digit) => Number(pattern.replaceAll('X', digit))).sort((a, b) => a - b);
  if (high <= 0) return say('years-bc', { first: figures(1 - low), last: figures(1 - high) });
  return joined(yearWords(low), yearWords(high));
}
