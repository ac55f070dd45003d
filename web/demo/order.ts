/**
 * What a merchant's server does, done once by the start page: open a payment session with the key and send the shopper
 * to it. The key is read here, on the server's side, and goes nowhere but to the API.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { readEnvironment } from '../env.ts';
import { ask } from '../graphql/client.ts';
import type { CapturePlanInput, CreatePaymentSessionInput } from '../graphql/generated/graphql.ts';
import { type Form, readForm } from '../http/form.ts';
import { addressOf } from '../http/headers.ts';
import { languageOf } from '../ui/language.ts';
import { CreateDemoSessionMutation } from './demo.queries.ts';

/** Where the browser goes next: to the checkout, or back with a word why not. */
export type Ordered = { readonly location: string } | { readonly status: number };

const PLANS: ReadonlyMap<string, CapturePlanInput> = new Map([
  ['immediate', { plan: 'IMMEDIATE' }],
  ['deferred', { plan: 'DEFERRED', days: 3 }],
  ['validation', { plan: 'VALIDATION', days: 6 }],
]);

export async function placeDemoOrder(request: IncomingMessage): Promise<Ordered> {
  const { demoFile, publicUrl } = readEnvironment();
  if (demoFile === null) return { status: 404 };
  const form = await readForm(request, publicUrl);
  if (typeof form === 'number') return { status: form };
  const input = demoInput(form, publicUrl);
  if (!input) return { location: '/?problem=invalid' };
  const { apiKey: token } = await demoFacts(demoFile);
  if (token === null) return { location: '/?problem=notReady' };
  const answer = await ask({ token, address: addressOf(request) }, CreateDemoSessionMutation, {
    input,
  });
  if (answer.kind !== 'data') return { location: '/?problem=notReady' };
  const session = answer.data.createPaymentSession;
  return { location: session.__typename === 'PaymentSession' ? session.checkoutUrl : '/?problem=refused' };
}

export function demoInput(form: Form, publicUrl: string): CreatePaymentSessionInput | null {
  const amount = minorUnits(form.get('amount') ?? '');
  const orderId = form.get('orderId')?.trim() ?? '';
  const capture = PLANS.get(form.get('plan') ?? 'immediate');
  const idempotencyKey = form.get('idempotencyKey') ?? '';
  if (amount === null || !capture || !/^[\w-]{1,50}$/.test(orderId) || !/^[\w-]{1,255}$/.test(idempotencyKey))
    return null;
  return {
    idempotencyKey,
    orderId,
    amount: { amount, currency: 'EUR' },
    capture,
    locale: languageOf(form.get('locale')) ?? 'en',
    returnUrl: `${publicUrl}/demo/return`,
    cancelUrl: `${publicUrl}/demo/return`,
  };
}

/** `10`, `10.5` and `10,50` euros in cents, by their digits: no float ever holds an amount. */
export function minorUnits(text: string): number | null {
  const match = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  return match ? Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`) : null;
}

interface DemoFacts {
  /** Null until everything answers: only then the file appears. */
  readonly apiKey: string | null;
  /** Whether there is a directory to ask (3-D Secure). */
  readonly threeds: boolean;
}

export async function demoFacts(file: string): Promise<DemoFacts> {
  try {
    const { apiKey, threeds } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    return { apiKey: typeof apiKey === 'string' ? apiKey : null, threeds: threeds === true };
  } catch {
    return { apiKey: null, threeds: false };
  }
}
