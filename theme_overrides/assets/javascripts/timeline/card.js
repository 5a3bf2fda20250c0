// The card of the event under the pointer, and the panel of the opened one.

/** @import { Card, Model, Panel, Text, Texts, Told } from './types.js' */

import { button, el } from './dom.js';
import { say } from './words.js';

/**
 * What a card says of an event; `text` is null while it is on its way.
 * @param {Model} model
 * @param {number} i
 * @param {Text | null} text
 */
function content(model, i, text) {
  const { id: state, label } = model.columns.facets.status.options[model.columns.status[i]];
  const told = text && model.tells(i, text);
  return [
    el(
      'p',
      { class: 'dl-card__date' },
      text?.date ?? '…',
      ' ',
      el('span', { class: `dl-status dl-status--${state}` }, el('span', { class: `dl-mark dl-mark--${state}` }), label),
      model.overdue(i) ? el('span', { class: 'dl-overdue' }, ' ', say('card-overdue')) : null,
    ),
    text?.quote && told?.quote
      ? el(
          'blockquote',
          {},
          el('span', { lang: text.quoteLanguage, dir: 'auto' }, say('quotation', { quote: text.quote })),
          el('footer', { class: 'dl-source', dir: 'auto' }, text.source),
        )
      : null,
    el('p', { class: 'dl-card__outlets', dir: 'auto' }, text && told && notes(text, told)),
  ].filter((part) => part !== null);
}

/**
 * How well an event is established, or that this goes by what was known.
 * @param {Text} text
 * @param {Told} told
 */
function notes(text, told) {
  if (!told.all) return say('card-then');
  return text.outlets ? say('card-reported', { notes: text.notes, outlets: text.outlets }) : text.notes;
}

/**
 * A card beside an event's spot on the stage.
 * @param {HTMLElement} holder
 * @param {Model} model
 * @param {Texts} texts
 * @returns {Card}
 */
export function makeCard(holder, model, texts) {
  const card = el('div', { class: 'dl-card', role: 'tooltip', hidden: true });
  holder.append(card);
  /** @type {number | null} */
  let shown = null;
  return {
    show(i, { x, y }, width) {
      shown = i;
      const text = texts.get(i);
      if (!text) texts.ready(i).then(() => shown === i && this.show(i, { x, y }, width));
      card.replaceChildren(
        el('p', { class: 'dl-card__title', dir: 'auto' }, texts.title(i) ?? '…'),
        ...content(model, i, text),
      );
      card.hidden = false;
      const left = Math.max(8, Math.min(x + 14, width - card.offsetWidth - 8));
      const above = y - card.offsetHeight - 16;
      card.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > 0 ? above : y + 20)}px)`;
    },
    hide() {
      shown = null;
      card.hidden = true;
    },
  };
}

/**
 * @typedef {object} PanelActions
 * @property {(id: string) => string} href
 * @property {string | null} target
 * @property {() => void} close
 * @property {(i: number) => void} jump
 */

/**
 * The panel beside the stage.
 * @param {HTMLElement} holder
 * @param {Model} model
 * @param {Texts} texts
 * @param {PanelActions} act
 * @returns {Panel}
 */
export function makePanel(holder, model, texts, { href, target, close, jump }) {
  const panel = el('aside', { class: 'dl-panel', hidden: true, 'aria-label': say('panel-name'), tabindex: '-1' });
  holder.append(panel);
  /**
   * @param {Text} text
   * @param {string} words
   * @param {string} [name]
   */
  const link = (text, words, name) => el('a', { href: href(text.id), target, class: name, dir: 'auto' }, words);
  /** @type {unknown} */
  let opened = null;
  return {
    element: panel,
    async open(i) {
      opened = i;
      const [text, related] = await Promise.all([texts.ready(i), relations(i)]);
      if (!text || opened !== i) return;
      fill(
        text.title,
        [
          ...content(model, i, text),
          text.summary && model.tells(i, text).all ? el('p', { dir: 'auto' }, text.summary) : '',
          related.length ? el('ul', { class: 'dl-panel__relations' }, ...related) : '',
        ],
        el('p', { class: 'dl-panel__foot' }, link(text, say('panel-page'), 'dl-panel__more')),
      );
    },
    async list(rows) {
      opened = rows;
      const lines = await Promise.all(rows.map(line));
      if (opened !== rows) return;
      fill(say('panel-list', { count: rows.length }), [el('ul', { class: 'dl-panel__list' }, ...lines)]);
      panel.focus({ preventScroll: true });
    },
    hide() {
      opened = null;
      panel.hidden = true;
    },
  };

  /**
   * @param {string} title
   * @param {(Node | string)[]} parts
   * @param {HTMLElement} [foot] stays in sight
   */
  function fill(title, parts, foot) {
    panel.replaceChildren(
      el(
        'div',
        { class: 'dl-panel__body' },
        button('×', close, { class: 'dl-panel__close', 'aria-label': say('panel-close') }),
        el('h2', { dir: 'auto' }, title),
        ...parts,
      ),
      foot ?? '',
    );
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  /** @param {number} i */
  async function line(i) {
    const text = await texts.ready(i);
    return (
      text &&
      el(
        'li',
        {},
        el('span', {}, text.date),
        ' ',
        button(text.title, () => jump(i), { dir: 'auto' }),
      )
    );
  }

  /**
   * A line for each related event that was known.
   * @param {number} i
   */
  function relations(i) {
    const {
      relations: all,
      columns: { relationWords },
    } = model;
    /** @type {Promise<HTMLElement | null>[]} */
    const found = [];
    for (let r = 0; r < all.length; r += 3) {
      if (all[r] !== i && all[r + 1] !== i) continue;
      const inverse = Number(all[r] !== i);
      found.push(relation(relationWords[all[r + 2]][inverse], all[r + 1 - inverse]));
    }
    return Promise.all(found);
  }

  /**
   * What the drawing shows opens here, another event on its page.
   * @param {string} word
   * @param {number} i
   */
  async function relation(word, i) {
    const text = await texts.ready(i);
    if (!text) return null;
    return el(
      'li',
      {},
      el('span', {}, word),
      ' ',
      model.mask[i] ? button(text.title, () => jump(i), { dir: 'auto' }) : link(text, text.title),
    );
  }
}
