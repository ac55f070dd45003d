/**
 * The till's verbs on real parts: a database, the sandbox bank on its sockets, and a clock that the test moves, shared by both.
 */
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bank, startBank } from '../../bank/bank.js';
import { cardNumber } from '../../bank/grammar.js';
import { systemRandom } from '../../server/adapters/system.js';
import { type App, createApp, type Outside } from '../../server/app.js';
import { submitCard } from '../../server/checkout/submit-card.js';
import type { Actor } from '../../server/core/caller.js';
import { Secret } from '../../server/core/secret.js';
import type { Deps } from '../../server/database/deps.js';
import { openDemoShop } from '../../server/demo-shop.js';
import { loadShop } from '../../server/shops/shop.js';
import type { Environment } from '../../server/env.js';
import { closeDueRemittances, closeRemittance } from '../../server/remittance/close-remittance.js';
import { openRemittances } from '../../server/remittance/open-remittance.js';
import type { RemittanceRow } from '../../server/remittance/remittance.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { openSession } from '../../server/sessions/open-session.js';
import type { SessionInput } from '../../server/sessions/session-input.js';
import { loadTransaction, type TransactionRow } from '../../server/transactions/transaction.js';
import { type BookView, bookOf, order } from '../bank/house.js';
import { testEnvironment } from '../support/environment.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { silentLog } from '../support/silent-log.js';
import { MovedClock } from './moved-clock.js';

export const BY_KEY: Actor = { kind: 'KEY', id: 'key_of_a_test' };

export interface PayOptions {
  readonly shopId?: string;
  readonly amount?: bigint;
  readonly currency?: string;
  readonly capture?: SessionInput['capture'];
  /** Another serial is another card. */
  readonly serial?: number;
  /** A card of its own; without it one that is approved. */
  readonly number?: string;
}

export class Rig {
  #keys = 0;
  #shopId = '';
  #acceptor = '';

  private constructor(
    readonly clock: MovedClock,
    readonly bank: Bank,
    readonly app: App,
    private readonly database: FreshDatabase,
    private readonly folder: string,
    private readonly environment: Environment,
  ) {}

  /** Wednesday, ten in the morning in Paris, unless said otherwise. */
  static async start(
    start = '2027-03-10T09:00:00Z',
    changes: { cutOff?: string } = {},
    surroundings: Partial<Environment> = {},
  ): Promise<Rig> {
    const clock = new MovedClock(new Date(start));
    const folder = await mkdtemp(join(tmpdir(), 'remitting-'));
    const now = () => clock.now().getTime();
    const bank = await startBank({ bookFile: join(folder, 'book.jsonl'), now, seed: 'remittance' });
    const database = await freshDatabase();
    const environment = testEnvironment(database, bank, { run: 'worker', logLevel: 'error', ...surroundings });
    const app = await createApp(environment, silentLog, join(process.cwd(), 'messages'), { clock });
    const rig = new Rig(clock, bank, app, database, folder, environment);
    try {
      await rig.newShop(changes);
      return rig;
    } catch (error) {
      await rig.stop();
      throw error;
    }
  }

  /** At the top of a test file: one house for all of its tests, a shop of its own for each. */
  static forEachTest(start?: string): () => Rig {
    let rig: Rig | undefined;
    const running = () => {
      if (!rig) throw new Error('Only within a test.');
      return rig;
    };
    beforeAll(async () => {
      rig = await Rig.start(start);
    });
    beforeEach(async () => {
      await running().clearFaults();
      await running().newShop();
    });
    afterAll(() => rig?.stop());
    return running;
  }

  /** Everything after this is about a shop that nobody has used yet. */
  async newShop(changes: { cutOff?: string } = {}): Promise<string> {
    const { shopId, acceptor } = await openDemoShop(this.deps, systemRandom, { enrolled: false, ...changes });
    this.#shopId = shopId;
    this.#acceptor = acceptor;
    return shopId;
  }

  get shopId(): string {
    return this.#shopId;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.bank.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get deps(): Deps {
    return this.app.deps;
  }

  /** Another process of the same house: its own connections, its own lines to the bank. */
  async otherProcess(outside: Outside = {}): Promise<App> {
    return createApp(this.environment, silentLog, join(process.cwd(), 'messages'), { clock: this.clock, ...outside });
  }

