/** Which port each process gets: the one it had last time, else its usual one, else the next that is free. */
import { join } from 'node:path';
import { freePort } from '../server/database/embedded/free-port.js';
import { readPrivate, writePrivate } from './secrets.js';

export const usualPorts = {
  server: 3000,
  web: 3100,
  bankIso: 5001,
  bankThreeds: 5002,
  bankControl: 5003,
  threeds: 5010,
  database: 5442,
  mailboxSmtp: 1025,
  mailbox: 8025,
} as const;

export type Ports = Readonly<Record<keyof typeof usualPorts, number>>;

export interface Wishes {
  /** Ports that were asked for by name; they go before remembered ones. */
  readonly asked: Partial<Ports>;
  /** Where the server listens; everything else is on loopback. */
  readonly host: string;
}

export async function choosePorts(folder: string, { asked, host }: Wishes): Promise<Ports> {
  const file = join(folder, 'ports.json');
  const remembered = readPrivate<Partial<Ports>>(file) ?? {};
  const chosen: Record<keyof Ports, number> = { ...usualPorts };
  const given: number[] = [];
  for (const name of Object.keys(usualPorts) as (keyof Ports)[]) {
    const wish = asked[name] ?? remembered[name] ?? usualPorts[name];
    chosen[name] = await freePort(wish, name === 'server' ? host : '127.0.0.1', given);
    given.push(chosen[name]);
  }
  writePrivate(file, chosen);
  return chosen;
}
