// The story as it was known on a day. Pure.

/**
 * Fill `alive` (1 where an event had been reported by the day) and `status` (its state as then known).
 * `day` null means now: everything, as it stands.
 */
export function knownOn(columns, day, alive, status) {
  status.set(columns.status);
  if (day === null) {
    alive.fill(1);
    return;
  }
  const { known, count, changes } = columns;
  for (let i = 0; i < count; i++) alive[i] = known[i] <= day ? 1 : 0;
  // The first state stands until a later one is reported.
  for (let i = changes.length - 1; i >= 0; i--) status[changes[i].event] = changes[i].status;
  for (const change of changes) {
    if (change.day > day) break;
    status[change.event] = change.status;
  }
}

/** Whether an event should have happened by a day, and nothing known by then fulfils it. */
export function overdue(columns, i, status, day, fulfilled) {
  const state = columns.statuses[status[i]];
  if (state !== 'announced' && state !== 'scheduled') return false;
  if (columns.shape[i] & 32 || columns.end[i] <= columns.start[i]) return false;
  return columns.end[i] <= day && !(fulfilled.get(i) <= day);
}

/** Fulfilled or superseded events: on which day that was known. */
export function fulfilments(columns) {
  const found = new Map();
  const { relations, relationKinds, known } = columns;
  for (let r = 0; r < relations.length; r += 3) {
    const kind = relationKinds[relations[r + 2]];
    if (kind !== 'fulfils' && kind !== 'supersedes') continue;
    const target = relations[r + 1];
    found.set(target, Math.min(found.get(target) ?? Infinity, known[relations[r]]));
  }
  return found;
}

/** The days on which something became known, in order. */
export function reportDays(columns, mask) {
  const days = new Set();
  for (let i = 0; i < columns.count; i++) if (mask[i]) days.add(Math.floor(columns.known[i]));
  for (const change of columns.changes) if (mask[change.event]) days.add(Math.floor(change.day));
  return Float64Array.from(days).sort();
}
