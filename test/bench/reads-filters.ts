/** Each way to look for transactions, as a person asks it and as its statement would be written by hand. */
import type { Client } from 'pg';
import { listByHand, type ByHand } from './reads-asked.js';

export interface FilterCase {
  readonly name: string;
  readonly filter: object | null;
  readonly byHand: ByHand;
}

/** A payment out of the middle of the shop's. */
interface Sample {
  readonly id: string;
  readonly reference: string;
  readonly order_id: string;
  readonly rrn: string;
  readonly code: string;
  readonly card_masked: string;
  readonly requested: string;
  readonly created_at: Date;
}

export async function sampleOf(client: Client, shopId: string): Promise<Sample> {
  const { rows } = await client.query<Sample>(
    `select id, reference, order_id, rrn, authorisation_code as code, card_masked, requested, created_at from transaction
     where shop_id = $1 and authorisation_code is not null and currency = 'EUR'
     order by id offset (select count(*) / 2 from transaction where shop_id = $1) limit 1`,
    [shopId],
  );
  const [sample] = rows;
  if (!sample) throw new Error('The shop has no transaction that was authorised.');
  return sample;
}

const DAY_ms = 86_400_000;
/** Nothing of an order begins beyond it. */
const LAST = '\u{10FFFF}';
const BY_TIME = 't.created_at desc, t.id desc';

type Make = (
  name: string,
  filter: object | null,
  where: string,
  values: readonly unknown[],
  order?: string,
) => FilterCase;

export function filterCases(shopId: string, sample: Sample): FilterCase[] {
  const make: Make = (name, filter, where, values, order) => ({
    name,
    filter,
    byHand: listByHand(shopId, where, values, order),
  });
  return [...byKind(make), ...byValue(make, sample), ...byText(make, sample)];
}

function byKind(make: Make): FilterCase[] {
  const listed = (name: string, filter: string, column: string, values: readonly string[]): FilterCase =>
    make(name, { [filter]: values }, `and t.${column} = any($2)`, [values]);
  return [
    make('nothing', null, '', []),
    listed('status: most are', 'status', 'status', ['CAPTURED']),
    listed('status: some are', 'status', 'status', ['DECLINED']),
    listed('status: few are', 'status', 'status', ['EXPIRED']),
    listed('status: none is', 'status', 'status', ['UNKNOWN', 'TO_REVIEW']),
    listed('brand: some are', 'brand', 'brand', ['MASTERCARD']),
    listed('brand: few are', 'brand', 'brand', ['AMEX']),
    listed('currency: few are', 'currency', 'currency', ['USD']),
    listed('currency: none is', 'currency', 'currency', ['JPY']),
    listed('capture plan', 'capturePlan', 'capture_plan', ['VALIDATION']),
    listed('authentication: few are', 'authentication', 'authentication_outcome', ['FAILED']),
    listed('authentication: none is', 'authentication', 'authentication_outcome', ['REJECTED', 'ABANDONED']),
  ];
}

function byValue(make: Make, sample: Sample): FilterCase[] {
  const last4 = sample.card_masked.slice(-4);
  const day = new Date(sample.created_at.getTime() + DAY_ms);
  return [
    make('order', { orderId: sample.order_id }, 'and t.order_id = $2', [sample.order_id]),
    make('last four digits', { last4 }, 'and right(t.card_masked, 4) = $2', [last4]),
    make('amount: few are so high', { amountFrom: 60_000 }, 'and t.requested >= $2', [60_000]),
    make('amount: many are so high', { amountFrom: 10_000 }, 'and t.requested >= $2', [10_000]),
    make(
      'amounts between two',
      { amountFrom: 12_000, amountTo: 12_010 },
      'and t.requested between $2 and $3',
      [12_000, 12_010],
    ),
    make('since a day', { from: day }, 'and t.created_at >= $2', [day], BY_TIME),
    make(
      'a day in the middle',
      { from: sample.created_at, until: day },
      'and t.created_at >= $2 and t.created_at < $3',
      [sample.created_at, day],
      BY_TIME,
    ),
    make(
      'status, brand and a day',
      { status: ['DECLINED'], brand: ['VISA'], from: sample.created_at, until: day },
      'and t.created_at >= $2 and t.created_at < $3 and t.status = any($4) and t.brand = any($5)',
      [sample.created_at, day, ['DECLINED'], ['VISA']],
      BY_TIME,
    ),
    make(
      'what cannot be',
      { status: ['EXPIRED'], capturePlan: ['IMMEDIATE'] },
      'and t.status = any($2) and t.capture_plan = any($3)',
      [['EXPIRED'], ['IMMEDIATE']],
    ),
  ];
}

function byText(make: Make, sample: Sample): FilterCase[] {
  const last4 = sample.card_masked.slice(-4);
  const order = sample.order_id.slice(0, -1);
  const euros = `${Math.floor(Number(sample.requested) / 100)}.${sample.requested.slice(-2)}`;
  return [
    make('text: a reference', { text: sample.reference }, 'and t.reference = $2', [sample.reference]),
    make('text: an RRN', { text: sample.rrn }, 'and t.rrn = $2', [sample.rrn]),
    make('text: an authorisation code', { text: `code:${sample.code}` }, 'and t.authorisation_code = $2', [
      sample.code,
    ]),
    make('text: an id', { text: sample.id }, 'and t.id = $2', [sample.id]),
    make('text: an order begun', { text: order }, 'and t.order_id >= $2 and t.order_id < $3', [
      order,
      `${order}${LAST}`,
    ]),
    make('text: what all orders begin with', { text: '20' }, 'and t.order_id >= $2 and t.order_id < $3', [
      '20',
      `20${LAST}`,
    ]),
    make(
      'text: four digits',
      { text: last4 },
      'and (right(t.card_masked, 4) = $2 or (t.order_id >= $2 and t.order_id < $3))',
      [last4, `${last4}${LAST}`],
    ),
    make(
      'text: a masked number',
      { text: sample.card_masked },
      'and right(t.card_masked, 4) = $2 and t.card_masked like $3',
      [last4, `${sample.card_masked.slice(0, 6)}%`],
    ),
    make('text: an amount', { text: `amount:${euros}` }, `and t.requested = $2 and t.currency <> 'JPY'`, [
      sample.requested,
    ]),
    make(
      'text: three words',
      { text: `last4:${last4} status:captured amount:>10` },
      `and right(t.card_masked, 4) = $2 and t.status = $3 and t.requested > $4`,
      [last4, 'CAPTURED', 1_000],
    ),
    make('text: nothing there', { text: 'nobody-has-ordered-this' }, 'and t.order_id >= $2 and t.order_id < $3', [
      'nobody-has-ordered-this',
      `nobody-has-ordered-this${LAST}`,
    ]),
  ];
}
