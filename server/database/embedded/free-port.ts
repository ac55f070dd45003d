import { createServer } from 'node:net';

/** The preferred port on that address when it is free, else the next free one, else any. 0 prefers none. */
export async function freePort(preferred: number, host = '127.0.0.1', avoid: readonly number[] = []): Promise<number> {
  const last = preferred === 0 ? 0 : Math.min(preferred + 50, 65_535);
  for (let port = preferred; port > 0 && port <= last; port += 1) {
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
