// How the event will stand: its line in a list, and what each article says of it.

import { say } from '../timeline/words.js';
import { element } from './elements.js';
import { sourceName, text } from './record.js';
import { explain } from './telling.js';

/** @import { Data, Entered } from './record.js' */

/** @param {Entered} entered @param {string} kind in words @param {Data} data @returns {HTMLElement[]} */
export function preview({ event, sources }, kind, data) {
  const title = text(event, 'title');
  if (!title) return [element('p', say('form-preview-none'), 'dl-note')];
  const date = text(event, 'date');
  const told = date && explain(date, data.rules['events.date'].pattern ?? '', true);
  const status = text(event, 'status');
  const above = [told, status && say(`status-${status}`), kind].filter(Boolean).join(' · ');
  const lines = [
    element('p', above, 'dl-kicker'),
    element('p', title, 'dl-form__title'),
    element('p', text(event, 'summary')),
    ...sources.flatMap((source) => {
      const [quote, says] = [text(source, 'quote'), text(source, 'says')];
      const name = (quote || says) && sourceName(source, data);
      return [element('blockquote', quote && `“${quote}”`), element('p', says), element('p', name, 'dl-note')];
    }),
  ].filter((line) => line.textContent);
  for (const line of lines) line.dir = 'auto';
  return lines;
}
