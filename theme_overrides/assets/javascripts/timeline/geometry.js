// Where a lane, its rows and its strip of marks lie across the stage, in pixels. Pure.

export const AXIS = 40; // pixels across that the axis takes
export const STRIP = 30; // pixels across, in each lane, for marks without a label

/** Where a lane, its rows and its strip lie across. */
export function geometry({ depth, lanes, vertical }) {
  const head = lanes.count > 1 ? 22 : 8;
  const room = vertical ? depth - 64 : depth - AXIS;
  const laneDepth = room / lanes.count;
  const rowDepth = vertical ? laneDepth - 16 : 26;
  const rows = vertical ? 1 : Math.max(1, Math.floor((laneDepth - head - STRIP) / rowDepth));
  return {
    head, laneDepth, rowDepth, rows,
    laneAt: (lane) => (vertical ? 64 + lane * laneDepth : lane * laneDepth),
    rowAt: (lane, row) => (vertical ? 64 + lane * laneDepth + 38 : (lane + 1) * laneDepth - STRIP - (row + 0.5) * rowDepth),
    stripAt: (lane) => (vertical ? 64 + lane * laneDepth + 14 : (lane + 1) * laneDepth - STRIP / 2),
  };
}
