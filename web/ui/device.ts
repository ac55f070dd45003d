/**
 * What the till's pages want of the device they run on: its clock and its chance. Nothing else in them asks for either.
 */

/** Milliseconds of the device's clock; for differences, and for comparing with a clock that came from the server. */
export function deviceTime_ms(): number {
  return Date.now();
}

/**
 * A key under which one intention counts once, however often it is sent. Not `randomUUID`, which browsers keep from pages
 * that came without TLS.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `till-${[...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Between 0 and 1: so that many tills that lost the server at once do not all come back at once. */
export function chance(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
