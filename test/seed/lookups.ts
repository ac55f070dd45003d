/** What the statements of the seed look things up in: its stories, shops and card ranges, as tables of its session. */
import type { Client } from 'pg';
import { sandboxRanges } from '../../server/cards/sandbox-ranges.js';
import { foldedStories, factorsOf, type FoldedStep } from './folded.js';
import type { SeedShop } from './shops.js';
import { ANCHORS } from './stories.js';

const AMOUNTS = [
  'authorised',
  'cancelled',
  'toValidate',
  'toCapture',
  'remitting',
  'captured',
  'refundPending',
  'refunded',
  'chargedBack',
] as const;

const TABLES = [
  `create temp table seed_story (number integer, beginning text, ending text,
     status text, sequence integer, updated_anchor integer, updated_after bigint, of_all integer[], of_part integer[],
     session_status text, session_sequence integer, refund_status text, refund_sequence integer, refund_all integer, refund_part integer,
     authentication_sequence integer, asked_after bigint, authorised_after bigint)`,
  `create temp table seed_step (story integer, number integer, subject text, sequence integer, event text, from_status text, to_status text,
     actor text, anchor integer, after_ms bigint, of_all integer, of_part integer)`,
  `create temp table seed_message (story integer, kind text, anchor integer, after_ms bigint, of_all integer, of_part integer, answered boolean)`,
  `create temp table seed_shop (slot integer, shop_id text, prefix text, key_id text, other_currency text)`,
  `create temp table seed_range (slot integer, number integer, bin text, stars text, brands text[], brand text, product text, funding text,
     country text, issuer text, enrolled boolean)`,
];

export async function writeLookups(client: Client, shops: readonly SeedShop[]): Promise<void> {
  for (const table of TABLES) await client.query(table);
  await fill(client, 'seed_story', storyRows());
  await fill(
    client,
    'seed_step',
    foldedStories().flatMap(({ number, steps }) => steps.map(rowOfStep(number))),
  );
  await fill(client, 'seed_message', messageRows());
  await fill(client, 'seed_shop', shopRows(shops));
  await fill(client, 'seed_range', rangeRows());
  await client.query(
    'analyze seed_story; analyze seed_step; analyze seed_message; analyze seed_shop; analyze seed_range',
  );
}

async function fill(client: Client, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

const anchorOf = ({ anchor }: Pick<FoldedStep, 'anchor'>): number => ANCHORS.indexOf(anchor) + 1;

function storyRows(): object[] {
  return foldedStories().map(({ number, beginning, ending, steps, messages, amounts, last }) => ({
    number,
    beginning,
    ending,
    status: last.TRANSACTION?.to,
    sequence: last.TRANSACTION?.sequence,
    updated_anchor: last.TRANSACTION && anchorOf(last.TRANSACTION),
    updated_after: last.TRANSACTION?.after_ms,
    of_all: AMOUNTS.map(name => amounts[name][0]),
    of_part: AMOUNTS.map(name => amounts[name][1]),
    session_status: last.SESSION?.to,
    session_sequence: last.SESSION?.sequence,
    refund_status: last.REFUND?.to,
    refund_sequence: last.REFUND?.sequence,
    refund_all: last.REFUND?.factors[0],
    refund_part: last.REFUND?.factors[1],
    authentication_sequence: last.AUTHENTICATION?.sequence,
    asked_after: messages.find(({ kind }) => kind === 'AUTHORISATION')?.after_ms,
    authorised_after: steps.find(({ told: [, event] }) => event.startsWith('AUTHORISED_FOR_'))?.after_ms,
  }));
}

const rowOfStep = (story: number) => (step: FoldedStep, index: number) => ({
  story,
  number: index + 1,
  subject: step.told[0],
  sequence: step.sequence,
  event: step.told[1],
  from_status: step.from,
  to_status: step.to,
  actor: step.by,
  anchor: anchorOf(step),
  after_ms: step.after_ms,
  of_all: step.factors[0],
  of_part: step.factors[1],
});

function messageRows(): object[] {
  return foldedStories().flatMap(({ number, messages }) =>
    messages.map(message => {
      const [of_all, of_part] = factorsOf(message.share);
      return { ...message, story: number, anchor: ANCHORS.indexOf(message.anchor) + 1, of_all, of_part };
    }),
  );
}

/** A hundred places, shared out among the shops. */
function shopRows(shops: readonly SeedShop[]): object[] {
  const places = shops.flatMap(shop => Array.from({ length: shop.share }, () => shop));
  return places.map(({ id, prefix, keyId, otherCurrency }, slot) => ({
    slot,
    shop_id: id,
    prefix,
    key_id: keyId,
    other_currency: otherCurrency,
  }));
}

const USUAL = 66;

/** A hundred places: two thirds of the shoppers pay with French cards of two brands, the rest with all there are in turn. */
function rangeRows(): object[] {
  const ranges = sandboxRanges(new Date(0)).filter(({ issuer }) => issuer !== 'SIPS');
  const usual = ranges.filter(({ issuing_country: country }) => country === 'FR');
  return Array.from({ length: 100 }, (_, slot) => {
    const other = Math.floor(((slot - USUAL) / (100 - USUAL)) * ranges.length);
    const range = slot < USUAL ? usual[slot % usual.length] : ranges[other];
    if (!range) throw new Error('The sandbox has no ranges.');
    return {
      slot,
      number: slot,
      bin: range.low.slice(0, 6),
      stars: '*'.repeat(range.number_length - 10),
      brands: range.brands,
      brand: range.brands[slot % range.brands.length],
      product: range.product,
      funding: range.funding,
      country: range.issuing_country,
      issuer: range.issuer,
      enrolled: range.enrolled,
    };
  });
}
