/**
 * What the book keeps of a message of 3-D Secure: what helps to follow it, and nothing that PCI 3-D Secure and PCI DSS
 * keep out of files. No card number, no expiry, no CAVV, nothing of the browser or the shopper.
 */
import { maskCard } from '../grammar.js';
import type { ThreedsIn, ThreedsOut } from './changes.js';
import { type Json, field } from './message.js';

const KEPT = [
  'messageVersion',
  'threeDSServerTransID',
  'dsTransID',
  'acsTransID',
  'serialNum',
  'acquirerMerchantID',
  'purchaseAmount',
  'purchaseCurrency',
  'threeDSCompInd',
  'threeDSRequestorChallengeInd',
  'transStatus',
  'transStatusReason',
  'eci',
  'errorCode',
  'errorDetail',
  'errorMessageType',
];

/** What is longer, or holds as many digits as a card number, is none of these, whatever name it came under. */
const PLAUSIBLE = /^(?!.*\d{13}).{1,600}$/;

export function sketchIn(type: string, message: Json, hash: (cardNumber: string) => string): ThreedsIn {
  const number = field(message, 'acctNumber');
  const card = typeof number === 'string' && /^\d{13,19}$/.test(number) ? number : undefined;
  return {
    kind: 'THREEDS_IN',
    type,
    fields: kept(message),
    ...(card !== undefined && { card: maskCard(card), cardHash: hash(card) }),
  };
}

export function sketchOut(message: Json, befell?: string): ThreedsOut {
  const type = String(field(message, 'messageType'));
  return { kind: 'THREEDS_OUT', type, fields: kept(message), ...(befell !== undefined && { befell }) };
}

function kept(message: Json): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of KEPT) {
    const value = field(message, name);
    if (typeof value === 'string' && PLAUSIBLE.test(value)) fields[name] = value;
  }
  return fields;
}
