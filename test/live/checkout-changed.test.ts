import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { order } from '../bank/house.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until, type OpenedSession } from '../support/shopping.js';
import { advanceClock } from '../support/till.js';
import { stockClient, urlOf } from './sockets.js';

interface Step {
  readonly id: string;
  readonly step: string;
  readonly status: string;
}

let house: House;
const clients: Client[] = [];
beforeAll(async () => {
  house = await startHouse();
});
afterEach(() => {
  for (const client of clients.splice(0)) void client.dispose();
});
afterAll(() => house.close());

function watch({ token }: OpenedSession): Step[] {
  const steps: Step[] = [];
  const client = stockClient(urlOf(house), token);
  clients.push(client);
  client.subscribe<{ checkoutChanged: Step }>(
    { query: 'subscription { checkoutChanged { id step status } }' },
    {
      next: ({ data, errors }) => {
        if (errors) throw new Error(JSON.stringify(errors));
        if (data) steps.push(data.checkoutChanged);
      },
      error: error => {
        throw error;
      },
      complete: () => undefined,
    },
  );
  return steps;
}

const untilStep = (steps: Step[], step: string): Promise<Step[]> =>
  until(
    async () => steps,
    seen => seen.at(-1)?.step === step,
  );

test('a page is told at once where its session stands, and of each change; another session’s page is told nothing of it', async () => {
  const [session, other] = [await openSession(house), await openSession(house)];
  const [steps, secondDevice, others] = [watch(session), watch(session), watch(other)];
  for (const each of [steps, secondDevice, others]) await untilStep(each, 'CARD');
  await pay(house, session, sandboxCard('51'));
  await untilStep(steps, 'DECLINED');
  await pay(house, session, sandboxCard('00', { serial: '00001' }));
  await untilStep(steps, 'TICKET');
  await untilStep(secondDevice, 'TICKET');
  expect(new Set([...steps, ...secondDevice].map(({ id }) => id))).toEqual(new Set([session.id]));
  // Told again when its own opening came into the log, if it began before.
  expect(others.slice(0, 1)).toEqual([{ id: other.id, step: 'CARD', status: 'OPEN' }]);
  expect(new Set(others.map(({ id, step }) => `${id} ${step}`))).toEqual(new Set([`${other.id} CARD`]));
});

test('what happens without the shopper is told as well: cancelled by the shop, expired by the clock', async () => {
  const [cancelled, expiring] = [await openSession(house), await openSession(house)];
  const [one, other] = [watch(cancelled), watch(expiring)];
  for (const each of [one, other]) await untilStep(each, 'CARD');
  await house.ask(
    'mutation ($input: CancelPaymentSessionInput!) { cancelPaymentSession(input: $input) { __typename } }',
    { input: { idempotencyKey: 'c', sessionId: cancelled.id } },
  );
  await untilStep(one, 'ENDED');
  expect(one.at(-1)?.status).toBe('CANCELLED');
  await advanceClock(house, 3_600);
  await untilStep(other, 'ENDED');
  expect(other.at(-1)?.status).toBe('EXPIRED');
});

test('what happens to the payment alone is told as well: nobody answered', async () => {
  const session = await openSession(house);
  const steps = watch(session);
  await untilStep(steps, 'CARD');
  await order(house.bank, { kind: 'DROP_REQUEST', mti: '0100' });
  await pay(house, session, sandboxCard('00', { serial: '00002' }));
  await until(
    async () => steps,
    seen => seen.some(({ step }) => step === 'UNKNOWN'),
  );
});
