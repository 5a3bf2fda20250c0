// The folding of generator/words/folding.py, which renders this table: what readers take for the same is the same.

// biome-ignore format: rendered, and a test compares it
const ALIKE = {
  "'": '\u2018\u2019\u201a\u201b`\u00b4ʹʻʼʽˈ\u2032\u2035\u2039\u203a\u05f3\uff07',
  '"': '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u05f4\u301d\u301e\u301f\u300c\u300d\u300e\u300f',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d\u05be\u1806',
  l: 'ł',
  o: 'ø',
  i: 'ı',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  d: 'đð',
  h: 'ħ',
  t: 'ŧ',
  th: 'þ',
  n: 'ŋ',
  k: 'ĸ',
  f: 'ƒ',
  a: 'ə',
  σ: 'ς',
  е: 'ѐё',
  г: 'ґ',
  ا: 'ٱ',
  ي: 'ىیې',
  ك: 'ک',
  ه: 'ةہھە',
  כ: 'ך',
  מ: 'ם',
  נ: 'ן',
  פ: 'ף',
  צ: 'ץ',
  '': 'ـ\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
};
// biome-ignore format: rendered, and a test compares it
const MARKS =
  '\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f' +
  '\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-' +
  '\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f';
// biome-ignore format: rendered, and a test compares it
const SIGNS =
  '\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u103e' +
  '\u1056-\u109d\u17b4-\u17d3\u3099\u309a';
// biome-ignore format: rendered, and a test compares it
const RUNS =
  '\u2e80-\u2fd5々-\u3007\u3021-\u3029\u3040-ヿㇰ-ㇿ㐀-䶿' +
  '一-鿿豈-\ufaff𠀀-\u{3134f}';
const MOST = 32;

/** @type {Map<string, string>} */
const alike = new Map(Object.entries(ALIKE).flatMap(([other, signs]) => [...signs].map((sign) => [sign, other])));
const marks = new RegExp(`[${MARKS}]`, 'gu');
const signs = new RegExp(`[${Object.values(ALIKE).join('')}]`, 'gu');
const word = `(?![${RUNS}])[\\p{L}\\p{N}]`;
const possessive = new RegExp(`(?<=${word})'s(?![\\p{L}\\p{N}])`, 'gu');
const letter = /(?!\p{Nd})[\p{L}\p{N}]/u.source;
const abbreviated = new RegExp(`(?<![\\p{L}\\p{N}])${letter}(?:\\.${letter})+(?!\\.?[\\p{L}\\p{N}])\\.?`, 'gu');
const wordsOf = new RegExp(`[${RUNS}]+|(?:(?![${RUNS}])[\\p{L}\\p{N}${SIGNS}])+`, 'gu');
const run = new RegExp(`^[${RUNS}]`, 'u');
// biome-ignore lint/suspicious/noControlCharactersInRegex: spaces as Python knows them
const spaces = /[\s\x1c-\x1f\x85]+/gu;

/**
 * Fold a text; the result's length may differ.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.normalize('NFKD').toLowerCase().replace(marks, '');
  const same = plain.replace(signs, (sign) => alike.get(sign) ?? '').normalize('NFC');
  const plainer = same.replace(abbreviated, (found) => found.replaceAll('.', ''));
  return plainer.replace(possessive, '').replace(spaces, ' ').trim();
}

/**
 * Whether a folded word is of a script that puts no spaces between words.
 * @param {string} word
 */
export const isRun = (word) => run.test(word);

/**
 * The words of a text, folded, in its order; those of scripts without spaces as they stand.
 * @param {string} text
 */
export const words = (text) => [...(fold(text).match(wordsOf) ?? [])];

/**
 * What a word is looked up by: pairs of signs where nobody writes spaces, else the word, without an article that is
 * written in one with it.
 * @param {string} word folded
 */
export function terms(word) {
  const letters = [...word];
  if (isRun(word)) return letters.length > 1 ? letters.slice(1).map((letter, at) => letters[at] + letter) : [word];
  const bare = word.replace(/^(?:و?ال|لل)(?=[\u0620-\u064a]{3})/u, '').replace(/^ה(?=[\u05d0-\u05ea]{3})/u, '');
  return [[...bare].slice(0, MOST).join('')];
}

/**
 * The places of a text's words, as they stand, in its UTF-16 units, with each word folded.
 * @param {string} text
 */
export function places(text) {
  const found = [];
  for (const [start, part] of pieces(text)) {
    for (const folded of words(part)) found.push({ start, end: start + part.length, folded });
  }
  return found;
}

const piece = new RegExp(`[${RUNS}]|(?:(?![${RUNS}])[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200f])+`, 'gu');

/**
 * @param {string} text
 * @returns {Iterable<[number, string]>}
 */
function* pieces(text) {
  for (const found of text.matchAll(piece)) yield [found.index, found[0]];
}
