/** Rates and times of one side: so many questions at a time, or one question again and again. */
import { cpuMeter } from './answering.js';
import type { Side } from './reads-sides.js';

export interface Rate {
  readonly perSecond: number;
  readonly answered: number;
  /** CPU of the bench's own process for one question: what it costs to ask. */
  readonly asking_ms: number;
}

export interface Pressure {
  readonly atATime: number;
  readonly most_ms: number;
  readonly stop: AbortSignal;
}

/** As fast as they are answered. `next` makes each question. */
export async function rateOf<Question>(side: Side<Question>, next: () => Question, pressure: Pressure): Promise<Rate> {
  const lines = await side.open(pressure.atATime);
  try {
    // Each line has been answered before it counts: what is prepared on it is prepared.
    await Promise.all(lines.map(ask => ask(next())));
    const cpu = cpuMeter();
    const began = performance.now();
    let answered = 0;
    await Promise.all(
      lines.map(async ask => {
        while (performance.now() - began < pressure.most_ms && !pressure.stop.aborted) {
          await ask(next());
          answered += 1;
        }
      }),
    );
    const took_ms = performance.now() - began;
    return { perSecond: (answered * 1000) / took_ms, answered, asking_ms: cpu() / answered };
  } finally {
    await side.close();
  }
}

/** How long each takes, asked in turn, so that whatever happens on the machine happens to all. */
export async function timesInTurn(asks: readonly (() => Promise<void>)[], times: number): Promise<number[][]> {
  const found = asks.map(() => [] as number[]);
  for (let time = 0; time < times; time++)
    for (const [index, ask] of asks.entries()) {
      const began = performance.now();
      await ask();
      found[index]?.push(performance.now() - began);
    }
  return found;
}
