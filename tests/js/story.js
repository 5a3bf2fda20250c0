// A small story as the data decode it, and the ways to the modules.

const MODULES = new URL('../../theme_overrides/assets/javascripts/timeline/', import.meta.url);

/** A module by its name; what follows a `?` makes it another instance. */
export const timeline = (name) => import(new URL(name, MODULES).href);

/**
 * Six rows: begin, length, kind, importance, when they were known, status. The fourth is how the fifth was known at
 * first; of the third, one of two reports came later.
 */
export function story() {
  const facet = (labels, sets, of) => ({
    options: labels.map((label) => ({ id: label.toLowerCase(), label })),
    sets,
    of: Uint32Array.from(of),
  });
  const reported = () => facet(['A', 'B'], [[0], [1], [0, 1]], [0, 0, 2, 0, 0, 0]);
  return {
    count: 6,
    today: 100,
    dated: null,
    start: Float64Array.of(0, 10, 10, 20, 30, 90),
    end: Float64Array.of(1, 11, 40, 21, 31, 91),
    known: Float64Array.of(0, 12, 11, 20, 25, 50),
    shape: Uint8Array.of(0, 0, 1, 0, 0, 0),
    importance: Uint8Array.of(5, 3, 3, 1, 4, 2),
    until: Float64Array.of(Infinity, Infinity, Infinity, 25, Infinity, Infinity),
    current: Uint32Array.of(0, 1, 2, 4, 4, 5),
    rows: new Map([[4, [4, 3]]]),
    status: Uint8Array.of(0, 0, 0, 3, 0, 3),
    awaited: new Map([
      [3, { due: 22, answered: Infinity }],
      [5, { due: 91, answered: 95 }],
    ]),
    later: new Map([
      [
        2,
        [
          { after: 0, outlet: 0, language: 0, origin: 0, quoted: 0 },
          { after: 9, outlet: 1, language: 1, origin: 1, quoted: 1 },
        ],
      ],
    ]),
    countryOf: [0, 1],
    statuses: ['occurred', 'ongoing', 'announced', 'scheduled'],
    storylines: [],
    relationKinds: ['follows', 'fulfils'],
    relations: Int32Array.of(4, 5, 1),
    facets: {
      kind: facet(['Treaty', 'Visit'], [[0], [1]], [0, 0, 1, 1, 1, 0]),
      actor: facet(['A', 'B'], [[0], [0, 1], []], [0, 1, 1, 2, 0, 0]),
      outlet: reported(),
      country: reported(),
      language: reported(),
      origins: facet(['0', '1', '2', '3+'], [[0], [1], [2], [3]], [1, 1, 2, 1, 1, 1]),
      quotes: facet(['No', 'Yes'], [[0], [1]], [0, 0, 1, 0, 0, 0]),
    },
  };
}

/** One lane that holds every event. */
export const ONE_LANE = { count: 1, names: [''], of: () => [0] };
