// Colours and type from the page's tokens, made fit for the canvas.

/** Read the theme of an element; call it again when the scheme changes. */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const token = (name) => style.getPropertyValue(name).trim();
  const forced = matchMedia('(forced-colors: active)').matches;
  const colours = forced
    ? { ink: 'CanvasText', soft: 'CanvasText', rule: 'GrayText', paper: 'Canvas', raised: 'Canvas', accent: 'Highlight', warn: 'CanvasText' }
    : Object.fromEntries(['ink', 'soft', 'rule', 'paper', 'raised', 'accent', 'warn'].map((name) => [name, token(`--dl-${name}`)]));
  const dark = !forced && luminance(colours.paper) < 0.2;
  return {
    ...colours,
    dark,
    forced,
    serif: token('--dl-serif'),
    sans: token('--dl-sans'),
    eraA: forced ? 'transparent' : token('--dl-era-a'),
    eraB: forced ? 'transparent' : token('--dl-era-b'),
    /** A kind's colour, light enough on a dark page. */
    tint: (colour) => (forced ? systemInk(element) : dark ? mix(colour, '#ffffff', 0.5) : colour),
  };
}

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const luminance = (hex) => channels(hex).reduce((sum, value, n) => sum + (value / 255) * [0.2126, 0.7152, 0.0722][n], 0);
const toHex = (values) => `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** Mix two colours in sRGB; a share of 0 is the first one. */
export function mix(a, b, share) {
  const [from, to] = [channels(a), channels(b)];
  return toHex(from.map((value, n) => value + (to[n] - value) * share));
}

/** The forced text colour as hexadecimal, for which the canvas can write transparency. */
function systemInk(element) {
  const rgb = getComputedStyle(element).color.match(/\d+/g);
  return toHex(rgb.slice(0, 3).map(Number));
}
