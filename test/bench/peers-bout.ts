/** The side of a peer's process: it makes payments ready, and then pays them while it is watched. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerQuestions, cpuMeter } from './answering.js';
import { watch, type Bout, type BoutMeasured } from './peers-watch.js';

/** In the peer's own process, where a provider says yes to everything; or through its door, where its provider asks the bank. */
export type Way = 'WITHIN' | 'DOOR';

export interface Prepared {
  /** Of what is to be paid. */
  readonly id: string;
  /** By which the peer's door knows who asks. */
  readonly key: string;
}

export interface Peer {
  /** All that goes before the payment. */
  prepare(way: Way): Promise<Prepared>;
  /** Within; fails unless it is paid. */
  pay(id: string): Promise<void>;
  /** Of its door. */
  readonly port: number;
  close(): Promise<void>;
}

export const databaseUrl = process.env['DATABASE_URL'] ?? '';
export const folder = process.env['PEER_FOLDER'] ?? '';

/** One of the packages that the bench has fetched, and not of ours. The caller says how little of it is used. */
export function packageOfPeer<Used>(name: string): Used {
  return createRequire(join(folder, 'package.json'))(name) as Used;
}

/** The channel is listened to before the peer has opened, so that it ends with a bench that ends early. */
export function servePeer(open: () => Promise<Peer>): void {
  // What it looks for by the working folder, it shall not find in ours.
  process.chdir(folder);
  const opened = open();
  const prepared: Prepared[] = [];
  const cpu = cpuMeter();
  answerQuestions(
    {
      async ready(): Promise<number> {
        return (await opened).port;
      },
      async prepare({ way, ...bout }: Bout & { readonly way: Way }): Promise<BoutMeasured> {
        const peer = await opened;
        return watch(bout, async () => void prepared.push(await peer.prepare(way)));
      },
      /** As many as are prepared; those that time is too short for are left. */
      async pay(bout: Bout): Promise<BoutMeasured> {
        const peer = await opened;
        const ready = prepared.splice(0);
        return watch({ ...bout, count: ready.length }, () => peer.pay(ready.shift()?.id ?? ''));
      },
      /** What is prepared, to be paid through the peer's own door. */
      handOver: () => prepared.splice(0),
      measure: () => ({ cpu_ms: cpu() }),
    },
    async () => (await opened).close(),
  );
}
