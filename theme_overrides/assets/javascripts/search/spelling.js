// How far apart two words are. Pure.

const FEW = 4; // shorter words are what they are
const MANY = 7;

/**
 * How many slips of a hand are forgiven in a word.
 * @param {string} word
 */
export const forgiven = (word) => (word.length >= MANY ? 2 : word.length >= FEW ? 1 : 0);

/**
 * How many letters are missing, too many, others, or in the place of their neighbours, up to `most`; `most + 1` where
 * it is more. Where `open`, the other word may go on.
 * @param {string} word
 * @param {string} other
 * @param {number} most
 * @param {boolean} open
 */
export function distance(word, other, most, open) {
  const reach = open ? Math.min(other.length, word.length + most) : other.length;
  if (Math.abs(word.length - reach) > most && !(open && reach > word.length)) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: reach + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= reach; j++) {
      const same = word[i - 1] === other[j - 1];
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(open ? Math.min(...row) : row[reach], most + 1);
}
