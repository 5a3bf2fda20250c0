import assert from 'node:assert/strict';
import { test } from 'node:test';

const { files, problems } = await import('../../theme_overrides/assets/javascripts/form/record.js');

const needed = { required: true };
const data = /** @type {any} */ ({
  folder: 'content',
  rules: {
    ...Object.fromEntries(['title', 'date', 'kind', 'status'].map((name) => [`events.${name}`, needed])),
    ...Object.fromEntries(['importance', 'summary'].map((name) => [`events.${name}`, {}])),
    'events.evidence.quote': { maxLength: 20 },
    'events.evidence.says': {},
    'events.evidence.date_words': {},
    'articles.url': {},
    'articles.title': {},
    'articles.published': needed,
    'articles.language': needed,
    id: { pattern: '^[a-z0-9-]+$' },
  },
  records: {
    events: [],
    articles: [['2025-11-21-post-office', 'An office']],
    outlets: [['post', 'The Post']],
    actors: [],
    places: [],
    storylines: [],
  },
});
const event = { title: 'An office opens', date: '2025-11-20', status: 'occurred', kind: 'meeting' };
const known = { which: 'known', article: 'An office', quote: 'It is open', supports: ['date'] };
const fresh = {
  which: 'new',
  headline: 'Open',
  outlet: 'The Herald',
  url: 'https://h.example/open',
  published: '2025-11-21',
  language: 'en',
  quote: 'opened',
  date_words: 'Thursday',
};
const empty = { which: 'known', article: '', quote: ' ', supports: [] };

/** @param {any[]} sources */
const told = (...sources) =>
  problems({ event, sources }, data).map(({ field, source, message }) => [source, field, message]);
/** @param {any[]} sources */
const made = (...sources) => files({ event, sources }, data);

test('each article is a piece of evidence, in the order in which they stand', () => {
  assert.deepEqual(told(known, fresh), []);
  const [written, ...others] = made(known, fresh);
  assert.deepEqual(
    written.fields.evidence.map((/** @type {any} */ one) => [one.article, one.quote, one.date_words, one.supports]),
    [
      ['2025-11-21-post-office', 'It is open', '', ['date']],
      ['2025-11-21-the-herald-open', 'opened', 'Thursday', []],
    ],
  );
  assert.deepEqual(
    others.map(({ path }) => path),
    ['content/articles/2025/2025-11-21-the-herald-open.yaml', 'content/outlets/the-herald.yaml'],
  );
});

test('what is wrong is told of the article in which it is', () => {
  assert.deepEqual(told(known, { ...fresh, quote: 'x'.repeat(21) }, { ...known, quote: '', says: '' }), [
    [1, 'quote', 'form-wrong-long'],
    [2, 'quote', 'form-wrong-evidence'],
  ]);
});

test('a further article of which nothing is typed is left out; one is always asked for', () => {
  assert.deepEqual(told(known, empty), []);
  assert.equal(made(empty, known, empty)[0].fields.evidence.length, 1);
  assert.deepEqual(told(empty, empty), [
    [0, 'article', 'form-wrong-which'],
    [0, 'quote', 'form-wrong-evidence'],
  ]);
});

test('a new article that gives two quotes, and a new outlet of two articles, are written once', () => {
  const records = made(fresh, { ...fresh, quote: 'new' }, { ...fresh, url: 'https://h.example/2', headline: 'Two' });
  assert.deepEqual(
    records.map(({ id }) => id),
    ['2025-11-20-an-office-opens', '2025-11-21-the-herald-open', 'the-herald', '2025-11-21-the-herald-two'],
  );
  const ids = records[0].fields.evidence.map((/** @type {any} */ one) => one.article);
  assert.deepEqual(ids, ['2025-11-21-the-herald-open', '2025-11-21-the-herald-open', '2025-11-21-the-herald-two']);
});

test('two new articles of one day, outlet and headline get two names', () => {
  const ids = made(fresh, { ...fresh, url: 'https://h.example/2' }).map(({ id }) => id);
  assert.ok(ids.includes('2025-11-21-the-herald-open-2'), ids.join());
});

test('one address is not given to two articles', () => {
  assert.deepEqual(told(fresh, { ...fresh, headline: 'Two' }), [[1, 'url', 'form-wrong-address']]);
});
