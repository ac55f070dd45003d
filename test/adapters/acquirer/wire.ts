/**
 * Messages written out by hand.
 */

/** MTI, bitmaps in hexadecimal, then the fields as they stand on the wire. */
export function wire(mti: string, bitmaps: string, ...fields: readonly string[]): Buffer {
  return Buffer.concat([Buffer.from(mti), Buffer.from(bitmaps.replace(' ', ''), 'hex'), Buffer.from(fields.join(''))]);
}

export const TERMINAL_AND_ACCEPTOR = 'T0000001DEMO-SHOP-01   ';
