// From what is typed to what is wrong with it and to the records' files. Rules come from the JSON Schema, at build.

import { fold } from '../search/folding.js';
import { inLine } from './yaml.js';

/** @typedef {{required?: boolean, minLength?: number, maxLength?: number, pattern?: string, enum?: string[]}} Rule */
/** @typedef {[id: string, name: string][]} Known */
/** @typedef {{records: Record<string, Known>, rules: Record<string, Rule>, months: string[],
 *   seasons: Record<string, [number, number]>, folder: string, language: string,
 *   messages: Record<string, string | Record<string, string>>}} Data */
/** @typedef {Record<string, string | string[]>} Typed what is typed, by the fields' names */
/** @typedef {{event: Typed, sources: Typed[]}} Entered of the event, and of each article that tells it */
/** @typedef {{field: string, source?: number, message: string, args?: Record<string, string | number>}} Problem */
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
 * Where the event's fields have their rules in the schemas, each by the field's name.
 * @type {Record<string, string>}
 */
const OF_EVENT = {
  title: 'events.title',
  date: 'events.date',
  kind: 'events.kind',
  status: 'events.status',
  importance: 'events.importance',
  summary: 'events.summary',
};
/** The same of an article that tells it. @type {Record<string, string>} */
const OF_SOURCE = {
  quote: 'events.evidence.quote',
  says: 'events.evidence.says',
  date_words: 'events.evidence.date_words',
};
/** The same of an article that has no record yet. @type {Record<string, string>} */
const OF_ARTICLE = {
  url: 'articles.url',
  headline: 'articles.title',
  published: 'articles.published',
  language: 'articles.language',
};

/** @param {Typed} source */
const isNewArticle = (source) => text(source, 'which') === 'new';

/** Whether anything is typed of an article. @param {Typed} source */
export const hasWords = (source) =>
  Object.entries(source).some(
    ([name, value]) => name !== 'which' && (Array.isArray(value) ? value.length > 0 : value.trim() !== ''),
  );

/** The articles of which something is typed, each with its number from 0; the first where nothing is. */
const used = (/** @type {Typed[]} */ sources) => {
  const all = sources.map((source, number) => ({ source, number }));
  const found = all.filter(({ source }) => hasWords(source));
  return found.length ? found : all.slice(0, 1);
};

/** What the rules say against fields. @param {Typed} typed @param {Record<string, string>} places @param {Data} data */
function unruly(typed, places, data) {
  /** @type {Problem[]} */
  const found = [];
  for (const [field, place] of Object.entries(places)) {
    // The schema takes a status that is missing for occurred; whoever proposes an event is to say which it is.
    const rule = field === 'status' ? { ...data.rules[place], required: true } : data.rules[place];
    const message = against(rule, text(typed, field));
    if (message) found.push({ field, message, args: { most: rule.maxLength ?? 0 } });
  }
  return found;
}

/** All that is wrong. @param {Entered} entered @param {Data} data @returns {Problem[]} */
export function problems({ event, sources }, data) {
  const found = unruly(event, OF_EVENT, data);
  for (const field of LISTS)
    for (const name of several(event, field))
      if (!meant(data.records[field], name)) found.push({ field, message: 'form-wrong-unknown', args: { name } });
  const id = text(event, 'id') || idOf(text(event, 'date'), text(event, 'title'));
  const wrong = against({ ...data.rules.id, required: true }, id);
  if (wrong && text(event, 'title')) found.push({ field: 'id', message: 'form-wrong-id' });
  else if (data.records.events.some(([other]) => other === id))
    found.push({ field: 'id', message: 'form-wrong-taken' });
  /** @type {Map<string, string>} */
  const addresses = new Map();
  for (const { source, number } of used(sources)) {
    const inside = ofSource(source, data);
    const url = isNewArticle(source) && text(source, 'url');
    if (url && (addresses.get(url) ?? same(source)) !== same(source))
      inside.push({ field: 'url', message: 'form-wrong-address' });
    else if (url) addresses.set(url, same(source));
    found.push(...inside.map((problem) => ({ ...problem, source: number })));
  }
  return found;
}

