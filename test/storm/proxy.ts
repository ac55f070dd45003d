/**
 * A line that fails on order. It stands between two ends of a TCP connection, hands on what comes, and does to the next piece, or
 * to the connection it comes on, what it was told to.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Flow, type Fate, type Suffered, type Way } from './flow.js';
import type { Random } from './random.js';

export const LINE_FAULTS = {
  DELAY: 'what comes is held for a while, and what comes behind it waits',
  CUT: 'the connection is reset, half of a piece on its way',
  SPLIT: 'a piece comes byte by byte',
  MERGE: 'a piece waits for the next one, and both come together',
  GARBLE: 'a byte comes with its highest bit turned over: no protocol here can take it for what it was not',
  HALF_OPEN: 'nothing comes through any more, either way, and nobody is told',
  LOSE_ANSWER: 'the question arrives; the connection is reset instead of the answer',
} as const;

export type LineFault = keyof typeof LINE_FAULTS;

export interface Target {
  readonly host: string;
  readonly port: number;
}

export interface ProxyOptions {
  /** Where connections lead, in the order to be tried; asked for each. */
  readonly targets: () => readonly Target[];
  readonly random: Random;
  /** Hears of each fault when it happens, not when it is ordered. */
  readonly happened: (fault: LineFault, way: Way) => void;
  /** Which answers `LOSE_ANSWER` is meant for; any, when it is not given. */
  readonly losable?: (piece: Buffer) => boolean;
}

interface Order {
  readonly fault: LineFault;
  readonly most_ms: number;
}

export class Proxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #orders: Order[] = [];
  readonly #known = new Set<LineFault>();

  private constructor(private readonly options: ProxyOptions) {
    this.#server = createServer({ allowHalfOpen: true }, near => void this.#join(near));
  }

  static async start(options: ProxyOptions): Promise<Proxy> {
    const proxy = new Proxy(options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /**
   * The next piece that it can befall suffers it; what lasts, lasts so long at most. What has happened here before waits behind nothing
   * else: on a line that is seldom used more would be ordered than comes, and nothing would ever come through it whole.
   */
  order(fault: LineFault, most_ms: number): void {
    if (this.#orders.length > 0 && this.#known.has(fault)) return;
    this.#orders.push({ fault, most_ms });
  }

  /** Forgets what was ordered and has not happened, and ends what is half open. */
  calm(): void {
    this.#orders = [];
    for (const pair of this.#pairs) if (pair.isDead) pair.destroy();
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) pair.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #join(near: Socket): Promise<void> {
    near.on('error', () => undefined);
    near.pause();
    const far = await this.#reach();
    if (!far || near.destroyed) {
      near.resetAndDestroy();
      far?.destroy();
      return;
    }
    const pair = new Pair(near, far, this.options.random, (way, piece) => this.#next(way, piece));
    this.#pairs.add(pair);
    void pair.ended.then(() => this.#pairs.delete(pair));
  }

  async #reach(): Promise<Socket | null> {
    for (const { host, port } of this.options.targets()) {
      const far = connect({ host, port, allowHalfOpen: true });
      far.on('error', () => undefined);
      const reached = await new Promise<boolean>(resolve => {
        far.once('connect', () => resolve(true));
        far.once('close', () => resolve(false));
      });
      if (reached) return far;
    }
    return null;
  }

  /** The first order that this piece can suffer. */
  #next(way: Way, piece: Buffer): Order | undefined {
    const { losable = () => true, happened } = this.options;
    const at = this.#orders.findIndex(({ fault }) => fault !== 'LOSE_ANSWER' || (way === 'DOWN' && losable(piece)));
    const [order] = at === -1 ? [] : this.#orders.splice(at, 1);
    if (!order) return undefined;
    this.#known.add(order.fault);
    happened(order.fault, way);
    return order;
  }
}

/** One connection, as both ends see it. */
class Pair {
  readonly ended: Promise<unknown>;
  #isDead = false;

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    random: Random,
    private readonly next: (way: Way, piece: Buffer) => Order | undefined,
  ) {
    this.ended = Promise.all([near, far].map(socket => new Promise(resolve => void socket.once('close', resolve))));
    for (const socket of [near, far]) socket.setNoDelay(true);
    const fate = (way: Way): Fate => ({ isDead: () => this.#isDead, of: piece => this.#of(way, piece) });
    new Flow(near, far, random, fate('UP')).begin();
    new Flow(far, near, random, fate('DOWN')).begin();
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  destroy(): void {
    this.near.destroy();
    this.far.destroy();
  }

  #of(way: Way, piece: Buffer): Suffered | null {
    const order = this.#isDead ? undefined : this.next(way, piece);
    if (!order) return null;
    const { fault, most_ms } = order;
    if (fault !== 'HALF_OPEN') return { fault, most_ms };
    this.#isDead = true;
    setTimeout(() => this.destroy(), most_ms).unref();
    return null;
  }
}
