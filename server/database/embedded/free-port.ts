import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that a machine gives its own outgoing connections and listeners of port 0 (from 32768 on with Linux, from 49152
 * elsewhere), one of which could take a port between its being found free and its being listened on; above those that browsers refuse.
 */
const LOWEST = 11_000;
const HIGHEST = 32_700;

/** How many ports are tried from the first one on. */
const TRIED = 51;

/** The preferred port on that address when it is free, else the next free one, else any. 0 prefers none. */
export async function freePort(preferred = 0, host = '127.0.0.1', avoid: readonly number[] = []): Promise<number> {
  const first = preferred === 0 ? randomInt(LOWEST, HIGHEST - TRIED) : preferred;
  for (let port = first; port < Math.min(first + TRIED, 65_536); port += 1) {
    if (!avoid.includes(port) && (await tryPort(port, host)) !== null) return port;
  }
  const port = await tryPort(0, host);
  if (port === null) throw new Error(`No port is free on ${host}.`);
  return port;
}

function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(found));
    });
  });
}
