/**
 * A server as it runs in life: a process of its own, on the database and the bank of a house, that can be killed or stopped.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { callGraphql } from './graphql.js';
import type { House } from './house.js';

export interface ServerProcess {
  /** The house, asked at this server's door. */
  readonly house: House;
  /** Everything it has said so far. */
  said(): string;
  signal(signal: NodeJS.Signals): void;
  /** Waits for its end; answers the code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
  /** Ends it, whatever it is doing. */
  kill(): Promise<void>;
}

export async function startServerProcess(house: House, run: 'all' | 'api' | 'worker'): Promise<ServerProcess> {
  const program = ['--import', '@swc-node/register/esm-register', 'server/main.ts'];
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environmentOf(house), RUN: run },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const end = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const port = await new Promise<number>((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data.toString();
      const listening = /"port":(\d+).*"msg":"listening"/.exec(said);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void end.then(() => reject(new Error(`The server ended before it listened:\n${said}`)));
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    house: {
      ...house,
      ask: (query, variables = {}, bearer = house.shop.apiKey) => callGraphql(url, query, variables, bearer),
    },
    said: () => said,
    signal: signal => void child.kill(signal),
    ended: async () => {
      const [code, signal] = await end;
      return code ?? signal;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await end;
    },
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What a process of this house finds in its environment. */
export function environmentOf({ environment }: House): Record<string, string> {
  const keys = [...environment.vaultKeys].map(([id, key]) => `${id}:${base64(key.reveal())}`);
  return {
    PORT: '0',
    PUBLIC_URL: environment.publicUrl,
    DATABASE_URL: environment.databaseUrl.reveal(),
    DATABASE_CONNECTIONS: '10',
    ACQUIRER_URL: `tcp://${environment.acquirer.host}:${environment.acquirer.port}`,
    ACQUIRER_TIMEOUT_MS: String(environment.acquirerTimeout_ms),
    INTERNAL_TOKEN: environment.internalToken.reveal(),
    VAULT_KEYS: keys.join(','),
    FINGERPRINT_KEY: base64(environment.fingerprintKey.reveal()),
    TOKEN_KEY: base64(environment.tokenKey.reveal()),
    BANK_CONTROL_URL: environment.bankControlUrl ?? '',
  };
}
