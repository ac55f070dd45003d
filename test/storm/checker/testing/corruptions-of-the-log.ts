/** What may go wrong with the log, its steps and its numbers, and must be found and called by its name. */
import { first, without, type Corrupted, type Row } from './corrupted.js';
import type { Corruption } from './corruptions.js';

const isEvent = (event: string) => (row: Row) => row['event'] === event;
const isTold = (operation: string) => (row: Row) => row['event'] === 'told' && row['operation'] === operation;

const MERCHANT = 'clients/merchant.jsonl';
const READER = 'clients/reader.jsonl';

export const OF_LOG: readonly Corruption[] = [
  [
    9,
    'a decline became a capture',
    of => of.table('event', rows => void (first(rows, isEvent('DECLINED')).to_status = 'CAPTURED')),
  ],
  [9, 'a final state was left', of => of.table('event', rows => [...rows, stepOn(rows, 'CANCELLED', 'TO_CAPTURE')])],
  [
    9,
    'an event begins where none ended',
    of => of.table('event', rows => void (first(rows, isEvent('CAPTURE_ACCEPTED')).from_status = 'TO_CAPTURE')),
  ],
  [
    9,
    'of a late approval the bank was told nothing',
    of => of.table('event', rows => void (first(rows, isEvent('LATE_APPROVAL')).facts.stan = '999999')),
  ],
  [
    9,
    'a unique key is gone',
    of =>
      of.json(
        'catalogue.json',
        value => void (value['uniques'] = without(value['uniques'], row => row['table'] === 'idempotency')),
      ),
  ],
  [
    9,
    'the log may be changed',
    of =>
      of.json(
        'catalogue.json',
        value => void (first(value['triggers'], row => row['table'] === 'event').enabled = false),
      ),
  ],
  [
    9,
    'the role that runs may change the log',
    of => of.json('catalogue.json', value => void value['grants'].push({ table: 'feed', privilege: 'DELETE' })),
  ],
  [10, 'the log has a gap', of => of.table('feed', rows => without(rows, row => row['position'] === 7))],
  [10, 'two events of a transaction stand in the wrong order', swapTwo],
  [10, 'an event waits for its position', of => of.table('outbox', rows => [...rows, { event_id: 'evt_waiting' }])],
  [10, 'a reader missed one', of => of.lines(READER, rows => without(rows, isEvent('feed')))],
  [
    10,
    'a reader missed the last',
    of => of.lines(READER, rows => rows.filter(row => row !== rows.findLast(isEvent('feed')))),
  ],
  [
    10,
    'a reader got one twice',
    of =>
      of.lines(READER, rows =>
        rows.flatMap((row, place) => (row['event'] === 'feed' && place % 9 === 5 ? [row, row] : [row])),
      ),
  ],
  [
    10,
    'a reader was told another status',
    of => of.lines(READER, rows => void (first(rows, isEvent('feed')).status = 'NEVER')),
  ],
  [11, 'a change has no entry', of => of.table('event', rows => without(rows, isEvent('VALIDATED')))],
  [
    9,
    'a late approval was let be',
    of => of.table('event', rows => void (after(rows, 'LATE_APPROVAL').event = 'RELEASE_CONFIRMED')),
  ],
  [
    9,
    'the database balances amounts no more',
    of =>
      of.json(
        'catalogue.json',
        value => void (value['checks'] = without(value['checks'], row => row['name'] === 'captured_within_authorised')),
      ),
  ],
  [
    10,
    'an event is told to another shop',
    of => of.table('feed', rows => void (first(rows, () => true).shop_id = 'shop_other')),
  ],
  [
    10,
    'the last position is one too far',
    of => of.table('feed', rows => void (first(rows, row => row['position'] === rows.length).position += 1)),
  ],
  [
    11,
    'something changed once more than the log tells',
    of => of.table('webhook_endpoint', rows => void (first(rows, () => true).sequence += 1)),
  ],
  [
    11,
    'the log tells of something that is not there',
    of =>
      of.table('event', rows => [
        ...rows,
        { ...first(rows, isEvent('CREATED')), id: 'evt_more', subject_id: 'whe_none' },
      ]),
  ],
  [
    11,
    'a change has two entries',
    of => of.table('event', rows => [...rows, { ...first(rows, isEvent('VALIDATED')), id: 'evt_again' }]),
  ],
  [11, 'nobody did it', of => of.table('event', rows => void (first(rows, isEvent('VALIDATED')).actor_id = null))],
  [
    11,
    'somebody did it who cannot',
    of => of.table('event', rows => void (first(rows, isEvent('VALIDATED')).actor_kind = 'SHOPPER')),
  ],
  [
    13,
    'one key has two answers',
    of =>
      of.lines(
        MERCHANT,
        rows => void (first(rows, isTold('createPaymentSession')).answer.createPaymentSession.id = 'ps_other'),
      ),
  ],
  [
    13,
    'a key stands for nothing that was told',
    of => of.table('idempotency', rows => without(rows, row => row['operation'] === 'createPaymentSession')),
  ],
  [
    13,
    'a key was never answered',
    of => of.lines(MERCHANT, rows => rows.filter(row => !isTold('cancelTransaction')(row))),
  ],
  [
    13,
    'a STAN was used twice',
    of =>
      of.table('exchange', rows => {
        const [one, other] = rows;
        if (one && other) other['stan'] = one['stan'];
      }),
  ],
  [
    13,
    'an RRN stands for two payments',
    of =>
      of.table('exchange', rows => {
        const [one, other] = rows.filter(row => row['kind'] === 'AUTHORISATION');
        if (one && other) other['rrn'] = one['rrn'];
      }),
  ],
  [
    13,
    'a reversal was sent again under a new STAN',
    of =>
      of.table('exchange', rows => [
        ...rows,
        { ...first(rows, row => row['kind'] === 'REVERSAL'), id: 'exc_again', stan: '777777' },
      ]),
  ],
  [
    13,
    'the bank heard one STAN for two things',
    of =>
      of.lines('journal.jsonl', rows => {
        const heard = first(rows, row => row['kind'] === 'IN' && row['mti'] === '0220');
        return [...rows, { ...heard, fields: { ...heard['fields'], 4: '000000000001' } }];
      }),
  ],
  ['RUN', 'nobody read the log', of => of.lines(READER, () => [])],
];

/** What came next to the subject of the first event of this kind. */
function after(rows: readonly Row[], event: string): Row {
  const before = first(rows, isEvent(event));
  return first(rows, row => row['subject_id'] === before['subject_id'] && row['sequence'] === before['sequence'] + 1);
}

/** One more event of a transaction that has ended so. */
function stepOn(rows: readonly Row[], end: string, to: string): Row {
  const ended = first(rows, row => row['subject'] === 'TRANSACTION' && row['to_status'] === end);
  const last = rows.filter(row => row['subject_id'] === ended['subject_id']).length;
  return { ...ended, id: 'evt_more', event: 'VALIDATED', sequence: last + 1, from_status: end, to_status: to };
}

/** Two events of one transaction change places. */
function swapTwo(of: Corrupted): void {
  const subjects = new Map(of.read('event').map(row => [row['id'] as string, row['subject_id'] as string]));
  of.table('feed', rows => {
    const own = [...Map.groupBy(rows, row => subjects.get(row['event_id'] as string)).values()].find(
      list => list.length > 1,
    );
    const [one, other] = own ?? [];
    if (one && other) [one['event_id'], other['event_id']] = [other['event_id'], one['event_id']];
  });
}
