// A record's text in canonical form, as generator/records/write.py leaves it: fields in order, one line a text.

/** @typedef {{[key: string]: Value | undefined}} Mapping */
/** @typedef {string | number | string[] | Mapping | Mapping[]} Value */

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ,.()/'’–—~?%-]*$/u;
const NUMBER = /^[-+]?[0-9][0-9_]*(?:[.:eE][-+0-9_.:]*)?$/;
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null|0[xob][0-9a-f_]+)$/i;
const SHORT = 20;

/**
 * A text as one line that YAML reads as it is meant; control signs and breaks become spaces.
 * @param {string} text
 */
export const inLine = (text) =>
  text
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]+/gu, (found) =>
      /^[\u200c\u200d]+$/.test(found) ? found : ' ',
    )
    .trim();

/**
 * A text in the quotes that it needs.
 * @param {string} given
 */
export function scalar(given) {
  const text = inLine(given);
  if (PLAIN.test(text) && !NUMBER.test(text) && !KEYWORD.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text))
    return text;
  if (/["\\]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text}"`;
}

/** A date or a number needs quotes only where YAML has a meaning of its own for its signs. @param {string} text */
const word = (text) => (/^[0-9-]+$/.test(text) ? text : scalar(text));

const WORDS = new Set(['date', 'published', 'importance']);

/**
 * The lines of a record's fields, of which those without a value are left out.
 * @param {{[key: string]: Value | undefined}} fields
 * @returns {string[]}
 */
function lines(fields) {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && !value.length)) return [];
    if (typeof value === 'string' && !inLine(value)) return [];
    if (typeof value === 'number') return [`${name}: ${value}`];
    if (typeof value === 'string') return [`${name}: ${WORDS.has(name) ? word(value) : scalar(value)}`];
    if (!Array.isArray(value)) return [`${name}:`, ...lines(value).map((line) => `  ${line}`)];
    if (value.every((item) => typeof item === 'string' && item.length <= SHORT))
      return [`${name}: [${value.map((item) => scalar(String(item))).join(', ')}]`];
    return [
      `${name}:`,
      ...value.flatMap((item) => (typeof item === 'string' ? [`  - ${scalar(item)}`] : listed(item))),
    ];
  });
}

/** A mapping as an item of a list. @param {{[key: string]: Value | undefined}} item */
const listed = (item) => lines(item).map((line, number) => `${number ? '    ' : '  - '}${line}`);

/** A record's text. @param {{[key: string]: Value | undefined}} record */
export const yaml = (record) => `${lines(record).join('\n')}\n`;
