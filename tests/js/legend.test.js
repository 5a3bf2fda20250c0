import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, timeline } from './story.js';

const { legendOf, notesOf } = await timeline('legend.js');
const { use } = await timeline('words.js');
use({ language: 'en', messages: { 'lanes-others': 'Others' } });

/** A story of kinds, each with its group's number, and how many events it has. */
function kinds(groups, ...found) {
  const of = found.flatMap(([, , count], kind) => Array(count).fill(kind));
  return {
    count: of.length,
    until: new Float64Array(of.length).fill(Infinity),
    groups,
    groupOf: found.map(([, group]) => group),
    kindColours: found.map(([id]) => `#${id}`),
    facets: { kind: { options: found.map(([id]) => ({ id, label: id })), of: Uint32Array.from(of) } },
  };
}
const told = (columns) => legendOf(columns, '').map(({ label, colour, kinds }) => [label, colour, kinds]);

test('kinds of a group are one entry; those without any are others', () => {
  const columns = kinds(['Papers', 'Talks'], ['a', 0, 1], ['b', 1, 1], ['c', 0, 1], ['d', -1, 1], ['e', 1, 0]);
  assert.deepEqual(told(columns), [
    ['Papers', '#a', [0, 2]],
    ['Talks', '#b', [1]],
    ['Others', null, [3]],
  ]);
});

test('without groups the five most frequent kinds stand for themselves, in their own order', () => {
  const many = kinds([], ['a', -1, 1], ['b', -1, 9], ['c', -1, 2], ['d', -1, 3], ['e', -1, 4], ['f', -1, 5]);
  assert.deepEqual(
    told(many)
      .slice(0, -1)
      .map(([label]) => label),
    ['b', 'c', 'd', 'e', 'f'],
  );
  assert.deepEqual(told(many).at(-1), ['Others', null, [0]]);
  assert.deepEqual(told(kinds([], ['a', -1, 1], ['b', -1, 0])), [['a', '#a', [0]]]);
});

test('a scope has the kinds of its own events', () => {
  const columns = { ...story(), groups: [], groupOf: [-1, -1], kindColours: ['#1', '#2'] };
  assert.deepEqual(
    legendOf(columns, 'actor:b').map(({ label }) => label),
    ['Treaty', 'Visit'],
  );
  columns.facets.actor.of.fill(0);
  columns.facets.actor.of[0] = 1;
  assert.deepEqual(
    legendOf(columns, 'actor:b').map(({ label }) => label),
    ['Treaty'],
  );
});

test('what no filter stands for is explained where it occurs', () => {
  const columns = { ...story(), shape: Uint8Array.of(0, 2, 1, 4, 0, 0), statuses: ['occurred', '', '', 'unconfirmed'] };
  const notes = (mask, overdue = () => false) => notesOf({ columns, mask: Uint8Array.from(mask), overdue });
  const none = { overdue: false, vague: false, lasting: false, unconfirmed: false };
  assert.deepEqual(notes([1, 0, 0, 0, 1, 0]), none);
  assert.deepEqual(notes([0, 1, 0, 0, 0, 0]), { ...none, vague: true });
  assert.deepEqual(
    notes([0, 0, 1, 0, 0, 0], (i) => i === 2),
    { ...none, lasting: true, overdue: true },
  );
  assert.deepEqual(
    notes([0, 0, 0, 1, 0, 0], (i) => i === 2),
    { ...none, vague: true, unconfirmed: true },
  );
});
