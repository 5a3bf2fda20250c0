// The form for a new event. Nothing that is typed leaves the browser; records and rules are fetched at the first use.

import { fold } from '../search/folding.js';
import { say, use as useWords } from '../timeline/words.js';
import { use as useDates } from './dates.js';
import { newFile } from './forge.js';
import { files, LISTS, meant, problems, text } from './record.js';
import { explain } from './telling.js';
import { yaml } from './yaml.js';

/** @import { Data, Made, Problem, Typed } from './record.js' */

const MOST_OFFERED = 30;
const KEPT = 'dateline-new-event';
const DATES = ['date', 'published'];
/** @type {Record<string, string>} */
const OFFERED = { ...Object.fromEntries(LISTS.map((name) => [name, name])), article: 'articles', outlet: 'outlets' };

/** An element with its text. @param {string} name @param {string} [content] @param {string} [className] */
function element(name, content = '', className = '') {
  const made = document.createElement(name);
  made.textContent = content;
  made.className = className;
  return made;
}

/** @param {string} content @param {() => void} click */
function button(content, click) {
  const made = /** @type {HTMLButtonElement} */ (element('button', content));
  made.type = 'button';
  made.addEventListener('click', click);
  return made;
}

/** What this browser kept, if it may keep anything at all. @returns {Typed} */
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return found && typeof found === 'object' ? found : {};
  } catch {
    return {};
  }
}

