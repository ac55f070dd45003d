/** What befalls at the bank: every kind that it knows, ordered over its control port, and counted by the bank itself. */
import { FAULT_KINDS } from '../../../bank/fault-kinds.js';
import type { House } from '../house.js';
import type { Tally } from '../tally.js';
import type { Misfortune } from './deck.js';

interface Ordered {
  readonly id: number;
  readonly kind: string;
  readonly fired: number;
}

/** Short enough for a storm of two minutes. */
const PARAMETERS: Readonly<Record<string, object>> = {
  DEAF: { forMs: 2_000 },
  BYTE_BY_BYTE: { delayMs: 20 },
  RREQ_LATE: { delayMs: 3_000 },
};

export const nameOf = (kind: string): string => `bank: ${kind}`;

export class BankFaults {
  /** What this life of the bank has counted so far, by order: it forgets its faults when it dies. */
  #counted = new Map<number, number>();
  #life = 0;

  constructor(
    private readonly house: House,
    private readonly tally: Tally,
  ) {}

  get misfortunes(): Misfortune[] {
    return Object.keys(FAULT_KINDS).map(kind => ({
      name: nameOf(kind),
      bring: () => this.#order(kind).catch(() => undefined),
    }));
  }

  /** Asks the bank what has happened since it was last asked. */
  async count(): Promise<void> {
    const life = this.house.bank.starts;
    const { faults } = (await this.#ask('GET')) as { readonly faults: readonly Ordered[] };
    if (life !== this.#life) this.#counted = new Map();
    this.#life = life;
    for (const { id, kind, fired } of faults) {
      const more = fired - (this.#counted.get(id) ?? 0);
      this.#counted.set(id, fired);
      if (more > 0) this.tally.happened(nameOf(kind), 'bank', {}, more);
    }
  }

  /** Forgets what was ordered and has not happened. */
  async calm(): Promise<void> {
    await this.count();
    await this.#ask('DELETE');
    this.#counted = new Map();
  }

  async #order(kind: string): Promise<void> {
    await this.#ask('POST', { kind, count: 1, ...PARAMETERS[kind] });
  }

  async #ask(method: string, body?: object): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.house.bankPorts.control}/faults`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(3_000),
    });
    if (!response.ok) throw new Error(`The bank answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
