import type { IncomingMessage } from 'node:http';

export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** What came is no text: damaged on its way, or never meant as one. */
export class NotTextError extends Error {
  override readonly name = 'NotTextError';
}

/**
 * The whole body as text; what is longer than `most_bytes` is never held. Bytes that are no UTF-8 are not replaced by something
 * else: an idempotency key with one byte damaged would be another key.
 */
export async function readBody(request: IncomingMessage, most_bytes: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > most_bytes) throw new BodyTooLargeError();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most_bytes) throw new BodyTooLargeError();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new NotTextError();
  }
}
