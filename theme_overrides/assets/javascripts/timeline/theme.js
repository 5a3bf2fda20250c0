// Colours and type from the page's tokens, made fit for the canvas.

/** @import { Theme, Token } from './types.js' */

/** @type {Token[]} */
const NAMES = [
  'ink',
  'soft',
  'rule',
  'paper',
  'raised',
  'accent',
  'warn',
  'serif',
  'sans',
  'veil',
  'hatch',
  'era-a',
  'era-b',
  'rel-follows',
  'rel-part-of',
  'rel-caused-by',
  'rel-fulfils',
  'rel-contradicts',
  'rel-supersedes',
];

/**
 * Read the theme of an element; call it again when the scheme changes.
 * @param {Element} element
 * @returns {Theme}
 */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const tokens = /** @type {Record<Token, string>} */ (
    Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--dl-${name}`).trim()]))
  );
  const forced = matchMedia('(forced-colors: active)').matches;
  const dark = !forced && channels(tokens.paper).every((value) => value < 128);
  // A kind's colour: the reader's own where colours are forced, and light enough on a dark page.
  /** @param {string} colour */
  const tint = (colour) =>
    forced
      ? toHex(style.color.match(/\d+/g)?.slice(0, 3).map(Number) ?? [])
      : dark
        ? toHex(channels(colour).map((value) => (value + 255) / 2))
        : colour;
  return { ...tokens, tint };
}

/** @param {string} hex */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
/** @param {number[]} values */
const toHex = (values) => `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
