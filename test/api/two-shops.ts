/**
 * A house with two shops: an owner who has one of everything that has a name, and a stranger who would like to see it.
 */
import { SCOPES, PROFILES } from '../../server/core/caller.js';
import type { DemoShop } from '../../server/demo-shop.js';
import { createKey } from '../support/callers.js';
import type { Named } from '../support/documents.js';
import type { Answer, Authority } from '../support/graphql.js';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { Receiver } from '../support/receiver.js';
import { endDayNow } from '../support/reports.js';
import { openSession, pay, sandboxCard, until, type OpenedSession } from '../support/shopping.js';
import { seeTransaction } from '../support/till.js';
import { createEndpoint, seeDeliveries } from '../support/webhooks.js';

export interface TwoShops {
  readonly house: House;
  readonly owner: DemoShop;
  readonly stranger: DemoShop;
  readonly session: OpenedSession;
  /** What the owner's things are called. */
  readonly theirs: Named;
  /** Everybody of the stranger's, and nobody: each profile, each scope alone, all of them, a shopper. */
  readonly callers: ReadonlyMap<string, Authority>;
  close(): Promise<void>;
}

export async function startTwoShops(): Promise<TwoShops> {
  const [house, receiver] = await Promise.all([startHouse(), Receiver.start()]);
  const close = async () => {
    await house.close();
    await receiver.close();
  };
  try {
    return { ...(await furnish(house, receiver)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function furnish(house: House, receiver: Receiver): Promise<Omit<TwoShops, 'close'>> {
  const owner = house.shop;
  const stranger = await house.openShop();
  const { endpoint } = await createEndpoint(house, { url: receiver.url });
  const session = await openSession(house);
  await pay(house, session, sandboxCard('00'));
  const { id: transaction, reference } = await seeTransaction(house, session);
  const remittance = await askForId(house, '{ remittances(first: 1) { edges { node { id } } } }');
  await mutate(house, 'closeRemittance', 'CloseRemittanceInput', { remittanceId: remittance });
  await until(
    () => seeTransaction(house, session),
    ({ status }) => status === 'CAPTURED',
  );
  const amounts = { transactionId: transaction, amount: 100 };
  const refund = await mutate(house, 'refundTransaction', 'RefundTransactionInput', amounts);
  const deliveries = await until(
    () => seeDeliveries(house),
    all => all.some(({ type }) => type === 'REFUND_UPDATED') && all.every(({ status }) => status === 'DELIVERED'),
  );
  const [member, key] = await Promise.all([rowOf(house, 'member'), rowOf(house, 'shop_key')]);
  const report = await endDayNow(house, owner.shopId);
  const { id, orderId } = session;
  const told = { endpoint: endpoint.id, delivery: deliveries[0]?.id ?? '' };
  const theirs = { session: id, transaction, reference, remittance, refund, report, member, key, orderId, ...told };
  return { house, owner, stranger, session, theirs, callers: await everybodyOf(house, stranger) };
}

async function askForId(house: House, query: string, variables = {}): Promise<string> {
  const found = /"id":"([a-z]+_[0-9a-z]{26})"/.exec(JSON.stringify(await house.ask(query, variables)));
  if (!found?.[1]) throw new Error(`Nothing was found by ${query}`);
  return found[1];
}

function mutate(house: House, verb: string, type: string, input: object): Promise<string> {
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { ... on Node { id } ... on Refusal { code message } } }`;
  return askForId(house, query, { input: { idempotencyKey: verb, ...input } });
}

async function rowOf({ server, shop }: House, table: 'member' | 'shop_key'): Promise<string> {
  const { sql } = server.app.deps;
  const rows = sql.selectFrom(table).select('id').where('shop_id', '=', shop.shopId);
  return (await rows.executeTakeFirstOrThrow()).id;
}

async function everybodyOf(house: House, shop: DemoShop): Promise<ReadonlyMap<string, Authority>> {
  const session = await openSession(house, { bearer: shop.apiKey });
  await pay(house, session, sandboxCard('00', { serial: '00999' }));
  const people = await Promise.all(PROFILES.map(async one => [one, await signIn(house, one, shop)] as const));
  const keys = await Promise.all(
    SCOPES.map(async scope => [scope, await createKey(house, shop.shopId, [scope])] as const),
  );
  return new Map<string, Authority>([
    ['every scope', shop.apiKey],
    ...people,
    ...keys,
    ['a shopper', session.token],
    ['nobody', null],
  ]);
}

/** Names of the right form that nobody has. */
export function absent(theirs: Named): Named {
  const nothing = '7'.repeat(26);
  return Object.fromEntries(
    Object.entries(theirs).map(([kind, name]) => [
      kind,
      name.replace(/^([a-z]+_)?.*$/, (_, prefix = '') => `${prefix}${nothing}`),
    ]),
  );
}

/** The answer, without what differs in every answer: who asked when, and the name that was asked for. */
export function bare(answer: Answer<unknown>, named: Named): string {
  const names = Object.values(named).join('|');
  const { setCookies: _, ...rest } = answer;
  return JSON.stringify(rest)
    .replaceAll(new RegExp(names, 'g'), 'NAME')
    .replaceAll(/"requestId":"[^"]+"/g, '')
    .replaceAll(/"(?:id|token|checkoutUrl)":"[^"]+"/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT');
}