/** What is wrong with one of the articles. @param {Typed} source @param {Data} data */
function ofSource(source, data) {
  const isNew = isNewArticle(source);
  const found = unruly(source, isNew ? { ...OF_SOURCE, ...OF_ARTICLE } : OF_SOURCE, data);
  if (!isNew && !meant(data.records.articles, text(source, 'article')))
    found.push({ field: 'article', message: text(source, 'article') ? 'form-wrong-article' : 'form-wrong-which' });
  if (isNew && !text(source, 'outlet')) found.push({ field: 'outlet', message: 'form-wrong-missing' });
  else if (isNew && !outletId(source, data)) found.push({ field: 'outlet', message: 'form-wrong-latin' });
  if (!text(source, 'quote') && !text(source, 'says')) found.push({ field: 'quote', message: 'form-wrong-evidence' });
  return found;
}

/** What makes two new articles one. @param {Typed} source */
const same = (source) => JSON.stringify([...Object.keys(OF_ARTICLE), 'outlet'].map((name) => text(source, name)));

/** @param {Typed} source @param {Data} data */
const outletId = (source, data) => meant(data.records.outlets, text(source, 'outlet')) || asId(text(source, 'outlet'));

/** What an article is called: its headline and its outlet. @param {Typed} source @param {Data} data */
export function sourceName(source, data) {
  const { articles, outlets } = data.records;
  /** @param {Known} known @param {string} name */
  const called = (known, name) => {
    const id = meant(known, text(source, name));
    return known.find(([other]) => other === id)?.[1] ?? text(source, name);
  };
  if (!isNewArticle(source)) return called(articles, 'article');
  return [text(source, 'headline'), called(outlets, 'outlet')].filter(Boolean).join(' · ');
}

/** An id that no record has yet. @param {string} id @param {string[]} known */
function free(id, known) {
  const taken = new Set(known);
  for (let number = 1; ; number++) {
    const next = number > 1 ? `${id.slice(0, 96)}-${number}` : id;
    if (!taken.has(next)) return next;
  }
}

/**
 * The records' files, the event's first, of what has no problems.
 * @param {Entered} entered @param {Data} data @returns {Made[]}
 */
export function files({ event, sources }, data) {
  const [date, title] = [text(event, 'date'), text(event, 'title')];
  /** @type {Made[]} */
  const others = [];
  /** @type {Map<string, string>} */
  const articles = new Map();
  /** @param {Typed} source */
  const articleOf = (source) => {
    if (!isNewArticle(source)) return meant(data.records.articles, text(source, 'article'));
    const made = articles.get(same(source));
    if (made) return made;
    const outlet = outletId(source, data);
    const [url, published, language] = ['url', 'published', 'language'].map((name) => text(source, name));
    const taken = [...data.records.articles.map(([id]) => id), ...articles.values()];
    const article = free(idOf(published, `${outlet} ${text(source, 'headline') || title}`), taken);
    articles.set(same(source), article);
    const fields = { title: text(source, 'headline'), outlet, url, published, language };
    others.push({ kind: 'articles', id: article, path: '', fields });
    const outlets = [
      ...data.records.outlets.map(([id]) => id),
      ...others.map(({ kind, id }) => kind === 'outlets' && id),
    ];
    if (!outlets.includes(outlet))
      others.push({ kind: 'outlets', id: outlet, path: '', fields: { name: text(source, 'outlet') } });
    return article;
  };
  const evidence = used(sources).map(({ source }) => ({
    article: articleOf(source),
    quote: text(source, 'quote'),
    says: text(source, 'says'),
    supports: several(source, 'supports'),
    date_words: text(source, 'date_words'),
  }));
  const fields = {
    title,
    date,
    status: text(event, 'status'),
    kind: text(event, 'kind'),
    summary: text(event, 'summary'),
    ...Object.fromEntries(LISTS.map((name) => [name, ids(data.records[name], several(event, name))])),
    importance: text(event, 'importance'),
    evidence,
  };
  const all = [{ kind: 'events', id: text(event, 'id') || idOf(date, title), path: '', fields }, ...others];
  return all.map((made) => ({ ...made, path: pathOf(made, data.folder) }));
}

/** @param {Known} known @param {string[]} given */
const ids = (known, given) => [...new Set(given.map((name) => meant(known, name)))];

/** Where a record's file stands: events and articles by their years. @param {Made} made @param {string} folder */
function pathOf({ kind, id }, folder) {
  const year = ['events', 'articles'].includes(kind) ? /^\d{4}(?=-)/.exec(id)?.[0] : '';
  return [folder, kind, ...(year ? [year] : []), `${id}.yaml`].join('/');
}
