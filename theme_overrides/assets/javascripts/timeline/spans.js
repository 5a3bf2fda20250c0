// The spans of time that the menu offers and that the first view shows, in days. Pure.

/** A function of a name (start, all, story, today, last30, next90) that gives [from, to]. */
export const makeSpans = (model, scope) => (what) => {
  const { today } = model.columns;
  if (what === 'today') return [today - 45, today + 45];
  if (what === 'last30') return [today - 30, today + 1];
  if (what === 'next90') return [today, today + 90];
  // At first, and as "the storyline", the heart of the story is shown; a storyline's own page shows all of it.
  const heart = what === 'start' || (what === 'story' && !scope.startsWith('storyline'));
  const [from, to] = model.extent(heart);
  const margin = (to - from) * 0.05 + 1;
  return [from - margin, to + margin];
};
