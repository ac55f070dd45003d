import { beforeEach, expect, test } from '@jest/globals';
import type { Source, SourcePage } from '../../../server/api/live/followed.js';
import { Subscriber } from '../../../server/api/live/subscriber.js';
import { Turns } from '../../../server/api/live/turns.js';
import { View, type Message } from '../../../server/api/live/view.js';
import { Standing } from './standing.js';

/** A log in memory, of which only a page of ten is read at a time. */
class Book implements Source<string> {
  readonly entries: { position: bigint; payload: string }[] = [];
  readonly followers = new Set<() => void>();
  reads = 0;

  head = (): bigint => BigInt(this.entries.length);

  follow = (wake: () => void): (() => void) => {
    this.followers.add(wake);
    return () => this.followers.delete(wake);
  };

  page = async (after: bigint): Promise<SourcePage<string>> => {
    this.reads += 1;
    const entries = this.entries.filter(({ position }) => position > after).slice(0, 10);
    return { entries, upTo: entries.at(-1)?.position ?? after, loaders: new Map() };
  };

  write(count = 1): void {
    for (let written = 0; written < count; written++)
      this.entries.push({ position: BigInt(this.entries.length + 1), payload: `${this.entries.length + 1}` });
    for (const wake of this.followers) wake();
  }
}

let book: Book;
let performed: string[];
let failures: unknown[];
let left: number;
let perform: (page: SourcePage<unknown>) => Promise<Message[]>;
beforeEach(() => {
  book = new Book();
  performed = [];
  failures = [];
  left = 0;
  perform = async ({ entries }) => {
    performed.push(...entries.map(({ payload }) => String(payload)));
    return entries.map(({ position, payload }) => ({ position, payload: Buffer.from(String(payload)) }));
  };
});

function newView(source: Source<unknown> = book): View {
  return new View(source, page => perform(page), new Turns(2), {
    failed: (error, again) => {
      failures.push(error);
      setImmediate(again);
    },
    left: () => {
      left += 1;
    },
  });
}

interface Reader {
  readonly subscriber: Subscriber;
  readonly texts: string[];
  /** Until this is called, it reads no more. */
  go?: () => void;
}

function reader(view: View, after: bigint, isSlow = false): Reader {
  const texts: string[] = [];
  const outlet = {
    next: (payloads: readonly Buffer[]) => {
      texts.push(...payloads.map(String));
      if (!isSlow) return undefined;
      return new Promise<void>(resolve => {
        made.go = resolve;
      });
    },
    done: () => undefined,
  };
  const failed = async (error: unknown) => void failures.push(error);
  const made: Reader = { subscriber: new Subscriber(() => view, after, outlet, failed), texts };
  void made.subscriber.next();
  return made;
}

