// A thin rail at the screen's edge: how far down the story one is, and, held, the way to any other place in it.

import { el } from './dom.js';

/** @param {(share: number) => void} turn is told to which share of the story somebody wants to go */
export function makeRail(turn) {
  const thumb = el('span', { class: 'dl-rail__thumb' });
  const element = el('div', { class: 'dl-rail', 'aria-hidden': 'true' }, thumb);
  /** @param {PointerEvent} event */
  const follow = ({ clientY }) => {
    const { top, height } = element.getBoundingClientRect();
    turn(Math.min(1, Math.max(0, (clientY - top) / height)));
  };
  element.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    element.classList.add('dl-rail--held');
    follow(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) follow(event);
  });
  for (const name of ['pointerup', 'pointercancel'])
    element.addEventListener(name, () => element.classList.remove('dl-rail--held'));
  return {
    element,
    /**
     * @param {number} share
     * @param {string} name of where that is
     * @param {boolean} shown
     */
    tell(share, name, shown) {
      thumb.style.insetBlockStart = `${share * 100}%`;
      thumb.textContent = name;
      element.classList.toggle('dl-rail--shown', shown);
    },
  };
}
