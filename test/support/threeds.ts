/**
 * A shopper with a card in 3-D Secure: over the API where the checkout speaks, and over HTTP at the issuer's own pages, as a
 * browser would post.
 */
import { randomUUID } from 'node:crypto';
import { leavingForm, post, type Form } from '../adapters/threeds/shopper.js';
import type { House } from './house.js';
import { sandboxCard, type OpenedSession } from './shopping.js';

type Shopping = Pick<OpenedSession, 'token'>;

export interface SeenCheckout {
  readonly __typename: 'CheckoutSession' | 'Refusal';
  readonly step: string;
  readonly status: string;
  readonly attemptsLeft: number;
  readonly method: { readonly url: string; readonly data: string } | null;
  readonly challenge: { readonly acsUrl: string; readonly creq: string; readonly sessionData: string } | null;
  readonly notAuthenticated: { readonly reason: string } | null;
  readonly decline: { readonly title: string; readonly nextStep: string; readonly moneyTaken: boolean } | null;
  readonly ticket: { readonly authenticated: boolean; readonly amount: { readonly amount: number } } | null;
  readonly code?: string;
}

const CHECKOUT = `__typename
  ... on CheckoutSession { step status attemptsLeft method { url data } challenge { acsUrl creq sessionData }
    notAuthenticated { reason } decline { title nextStep moneyTaken } ticket { authenticated amount { amount } } }`;

/** A card of an enrolled range; `threeds` says what 3-D Secure does. */
export function enrolledCard(threeds: string, code = '00', { bin = '411111', serial = '00000' } = {}): string {
  return sandboxCard(code, { bin, threeds, serial: bin === '378282' ? serial.slice(1) : serial });
}

/** A key of its own unless one is given; a browser with a script unless told otherwise. */
export async function submit(
  house: House,
  session: Shopping,
  number: string,
  { script = true, ...changes }: { script?: boolean; idempotencyKey?: string; brand?: string } = {},
): Promise<SeenCheckout> {
  const securityCode = number.length === 15 ? '1234' : '123';
  const input = { idempotencyKey: randomUUID(), number, expiry: '12/30', securityCode, ...changes };
  return told(house, session, 'submitCard', 'SubmitCardInput', { ...input, browser: { javaScript: script } });
}

export function completeMethod(house: House, session: Shopping, done: boolean): Promise<SeenCheckout> {
  return told(house, session, 'completeMethod', 'CompleteMethodInput', { done });
}

export function completeChallenge(house: House, session: Shopping, cres: string | null = null): Promise<SeenCheckout> {
  return told(house, session, 'completeChallenge', 'CompleteChallengeInput', { cres });
}

export function abandon(house: House, session: Shopping): Promise<SeenCheckout> {
  return told(house, session, 'abandonAuthentication', null, {});
}

export function giveUp(house: House, session: Shopping): Promise<SeenCheckout> {
  return told(house, session, 'cancelCheckout', 'CancelCheckoutInput', {});
}

export async function lookAt(house: House, session: Shopping): Promise<SeenCheckout> {
  const { data, errors } = await house.ask<{ checkout: SeenCheckout }>(
    `{ checkout { ${CHECKOUT} } }`,
    {},
    session.token,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.checkout;
}

async function told(
  house: House,
  session: Shopping,
  verb: string,
  type: string | null,
  input: object,
): Promise<SeenCheckout> {
  const [declared, passed] = type === null ? ['', ''] : [`($input: ${type}!)`, '(input: $input)'];
  const query = `mutation ${declared} { ${verb}${passed} { ${CHECKOUT} ... on Refusal { code } } }`;
  const { data, errors } = await house.ask<Record<string, SeenCheckout>>(query, { input }, session.token);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb] as SeenCheckout;
}

/** Opens the issuer's page and types these there. The form that leads back to the shop, or null while it asks on. */
export async function answerIssuer(
  { challenge }: Pick<SeenCheckout, 'challenge'>,
  entries: readonly Form['fields'][],
): Promise<Form | null> {
  if (!challenge) throw new Error('There is no challenge.');
  const { acsUrl, creq, sessionData } = challenge;
  let page = await post(acsUrl, { creq, threeDSSessionData: sessionData });
  for (const entry of entries) page = await post(acsUrl, entry);
  return leavingForm(page);
}

/** What the CRes says that the browser brings; it proves nothing. */
export function wordOf(form: Form | null): string | null {
  const cres = form?.fields['cres'];
  return cres === undefined ? null : (JSON.parse(Buffer.from(cres, 'base64url').toString()) as Cres).transStatus;
}

interface Cres {
  readonly transStatus: string;
}

export interface SeenAuthentication {
  readonly outcome: string | null;
  readonly version: string | null;
  readonly eci: string | null;
  readonly transStatus: string | null;
  readonly reason: string | null;
  readonly challenged: boolean;
  readonly liability: string;
}

export interface SeenPayment {
  readonly id: string;
  readonly status: string;
  readonly refusalReason: string | null;
  readonly authentication: SeenAuthentication;
  readonly authorisation: { readonly rrn: string };
  readonly events: readonly { readonly type: string }[];
  readonly messages: readonly { readonly kind: string; readonly responseCode: string | null }[];
}

/** All attempts of a session, as the shop sees them. */
export async function seePayments(house: House, { id }: { id: string }, bearer?: string): Promise<SeenPayment[]> {
  const { data, errors } = await house.ask<{ paymentSession: { transactions: SeenPayment[] } }>(
    `query ($id: ID!) { paymentSession(id: $id) { transactions { id status refusalReason
       authentication { outcome version eci transStatus reason challenged liability }
       authorisation { rrn } events { type } messages { kind responseCode } } } }`,
    { id },
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.paymentSession.transactions;
}

export async function seePayment(house: House, session: { id: string }, bearer?: string): Promise<SeenPayment> {
  const last = (await seePayments(house, session, bearer)).at(-1);
  if (!last) throw new Error('No card was tried in this session.');
  return last;
}
