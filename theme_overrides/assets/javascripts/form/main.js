// The form for a new event. Nothing that is typed leaves the browser; records and rules are fetched at the first use.

import { fold } from '../search/folding.js';
import { say, use as useWords } from '../timeline/words.js';
import { use as useDates } from './dates.js';
import { button, element } from './elements.js';
import { fileOf } from './made.js';
import { preview } from './preview.js';
import { files, LISTS, meant, problems, text } from './record.js';
import { fill, read, Sources } from './sources.js';
import { explain } from './telling.js';

/** @import { Data, Entered, Problem } from './record.js' */

const MOST_OFFERED = 30;
const KEPT = 'dateline-new-event';
/** @type {Record<string, string>} */
const OFFERED = { ...Object.fromEntries(LISTS.map((name) => [name, name])), article: 'articles', outlet: 'outlets' };

/** The name of a field without what makes it that of a further article. @param {string} key */
const bare = (key) => key.replace(/-\d+$/, '');

/** What this browser kept, if it may keep anything at all. @returns {Entered} */
function kept() {
  try {
    const { event, sources } = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return { event: Object(event), sources: Array.isArray(sources) ? sources.map(Object) : [] };
  } catch {
    return { event: {}, sources: [] };
  }
}

/** @param {Entered} entered */
const isEmpty = ({ event, sources }) =>
  [event, ...sources].every((typed) => Object.values(typed).every((value) => !value.length || value === 'known'));

/** @param {Entered} entered */
function keep(entered) {
  try {
    if (isEmpty(entered)) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(entered));
  } catch {
    // A browser that keeps nothing loses what was typed, and no more.
  }
}

