/** The mailbox on free ports, read over HTTP as anybody would. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailbox } from '../../demo/mailbox/mailbox.js';
import PostalMime, { type Email } from 'postal-mime';

export interface Listed {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
}

export interface TestMailbox {
  readonly smtpPort: number;
  readonly url: string;
  /** Newest first. */
  list(): Promise<Listed[]>;
  raw(id: string): Promise<Buffer>;
  /** Read by a parser that is not the product's. */
  read(id: string): Promise<Email>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<TestMailbox> {
  const folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  const { smtpPort, pagesPort, close } = await startMailbox({ folder, smtpPort: 0, pagesPort: 0 });
  const url = `http://127.0.0.1:${pagesPort}`;
  const raw = async (id: string) => Buffer.from(await (await fetch(`${url}/mail/${id}/raw`)).arrayBuffer());
  return {
    smtpPort,
    url,
    list: async () => (await (await fetch(`${url}/messages`)).json()) as Listed[],
    raw,
    read: async id => PostalMime.parse(await raw(id)),
    empty: async () => void (await (await fetch(`${url}/messages`, { method: 'DELETE' })).arrayBuffer()),
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
