/** The launcher as the operator runs it, on a folder and ports of its own. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Launched {
  readonly child: ChildProcess;
  /** Everything it has said so far, complaints included. */
  said(): string;
  /** Waits for these words; fails when it ends without them. */
  until(words: string): Promise<void>;
  /** Waits for its end; answers the code. */
  ended(): Promise<number | null>;
}

export function launch(folder: string, environment: Readonly<Record<string, string>> = {}): Launched {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'demo/start.ts'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      GUICHET_FOLDER: folder,
      PORT: '0',
      BANK_ISO_PORT: '0',
      BANK_CONTROL_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  let over = false;
  void closed.then(() => (over = true));
  return {
    child,
    said: () => said,
    async until(words) {
      while (!said.includes(words)) {
        if (over) throw new Error(`It ended without a word:\n${said}`);
        await sleep(20);
      }
    },
    ended: async () => (await closed)[0],
  };
}