/** Turns of the event loop, not time: a busy machine gives everybody as many. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 50; turns++) await new Promise(resolve => setImmediate(resolve));
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

test('a payload is made once, however many follow', async () => {
  const view = newView();
  const readers = Array.from({ length: 1_000 }, () => reader(view, 0n));
  book.write(3);
  await settle();
  book.write();
  await settle();
  for (const { texts } of readers) expect(texts).toEqual(['1', '2', '3', '4']);
  expect(performed).toEqual(['1', '2', '3', '4']);
});

test('whoever is behind reads pages until it has caught up, and many who are equally far behind read them once', async () => {
  book.write(35);
  const view = newView();
  const [one, other, late] = [reader(view, 0n), reader(view, 0n), reader(view, 30n)];
  book.write(2);
  await settle();
  expect([one.texts, other.texts, late.texts]).toEqual([numbers(1, 37), numbers(1, 37), numbers(31, 37)]);
  // Four pages for the two, one for the third, one of what came meanwhile.
  expect(book.reads).toBe(6);
});

test('who reads slowly keeps nobody waiting, and goes on from where it is, far beyond what is kept', async () => {
  const view = newView();
  const [slow, quick] = [reader(view, 0n, true), reader(view, 0n)];
  for (let written = 0; written < 70; written++) {
    book.write(10);
    await settle();
  }
  expect(quick.texts).toEqual(numbers(1, 700));
  expect(slow.texts).toEqual(numbers(1, 10));
  for (let turns = 0; turns < 700; turns++) {
    slow.go?.();
    await new Promise(resolve => setImmediate(resolve));
  }
  await settle();
  expect(slow.texts).toEqual(numbers(1, 700));
}, 90_000);

test('large payloads are handed on few at a time, and whoever stops reading in the middle of a page goes on there', async () => {
  perform = async ({ entries }) =>
    entries.map(({ position, payload }) => ({ position, payload: Buffer.alloc(40_000, `${String(payload)} `) }));
  const view = newView();
  const [slow, quick] = [reader(view, 0n, true), reader(view, 0n)];
  book.write(9);
  await settle();
  expect(slow.texts).toHaveLength(2);
  for (let turns = 0; turns < 9; turns++) {
    slow.go?.();
    await new Promise(resolve => setImmediate(resolve));
  }
  await settle();
  for (const { texts } of [slow, quick]) expect(texts.map(text => text.split(' ')[0])).toEqual(numbers(1, 9));
});

test('of how things stand nobody is shown what was before, although his first payload took longer than the next', async () => {
  const standing = new Standing();
  let begun = 0;
  let letGo = (): void => undefined;
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  perform = async ({ entries }) => {
    begun += 1;
    if (begun === 1) await held;
    return entries.map(({ position }) => ({ position, payload: Buffer.from(standing.states.at(-1) ?? '') }));
  };
  const view = newView(standing);
  const one = reader(view, -1n);
  standing.become('paying');
  await settle();
  standing.become('paid');
  letGo();
  await settle();
  expect([...new Set(one.texts)]).toEqual(['paid']);
});

test('whoever comes while how things stand is being told to another is not told of a time before he came', async () => {
  const standing = new Standing();
  let letGo = (): void => undefined;
  const held = new Promise<void>(resolve => {
    letGo = resolve;
  });
  perform = async ({ entries }) => {
    const payload = Buffer.from(standing.states.at(-1) ?? '');
    await held;
    return entries.map(({ position }) => ({ position, payload }));
  };
  const view = newView(standing);
  const first = reader(view, -1n);
  await settle();
  standing.become('paid');
  const late = reader(view, -1n);
  letGo();
  await settle();
  expect([[...new Set(first.texts)], [...new Set(late.texts)]]).toEqual([['open', 'paid'], ['paid']]);
});

test('a failure delays and loses nothing', async () => {
  const view = newView();
  const following = reader(view, 0n);
  const works = perform;
  let fails = 3;
  perform = async page => {
    fails -= 1;
    if (fails >= 0) throw new Error('The database is away.');
    return works(page);
  };
  book.write(2);
  await settle();
  expect(following.texts).toEqual(['1', '2']);
  expect(failures).toHaveLength(3);
});

test('nobody is told after its end; the last to leave ends the view', async () => {
  const view = newView();
  const [one, other] = [reader(view, 0n), reader(view, 0n)];
  book.write();
  await settle();
  await one.subscriber.return();
  book.write();
  await settle();
  expect([one.texts, other.texts, left]).toEqual([['1'], ['1', '2'], 0]);
  await other.subscriber.return();
  await settle();
  expect([left, book.followers.size]).toEqual([1, 0]);
});

test('few take their turn at once, in the order they came, also after a failure', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  let most = 0;
  let now = 0;
  const take = (number: number) =>
    turns.take(async () => {
      begun.push(number);
      now += 1;
      most = Math.max(most, now);
      await settle();
      now -= 1;
      if (number % 3 === 0) throw new Error(`${number}`);
      return number;
    });
  const ends = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(take));
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(2);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(2);
});
