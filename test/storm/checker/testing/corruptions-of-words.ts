/** What may go wrong with what is told, and must be found and called by its name. */
import { first, without, type Row } from './corrupted.js';
import type { Corruption } from './corruptions.js';

const isStatus = (status: string) => (row: Row) => row['status'] === status;
const isEvent = (event: string) => (row: Row) => row['event'] === event;
const isTold = (operation: string) => (row: Row) => row['event'] === 'told' && row['operation'] === operation;
const isAsked = (operation: string) => (row: Row) => row['event'] === 'asked' && row['operation'] === operation;
const isPaidPage = (row: Row) => isEvent('page-shown')(row) && row['answer'].checkoutChanged.status === 'PAID';
const last = (rows: readonly Row[]): Row => rows.at(-1) ?? {};
const later = (by_ms: number) => new Date(Date.now() + by_ms).toISOString();

const MERCHANT = 'clients/merchant.jsonl';
const SHOPPER = 'clients/shopper.jsonl';
const HOOKS = 'receivers/one.jsonl';
const SECRETS = 'hook-secrets.json';
const DAY_ms = 86_400_000;

export const OF_WORDS: readonly Corruption[] = [
  [
    5,
    'somebody was told of a status that never was',
    of =>
      of.lines(
        MERCHANT,
        rows => void (first(rows, isTold('cancelTransaction')).answer.cancelTransaction.status = 'CAPTURED'),
      ),
  ],
  [
    5,
    'somebody was told amounts that never were',
    of =>
      of.lines(
        MERCHANT,
        rows =>
          void (first(rows, isTold('validateTransaction')).answer.validateTransaction.amounts.authorised.amount = 1),
      ),
  ],
  [
    5,
    'what was told as paid is lost',
    of => of.table('event', rows => void (first(rows, isEvent('PAID')).to_status = 'PROCESSING')),
  ],
  [
    5,
    'what was told as acknowledged was told otherwise later',
    of =>
      of.lines(MERCHANT, rows => {
        const told =
          rows.findLast(row => isTold('remittance')(row) && row['answer'].remittance.status === 'ACKNOWLEDGED') ?? {};
        const call = { client: told['client'], call: 9_999, operation: 'remittance', key: null };
        const answer = { remittance: { ...told['answer'].remittance, status: 'SENT' } };
        return [
          ...rows,
          { ...call, at: later(1_000), event: 'asked', about: {} },
          { ...told, ...call, at: later(2_000), answer },
        ];
      }),
  ],
  [
    5,
    'a notification told what never was',
    of =>
      of.lines(
        HOOKS,
        rows =>
          void retell(
            first(rows, () => true),
            data => void (data['status'] = 'NEVER'),
          ),
      ),
  ],
  [
    5,
    'a shop was told what is of another',
    of => of.lines(MERCHANT, rows => void (first(rows, isAsked('cancelTransaction')).about.shopId = 'shop_other')),
  ],
  [
    5,
    'a shopper was told of the session of another',
    of =>
      of.lines(SHOPPER, rows => {
        const [one, other] = rows.filter(isAsked('submitCard'));
        if (one && other) one['about'] = other['about'];
      }),
  ],
  [
    5,
    'a key that was revoked still opens',
    of => of.lines(MERCHANT, rows => void (first(rows, isAsked('paymentSession')).about.ended = 'key')),
  ],
  [
    5,
    'a page was shown the session of another',
    of => of.lines(SHOPPER, rows => void (first(rows, isEvent('page-shown')).answer.checkoutChanged.id = 'ps_other')),
  ],
  [
    5,
    'a page was shown what never was',
    of =>
      of.lines(SHOPPER, rows => void (first(rows, isEvent('page-shown')).answer.checkoutChanged.status = 'EXPIRED')),
  ],
  [
    5,
    'a page that had shown the end was shown a beginning',
    of => of.lines(SHOPPER, rows => [...rows, { ...first(rows, isEvent('page-shown')) }]),
  ],
  [
    5,
    'a page that stood open to the end was never shown it',
    of => of.lines(SHOPPER, rows => rows.filter(row => !isPaidPage(row))),
  ],
  [
    5,
    'a page that was opened after the end was shown a beginning',
    of =>
      of.lines(SHOPPER, rows => {
        const opened = first(rows, isEvent('page-opened'));
        const again = { client: opened['client'], page: 'again' };
        const shown = { ...first(rows, isEvent('page-shown')), ...again };
        return [...rows, { ...opened, ...again, at: later(1_000) }, { ...shown, at: later(2_000) }];
      }),
  ],
  [
    6,
    'an outcome is unknown for ever',
    of => of.table('transaction', rows => void (first(rows, isStatus('REVERSED')).status = 'UNKNOWN')),
  ],
  [
    6,
    'an outcome was unknown for too long',
    of => {
      of.table('event', rows => void (first(rows, isEvent('REVERSAL_CONFIRMED')).recorded_at = later(10_000_000)));
      of.json('run.json', run => {
        run['endedAt'] = later(10_000_000);
      });
    },
  ],
  [
    6,
    'a reversal was never acknowledged',
    of => of.table('exchange', rows => void (first(rows, row => row['kind'] === 'REVERSAL').status = 'PENDING')),
  ],
  [
    6,
    'the work list speaks of what is over',
    of =>
      of.table('work_item', rows => [
        ...rows,
        { id: 'work_1', kind: 'UNKNOWN_OUTCOME', transaction_id: 'txn_1', opened_at: later(0), closed_at: null },
      ]),
  ],
  [
    7,
    'the same id came with other bytes',
    of =>
      of.lines(
        HOOKS,
        rows =>
          void retell(
            first(rows, () => true),
            data => void (data['more'] = 1),
          ),
      ),
  ],
  [
    7,
    'a notification was told that has no cause',
    of => of.lines(HOOKS, rows => void (first(rows, () => true).id = 'msg_invented')),
  ],
  [
    7,
    'a cause was forgotten',
    of => of.table('delivery', rows => without(rows, row => row['type'] === 'TRANSACTION_UPDATED')),
  ],
  [
    7,
    'a notification counts as delivered and never came',
    of => of.lines(HOOKS, rows => rows.filter(({ id }) => id !== rows[0]?.['id'])),
  ],
  [
    7,
    'a notification was given up by nobody and waits',
    of => of.table('delivery', rows => void (first(rows, isStatus('DELIVERED')).status = 'PENDING')),
  ],
  [7, 'notifications of a transaction came in another order', of => of.lines(HOOKS, rows => rows.toReversed())],
  [
    7,
    'what was asked for again came with other bytes',
    of => of.lines(HOOKS, rows => void retell(last(rows), data => void (data['more'] = 1))),
  ],
  [7, 'what was asked for again never came', of => of.lines(HOOKS, rows => rows.slice(0, -1))],
  [
    7,
    'a notification has no signature that is good',
    of => of.lines(HOOKS, rows => void (first(rows, () => true).signature = 'v1,bm9ib2R5J3M=')),
  ],
  [
    7,
    'of two signatures one was damaged where no line damages',
    of => of.lines(HOOKS, rows => void (last(rows).signature += '\u00F5')),
  ],
  [
    7,
    'nobody was given the secret that signed',
    of => of.json(SECRETS, ({ 1: newer }) => void (newer.secret = `whsec_${Buffer.alloc(32).toString('base64')}`)),
  ],
  [
    7,
    'a secret signed before it was asked for',
    of => of.json(SECRETS, ({ 1: newer }) => void (newer.askedAt = later(9))),
  ],
  [
    7,
    "another endpoint's secret signed",
    of => of.json(SECRETS, ({ 1: newer }) => void (newer.endpointId = 'whe_other')),
  ],
  [
    7,
    'the former secret does not sign beside the newer',
    of =>
      of.lines(HOOKS, rows => {
        last(rows).signature = String(last(rows)['signature']).split(' ')[0];
      }),
  ],
  [
    7,
    'a secret signed two days after another had taken its place',
    of =>
      of.json(SECRETS, secrets => {
        for (const secret of secrets as unknown as Row[]) secret.askedAt = secret.toldAt = later(-2 * DAY_ms);
      }),
  ],
  [
    7,
    'the cause of a notification is another event',
    of => of.table('delivery', rows => void (first(rows, () => true).event_id = 'evt_other')),
  ],
];

function retell(line: Row, change: (data: Row) => void): void {
  const body = JSON.parse(Buffer.from(line['body'] as string, 'base64').toString()) as { data: Row };
  change(body.data);
  line['body'] = Buffer.from(JSON.stringify(body)).toString('base64');
}
