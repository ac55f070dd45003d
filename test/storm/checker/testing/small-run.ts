/**
 * A small run on real parts, and its evidence: payments that are captured, validated in part, cancelled, declined, refunded, authenticated;
 * a lost answer, an approval that comes too late, an item that the bank rejects.
 */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookOf, order } from '../../../bank/house.js';
import { atRest } from '../../../support/books.js';
import { startHouse, type House } from '../../../support/house.js';
import { until, sandboxCard } from '../../../support/shopping.js';
import { enrolledCard } from '../../../support/threeds.js';
import { FILES, type HookSecret, type Marker, type Run } from '../../evidence.js';
import { collectDump } from '../dump.js';
import { Recorder, recordingReceiver, type Result } from './recorder.js';

const TRANSACTION =
  '... on Transaction { id status amounts { authorised { amount } captured { amount } refunded { amount } } }';
const REMITTANCE = '... on Remittance { id status }';

class SmallRun {
  #serial = 0;
  readonly markers: Marker[] = [];
  readonly toRefund: string[] = [];
  readonly hookSecrets: HookSecret[] = [];
  readonly merchant: Recorder;
  readonly shopper: Recorder;

  constructor(
    readonly house: House,
    readonly folder: string,
  ) {
    this.merchant = new Recorder(house, folder, 'merchant');
    this.shopper = new Recorder(house, folder, 'shopper');
  }

