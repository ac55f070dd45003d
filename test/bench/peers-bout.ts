/** The side of a peer's process: it makes payments ready, and then pays them while it is watched. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerQuestions, cpuMeter } from './answering.js';
import { watch, type Bout, type BoutMeasured } from './peers-watch.js';

export interface Peer {
  /** All that goes before the payment; answers what is needed to pay. */
  prepare(): Promise<string>;
  /** Fails unless it is paid. */
  pay(prepared: string): Promise<void>;
  /** Of its GraphQL over HTTP, if it has opened any. */
  readonly port?: number;
  close(): Promise<void>;
}

export const databaseUrl = process.env['DATABASE_URL'] ?? '';
const folder = process.env['PEER_FOLDER'] ?? '';

/** One of the packages that the bench has fetched, and not of ours. The caller says how little of it is used. */
export function packageOfPeer<Used>(name: string): Used {
  return createRequire(join(folder, 'package.json'))(name) as Used;
}

/** The channel is listened to before the peer has opened, so that it ends with a bench that ends early. */
export function servePeer(open: () => Promise<Peer>): void {
  // What it looks for by the working folder, it shall not find in ours.
  process.chdir(folder);
  const opened = open();
  const prepared: string[] = [];
  const cpu = cpuMeter();
  answerQuestions(
    {
      async ready(): Promise<number> {
        return (await opened).port ?? 0;
      },
      async prepare(bout: Bout): Promise<BoutMeasured> {
        const peer = await opened;
        return watch(bout, async () => void prepared.push(await peer.prepare()));
      },
      /** As many as are prepared; those that time is too short for are left. */
      async pay(bout: Bout): Promise<BoutMeasured> {
        const peer = await opened;
        const ready = prepared.splice(0);
        return watch({ ...bout, count: ready.length }, () => peer.pay(ready.shift() ?? ''));
      },
      /** What is prepared, to be paid through the peer's own door. */
      handOver: () => prepared.splice(0),
      measure: () => ({ cpu_ms: cpu() }),
    },
    async () => (await opened).close(),
  );
}
