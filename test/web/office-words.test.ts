import { expect, test } from '@jest/globals';
import english from '../../messages/en.json' with { type: 'json' };
import { SCOPES as ALL_SCOPES } from '../../server/core/caller.js';
import { NOTIFICATION_TYPES } from '../../server/core/notification.js';
import { REFUND_EVENTS } from '../../server/core/refund.js';
import { REMITTANCE_EVENTS } from '../../server/core/remittance.js';
import { SESSION_EVENTS } from '../../server/core/session.js';
import { DELIVERY_FAULTS } from '../../server/notifications/delivery-answer.js';
import { buildGuichetSchema } from '../../server/schema.js';
import { SUBJECTS, addressOf, viewOf } from '../../web/till/screens/office/audit/view.ts';
import { SCOPES, scopesInWords } from '../../web/till/screens/office/keys/scopes.ts';
import { TYPES, toldIn } from '../../web/till/screens/office/notifications/types.ts';
import { statusesOf } from '../../web/ui/status-words.ts';
import { translator } from '../../web/ui/text.ts';

const MEMBER_EVENTS =
  'CREATED INVITED INVITED_AGAIN INVITATION_ACCEPTED SIGNED_IN SIGN_IN_FAILED SIGN_IN_LOCKED SIGNED_OUT SIGNED_OUT_EVERYWHERE PASSWORD_CHANGED PROFILE_CHANGED DISABLED'.split(
    ' ',
  );
const ENDPOINT_EVENTS = ['CREATED', 'SECRET_ROTATED', 'REDELIVERY_ASKED', 'DISABLED', 'GONE', 'ENABLED'];

const valuesOf = (name: string): readonly string[] => {
  const type = buildGuichetSchema().getType(name);
  return type && 'getValues' in type ? type.getValues().map(value => value.name) : [];
};

test('every event of the log has a sentence, and every choice a word', () => {
  const sentences = (subject: string, events: readonly string[]) =>
    events.map(event => `till.audit.${subject}.${event}`);
  const kinds = ['memberStatus', 'keyStatus', 'endpointStatus', 'deliveryStatus'] as const;
  const keys = [
    ...sentences('MEMBER', MEMBER_EVENTS),
    ...sentences('ENDPOINT', ENDPOINT_EVENTS),
    ...sentences('KEY', ['CREATED', 'REVOKED']),
    ...sentences('SHOP', ['CREATED', 'SETTINGS_CHANGED', 'CLOCK_ADVANCED']),
    ...sentences('REPORT', ['MADE', 'SENDING_ASKED']),
    ...sentences('SESSION', SESSION_EVENTS),
    ...sentences('REMITTANCE', REMITTANCE_EVENTS),
    ...sentences('REFUND', REFUND_EVENTS),
    ...SUBJECTS.map(subject => `till.audit.subject.${subject}`),
    ...TYPES.map(type => `till.hooks.type.${type}`),
    ...Object.keys(DELIVERY_FAULTS).map(fault => `till.hooks.fault.${fault}`),
    ...kinds.flatMap(kind => statusesOf(kind).map(status => `till.${kind}.${status}`)),
  ];
  expect(keys.filter(key => !Object.hasOwn(english, key))).toEqual([]);
});

test('the screens offer all there is', () => {
  expect(SUBJECTS.toSorted()).toEqual(valuesOf('AuditSubject').toSorted());
  expect(TYPES.toSorted()).toEqual(Object.keys(NOTIFICATION_TYPES).toSorted());
  expect(SCOPES).toEqual(ALL_SCOPES);
  for (const [kind, type] of [
    ['memberStatus', 'MemberStatus'],
    ['endpointStatus', 'WebhookEndpointStatus'],
    ['deliveryStatus', 'DeliveryStatus'],
  ] as const)
    expect(statusesOf(kind).toSorted()).toEqual(valuesOf(type).toSorted());
});

test('the rights of a key are said together by area, and one that nobody here knows by its name', () => {
  const said = scopesInWords(['transactions:write', 'transactions:read', 'moon:write'], translator('en'));
  expect(said).toEqual(['Transactions: read, write', 'moon:write']);
});

test('a message says whom it is about, and where that is shown', () => {
  const told = (data: object) => toldIn(JSON.stringify({ type: 'x', data }));
  expect(told({ id: 'txn_1', reference: 'ABC', orderId: 'o', status: 'CAPTURED' })).toMatchObject({
    name: 'ABC',
    address: '/till/transactions/txn_1',
    status: 'CAPTURED',
  });
  expect(told({ id: 'ps_1', orderId: 'o', transactionId: null })).toMatchObject({ name: 'o', address: null });
  expect(told({ id: 'ref_1', reference: 'R', transactionId: 'txn_2' }).address).toBe('/till/transactions/txn_2');
  expect(told({ id: 'rem_1', number: 3 })).toMatchObject({ remittance: 3, address: '/till/remittances/rem_1' });
  for (const body of ['"not what we send"', '', '{'])
    expect(toldIn(body)).toMatchObject({ name: '', address: null, remittance: null });
});

test('which lines of the log are shown is in the address, and what is none of them is left out', () => {
  const view = viewOf('/till/audit?about=KEY,MOON,MEMBER&after=evt_1');
  expect(view).toEqual({ subjects: ['MEMBER', 'KEY'], after: 'evt_1' });
  expect(viewOf(addressOf(view))).toEqual(view);
  expect(addressOf({ subjects: [], after: null })).toBe('/till/audit');
});
