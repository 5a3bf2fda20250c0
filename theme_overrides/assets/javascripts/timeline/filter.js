// Which events remain, and how many each option would leave. Pure.

/**
 * Apply a choice ({facet: Set of option ids}) to the mask `base` and the free text's mask `matches` (or null). Any option of
 * a facet suffices; all facets must hold. Returns {mask, total, counts}: counts[facet][option] would remain with that option.
 */
export function applyFilters(columns, choice, base, matches) {
  const names = Object.keys(columns.facets);
  const { count } = columns;
  const mask = new Uint8Array(count);
  const passes = names.map((name) => passing(columns.facets[name], choice[name]));
  const tallies = names.map((name) => new Uint32Array(columns.facets[name].sets.length));
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (!base[i] || (matches && !matches[i])) continue;
    let failed = -1;
    let failures = 0;
    for (let f = 0; f < names.length && failures < 2; f++) {
      const pass = passes[f];
      if (pass && !pass[columns.facets[names[f]].of[i]]) {
        failed = f;
        failures++;
      }
    }
    if (failures === 0) {
      mask[i] = 1;
      total++;
      for (let f = 0; f < names.length; f++) tallies[f][columns.facets[names[f]].of[i]]++;
    } else if (failures === 1) {
      tallies[failed][columns.facets[names[failed]].of[i]]++;
    }
  }
  const counts = {};
  names.forEach((name, f) => {
    const { options, sets } = columns.facets[name];
    const found = new Uint32Array(options.length);
    sets.forEach((set, number) => set.forEach((option) => (found[option] += tallies[f][number])));
    counts[name] = found;
  });
  return { mask, total, counts };
}

/** Which sets of a facet hold a chosen option; null where nothing is chosen. */
function passing(facet, chosen) {
  if (!chosen || chosen.size === 0) return null;
  const options = new Set();
  facet.options.forEach((option, number) => chosen.has(option.id) && options.add(number));
  return Uint8Array.from(facet.sets, (set) => (set.some((option) => options.has(option)) ? 1 : 0));
}

/** The events of a scope such as `storyline:negev-forum`, or all. */
export function scopeMask(columns, scope) {
  const mask = new Uint8Array(columns.count).fill(1);
  if (!scope) return mask;
  const [name, id] = scope.split(':');
  const facet = columns.facets[name];
  if (!facet) return mask;
  const pass = passing(facet, new Set([id])) ?? [];
  for (let i = 0; i < columns.count; i++) mask[i] = pass[facet.of[i]] ? 1 : 0;
  return mask;
}
