/**
 * The web process as it runs in life: built once for a run of the tests, started on a free port.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from '../../demo/build.js';

export interface WebProcess {
  readonly url: string;
  close(): Promise<void>;
}

export interface WebWishes {
  readonly graphqlUrl: string;
  readonly publicUrl: string;
  readonly internalToken: string;
  readonly port: number;
  readonly demoFile?: string;
}

export async function startWebProcess(wishes: WebWishes): Promise<WebProcess> {
  const root = process.cwd();
  await build(root, (_title, work) => work(), new AbortController().signal);
  const next = join(root, 'node_modules/next/dist/bin/next');
  const child = spawn(
    process.execPath,
    [next, 'start', 'web', '--hostname', '127.0.0.1', '--port', String(wishes.port)],
    {
      cwd: root,
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        GRAPHQL_URL: wishes.graphqlUrl,
        PUBLIC_URL: wishes.publicUrl,
        INTERNAL_TOKEN: wishes.internalToken,
        ...(wishes.demoFile ? { DEMO_FILE: wishes.demoFile } : {}),
      },
    },
  );
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${wishes.port}`;
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return { url, close };
    if (child.exitCode !== null || tries > 300) {
      await close();
      throw new Error('The web process does not answer.');
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
