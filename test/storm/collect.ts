/** Everything that the checker reads and that was not written down on the way. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cards } from './cards.js';
import type { StormShop } from './clients/world.js';
import { FILES, type Marker, type Raw, type Run } from './evidence.js';
import type { House } from './house.js';
import type { MailBox } from './mail-box.js';

export interface Times {
  readonly startedAt: Date;
  readonly quietAt: Date;
}

export async function collect(
  { place, bankPorts, servers, database }: House,
  { cards, mailBox, shops, seed }: { cards: Cards; mailBox: MailBox; shops: readonly StormShop[]; seed: string },
  { startedAt, quietAt }: Times,
): Promise<void> {
  const write = (name: string, value: object) =>
    writeFile(join(place.evidence, name), JSON.stringify(value), { mode: 0o600 });
  const book = await fetch(`http://127.0.0.1:${bankPorts.control}/book`);
  await write(FILES.book, (await book.json()) as object);
  await mailBox.keep();
  await write(FILES.markers, cards.markers satisfies readonly Marker[]);
  // A checkpoint writes what only memory has: the scan reads files.
  await database.ask('checkpoint');
  const raw: Raw = { databaseFolder: database.data, folders: [] };
  await write(FILES.raw, raw);
  const run: Run = {
    seed,
    startedAt: startedAt.toISOString(),
    quietAt: quietAt.toISOString(),
    endedAt: new Date().toISOString(),
    shops: shops.map(({ id, acceptor }) => ({ id, acceptor })),
    bounds: { unknown_ms: 15 * 60_000 + (quietAt.getTime() - startedAt.getTime()) },
    servers: servers.length,
  };
  await write(FILES.run, run);
}