/** @param {Typed} typed */
function keep(typed) {
  try {
    if (Object.values(typed).some((value) => value.length && value !== 'known'))
      localStorage.setItem(KEPT, JSON.stringify(typed));
    else localStorage.removeItem(KEPT);
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
    form.addEventListener('focusin', () => this.load().catch(() => {}));
    form.addEventListener('input', (event) => this.changed(/** @type {HTMLElement} */ (event.target)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.load().then(
        () => this.write(),
        () => this.tell(form.dataset.failed ?? ''),
      );
    });
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

  load() {
    this.loading ??= fetch(this.form.dataset.form ?? '')
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((/** @type {Data} */ data) => {
        useWords(/** @type {any} */ (data));
        useDates(data.months, data.seasons);
        this.data = data;
        for (const name of Object.keys(OFFERED)) this.offer(name);
        this.show();
      })
      .catch((error) => {
        this.loading = undefined;
        throw error;
      });
    return this.loading;
  }

  /** All that is typed; a name that waits in its field counts as added. @returns {Typed} */
  typed() {
    /** @type {Typed} */
    const found = {};
    for (const [name, value] of new FormData(this.form)) if (name !== 'supports') found[name] = String(value);
    found.supports = [...new FormData(this.form).getAll('supports')].map(String);
    for (const name of LISTS) {
      const waiting = this.input(name).value.trim();
      found[name] = [...this.chosen[name], ...(waiting ? [waiting] : [])];
    }
    return found;
  }

  /** @param {Typed} typed */
  restore(typed) {
    for (const [name, value] of Object.entries(typed)) {
      if (name in this.chosen && Array.isArray(value)) this.chosen[name] = value.map(String);
      else if (typeof value === 'string' && this.form.elements.namedItem(name)) this.input(name).value = value;
    }
    const supports = Array.isArray(typed.supports) ? typed.supports : [];
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll('[name="supports"]')))
      box.checked = supports.includes(box.value);
    this.show();
    if (Object.keys(typed).length) this.load().catch(() => {});
  }

  clear() {
    this.form.reset();
    for (const name of LISTS) this.chosen[name] = [];
    this.complain([]);
    this.at('.dl-form__made').hidden = true;
    this.show();
    keep({});
    this.tell(this.data ? say('form-cleared') : '');
    this.input('title').focus();
  }

  /** @param {HTMLElement} target */
  changed(target) {
    const name = target.id.replace('dl-f-', '');
    if (name in OFFERED) this.offer(name);
    this.wrong(name, '');
    this.at('.dl-form__made').hidden = true;
    keep(this.typed());
    this.show();
  }

  /** Offer the records that have what is typed in their name. @param {string} name */
  offer(name) {
    const asked = fold(this.input(name).value);
    const found = (this.data?.records[OFFERED[name]] ?? []).filter(([id, known]) =>
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
    const typed = this.typed();
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll('[data-when]')))
      part.hidden = part.dataset.when !== typed.which;
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
    for (const name of DATES) {
      const value = text(typed, name);
      this.at(`#dl-n-${name}`).textContent = value ? explain(value, this.data.rules['events.date'].pattern ?? '') : '';
    }
    const left = (this.data.rules['events.evidence.quote'].maxLength ?? 0) - [...text(typed, 'quote')].length;
    const counter = this.at('#dl-n-quote');
    counter.textContent = say(left < 0 ? 'form-quote-over' : 'form-quote-left', { count: Math.abs(left) });
    counter.classList.toggle('dl-field__over', left < 0);
    this.preview(typed, this.data);
  }

  /** How the event will stand in a list. @param {Typed} typed @param {Data} data */
  preview(typed, data) {
    const title = text(typed, 'title');
    if (!title) return this.at('[data-preview]').replaceChildren(element('p', say('form-preview-none'), 'dl-note'));
    const date = text(typed, 'date');
    const told = date && explain(date, data.rules['events.date'].pattern ?? '', true);
    const status = text(typed, 'status');
    const kind = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (this.input('kind'))).selectedOptions[0];
    const above = [told, status && say(`status-${status}`), kind?.value && kind.text].filter(Boolean).join(' · ');
    const quote = text(typed, 'quote');
    const lines = [
      element('p', above, 'dl-kicker'),
      element('p', title, 'dl-form__title'),
      element('p', text(typed, 'summary')),
      element('blockquote', quote && `“${quote}”`),
    ].filter((line) => line.textContent);
    for (const line of lines) line.dir = 'auto';
    this.at('[data-preview]').replaceChildren(...lines);
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
    for (const { field, message, args } of found) {
      const words = say(message, args);
      this.wrong(field, words);
      const link = /** @type {HTMLAnchorElement} */ (element('a'));
      link.href = `#dl-f-${field}`;
      link.textContent = `${this.at(`label[for="dl-f-${field}"]`).firstChild?.textContent?.trim()}: ${words}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.input(field).focus();
      });
      const item = element('li');
      item.append(link);
      list.append(item);
    }
    box.replaceChildren(element('p', say('form-errors', { count: found.length })), list);
    box.focus();
  }

  write() {
    if (!this.data) return;
    this.tell('');
    const order = [...this.form.querySelectorAll('[data-field]')].map((part) => part.getAttribute('data-field'));
    const found = problems(this.typed(), this.data).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    this.complain(found);
    const place = this.at('.dl-form__made');
    place.hidden = found.length > 0;
    if (found.length) return;
    const made = files(this.typed(), this.data);
    const heading = element('h2', say('form-done'));
    heading.tabIndex = -1;
    const parts = made.map((one) => this.file(one));
    place.replaceChildren(heading, element('p', say('form-done-lead', { count: made.length })), ...parts);
    heading.focus();
  }

  /** A file with what can be done with it. @param {Made} made */
  file({ path, id, fields }) {
    const content = yaml(fields);
    const part = element('div', '', 'dl-form__file');
    const code = element('pre', content);
    code.tabIndex = 0;
    code.ariaLabel = path;
    code.setAttribute('role', 'region');
    const deeds = element('p', '', 'dl-form__do');
    const copy = button(say('form-copy'), async () => {
      const worked = await (navigator.clipboard?.writeText(content) ?? Promise.reject()).then(
        () => true,
        () => false,
      );
      this.tell(say(worked ? 'form-copied' : 'form-not-copied'));
    });
    const save = button(say('form-download'), () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([content], { type: 'application/yaml' }));
      link.download = `${id}.yaml`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    deeds.append(copy, ' ', save);
    const address = newFile(this.form.dataset.repository ?? '', this.form.dataset.edit ?? '', path, content);
    if (address) {
      const link = /** @type {HTMLAnchorElement} */ (element('a', say('form-propose')));
      link.href = address;
      link.rel = 'noreferrer';
      deeds.append(' ', link);
    }
    part.append(element('h3', path), code, deeds);
    return part;
  }
}

function start() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.dl-form[hidden]'));
  if (form) new Form(form);
}

if (window.document$) window.document$.subscribe(start);
else start();
