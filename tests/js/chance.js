// Chance for property tests: the same course in every `make test`, so that what fails there is due to a change; another
// one every time, and a longer one, in `make soak`. DATELINE_SEED chooses the course.

import fc from 'fast-check';

const { DATELINE_SEED, DATELINE_SOAK } = process.env;
const seed = Number(DATELINE_SEED ?? (DATELINE_SOAK ? Date.now() % 1e9 : 1));
fc.configureGlobal({ seed, numRuns: DATELINE_SOAK ? Math.round(5000 * Number(DATELINE_SOAK)) : 100 });
