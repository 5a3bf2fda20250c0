// Ticks that follow the zoom, in the reader's language and UTC. Pure.

/** @import { Ticks, View } from './types.js' */

/** @typedef {'hour' | 'day' | 'month' | 'year'} Unit */

const DAY = 864e5;
/** @type {[Unit, number][]} */
const UNITS = [
  ['hour', 1],
  ['hour', 3],
  ['hour', 6],
  ['hour', 12],
  ['day', 1],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['month', 6],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
  ['year', 100],
  ['year', 200],
  ['year', 500],
  ['year', 1000],
];
const DAYS = { hour: 1 / 24, day: 1, month: 30.44, year: 365.25 };
/** @type {Record<Unit, Exclude<Unit, 'hour'> | null>} */
const PARENT = { hour: 'day', day: 'month', month: 'year', year: null };
/** @type {Record<Unit, Intl.DateTimeFormatOptions>} */
const FORMATS = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  year: { year: 'numeric' },
};
/** @type {Record<Exclude<Unit, 'hour'>, Intl.DateTimeFormatOptions[]>} The longest first, for where that has room. */
const PARENT_FORMATS = {
  day: [
    { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
    { day: 'numeric', month: 'short', year: 'numeric' },
    { day: 'numeric', month: 'short' },
  ],
  month: [
    { month: 'long', year: 'numeric' },
    { month: 'short', year: 'numeric' },
  ],
  year: [{ year: 'numeric' }],
};
/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Ticks of a view at least `room` pixels apart: {minor, major}, lists of {day, label}; a major one has shorter forms.
 * @param {View} view
 * @param {number} length
 * @param {string | undefined} locale
 * @param {number} room
 * @returns {Ticks}
 */
export function ticks(view, length, locale, room) {
  const [unit, step] = UNITS.find(([name, count]) => DAYS[name] * count * view.perDay >= room) ?? [
    'year',
    niceYears(view, room),
  ];
  const last = view.day + length / view.perDay;
  const minor = every(unit, step, view.day, last).map((day) => ({ day, label: dayWords(day, FORMATS[unit], locale) }));
  const parent = PARENT[unit];
  const major = parent
    ? every(parent, 1, view.day, last).map((day) => {
        const forms = PARENT_FORMATS[parent].map((format) => dayWords(day, format, locale));
        return { day, label: forms[0], forms };
      })
    : [];
  return { minor, major };
}

/**
 * @param {View} view
 * @param {number} room
 */
function niceYears(view, room) {
  const years = room / view.perDay / 365.25;
  const power = 10 ** Math.floor(Math.log10(years));
  return [1, 2, 5].map((digit) => digit * power).find((step) => step >= years) ?? 10 * power;
}

/**
 * The beginnings of every unit from before the first day to the last.
 * @param {Unit} unit
 * @param {number} step
 * @param {number} first
 * @param {number} last
 */
export function every(unit, step, first, last) {
  /** @type {number[]} */
  const found = [];
  if (unit === 'hour' || unit === 'day') {
    const size = unit === 'hour' ? step / 24 : step;
    // Weeks begin on Monday (ISO 8601); 1970-01-05 was one.
    const anchor = step === 7 ? 4 : 0;
    for (let day = Math.floor((first - anchor) / size) * size + anchor; day <= last; day += size)
      found.push(Math.round(day * 24) / 24);
    return found;
  }
  const at = new Date(first * DAY);
  const months = unit === 'year' ? 12 * step : step;
  const start = Number.isNaN(at.getTime())
    ? (1970 + first / 365.2425) * 12
    : at.getUTCFullYear() * 12 + at.getUTCMonth();
  for (let month = Math.floor(start / months) * months; ; month += months) {
    const day = dayOf(month);
    if (!(day <= last)) return found;
    found.push(day);
  }
}

/**
 * The day on which a month begins, counted from the year 0.
 * @param {number} month
 */
function dayOf(month) {
  const date = new Date(0);
  date.setUTCFullYear(0, month, 1);
  // Beyond the years that Date knows (±271,821) a mean year will do.
  return Math.round(date.getTime() / DAY || (month / 12 - 1970) * 365.2425);
}

/**
 * The name of a day's year.
 * @param {number} day
 * @param {string | undefined} locale
 */
export const yearName = (day, locale) => dayWords(Math.floor(day), FORMATS.year, locale);

/**
 * A year that Date does not know; beside millions of years the one of the missing year 0 is nothing.
 * @param {number} year
 * @param {string | undefined} locale
 */
function farYear(year, locale) {
  if (year > 0) return year.toLocaleString(locale);
  const parts = new Intl.DateTimeFormat(locale, { era: 'short', year: 'numeric', timeZone: 'UTC' }).formatToParts(
    Date.UTC(-43, 0),
  );
  const count = (Math.round(-year / 10) * 10).toLocaleString(locale);
  return parts.map(({ type, value }) => (type === 'year' ? count : value)).join('');
}

/**
 * A day as a format has it; of a year that Date does not know, the year.
 * @param {number} day
 * @param {Intl.DateTimeFormatOptions} format
 * @param {string} [locale]
 */
export function dayWords(day, format, locale) {
  const date = new Date(day * DAY);
  if (Number.isNaN(date.getTime())) return farYear(Math.round(1970 + day / 365.2425), locale);
  // Without its era a year before 1 looks like one after it.
  const era = format.year && date.getUTCFullYear() < 1 ? 'short' : undefined;
  const key = `${locale} ${era} ${JSON.stringify(format)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', era, ...format });
  formats.set(key, made);
  return made.format(date);
}
