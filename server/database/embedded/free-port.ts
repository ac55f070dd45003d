import { createServer } from 'node:net';

/** The preferred port on loopback when it is free, else the next free one, else any. 0 prefers none. */
export async function freePort(preferred: number): Promise<number> {
  const last = preferred === 0 ? 0 : Math.min(preferred + 50, 65_535);
  for (let port = preferred; port > 0 && port <= last; port += 1) {
    if ((await tryPort(port)) !== null) return port;
  }
  const port = await tryPort(0);
  if (port === null) throw new Error('No port is free on 127.0.0.1.');
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(found));
    });
  });
}
