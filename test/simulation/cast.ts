/**
 * What the callers of a story know: what they asked, under which keys, and what they were told.
 */
import { RefusalError } from '../../server/core/refusal.js';
import type { Job } from '../../server/timetable.js';
import { jobsOf } from './jobs.js';
import { ask, type Asked, type Told } from './operations.js';
import { LineLostError } from './sim-process.js';
import type { House, Stage } from './stage.js';
import type { Doing } from './story.js';

export interface Request {
  readonly asked: Asked;
  /** Every answer it got, of all the times it was asked. */
  readonly told: Told[];
  /** Codes of refusals. */
  readonly refused: string[];
  /** Times that nobody answered. */
  untold: number;
}

export interface Order {
  readonly shop: 0 | 1;
  readonly opened: Request;
  readonly amount: bigint;
}

export class Cast {
  readonly requests: Request[] = [];
  readonly orders: Order[] = [];
  readonly complaints: string[] = [];
  /** Whether a card of the story is enrolled. */
  authenticates = false;
  /** Whether the day is told by mail in it. */
  reports = false;
  readonly #keys: [number, number] = [0, 0];

  constructor(readonly stage: Stage) {}

  /** Both shops count from one: what is one's key is the other's as well. */
  nextKey(shop: 0 | 1): string {
    return `key ${++this.#keys[shop]}`;
  }

  jobs(): readonly Job[] {
    return jobsOf(this);
  }

  shopOf(shop: 0 | 1) {
    return this.stage.ground.shops[shop];
  }

  /** Whether a session is known: somebody was told of it, or finds it. */
  sessionOf(order: Order): string | null {
    const [told] = order.opened.told;
    return told?.subjectId ?? null;
  }

  isPaid(order: Order): boolean {
    const session = this.sessionOf(order);
    return this.requests.some(({ told }) =>
      told.some(({ subjectId, status }) => subjectId === session && status === 'PAID'),
    );
  }

  /** The transaction that a session is at, as somebody finds it who looks for it in the till. */
  async transactionOf(order: Order): Promise<string | null> {
    const id = this.sessionOf(order);
    if (id === null) return null;
    return this.one<string>('select current_transaction_id as value from payment_session where id = $1', id);
  }

  async openRemittanceOf(shop: 0 | 1): Promise<string | null> {
    return this.one<string>(
      `select id as value from remittance where shop_id = $1 and status = 'OPEN'`,
      this.shopOf(shop).id,
    );
  }

  async one<T>(query: string, ...values: unknown[]): Promise<T | null> {
    const { rows } = await this.stage.ground.admin.query<{ value: T }>(query, values);
    return rows[0]?.value ?? null;
  }

  async rows<T extends object>(query: string): Promise<T[]> {
    const { rows } = await this.stage.ground.admin.query<T>(query);
    return rows;
  }

  /** The column `what` of every row. */
  async list(query: string): Promise<string[]> {
    return (await this.rows<{ what: string }>(query)).map(row => row.what);
  }

  newRequest(asked: Asked): Request {
    const request: Request = { asked, told: [], refused: [], untold: 0 };
    this.requests.push(request);
    return request;
  }

  /** Asks, and waits until it is answered or cannot be any more; or goes on at once. */
  async perform(request: Request, doing: Doing): Promise<void> {
    const house = this.stage.at(doing.place);
    this.stage.reached.count(request.asked.verb);
    await this.run(house, doing, () => this.#tell(house, request));
  }

  /** Lets a process do something that may never end. */
  async run(house: House, { mishap, waits }: Doing, work: () => Promise<unknown>): Promise<void> {
    const { process } = house;
    if (mishap) process.expect(mishap);
    let over = false;
    void work().finally(() => {
      over = true;
    });
    if (waits) await this.stage.conductor.until(() => over || process.fate !== 'AWAKE');
    if (waits) process.expect(null);
  }

  async #tell(house: House, request: Request): Promise<void> {
    request.untold += 1;
    try {
      request.told.push(...(await ask(house.deps, request.asked)));
      request.untold -= 1;
    } catch (error) {
      if (error instanceof RefusalError) {
        request.refused.push(error.code);
        request.untold -= 1;
      } else if (!(error instanceof LineLostError) && !house.process.wasCutOff) {
        this.complaints.push(`${request.asked.verb} failed: ${String(error)}`);
      }
    }
  }
}
