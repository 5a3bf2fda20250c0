// What a date that is not EDTF may have meant, as generator/dates/hints.py says it: only forms that leave no doubt.

const NAMES = 'january february march april may june july august september october november december'.split(' ');
/** @type {Record<string, number>} */
const SEASONS = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
/** @type {[RegExp, (text: string) => string][]} */
const PREFIXED = [
  [/^(?:about|around|circa|ca?\.|approximately) ?(.+)$/i, (text) => `${text}~`],
  [/^(?:perhaps|probably|possibly|maybe) (.+)$/i, (text) => `${text}?`],
  [/^(?:before|until|by) (.+)$/i, (text) => `../${text}`],
  [/^(?:after|since|from) (.+)$/i, (text) => `${text}/..`],
];
const RANGE = /^(?:from |between )?(.+?)(?: to | until | till | and | ?[–—] ?| - )(.+)$/i;

/** @param {string} text */
const two = (text) => text.padStart(2, '0');

/** @param {string} text @returns {string} */
function oneDay(text) {
  let found = /^([0-9]{4})([-/. ])([0-9]{1,2})(?:\2([0-9]{1,2}))?$/.exec(text);
  if (found) return [found[1], two(found[3]), ...(found[4] ? [two(found[4])] : [])].join('-');
  found = /^([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})$/.exec(text);
  if (found && !bothReadings(text)) {
    const [day, month] = [found[1], found[3]].sort((a, b) => Number(b) - Number(a));
    return `${found[4]}-${two(month)}-${two(day)}`;
  }
  found =
    /^(?<day>[0-9]{1,2})?(?:st|nd|rd|th)?\.? ?(?<month>[a-z]{3,9})\.?,? (?<year>[0-9]{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})$/i.exec(text);
  if (found?.groups) {
    const { day, month, year } = found.groups;
    const number = NAMES.findIndex((name) => name.startsWith(month.toLowerCase())) + 1;
    if (number) return `${year}-${two(String(number))}${day ? `-${two(day)}` : ''}`;
  }
  found = /^(spring|summer|autumn|fall|winter)(?: of)? ([0-9]{4})$/i.exec(text);
  if (found) return `${found[2]}-${SEASONS[found[1].toLowerCase()]}`;
  found = /^(?:the )?([0-9]{3})0s$/i.exec(text);
  if (found) return `${found[1]}X`;
  found = /^Q([1-4]) ([0-9]{4})$/i.exec(text);
  return found ? `${found[2]}-${32 + Number(found[1])}` : '';
}

/** The two days that figures may mean of which nobody can tell day and month, or null. @param {string} text */
export function bothReadings(text) {
  const found = /^([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})$/.exec(text.trim());
  if (!found || found[1] === found[3] || Number(found[1]) > 12 || Number(found[3]) > 12) return null;
  const [one, other] = [two(found[1]), two(found[3])];
  return [`${found[4]}-${other}-${one}`, `${found[4]}-${one}-${other}`];
}

/** What a text may mean, the likeliest first; whether it is a date is for the caller to ask. @param {string} given */
export function readings(given) {
  const text = given.normalize('NFKC').trim().split(/\s+/).join(' ');
  const found = [oneDay(text)];
  for (const [form, written] of PREFIXED) {
    const rest = form.exec(text)?.[1];
    if (rest) found.push(written(oneDay(rest) || rest));
  }
  const range = RANGE.exec(text);
  if (range) {
    const year = /[0-9]{4}$/.exec(range[2])?.[0] ?? '';
    const from = oneDay(range[1]) || oneDay(`${range[1]} ${year}`) || range[1];
    found.push(`${from}/${oneDay(range[2]) || range[2]}`);
  }
  const before = /^([1-9][0-9]{0,3}) ?(?:BCE?|B\.C\.(?:E\.)?)$/i.exec(text);
  if (before) found.push(before[1] === '1' ? '0000' : `-${String(Number(before[1]) - 1).padStart(4, '0')}`);
  found.push(text.replaceAll(' ', '').toUpperCase());
  return found.filter((one) => one && one !== given);
}

const CHANGES = new RegExp(
  '^(?:today|tonight|now|tomorrow|yesterday|recently|soon' +
    '|(?:(?:next|last|this|on) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day' +
    '|(?:next|last|this) (?:week|weekend|month|year)|[0-9]+ (?:days|weeks|months|years) ago)$',
  'i',
);

/** Whether a text means another day whenever it is read. @param {string} text */
export const changesByDay = (text) => CHANGES.test(text.trim().split(/\s+/).join(' '));
