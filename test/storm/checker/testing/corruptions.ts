/** What may go wrong with money, and must be found and called by its name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Invariant } from '../../evidence.js';
import { first, without, type Corrupted, type Row } from './corrupted.js';

export type Corruption = readonly [invariant: Invariant, what: string, corrupt: (evidence: Corrupted) => void];

const isStatus = (status: string) => (row: Row) => row['status'] === status;
const isEvent = (event: string) => (row: Row) => row['event'] === event;

export const OF_MONEY: readonly Corruption[] = [
  [
    1,
    'a row has a status that its journal has not',
    of => of.table('transaction', rows => void (first(rows, isStatus('CAPTURED')).status = 'REMITTING')),
  ],
  [
    1,
    'a row has more than its journal',
    of =>
      of.table('transaction', rows => {
        const row = first(rows, isStatus('CAPTURED'));
        row.captured += 1;
        row.authorised += 1;
      }),
  ],
  [
    1,
    'a refund is not what its transaction says',
    of => of.table('refund', rows => void (first(rows, isStatus('CREDITED')).amount += 1)),
  ],
  [
    1,
    'a session has another status than its journal',
    of => of.table('payment_session', rows => void (first(rows, isStatus('PAID')).status = 'OPEN')),
  ],
  [
    1,
    'the totals of a remittance are not those of its items',
    of => of.table('remittance', rows => void (first(rows, isStatus('ACKNOWLEDGED')).debit_amount += 1)),
  ],
  [
    2,
    'more was asked back than was captured',
    of => of.table('event', rows => void (first(rows, isEvent('REFUND_REQUESTED')).amount = 100_000)),
  ],
  [
    2,
    'a row says more captured than authorised',
    of =>
      of.table('transaction', rows => {
        const row = first(rows, isStatus('CAPTURED'));
        row.captured = row['authorised'] + 5;
      }),
  ],
  [
    2,
    'the bank refunded more than it captured',
    of => of.lines('journal.jsonl', rows => void (first(rows, row => row['kind'] === 'REFUNDED').amount = 99_999)),
  ],
  [
    2,
    'the bank shows another book than it wrote',
    of => of.json('book.json', book => void (first(book['authorisations'], isState('CAPTURED')).captured -= 1)),
  ],
  [
    3,
    'the bank holds what was declined',
    of => of.json('book.json', book => void (first(book['authorisations'], isState('DECLINED')).held = 1_050)),
  ],
  [
    3,
    'the bank knows nothing of a capture',
    of =>
      of.json(
        'book.json',
        book => void (book['authorisations'] = without(book['authorisations'], isState('CAPTURED'))),
      ),
  ],
  [
    3,
    'the bank captured in another currency',
    of => of.json('book.json', book => void (first(book['authorisations'], isState('CAPTURED')).currency = 'JPY')),
  ],
  [
    3,
    'an authorisation was asked before it was written down',
    of =>
      of.table('exchange', rows =>
        without(rows, row => row['kind'] === 'AUTHORISATION' && row['response_code'] === '05'),
      ),
  ],
  [
    3,
    'the bank heard an amount that was never written down',
    of =>
      of.lines('journal.jsonl', rows => void (first(rows, row => row['mti'] === '0100').fields['4'] = '000000009999')),
  ],
  [
    3,
    'an authorisation was asked twice',
    of =>
      of.lines('journal.jsonl', rows => [...rows, first(rows, row => row['kind'] === 'IN' && row['mti'] === '0100')]),
  ],
  [
    3,
    'a no was taken for a yes',
    of =>
      of.table(
        'exchange',
        rows =>
          void (first(rows, row => row['kind'] === 'AUTHORISATION' && row['response_code'] === '05').response_code =
            '00'),
      ),
  ],
  [
    4,
    'two transactions of a session were authorised',
    of =>
      of.table('transaction', rows => {
        const [one, other] = rows.filter(isStatus('CAPTURED'));
        if (one && other) other['session_id'] = one['session_id'];
      }),
  ],
  [
    4,
    'two transactions pay one order',
    of =>
      of.table('transaction', rows => {
        const [one, other] = rows.filter(isStatus('CAPTURED'));
        if (one && other) other['order_id'] = one['order_id'];
      }),
  ],
  [
    4,
    'a session is paid by nothing',
    of => of.table('payment_session', rows => void (first(rows, isStatus('PAID')).current_transaction_id = null)),
  ],
  [
    4,
    'an operation had two effects for one key',
    of => of.table('idempotency', rows => without(rows, row => row['operation'] === 'cancelTransaction')),
  ],
  [
    4,
    'a key stands for a payment that was made twice',
    of => of.table('idempotency', rows => without(rows, row => row['operation'] === 'submitCard')),
  ],
  [
    4,
    'the bank holds one attempt twice',
    of =>
      of.table('exchange', rows => {
        const [one, other] = rows.filter(row => row['kind'] === 'AUTHORISATION' && row['response_code'] === '00');
        if (one && other) other['transaction_id'] = one['transaction_id'];
      }),
  ],
  [
    8,
    'a capture is in two remittances',
    of => of.table('remittance_item', rows => [...rows, { ...first(rows, isStatus('ACCEPTED')), id: 'itm_again' }]),
  ],
  [
    8,
    'a rejected item counts as accepted',
    of => of.table('remittance_item', rows => void (first(rows, isStatus('REJECTED')).status = 'ACCEPTED')),
  ],
  [
    8,
    'the bank accepted another amount',
    of =>
      of.json(
        'book.json',
        book => void (first(first(book['batches'], withItems).items, row => row['code'] === undefined).amount += 1),
      ),
  ],
  [
    8,
    'the bank never closed a batch',
    of => of.json('book.json', book => void delete first(book['batches'], withItems)['closedWith']),
  ],
  [
    8,
    'the bank has a batch of which we know nothing',
    of => of.json('book.json', book => void book['batches'].push({ ...book['batches'][0], batch: '77' })),
  ],
  [
    8,
    'a remittance never comes to its end',
    of => of.table('remittance', rows => void (first(rows, isStatus('ACKNOWLEDGED')).status = 'SENT')),
  ],
];

function isState(state: string): (row: Row) => boolean {
  return row => row['state'] === state;
}

function withItems(row: Row): boolean {
  return (row['items'] as Row[]).some(item => item['code'] === undefined);
}

export const OF_SECRETS: readonly Corruption[] = [
  [12, 'a process has logged a card number', of => of.append('processes/server.log', `\n{"card":"${numberOf(of)}"}\n`)],
  [
    12,
    'a card number stands in base64 in a notification',
    of =>
      of.lines(
        'receivers/one.jsonl',
        rows => void (first(rows, () => true).body = Buffer.from(`{"n":"${numberOf(of)}"}`).toString('base64')),
      ),
  ],
  [
    12,
    'a security code is kept in the layout of field 48',
    of =>
      of.table(
        'exchange',
        rows => void (first(rows, row => row['request'] !== null).request = { 48: 'BR04VISASC03123' }),
      ),
  ],
  [
    12,
    'a sealed code was kept',
    of => of.table('authentication', rows => void (first(rows, () => true).sealed_code = String.raw`\x00ff`)),
  ],
  [
    12,
    'a browser has kept a card number in its profile',
    of =>
      of.profile({
        'pages/1.txt': '<form>',
        'Local Storage.log': `_http://127.0.0.1:3000\x00\x01card${numberOf(of)}`,
      }),
  ],
  [12, 'a browser is said to have paid, and no page ever came to it', of => of.profile({ 'Local Storage.log': '' })],
  [12, 'a token was logged', of => of.append('processes/server.log', `pst_${'a'.repeat(43)}`)],
];

function numberOf({ folder }: Corrupted): string {
  const [marker] = JSON.parse(readFileSync(join(folder, 'markers.json'), 'utf8')) as { number: string }[];
  return marker?.number ?? '';
}
