/**
 * The body of an HTTP request, as far as it is bearable.
 */
import type { IncomingMessage } from 'node:http';

/** Undefined when it is longer than that; the rest is then not read. */
export async function readBody(request: IncomingMessage, most_bytes: number): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += (piece as Buffer).length;
    if (length > most_bytes) return undefined;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString();
}
