/**
 * Requests as the core would make them. Secrets are marker values that can be searched for.
 */
import type {
  AuthorisationRequest,
  CaptureAdvice,
  RefundAdvice,
  ReversalAdvice,
  TotalsAdvice,
} from '../../../server/core/ports.js';
import { Secret } from '../../../server/core/secret.js';

export const CARD_NUMBER = '4970100100000005';
export const SECURITY_CODE = '737';
export const CAVV = 'Q0FWVk1BUktFUkNBVlZNQVJLRVI=';
export const DIRECTORY_ID = '6f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0f';

const identity = {
  stan: '000042',
  transmittedAt: new Date('2026-07-14T22:30:15Z'),
  terminal: 'T0000001',
  acceptor: 'DEMO-SHOP-01',
  acquirerId: '12345',
  timeZone: 'Europe/Paris',
};

const card = {
  ...identity,
  rrn: '619521000042',
  amount: { amount: 1050n, currency: 'EUR' },
  cardNumber: new Secret(CARD_NUMBER),
};

export const authorisation: AuthorisationRequest = {
  ...card,
  expiry: { month: 3, year: 2028 },
  securityCode: new Secret(SECURITY_CODE),
  brand: 'CB',
  initiator: 'SHOPPER',
  merchantCategory: '5732',
  acceptorName: { name: 'Café Électron', town: 'Saint-Étienne', country: 'FR' },
  authentication: { eci: '05', cavv: new Secret(CAVV), directoryTransactionId: DIRECTORY_ID },
  schemeTransactionId: null,
};

export const another: AuthorisationRequest = { ...authorisation, stan: '000050', rrn: '619521000050' };

export const original = { stan: '000042', transmittedAt: identity.transmittedAt };

export const reversal: ReversalAdvice = {
  ...card,
  kind: 'REVERSAL',
  stan: '000043',
  repeat: false,
  authorisationCode: null,
  original,
  remaining: null,
};

export const capture: CaptureAdvice = {
  ...card,
  kind: 'CAPTURE',
  stan: '000044',
  repeat: false,
  authorisationCode: 'A1B2C3',
  expiry: { month: 3, year: 2028 },
  batch: '17',
};

export const refund: RefundAdvice = {
  ...capture,
  kind: 'REFUND',
  stan: '000045',
  rrn: '619521000045',
  amount: { amount: 50n, currency: 'EUR' },
  original,
};

export const totals: TotalsAdvice = {
  ...identity,
  kind: 'TOTALS',
  stan: '000046',
  repeat: false,
  batch: '17',
  currency: 'EUR',
  debits: { count: 1, amount: 1050n },
  credits: { count: 1, amount: 50n },
};
