// The view's state as a query string, and back, so that a link reproduces it.

/** @import { Address, Choice } from './types.js' */

const DAY = 864e5;
const OWN = ['from', 'to', 'lanes', 'find', 'known', 'event', 'tour', 'relations', 'q'];

const YEAR = 365.2425; // days

/**
 * Write a day as an ISO date, with the time where it is not midnight, or as EDTF's far year.
 * @param {number} day
 */
export function isoDay(day) {
  const date = new Date(Math.round(day * 86400) * 1000);
  if (Number.isNaN(date.getTime())) return `Y${Math.round(1970 + day / YEAR)}`;
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.replace('.000Z', 'Z');
}

/**
 * Read an ISO date, or a far year, as days since 1970; null where it is none.
 * @param {string | null} text
 */
export function parseDay(text) {
  const far = /^Y(-?\d{5,16})$/.exec(text ?? '');
  if (far) return (Number(far[1]) - 1970) * YEAR;
  const time = /^[+-]?\d{4,6}-\d\d-\d\d(T[\d:]+Z)?$/.test(text ?? '') ? Date.parse(text ?? '') : NaN;
  return Number.isNaN(time) ? null : time / DAY;
}

/**
 * State to parameters; what is as by default is left out.
 * @param {Address} state
 * @param {string[]} facetNames
 */
export function toParams(state, facetNames) {
  const params = new URLSearchParams();
  if (state.range) {
    params.set('from', isoDay(state.range[0]));
    params.set('to', isoDay(state.range[1]));
  }
  if (state.lanes !== 'none') params.set('lanes', state.lanes);
  for (const name of facetNames) if (state.choice[name]?.size) params.set(name, [...state.choice[name]].join(','));
  if (state.q) params.set('find', state.q);
  if (state.known !== null) params.set('known', isoDay(state.known));
  if (state.event) params.set('event', state.event);
  if (state.tour) params.set('tour', state.tour);
  if (state.relations) params.set('relations', 'all');
  return params;
}

/**
 * Parameters to state; what is unknown or wrong is passed over.
 * @param {URLSearchParams} params
 * @param {string[]} facetNames
 * @returns {Address}
 */
export function fromParams(params, facetNames) {
  const [from, to] = [parseDay(params.get('from')), parseDay(params.get('to'))];
  const lanes = params.get('lanes') ?? 'none';
  /** @type {Choice} */
  const choice = {};
  for (const name of facetNames) {
    const ids = params.get(name);
    if (ids) choice[name] = new Set(ids.split(','));
  }
  return {
    range: from !== null && to !== null && from < to ? [from, to] : null,
    lanes: facetNames.includes(lanes) ? lanes : 'none',
    choice,
    q: params.get('find') ?? params.get('q') ?? '', // so called of old
    known: parseDay(params.get('known')),
    event: params.get('event'),
    tour: params.get('tour'),
    relations: params.get('relations') === 'all',
  };
}

/**
 * Read the state from the page's address; one with names of old is rewritten.
 * @param {string[]} facetNames
 */
export function readAddress(facetNames) {
  const params = new URLSearchParams(location.search);
  const state = fromParams(params, facetNames);
  if (params.has('q')) writeAddress(state, facetNames, false);
  return state;
}

/**
 * Write the state to the page's address; `step` makes Back return to what was before.
 * @param {Address} state
 * @param {string[]} facetNames
 * @param {boolean} step
 */
export function writeAddress(state, facetNames, step) {
  const params = new URLSearchParams(location.search);
  for (const name of [...OWN, ...facetNames]) params.delete(name);
  for (const [name, value] of toParams(state, facetNames)) params.set(name, value);
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  const url = `${location.pathname}${query ? `?${query}` : ''}${location.hash}`;
  if (url !== location.pathname + location.search + location.hash)
    history[step ? 'pushState' : 'replaceState'](history.state, '', url);
}
