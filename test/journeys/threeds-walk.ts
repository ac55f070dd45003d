/**
 * Walks one way through 3-D Secure and tells what was seen on it, by the shopper, the shop and the bank.
 */
import type { DemoShop } from '../../server/demo-shop.js';
import type { Form } from '../adapters/threeds/shopper.js';
import { expect } from '@jest/globals';
import { bookOf, order } from '../bank/house.js';
import type { Act, Way } from './threeds-way.js';
import type { House } from '../support/house.js';
import { openSession, until, type OpenedSession } from '../support/shopping.js';
import {
  abandon,
  answerIssuer,
  completeChallenge,
  completeMethod,
  enrolledCard,
  giveUp,
  lookAt,
  seePayment,
  submit,
  wordOf,
  type SeenCheckout,
  type SeenPayment,
} from '../support/threeds.js';
import { advanceClock } from '../support/till.js';

export interface Taken {
  readonly session: OpenedSession;
  /** After the card was submitted, and at the end. */
  readonly first: SeenCheckout;
  readonly last: SeenCheckout;
  readonly payment: SeenPayment;
  readonly cres: string | null;
  /** Every authorisation the bank was asked for, as its book has it. */
  readonly asked: readonly { readonly code: unknown; readonly held: unknown }[];
  /** The RRN that the bank saw the proof of this authentication come with. */
  readonly usedBy: unknown;
  /** How the till answered each RReq. */
  readonly results: readonly string[];
}

/** A shop of its own where its clock is moved: the clocks of the others stand still. */
export async function takeWay(house: House, way: Way, index: number, usual = house.shop): Promise<Taken> {
  const moves = way.acts.some(act => typeof act === 'object');
  const shop = moves ? await house.openShop() : usual;
  const session = await openSession(house, { bearer: shop.apiKey });
  const number = enrolledCard(way.threeds, '00', { serial: String(index).padStart(5, '0') });
  if (way.fault) await order(house.bank, { ...way.fault, card: number });
  const first = await submit(house, session, number, { script: way.script ?? true });
  const form = await walk(house, shop, session, way.acts);
  const last = await untilSettled(house, session);
  const payment = await seePayment(house, session, shop.apiKey);
  const { authorisations, usedBy, results } = await atBank(house, payment, way.results?.length ?? 0);
  const asked = authorisations.filter(
    ({ rrn, acceptor }) => rrn === payment.authorisation.rrn && acceptor === shop.acceptor,
  );
  return {
    session,
    first,
    last,
    payment,
    cres: wordOf(form),
    asked: asked.map(({ code, held }) => ({ code, held })),
    usedBy,
    results,
  };
}

/** What the bank's book has of it, once it has noted how so many RReqs were answered. */
async function atBank(house: House, { id }: SeenPayment, results: number) {
  const row = await house.server.app.deps.sql
    .selectFrom('authentication')
    .select('server_transaction_id as serverId')
    .where('transaction_id', '=', id)
    .executeTakeFirst();
  const look = async () => {
    const { authorisations, authentications } = await bookOf(house.bank);
    const told = authentications.find(each => each['threeDSServerTransID'] === row?.serverId);
    const rreqs = (told?.['rreqs'] ?? []) as { answer: string }[];
    return { authorisations, usedBy: told?.['usedBy'] ?? null, results: rreqs.map(({ answer }) => answer) };
  };
  return until(look, seen => seen.results.length >= results);
}

/** What the table says of a way is what was seen on it, by the shopper, the shop and the bank. */
export function expectWay({ end, ...way }: Way, taken: Taken): void {
  const { first, last, payment, cres, asked, usedBy, results } = taken;
  expect(first.step).toBe(way.first ?? end.step);
  expect([last.step, last.status]).toEqual([end.step, end.session]);
  expect(last.notAuthenticated?.reason).toBe(end.reason);
  expect(payment.authentication).toEqual(end.authentication);
  expect(cres).toBe(way.cres ?? null);
  expect(results).toEqual(way.results ?? []);
  const isPaid = end.step === 'TICKET';
  expect(payment.status).toBe(isPaid ? 'TO_CAPTURE' : 'REFUSED');
  expect(payment.refusalReason).toBe(isPaid ? null : end.reason);
  // Nobody is asked for money where the authentication gave no right to; and never twice.
  expect(asked).toEqual(isPaid ? [{ code: '00', held: 1050 }] : []);
  expect(payment.messages.map(({ kind }) => kind)).toEqual(isPaid ? ['AUTHORISATION'] : []);
  // The proof went with the request exactly where the issuer bears a fraud, and the bank knows it for its own.
  expect(usedBy).toBe(end.authentication.liability === 'ISSUER' ? payment.authorisation.rrn : null);
  expect(last.ticket?.authenticated).toBe(isPaid ? end.authentication.outcome === 'AUTHENTICATED' : undefined);
}

async function walk(house: House, shop: DemoShop, session: OpenedSession, acts: readonly Act[]): Promise<Form | null> {
  let form: Form | null = null;
  for (const act of acts) {
    if (typeof act === 'object') await advanceClock(house, act.minutes * 60, shop.apiKey);
    else form = (await DOINGS[act](house, session, form)) ?? form;
  }
  return form;
}

type Doing = (house: House, session: OpenedSession, form: Form | null) => Promise<Form | null | void>;

const atIssuer =
  (...entries: readonly Form['fields'][]): Doing =>
  async (house, session) =>
    answerIssuer(await lookAt(house, session), entries);

const DOINGS: Readonly<Record<Extract<Act, string>, Doing>> = {
  METHOD_DONE: async (house, session) => void (await completeMethod(house, session, true)),
  METHOD_NOT_DONE: async (house, session) => void (await completeMethod(house, session, false)),
  OPENS_PAGE: atIssuer(),
  FINDS_PAGE_DOWN: async (house, session) =>
    void (await expect(answerIssuer(await lookAt(house, session), [])).rejects.toThrow('503')),
  RIGHT_CODE: atIssuer({ code: '1234' }),
  WRONG_CODES: atIssuer({ code: '1' }, { code: '2' }, { code: '3' }),
  CANCELS_AT_BANK: atIssuer({ cancel: 'yes' }),
  RETURNS: async (house, session, form) => void (await completeChallenge(house, session, form?.fields['cres'] ?? null)),
  OTHER_CARD: async (house, session) => void (await abandon(house, session)),
  GIVES_UP: async (house, session) => void (await giveUp(house, session)),
};

const UNDER_WAY: ReadonlySet<string> = new Set(['METHOD', 'CHALLENGE', 'PROCESSING']);

export function untilSettled(house: House, session: OpenedSession): Promise<SeenCheckout> {
  return until(
    () => lookAt(house, session),
    ({ step }) => !UNDER_WAY.has(step),
    20_000,
  );
}