  key(): string {
    this.#keys += 1;
    return `key ${this.#keys}`;
  }

  /** An approved payment, as a shopper makes it. */
  async pay(options: PayOptions = {}): Promise<TransactionRow> {
    const { shopId = this.shopId, amount = 1000n, currency = 'EUR', capture, serial = 1 } = options;
    const { number = cardNumber('400012', '00', serial, '00') } = options;
    const input: SessionInput = { orderId: this.key(), amount: { amount, currency }, ...(capture && { capture }) };
    const shop = await loadShop(this.deps.sql, shopId);
    const opened = await openSession(this.deps, shop, BY_KEY, this.key(), input);
    const caller = { kind: 'SHOPPER', shopId, sessionId: opened.id } as const;
    const session = await submitCard(this.deps, shop, caller, {
      idempotencyKey: this.key(),
      number: new Secret(number),
      expiry: '12/30',
      securityCode: new Secret('123'),
      holderName: null,
      brand: null,
      saveCard: false,
      sameCard: false,
      browser: { acceptHeader: '*/*', userAgent: 'test', language: 'fr', address: null, script: null },
      address: '',
    });
    if (session.current_transaction_id === null) throw new Error('Nothing was tried.');
    return this.transaction(session.current_transaction_id);
  }

  /** A payment that has been through a remittance. */
  async captured(options: PayOptions = {}): Promise<TransactionRow> {
    const paid = await this.pay(options);
    await this.closeNow(paid.currency, paid.shop_id);
    await sendRemittances(this.deps);
    return this.transaction(paid.id);
  }

  transaction(id: string): Promise<TransactionRow> {
    return loadTransaction(this.deps.sql, id);
  }

  async remittances(shopId = this.shopId): Promise<RemittanceRow[]> {
    const rows = this.deps.sql.selectFrom('remittance').selectAll().where('shop_id', '=', shopId);
    return rows.orderBy('currency').orderBy('number').execute();
  }

  async openRemittance(currency = 'EUR', shopId = this.shopId): Promise<RemittanceRow> {
    await openRemittances(this.deps, shopId);
    const open = (await this.remittances(shopId)).find(row => row.status === 'OPEN' && row.currency === currency);
    if (!open) throw new Error('No remittance is open.');
    return open;
  }

  async closeNow(currency = 'EUR', shopId = this.shopId): Promise<RemittanceRow> {
    const { id: remittanceId } = await this.openRemittance(currency, shopId);
    return closeRemittance(this.deps, shopId, BY_KEY, { idempotencyKey: this.key(), remittanceId });
  }

  /** What the worker does: closes what is due, and tells the bank. */
  async work(): Promise<void> {
    await closeDueRemittances(this.deps);
    await sendRemittances(this.deps);
  }

  book(): Promise<BookView> {
    return bookOf(this.bank);
  }

  /** What the bank's book says of this shop. */
  async inTheBook(part: 'batches' | 'authorisations' | 'refunds'): Promise<Readonly<Record<string, unknown>>[]> {
    return (await this.book())[part].filter(row => row['acceptor'] === this.#acceptor);
  }

  order(fault: Readonly<Record<string, unknown>>): Promise<void> {
    return order(this.bank, fault);
  }

  async clearFaults(): Promise<void> {
    await fetch(`http://127.0.0.1:${this.bank.controlPort}/faults`, { method: 'DELETE' });
    // A line that was refused is not opened again at once.
    this.clock.pass(1_000);
  }

  /** The events of a subject, in order, as `EVENT→STATUS`. */
  async told(subjectId: string): Promise<string[]> {
    const rows = await this.deps.sql
      .selectFrom('event')
      .select(['event', 'to_status'])
      .where('subject_id', '=', subjectId)
      .orderBy('sequence')
      .execute();
    return rows.map(row => `${row.event}→${row.to_status}`);
  }

  async workList(): Promise<{ kind: string; open: boolean }[]> {
    const rows = await this.deps.sql
      .selectFrom('work_item')
      .selectAll()
      .where('shop_id', '=', this.#shopId)
      .orderBy('id')
      .execute();
    return rows.map(row => ({ kind: row.kind, open: row.closed_at === null }));
  }
}
