/**
 * Chance that comes out the same each time: a stream of bytes per name.
 */
import { createHash } from 'node:crypto';
import type { Random } from '../../server/core/ports.js';

export function chanceOf(name: string): Random {
  let block = Buffer.alloc(0);
  let used = 0;
  let number = 0;
  return {
    bytes(count) {
      const drawn = new Uint8Array(count);
      for (let place = 0; place < count; place++) {
        if (used >= block.length) {
          block = createHash('sha256').update(`${name} ${number++}`).digest();
          used = 0;
        }
        drawn[place] = block[used++] ?? 0;
      }
      return drawn;
    },
  };
}
