/**
 * Tells the sandbox bank how far ahead the clock of a test shop is, over its control door.
 */
const TIMEOUT_ms = 5_000;

export function createBankClock(controlUrl: string): (acceptor: string, offset_ms: bigint) => Promise<void> {
  return async (acceptor, offset_ms) => {
    const response = await fetch(new URL('/clock', controlUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ acceptor, offsetMs: Number(offset_ms) }),
      signal: AbortSignal.timeout(TIMEOUT_ms),
    });
    if (!response.ok) throw new Error(`The sandbox bank did not take the time: status ${response.status}.`);
  };
}
