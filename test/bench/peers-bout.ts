/** The side of a peer's process: it makes payments ready, and then pays them while it is watched. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerQuestions, cpuMeter } from './answering.js';

export interface Peer {
  /** All that goes before the payment; answers what `pay` needs to know. */
  prepare(): Promise<string>;
  /** Fails unless it is paid. */
  pay(prepared: string): Promise<void>;
  close(): Promise<void>;
}

export interface Bout {
  readonly count: number;
  readonly atATime: number;
}

export interface BoutMeasured {
  readonly count: number;
  readonly took_ms: number;
  readonly cpu_ms: number;
  readonly each_ms: readonly number[];
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
  answerQuestions(
    {
      async ready(): Promise<void> {
        await opened;
      },
      async prepare(bout: Bout): Promise<BoutMeasured> {
        const peer = await opened;
        return watch(bout, async () => void prepared.push(await peer.prepare()));
      },
      async pay(bout: Bout): Promise<BoutMeasured> {
        const peer = await opened;
        if (prepared.length < bout.count) throw new Error(`Only ${prepared.length} payments are ready.`);
        return watch(bout, () => peer.pay(prepared.shift() ?? ''));
      },
    },
    async () => (await opened).close(),
  );
}

async function watch({ count, atATime }: Bout, one: () => Promise<void>): Promise<BoutMeasured> {
  const each_ms: number[] = [];
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      const at = performance.now();
      await one();
      each_ms.push(performance.now() - at);
    }
  };
  const cpu = cpuMeter();
  const began = performance.now();
  await Promise.all(Array.from({ length: atATime }, worker));
  return { count, took_ms: performance.now() - began, cpu_ms: cpu(), each_ms };
}
