/**
 * The mailbox of test mode: a real mail server that keeps what comes, and pages to read it.
 */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createDoor } from './door.js';
import { createSmtp } from './smtp.js';
import { MailStore, type Bounds } from './store.js';

export interface MailboxOptions {
  /** Where letters are kept, also over a restart. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly smtpPort: number;
  readonly pagesPort: number;
  /** Loopback, unless it stands in a container of its own. */
  readonly host?: string;
  readonly bounds?: Bounds;
}

export interface Mailbox {
  readonly smtpPort: number;
  readonly pagesPort: number;
  close(): Promise<void>;
}

export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { folder, host = '127.0.0.1', bounds } = options;
  const store = new MailStore(folder, bounds);
  const smtp = createSmtp((envelope, raw) => void store.add(envelope, raw));
  // A client that goes away in the middle is no fault of the mailbox.
  smtp.on('error', () => undefined);
  const door = createDoor(store, host === '127.0.0.1' ? 'LOOPBACK' : 'ANY');
  const closeSmtp = () => new Promise<void>(resolve => smtp.close(() => resolve()));
  await listen(smtp.server, options.smtpPort, host);
  try {
    await listen(door, options.pagesPort, host);
  } catch (error) {
    await closeSmtp();
    throw error;
  }
  return {
    smtpPort: (smtp.server.address() as AddressInfo).port,
    pagesPort: (door.address() as AddressInfo).port,
    close: async () => {
      door.closeAllConnections();
      await Promise.all([closeSmtp(), new Promise(resolve => door.close(resolve))]);
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}
