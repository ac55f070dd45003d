/** Everything that the checker reads and that was not written down on the way. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectDump } from './checker/dump.js';
import { STEP_ms } from './chaos/processes.js';
import type { World } from './clients/world.js';
import { FILES, type HookSecret, type Marker, type Raw, type Run } from './evidence.js';
import { codeKeysOf, type House } from './house.js';
import type { MailBox } from './mail-box.js';

/**
 * domain.md, rule 2 of a transaction. Two instants of the log may be written down by two clocks that are wrong, one fast and one
 * slow: that long an unknown may seem to last. How long it does last is what `waitForQuiet` looks at.
 */
const UNKNOWN_MOST_ms = 15 * 60_000;

export interface Times {
  readonly startedAt: Date;
  readonly quietAt: Date;
}

/** A process held between two of its steps for as long as any is, on a line that is half open. */
const UNDER_WAY_MOST_ms = 90_000;

interface Besides {
  readonly mailBox: MailBox;
  /** Of a browser that paid. */
  readonly profile: string | null;
  readonly seed: string;
}

export async function collect(
  { place, bankPorts, servers, database }: House,
  { cards, hookSecrets, shops, mailBox, profile, seed }: Pick<World, 'cards' | 'hookSecrets' | 'shops'> & Besides,
  { startedAt, quietAt }: Times,
): Promise<void> {
  const write = (name: string, value: object) =>
    writeFile(join(place.evidence, name), JSON.stringify(value), { mode: 0o600 });
  const book = await fetch(`http://127.0.0.1:${bankPorts.control}/book`);
  await write(FILES.book, (await book.json()) as object);
  await mailBox.keep();
  await collectDump(database.ownerUrl, place.evidence);
  await write(FILES.markers, cards.markers satisfies readonly Marker[]);
  await write(FILES.hookSecrets, hookSecrets.known satisfies readonly HookSecret[]);
  // A checkpoint writes what only memory has: the scan reads files.
  await database.ask('checkpoint');
  const raw: Raw = { databaseFolder: database.data, folders: [codeKeysOf(place)], profile };
  await write(FILES.raw, raw);
  const run: Run = {
    seed,
    startedAt: startedAt.toISOString(),
    quietAt: quietAt.toISOString(),
    endedAt: new Date().toISOString(),
    shops: shops.map(({ id, acceptor }) => ({ id, acceptor })),
    bounds: {
      unknown_ms: UNKNOWN_MOST_ms + (quietAt.getTime() - startedAt.getTime()) + 2 * STEP_ms,
      underWay_ms: UNDER_WAY_MOST_ms,
    },
    servers: servers.length,
  };
  await write(FILES.run, run);
}
