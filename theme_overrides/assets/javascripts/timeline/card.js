// The card of the event under the pointer, and the panel of the opened one.

import { button, el } from './dom.js';

/** What a card says of an event; `text` is null while it is on its way. */
function content(model, i, text) {
  const { columns, status } = model;
  const { id: state, label } = columns.facets.status.options[status[i]];
  const { sets, of, options } = columns.facets.outlet;
  const names = sets[of[i]].map((number) => options[number].label);
  const count = names.length;
  const past = model.state.known !== null;
  return [
    el('p', { class: 'dl-card__date' }, text?.date ?? '…', ' ',
      el('span', { class: `dl-status dl-status--${state}` }, el('span', { class: `dl-mark dl-mark--${state}` }), label),
      model.overdue(i) ? el('span', { class: 'dl-overdue' }, ' Overdue') : null),
    text?.quote && !past ? el('blockquote', {}, `“${text.quote}”`, el('footer', { class: 'dl-source' }, text.source)) : null,
    el('p', { class: 'dl-card__outlets', title: past ? null : names.join(', ') }, past ? 'As then known; what was reported later is not shown.' : `${count} ${count === 1 ? 'outlet' : 'outlets'}: ${names.slice(0, 4).join(', ')}${count > 4 ? ` and ${count - 4} more` : ''}`),
  ];
}

/** A card beside an event's spot on the stage. */
export function makeCard(holder, model, texts) {
  const card = el('div', { class: 'dl-card', role: 'tooltip', hidden: true });
  holder.append(card);
  let shown = null;
  return {
    show(i, { x, y }, width) {
      shown = i;
      const text = texts.get(i);
      if (!text) texts.ready(i).then(() => shown === i && this.show(i, { x, y }, width));
      card.replaceChildren(el('p', { class: 'dl-card__title' }, texts.title(i) ?? '…'), ...content(model, i, text).filter(Boolean));
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

/** The panel beside the stage. */
export function makePanel(holder, model, texts, { href, target, close, jump }) {
  const panel = el('aside', { class: 'dl-panel', hidden: true, 'aria-label': 'The chosen event', tabindex: '-1' });
  holder.append(panel);
  return {
    element: panel,
    async open(i) {
      const text = await texts.ready(i);
      if (!text) return;
      panel.replaceChildren(
        button('×', close, { class: 'dl-panel__close', 'aria-label': 'Close' }),
        el('h2', {}, text.title),
        ...content(model, i, text).filter(Boolean),
        text.summary && model.state.known === null ? el('p', {}, text.summary) : '',
        relations(i),
        el('p', {}, el('a', { href: href(text.id), target, class: 'dl-panel__more' }, 'All reports, quotes and claims')),
      );
      panel.hidden = false;
    },
    hide() {
      panel.hidden = true;
    },
  };

  function relations(i) {
    const { relations: all, relationKinds } = model.columns;
    const list = el('ul', { class: 'dl-panel__relations' });
    for (let r = 0; r < all.length; r += 3) {
      const other = all[r] === i ? all[r + 1] : all[r + 1] === i ? all[r] : null;
      if (other === null) continue;
      const kind = relationKinds[all[r + 2]].replace('-', ' ');
      const open = button(texts.title(other) ?? '…', () => jump(other));
      if (!texts.title(other)) texts.ready(other).then((text) => text && (open.textContent = text.title));
      list.append(el('li', {}, el('span', {}, all[r] === i ? kind : `${kind} (from)`), ' ', open));
    }
    return list.children.length ? list : '';
  }
}
