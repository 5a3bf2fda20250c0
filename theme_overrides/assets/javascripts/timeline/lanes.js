// Lanes: one for all, or one an option, the fullest first. Pure.

const MOST = 10;
const SINGLE = [0];

/** Lanes by a facet's name, or a single one: {count, names, of: event → lane numbers}. */
export function makeLanes(columns, by, mask) {
  const facet = columns.facets[by];
  if (!facet) return { count: 1, names: [''], of: () => SINGLE };
  const totals = new Uint32Array(facet.options.length);
  for (let i = 0; i < columns.count; i++) if (mask[i]) for (const option of facet.sets[facet.of[i]]) totals[option]++;
  const order = [...totals.keys()].filter((option) => totals[option]).sort((a, b) => totals[b] - totals[a] || a - b);
  const shown = order.length > MOST ? order.slice(0, MOST - 1) : order;
  const laneOf = new Map(shown.map((option, lane) => [option, lane]));
  const rest = shown.length;
  const bySet = facet.sets.map((set) => {
    const found = [...new Set(set.map((option) => laneOf.get(option)).filter((lane) => lane !== undefined))].sort((a, b) => a - b);
    return found.length ? found : [rest];
  });
  let others = false;
  for (let i = 0; i < columns.count && !others; i++) others = mask[i] === 1 && bySet[facet.of[i]][0] === rest;
  const names = shown.map((option) => facet.options[option].label);
  if (others) names.push(order.length > MOST ? 'Others' : 'None');
  return { count: Math.max(1, names.length), names: names.length ? names : [''], of: (i) => bySet[facet.of[i]] };
}
