import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeline } from './story.js';

const { breakTitle, clip, fromRight, measureLabel, measureWider, clipName } = await timeline('breaking.js');

const letters = (text) => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
/** Every letter, as a reader counts them, is ten pixels wide. */
const ctx = { font: '', measureText: (text) => ({ width: 10 * letters(text) }) };
const FAMILY = '👩‍👩‍👧‍👦';
const ACCENTED = 'e\u0301';

const words = fc.array(
  fc
    .array(fc.constantFrom('a', 'b', FAMILY, ACCENTED, '🇪🇺', 'ש'), { minLength: 1, maxLength: 30 })
    .map((all) => all.join('')),
  { minLength: 1, maxLength: 12 },
);

test('lines keep to their width and number, and lose nothing but what an ellipsis stands for', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 240 }), fc.constantFrom(1, 2), (found, width, most) => {
      const title = found.join(' ');
      const lines = breakTitle(ctx, title, width, most);
      assert.ok(lines.length <= most);
      for (const line of lines) assert.ok(ctx.measureText(line).width <= width, line);
      const told = lines.join('').replaceAll(' ', '');
      const whole = title.replaceAll(' ', '');
      if (told.endsWith('…')) assert.ok(whole.startsWith(told.slice(0, -1)));
      else assert.equal(told, whole);
    }),
  );
});

test('no emoji and no accent is split', () => {
  for (const one of [FAMILY, ACCENTED, '🇪🇺']) {
    const lines = breakTitle(ctx, one.repeat(40), 100, 2);
    assert.deepEqual(lines, [one.repeat(10), `${one.repeat(9)}…`]);
    assert.equal(clip(ctx, one.repeat(40), 100), `${one.repeat(9)}…`);
  }
});

test('what reads from the right does so among what does not, its ellipsis too', () => {
  assert.equal(clip(ctx, 'שלום (2)', 100), '\u2067שלום (2)\u2069');
  assert.equal(clip(ctx, 'ש'.repeat(40), 100), `\u2067${'ש'.repeat(9)}…\u2069`);
  assert.equal(clip(ctx, 'Peace (2)', 100), 'Peace (2)');
});

test('a word of 118 letters stays inside', () => {
  assert.deepEqual(breakTitle(ctx, 'x'.repeat(118), 190, 2), ['x'.repeat(19), `${'x'.repeat(18)}…`]);
});

test('two lines are about equally long', () => {
  assert.deepEqual(breakTitle(ctx, 'Israel opens its embassy in Abu Dhabi', 300, 2), [
    'Israel opens its',
    'embassy in Abu Dhabi',
  ]);
});

test('what fits has no ellipsis, and one line is one line', () => {
  assert.deepEqual(breakTitle(ctx, 'a b', 190, 2), ['a b']);
  assert.deepEqual(breakTitle(ctx, 'Israel opens its embassy', 100, 1), ['Israel op…']);
});

for (const [title, expected] of [
  ['إسرائيل والإمارات', true],
  ['«ישראל» and others', true],
  ['2020: Israel and إسرائيل', false],
  ['13', false],
]) {
  test(`the first letter says which way a title runs: ${title}`, () => assert.equal(fromRight(title), expected));
}

test('a label is measured wider while it is cut', () => {
  const look = { font: '', dateFont: '', widths: [100, 150], widest: 400, most: 2 };
  const blocks = (title) => measureLabel(ctx, { title, date: '2020' }, look).blocks.map(({ width }) => width);
  assert.deepEqual(blocks('a treaty'), [80]);
  assert.equal(blocks('twelve three four five six').length, 2);
});

test('the narrowest label holds its date whole', () => {
  const look = { font: '', dateFont: '', widths: [100, 150], widest: 400, most: 2 };
  const { blocks } = measureLabel(ctx, { title: 'a', date: '13 August 2020' }, look);
  assert.deepEqual(
    blocks.map(({ date }) => date.words),
    ['13 August 2020'],
  );
});

test('of a label that is cut the narrowest width is found in which it is whole', () => {
  const look = { font: '', dateFont: '', widths: [100, 150], widest: 400, most: 2 };
  fc.assert(
    fc.property(words, (found) => {
      const heading = { title: found.join(' '), date: '2020' };
      const label = measureLabel(ctx, heading, look);
      if (!label.blocks.some(({ cut }) => cut)) return;
      measureWider(ctx, heading, look, label);
      const whole = label.blocks.filter(({ cut }) => !cut).map(({ width }) => width);
      for (let room = 100; room <= 400; room += 10)
        if (!breakTitle(ctx, heading.title, room, 2).at(-1).endsWith('…'))
          assert.ok(Math.min(...whole) <= room + 10, `${heading.title}: ${whole}, ${room}`);
    }),
  );
});

test('a name is told whole, or as much of it as tells something, or not at all', () => {
  const ctx = { measureText: (text) => ({ width: 10 * text.length }) };
  assert.equal(clipName(ctx, 'The founding', 500), 'The founding');
  assert.equal(clipName(ctx, 'The talks', 90), 'The talks');
  assert.equal(clipName(ctx, 'War in Gaza', 100), 'War in Ga…');
  assert.equal(clipName(ctx, 'The founding', 60), '');
  assert.equal(clipName(ctx, 'War', 30), 'War');
});
