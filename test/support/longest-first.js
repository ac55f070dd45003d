import TestSequencer from '@jest/test-sequencer';

/**
 * What takes minutes begins first, so that nobody waits for it alone at the end. Jest remembers how long each file took, but a
 * fresh clone remembers nothing, and would go by the size of the files.
 */
const LONG = ['/test/storm/', '/test/planted/', '/test/simulation/', '/test/web/', '/test/journeys/'];

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rankOf = ({ path }) => {
      const rank = LONG.findIndex(folder => path.includes(folder));
      return rank < 0 ? LONG.length : rank;
    };
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
