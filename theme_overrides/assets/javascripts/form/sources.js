// The articles that tell the event: a group of fields for each, of which the page has the first.

import { say } from '../timeline/words.js';
import { button } from './elements.js';
import { hasWords } from './record.js';

/** @import { Typed } from './record.js' */
/** @typedef {NodeListOf<HTMLInputElement> | HTMLInputElement[]} Inputs */

const NAMING = ['id', 'for', 'list', 'aria-describedby', 'data-field'];

/** What is typed in fields, by name; boxes of one name are a list of those that are ticked. @param {Inputs} inputs */
export function read(inputs) {
  /** @type {Record<string, any>} */
  const found = {};
  for (const { name, type, value, checked } of inputs)
    if (type === 'checkbox') found[name] = [...(found[name] ?? []), ...(checked ? [value] : [])];
    else found[name] = value;
  return /** @type {Typed} */ (found);
}

/** Write into fields what was read from them. @param {Inputs} inputs @param {Typed} typed */
export function fill(inputs, typed) {
  for (const input of inputs) {
    const value = typed[input.name];
    if (input.type === 'checkbox') input.checked = Array.isArray(value) && value.includes(input.value);
    else if (typeof value === 'string') input.value = value;
  }
}

export class Sources {
  /**
   * @param {HTMLElement} place where the groups stand
   * @param {(number: number, bring?: () => HTMLElement) => void} removed called when the one of this number,
   *   from 0, was taken out; `bring` puts it back, where anything was typed in it
   */
  constructor(place, removed) {
    this.place = place;
    this.removed = removed;
    this.pattern = /** @type {HTMLElement} */ (place.children[0].cloneNode(true));
    this.made = 1;
    this.equip(/** @type {HTMLElement} */ (place.children[0]));
  }

  get groups() {
    return /** @type {HTMLElement[]} */ ([...this.place.children]);
  }

  /** Give a group its way out; it has words as soon as there are any. @param {HTMLElement} group */
  equip(group) {
    const remove = button('', () => {
      const number = this.groups.indexOf(group);
      const isTyped = hasWords(read(this.inputs(group)));
      group.remove();
      const bring = () => this.place.insertBefore(group, this.groups[number] ?? null);
      this.removed(number, isTyped ? bring : undefined);
    });
    remove.className = 'dl-form__remove';
    remove.hidden = true;
    group.append(remove);
  }

  /** One group more, whose ids are its own. @returns {HTMLElement} */
  add() {
    const group = /** @type {HTMLElement} */ (this.pattern.cloneNode(true));
    group.dataset.suffix = `-${++this.made}`;
    for (const name of NAMING)
      for (const part of group.querySelectorAll(`[${name}]`)) {
        const ids = (part.getAttribute(name) ?? '').split(' ');
        part.setAttribute(name, ids.map((id) => id + group.dataset.suffix).join(' '));
      }
    this.equip(group);
    this.place.append(group);
    return group;
  }

  /** Only the first group, or what has taken its place. */
  reset() {
    for (const group of this.groups.slice(1)) group.remove();
  }

  /** @param {HTMLElement} group @returns {NodeListOf<HTMLInputElement>} */
  inputs(group) {
    return group.querySelectorAll('[name]');
  }

  /** @returns {Typed[]} */
  typed() {
    return this.groups.map((group) => read(this.inputs(group)));
  }

  /** As many groups as there were, with what was typed in them. @param {Typed[]} typed */
  restore(typed) {
    typed.forEach((source, number) => {
      fill(this.inputs(this.groups[number] ?? this.add()), source);
    });
  }

  /** What ends the ids of the fields of an article. @param {number} number from 0 */
  suffix(number) {
    return this.groups[number]?.dataset.suffix ?? '';
  }

  /** Count the articles where there are several, of which each can be taken out. @param {boolean} spoken */
  show(spoken) {
    const count = this.groups.length;
    this.groups.forEach((group, at) => {
      const { which } = read(this.inputs(group));
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll('[data-when]')))
        part.hidden = part.dataset.when !== which;
      if (!spoken) return;
      const [legend, remove] = [group.children[0], /** @type {HTMLButtonElement} */ (group.lastElementChild)];
      const number = at + 1;
      legend.textContent = count > 1 ? say('form-source-of', { number, count }) : say('form-source');
      remove.textContent = say('form-source-remove', { number });
      remove.hidden = count < 2;
    });
  }
}
