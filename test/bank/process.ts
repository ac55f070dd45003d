/**
 * The bank as its own process, as the launcher starts it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string[];
  readonly stderr: string;
}

export interface Ports {
  readonly isoPort: number;
  readonly threedsPort: number;
  readonly controlPort: number;
}

export interface BankProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the ports, or rejects when the process ends first. */
  readonly listening: Promise<Ports>;
}

/** With `largestFile_kB` the system lets it write no larger file: a disk that is full. */
export function startBankProcess(env: Readonly<Record<string, string>>, largestFile_kB?: number): BankProcess {
  const command = [process.execPath, '--import', '@swc-node/register/esm-register', 'bank/main.ts'];
  const limit = largestFile_kB === undefined ? '' : `trap '' XFSZ; ulimit -f ${largestFile_kB};`;
  const child = spawn('bash', ['-c', `${limit} exec "$@"`, 'bash', ...command], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: string[] = [];
  let stderr = '';
  const lines = createInterface({ input: child.stdout });
  child.stderr.on('data', chunk => (stderr += String(chunk)));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }) as Ended);
  const listening = new Promise<Ports>((resolve, reject) => {
    lines.on('line', line => {
      stdout.push(line);
      const event = JSON.parse(line) as Ports & { event: string };
      if (event.event === 'listening') resolve(event);
    });
    void ended.then(() => reject(new Error(`the bank ended: ${stderr}`)));
  });
  listening.catch(() => undefined);
  return { child, ended, listening };
}
