// From what is typed to what is wrong with it and to the records' files. Rules come from the JSON Schema, at build.

import { fold } from '../search/folding.js';
import { inLine } from './yaml.js';

/** @typedef {{required?: boolean, minLength?: number, maxLength?: number, pattern?: string, enum?: string[]}} Rule */
/** @typedef {[id: string, name: string][]} Known */
/** @typedef {{records: Record<string, Known>, rules: Record<string, Rule>, months: string[],
 *   seasons: Record<string, [number, number]>, folder: string, language: string,
 *   messages: Record<string, string | Record<string, string>>}} Data */
/** @typedef {Record<string, string | string[]>} Typed what is typed, by the fields' names */
/** @typedef {{field: string, message: string, args?: Record<string, string | number>}} Problem */
/** @typedef {{kind: string, id: string, path: string, fields: Record<string, any>}} Made */

export const LISTS = ['actors', 'places', 'storylines'];

/** @param {Typed} typed @param {string} name */
export const text = (typed, name) => {
  const value = typed[name];
  return inLine(typeof value === 'string' ? value : '');
};
/** @param {Typed} typed @param {string} name */
const several = (typed, name) => /** @type {string[]} */ (Array.isArray(typed[name]) ? typed[name] : []);

/** The id that is most like a text, as generator/ids.py makes it. @param {string} given */
export const asId = (given) =>
  (
    given
      .normalize('NFKD')
      .replace(/\P{ASCII}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .join('-')
    .slice(0, 100)
    .replace(/-+$/, '');

/**
 * The record that somebody means by its id or its name, or nothing.
 * @param {Known | undefined} known
 * @param {string} given
 */
export function meant(known, given) {
  const asked = fold(given);
  return known?.find(([id, name]) => id === given || fold(name) === asked || `${name} (${id})` === given)?.[0] ?? '';
}

/**
 * What a rule of the schema says against a value; empty where nothing. Lengths are in characters, as in the schema.
 * @param {Rule} rule @param {string} value
 */
export function against(rule, value) {
  if (!value) return rule.required ? 'form-wrong-missing' : '';
  const length = [...value].length;
  if (rule.maxLength !== undefined && length > rule.maxLength) return 'form-wrong-long';
  if (rule.minLength !== undefined && length < rule.minLength) return 'form-wrong-missing';
  if (rule.enum && !rule.enum.includes(value)) return 'form-wrong-choice';
  if (rule.pattern && !new RegExp(rule.pattern).test(value)) return 'form-wrong-form';
  return '';
}

/** The beginning of an id that a date gives: the day, month or year with which it begins. @param {string} date */
const dayOf = (date) => /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?(?![\dX])/.exec(date)?.[0] ?? '';

/** An id of a day and words. @param {string} date @param {string} words */
const idOf = (date, words) => asId([dayOf(date), ...words.split(/\s+/).slice(0, 8)].join(' '));

/**
 * Where the fields' rules stand in the schemas, each by the field's name.
 * @type {Record<string, string>}
 */
export const RULES = {
  title: 'events.title',
  date: 'events.date',
  kind: 'events.kind',
  status: 'events.status',
  importance: 'events.importance',
  summary: 'events.summary',
  quote: 'events.evidence.quote',
  says: 'events.evidence.says',
  date_words: 'events.evidence.date_words',
  url: 'articles.url',
  headline: 'articles.title',
  published: 'articles.published',
  language: 'articles.language',
};
export const OF_ARTICLE = ['url', 'headline', 'published', 'language', 'outlet'];

/** @param {Typed} typed */
export const isNewArticle = (typed) => text(typed, 'which') === 'new';

/** All that is wrong, in the order of the form. @param {Typed} typed @param {Data} data @returns {Problem[]} */
export function problems(typed, data) {
  /** @type {Problem[]} */
  const found = [];
  const isNew = isNewArticle(typed);
  for (const [field, place] of Object.entries(RULES)) {
    if (OF_ARTICLE.includes(field) && !isNew) continue;
    // The schema takes a status that is missing for occurred; whoever proposes an event is to say which it is.
    const rule = field === 'status' ? { ...data.rules[place], required: true } : data.rules[place];
    const message = against(rule, text(typed, field));
    if (message) found.push({ field, message, args: { most: rule.maxLength ?? 0 } });
  }
  for (const field of LISTS)
    for (const name of several(typed, field))
      if (!meant(data.records[field], name)) found.push({ field, message: 'form-wrong-unknown', args: { name } });
  if (!isNew && !meant(data.records.articles, text(typed, 'article')))
    found.push({ field: 'article', message: text(typed, 'article') ? 'form-wrong-article' : 'form-wrong-missing' });
  if (isNew && !text(typed, 'outlet')) found.push({ field: 'outlet', message: 'form-wrong-missing' });
  else if (isNew && !outletId(typed, data)) found.push({ field: 'outlet', message: 'form-wrong-latin' });
  if (!text(typed, 'quote') && !text(typed, 'says')) found.push({ field: 'quote', message: 'form-wrong-evidence' });
  const id = text(typed, 'id') || idOf(text(typed, 'date'), text(typed, 'title'));
  const wrong = against({ ...data.rules.id, required: true }, id);
  if (wrong && text(typed, 'title')) found.push({ field: 'id', message: 'form-wrong-id' });
  else if (data.records.events.some(([other]) => other === id))
    found.push({ field: 'id', message: 'form-wrong-taken' });
  return found;
}

/** @param {Typed} typed @param {Data} data */
const outletId = (typed, data) => meant(data.records.outlets, text(typed, 'outlet')) || asId(text(typed, 'outlet'));

/** An id that no record has yet. @param {string} id @param {Known} known */
function free(id, known) {
  const taken = new Set(known.map(([other]) => other));
  for (let number = 1; ; number++) {
    const next = number > 1 ? `${id.slice(0, 96)}-${number}` : id;
    if (!taken.has(next)) return next;
  }
}

/**
 * The records' files, the event's first, of what has no problems.
 * @param {Typed} typed @param {Data} data @returns {Made[]}
 */
export function files(typed, data) {
  const [date, title] = [text(typed, 'date'), text(typed, 'title')];
  const id = text(typed, 'id') || idOf(date, title);
  /** @type {Made[]} */
  const others = [];
  let article = meant(data.records.articles, text(typed, 'article'));
  if (isNewArticle(typed)) {
    const outlet = outletId(typed, data);
    const published = text(typed, 'published');
    article = free(idOf(published, `${outlet} ${text(typed, 'headline') || title}`), data.records.articles);
    const [url, language] = [text(typed, 'url'), text(typed, 'language')];
    const fields = { title: text(typed, 'headline'), outlet, url, published, language };
    others.push({ kind: 'articles', id: article, path: '', fields });
    if (!data.records.outlets.some(([known]) => known === outlet))
      others.push({ kind: 'outlets', id: outlet, path: '', fields: { name: text(typed, 'outlet') } });
  }
  const supports = several(typed, 'supports');
  const evidence = ['quote', 'says'].map((name) => [name, text(typed, name)]);
  const event = {
    title,
    date,
    status: text(typed, 'status'),
    kind: text(typed, 'kind'),
    summary: text(typed, 'summary'),
    ...Object.fromEntries(LISTS.map((name) => [name, ids(data.records[name], several(typed, name))])),
    importance: text(typed, 'importance'),
    evidence: [{ article, ...Object.fromEntries(evidence), supports, date_words: text(typed, 'date_words') }],
  };
  const all = [{ kind: 'events', id, path: '', fields: event }, ...others];
  return all.map((made) => ({ ...made, path: pathOf(made, data.folder) }));
}

/** @param {Known} known @param {string[]} given */
const ids = (known, given) => [...new Set(given.map((name) => meant(known, name)))];

/** Where a record's file stands: events and articles by their years. @param {Made} made @param {string} folder */
function pathOf({ kind, id }, folder) {
  const year = ['events', 'articles'].includes(kind) ? /^\d{4}(?=-)/.exec(id)?.[0] : '';
  return [folder, kind, ...(year ? [year] : []), `${id}.yaml`].join('/');
}