  card(code = '00'): string {
    return sandboxCard(code, { serial: this.#nextSerial() });
  }

  /** Of a range in 3-D Secure: it answers at once and well. */
  enrolled(): string {
    return enrolledCard('01', '00', { serial: this.#nextSerial() });
  }

  #nextSerial(): string {
    this.#serial += 1;
    return String(this.#serial).padStart(5, '0');
  }

  /** Opens a session, pays it, and answers its transaction's id. */
  async pay(number: string, capture?: { plan: string; days?: number }, watched = false): Promise<string> {
    const asked = {
      idempotencyKey: randomUUID(),
      orderId: `order-${randomUUID().slice(0, 8)}`,
      amount: { amount: 1050, currency: 'EUR' },
    };
    const selection = '... on PaymentSession { id status token }';
    const session = await this.merchant.mutate(
      'createPaymentSession',
      { ...asked, ...(capture && { capture }) },
      selection,
    );
    const again = await this.merchant.mutate(
      'createPaymentSession',
      { ...asked, ...(capture && { capture }) },
      selection,
    );
    if (again['id'] !== session['id']) throw new Error('One key opened two sessions.');
    const code = String(100 + this.markers.length);
    this.markers.push({ number, code });
    const input = { idempotencyKey: randomUUID(), number, expiry: '12/30', securityCode: code };
    const bearer = String(session['token']);
    const about = { sessionId: String(session['id']) };
    const submit = () =>
      this.shopper.mutate('submitCard', input, '... on CheckoutSession { id status step }', { bearer, about });
    await (watched ? this.shopper.watch({ id: about.sessionId, token: bearer }, submit) : submit());
    const shown = await this.merchant.query(
      'paymentSession',
      `{ paymentSession(id: "${String(session['id'])}") { id status transaction { id status } } }`,
    );
    return String((shown['transaction'] as Result)['id']);
  }

  async on(operation: string, transactionId: string, amount?: number): Promise<Result> {
    const input = { idempotencyKey: randomUUID(), transactionId, ...(amount !== undefined && { amount }) };
    const selection = operation === 'refundTransaction' ? '... on Refund { id status }' : TRANSACTION;
    return this.merchant.mutate(operation, input, selection, { about: { transactionId } });
  }

  /** Closes what is open, and waits until the bank has answered all of it. */
  async remit(): Promise<void> {
    const open = await until(
      async () => {
        const list = await this.merchant.query('remittances', '{ remittances(first: 20) { nodes { id status } } }');
        return (list['nodes'] as Result[]).find(({ status }) => status === 'OPEN');
      },
      found => found !== undefined,
    );
    const input = { idempotencyKey: randomUUID(), remittanceId: String(open?.['id']) };
    await this.merchant.mutate('closeRemittance', input, REMITTANCE);
    await until(
      async () =>
        (await this.merchant.query('remittance', `{ remittance(id: "${input.remittanceId}") { id status } }`))[
          'status'
        ],
      status => status === 'ACKNOWLEDGED',
    );
  }
}

async function payments(run: SmallRun): Promise<void> {
  const { house } = run;
  run.toRefund.push(
    await run.pay(run.card(), undefined, true),
    await run.pay(run.card(), { plan: 'VALIDATION', days: 3 }),
  );
  await run.on('validateTransaction', run.toRefund[1] ?? '', 700);
  const cancelled = await run.pay(run.card(), { plan: 'DEFERRED', days: 2 });
  await run.on('cancelTransaction', cancelled, 50);
  await run.on('cancelTransaction', cancelled);
  await run.pay(run.card('05'));
  await run.pay(run.enrolled());
  await order(house.bank, { kind: 'DROP_ANSWER', mti: '0100' });
  await run.pay(run.card());
  await order(house.bank, { kind: 'ANSWER_AFTER_REVERSAL', mti: '0100' });
  await run.pay(run.card());
}

/** One item is rejected; of the others what can be is refunded. */
async function remittances(run: SmallRun): Promise<void> {
  await order(run.house.bank, { kind: 'REJECT_ITEM', mti: '0220' });
  await run.remit();
  for (const id of run.toRefund) await run.on('refundTransaction', id, 300);
  await run.remit();
}

/** The folder of the evidence; the house is gone by then. */
export async function smallRun(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-evidence-'));
  const startedAt = new Date().toISOString();
  const house = await startHouse({ acquirerTimeout_ms: 700, threeds: true });
  const { receiver, know } = await recordingReceiver(folder, 'one', () => 200);
  try {
    const run = new SmallRun(house, folder);
    const askFor = async (operation: string, input: Readonly<Record<string, string>>, type: string) => {
      const askedAt = new Date().toISOString();
      const shown = `... on ${type} { endpoint { id status } secret }`;
      const made = await run.merchant.mutate(operation, input, shown, { about: input });
      const endpointId = String((made['endpoint'] as Result)['id']);
      const secret = { endpointId, secret: String(made['secret']), askedAt, toldAt: new Date().toISOString() };
      know(secret);
      run.hookSecrets.push(secret);
      return endpointId;
    };
    const input = { idempotencyKey: randomUUID(), url: receiver.url };
    const endpointId = await askFor('createWebhookEndpoint', input, 'WebhookEndpointCreated');
    const reader = new Recorder(house, folder, 'reader');
    await reader.follow('live', [
      () => payments(run),
      async () => {
        await remittances(run);
        await quiet(house);
        await askFor('rotateWebhookSecret', { endpointId }, 'WebhookSecretRotated');
        await sendAgain(run);
        await quiet(house);
      },
    ]);
    await collect(run, startedAt);
    return folder;
  } finally {
    await receiver.close();
    await house.close();
  }
}

/** The first of all notifications, signed by two secrets this time. */
async function sendAgain({ merchant }: SmallRun): Promise<void> {
  const told = await merchant.query('deliveries', '{ deliveries(last: 1) { nodes { id status } } }');
  const deliveryId = String((told['nodes'] as Result[])[0]?.['id']);
  await merchant.mutate('redeliver', { deliveryId }, '... on Delivery { id status }', { about: { deliveryId } });
}

async function quiet(house: House): Promise<void> {
  await atRest(house);
  const { sql } = house.server.app.deps;
  await until(
    () => sql.selectFrom('delivery').select('id').where('status', '=', 'PENDING').execute(),
    waiting => waiting.length === 0,
  );
}

async function collect({ house, folder, markers, hookSecrets }: SmallRun, startedAt: string): Promise<void> {
  const write = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));
  const ended = new Date().toISOString();
  const shops = await house.server.app.deps.sql.selectFrom('shop').select(['id', 'acceptor']).execute();
  const bounds = { unknown_ms: 900_000, underWay_ms: 0 };
  const run: Run = { seed: 'small', startedAt, quietAt: ended, endedAt: ended, shops, bounds, servers: 1 };
  await write(FILES.run, run);
  await write(FILES.book, await bookOf(house.bank));
  await copyFile(house.bookFile, join(folder, FILES.journal));
  await collectDump(house.database.runUrl, folder);
  await write(FILES.markers, markers);
  await write(FILES.hookSecrets, hookSecrets);
  await write(FILES.raw, { databaseFolder: null, folders: [], profile: null });
  await mkdir(join(folder, FILES.processes));
  await writeFile(join(folder, FILES.processes, 'server.log'), house.log.join('\n'));
  await writeFile(join(folder, FILES.faults), '');
}