class Form {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    /** @type {Record<string, string[]>} */
    this.chosen = Object.fromEntries(LISTS.map((name) => [name, []]));
    /** @type {Data | undefined} */
    this.data = undefined;
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
    /** @type {(() => HTMLElement) | undefined} */
    this.bring = undefined;
    form.addEventListener('focusin', () => this.load().catch(() => {}));
    form.addEventListener('input', (event) => this.changed(/** @type {HTMLElement} */ (event.target)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.loaded(() => this.write());
    });
    this.sources = new Sources(this.at('.dl-form__sources'), (number, bring) => this.removed(number, bring));
    this.at('[data-add]').addEventListener('click', () => this.loaded(() => this.add()));
    this.at('[data-back]').addEventListener('click', () => this.bringBack());
    this.at('[data-clear]').addEventListener('click', () => this.clear());
    for (const name of LISTS) this.list(name);
    for (const { dataset, textContent } of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll('[data-kind]')
    ))
      this.input('kind').append(new Option(textContent ?? '', dataset.kind));
    form.hidden = false;
    this.restore(kept());
  }

  /** @param {string} selector */
  at(selector) {
    return /** @type {HTMLElement} */ (this.form.querySelector(selector));
  }

  /** @param {string} name */
  input(name) {
    return /** @type {HTMLInputElement} */ (this.at(`#dl-f-${name}`));
  }

  /** @param {string} words */
  tell(words) {
    this.at('.dl-form__told').textContent = words;
  }

  /** Do what needs the records' names and the words, or tell that they cannot be had. @param {() => void} then */
  loaded(then) {
    this.load().then(then, () => this.tell(this.form.dataset.failed ?? ''));
  }

  load() {
    this.loading ??= fetch(this.form.dataset.form ?? '')
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((/** @type {Data} */ data) => {
        useWords(/** @type {any} */ (data));
        useDates(data.months, data.seasons);
        this.data = data;
        this.offerAll();
        this.show();
      })
      .catch((error) => {
        this.loading = undefined;
        throw error;
      });
    return this.loading;
  }

  /** The fields that are the event's own. */
  own() {
    const all = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll('[name]'));
    return [...all].filter((input) => !input.closest('.dl-form__source'));
  }

  /** All that is typed; a name that waits in its field counts as added. @returns {Entered} */
  typed() {
    const event = read(this.own());
    for (const name of LISTS) {
      const waiting = this.input(name).value.trim();
      event[name] = [...this.chosen[name], ...(waiting ? [waiting] : [])];
    }
    return { event, sources: this.sources.typed() };
  }

  /** @param {Entered} entered */
  restore(entered) {
    const { event, sources } = entered;
    fill(this.own(), event);
    for (const name of LISTS) {
      const names = event[name];
      if (Array.isArray(names)) this.chosen[name] = names.map(String);
    }
    this.sources.restore(sources);
    this.show();
    if (!isEmpty(entered)) this.load().catch(() => {});
  }

  /** A group of fields for one article more. */
  add() {
    const group = this.sources.add();
    this.offerAll();
    this.settle();
    this.tell(say('form-source-added', { number: this.sources.groups.length }));
    this.enter(group);
  }

  /**
   * An article was taken out: go on with the one that took its place.
   * @param {number} number from 0
   * @param {() => HTMLElement} [bring] puts it back
   */
  removed(number, bring) {
    this.bring = bring;
    this.at('[data-back]').hidden = !bring;
    // It names articles by numbers that they no longer have; what is wrong stays told at its field.
    this.at('.dl-form__errors').hidden = true;
    this.settle();
    this.tell(say('form-source-removed', { number: number + 1 }));
    const next = this.sources.groups[number];
    if (next) this.enter(next);
    else this.at('[data-add]').focus();
  }

  bringBack() {
    const group = this.bring?.();
    if (!group) return;
    this.at('[data-back]').hidden = true;
    this.at('.dl-form__errors').hidden = true;
    this.settle();
    this.tell(say('form-source-back', { number: this.sources.groups.indexOf(group) + 1 }));
    this.enter(group);
  }

  /** Go to the first field of an article, with its name in view. @param {HTMLElement} group */
  enter(group) {
    this.sources.inputs(group)[0].focus({ preventScroll: true });
    group.scrollIntoView();
  }

  clear() {
    this.sources.reset();
    this.at('[data-back]').hidden = true;
    this.form.reset();
    for (const name of LISTS) this.chosen[name] = [];
    this.complain([]);
    this.at('.dl-form__made').hidden = true;
    this.show();
    keep({ event: {}, sources: [] });
    this.tell(this.data ? say('form-cleared') : '');
    this.input('title').focus();
  }

  /** @param {HTMLElement} target */
  changed(target) {
    const key = target.id.replace('dl-f-', '');
    if (bare(key) in OFFERED) this.offer(key);
    this.wrong(key, '');
    // Either is enough, and what is missing is told at the quote.
    if (bare(key) === 'says') this.wrong(key.replace('says', 'quote'), '');
    this.settle();
  }

  /** What was written holds no longer; keep and show what is typed now. */
  settle() {
    this.at('.dl-form__made').hidden = true;
    keep(this.typed());
    this.show();
  }

  offerAll() {
    for (const list of this.form.querySelectorAll('datalist')) this.offer(list.id.replace('dl-l-', ''));
  }

  /** Offer the records that have what is typed in their name. @param {string} name */
  offer(name) {
    const asked = fold(this.input(name).value);
    const found = (this.data?.records[OFFERED[bare(name)]] ?? []).filter(([id, known]) =>
      fold(`${known} ${id}`).includes(asked),
    );
    const options = found.slice(0, MOST_OFFERED).map(([id, known]) => {
      const option = document.createElement('option');
      option.value = found.some(([other, same]) => same === known && other !== id) ? `${known} (${id})` : known;
      return option;
    });
    this.at(`#dl-l-${name}`).replaceChildren(...options);
  }

  /** A field of several names. @param {string} name */
  list(name) {
    const add = () => {
      const value = this.input(name).value.trim();
      if (!value) return;
      const known = this.data && meant(this.data.records[name], value);
      if (!known) {
        if (this.data) this.wrong(name, say('form-wrong-unknown', { name: value }));
        return;
      }
      this.chosen[name].push(this.data?.records[name].find(([id]) => id === known)?.[1] ?? value);
      this.input(name).value = '';
      this.changed(this.input(name));
      this.tell(say('form-added', { name: value }));
      this.input(name).focus();
    };
    this.at(`[data-several="${name}"] button`).addEventListener('click', add);
    this.input(name).addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !this.input(name).value) return;
      event.preventDefault();
      add();
    });
  }

  /** Show what follows from what is typed. */
  show() {
    this.sources.show(Boolean(this.data));
    for (const name of LISTS) {
      const chips = this.chosen[name].map((value, number) => {
        const chip = button(value, () => {
          this.chosen[name].splice(number, 1);
          this.changed(this.input(name));
          this.tell(say('form-removed', { name: value }));
          this.input(name).focus();
        });
        chip.dir = 'auto';
        if (this.data) chip.ariaLabel = say('form-remove', { name: value });
        return chip;
      });
      this.at(`[data-several="${name}"] .dl-chosen`).replaceChildren(...chips);
    }
    if (!this.data) return;
    const entered = this.typed();
    const { pattern = '' } = this.data.rules['events.date'];
    /** @param {string} key @param {string} value */
    const tellDate = (key, value) => {
      this.at(`#dl-n-${key}`).textContent = value ? explain(value, pattern) : '';
    };
    tellDate('date', text(entered.event, 'date'));
    const most = this.data.rules['events.evidence.quote'].maxLength ?? 0;
    entered.sources.forEach((source, number) => {
      const suffix = this.sources.suffix(number);
      tellDate(`published${suffix}`, text(source, 'published'));
      const left = most - [...text(source, 'quote')].length;
      const counter = this.at(`#dl-n-quote${suffix}`);
      counter.textContent = say(left < 0 ? 'form-quote-over' : 'form-quote-left', { count: Math.abs(left) });
      counter.classList.toggle('dl-field__over', left < 0);
    });
    const [kind] = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (this.input('kind'))).selectedOptions;
    this.at('[data-preview]').replaceChildren(...preview(entered, kind?.value ? kind.text : '', this.data));
  }

  /** Mark a field as wrong, or as right with no words. @param {string} name @param {string} words */
  wrong(name, words) {
    const place = this.form.querySelector(`#dl-e-${name}`);
    if (!place) return;
    place.textContent = words;
    if (words) this.input(name).setAttribute('aria-invalid', 'true');
    else this.input(name).removeAttribute('aria-invalid');
  }

  /** @param {Problem[]} found */
  complain(found) {
    for (const place of this.form.querySelectorAll('.dl-field__error')) this.wrong(place.id.replace('dl-e-', ''), '');
    const box = this.at('.dl-form__errors');
    box.hidden = !found.length;
    if (!found.length) return;
    const list = element('ul');
    for (const problem of found) {
      const key = this.key(problem);
      const words = say(problem.message, problem.args);
      this.wrong(key, words);
      const field = this.at(`label[for="dl-f-${key}"]`).firstChild?.textContent?.trim() ?? '';
      const link = /** @type {HTMLAnchorElement} */ (element('a'));
      link.href = `#dl-f-${key}`;
      link.textContent = `${this.place(problem, field)}: ${words}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.input(key).focus();
      });
      const item = element('li');
      item.append(link);
      list.append(item);
    }
    box.replaceChildren(element('p', say('form-errors', { count: found.length })), list);
    box.focus();
  }

  /** What ends the ids of the field that is wrong. @param {Problem} problem */
  key({ field, source }) {
    return source === undefined ? field : field + this.sources.suffix(source);
  }

  /** Where somebody finds it, among several articles too. @param {Problem} problem @param {string} field */
  place({ source }, field) {
    const count = this.sources.groups.length;
    return source === undefined || count < 2 ? field : say('form-source-field', { number: source + 1, field });
  }

  write() {
    if (!this.data) return;
    this.tell('');
    const order = [...this.form.querySelectorAll('[data-field]')].map((part) => part.getAttribute('data-field'));
    /** @param {Problem} problem */
    const at = (problem) => order.indexOf(this.key(problem));
    const found = problems(this.typed(), this.data).sort((one, other) => at(one) - at(other));
    this.complain(found);
    const place = this.at('.dl-form__made');
    place.hidden = found.length > 0;
    if (found.length) return;
    const made = files(this.typed(), this.data);
    const heading = element('h2', say('form-done'));
    heading.tabIndex = -1;
    const parts = made.map((one) => fileOf(one, this.form.dataset, (words) => this.tell(words)));
    place.replaceChildren(heading, element('p', say('form-done-lead', { count: made.length })), ...parts);
    heading.focus();
  }
}

function start() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.dl-form[hidden]'));
  if (form) new Form(form);
}

if (window.document$) window.document$.subscribe(start);
else start();
