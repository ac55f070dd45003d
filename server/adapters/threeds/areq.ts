/**
 * What the core wants authenticated, as an AReq (bank/PROTOCOL-3DS.md, "AReq / ARes").
 */
import type { Expiry } from '../../core/card.js';
import { currencyOf } from '../../core/money.js';
import type { AuthenticationRequest } from '../../core/threeds-port.js';
import { browserValues } from './browser.js';
import { countryNumber } from './countries.js';
import { compose, type Message, type Values } from './message.js';
import { nameText, plainText } from './text.js';

/** Who we are to the directory; it gives out both. */
export interface ServerIdentity {
  readonly referenceNumber: string;
  readonly operatorId: string;
}

const PAYMENT = '01';
const IN_A_BROWSER = '02';
const PAYMENT_TRANSACTION = '01';
const METHOD = { DONE: 'Y', NOT_DONE: 'N', NONE: 'U' } as const;
const CHALLENGE = { NO_PREFERENCE: '01', MANDATED: '04' } as const;

/** Throws `MessageError` where the house asks for something that the protocol cannot say. */
export function authenticationMessage(request: AuthenticationRequest, identity: ServerIdentity): Message {
  return compose({
    messageType: 'AReq',
    messageVersion: request.version,
    messageCategory: PAYMENT,
    deviceChannel: IN_A_BROWSER,
    threeDSServerTransID: request.transactionId,
    threeDSServerRefNumber: identity.referenceNumber,
    threeDSServerOperatorID: identity.operatorId,
    threeDSServerURL: request.resultUrl,
    threeDSCompInd: METHOD[request.method],
    threeDSRequestorAuthenticationInd: PAYMENT_TRANSACTION,
    threeDSRequestorChallengeInd: CHALLENGE[request.challenge],
    notificationURL: request.returnUrl,
    ...shopValues(request.shop),
    ...cardValues(request),
    ...purchaseValues(request),
    ...browserValues(request),
  });
}

function shopValues(shop: AuthenticationRequest['shop']): Values {
  return {
    threeDSRequestorID: shop.requestorId,
    threeDSRequestorName: nameText(shop.name, 40),
    threeDSRequestorURL: shop.url,
    acquirerBIN: shop.acquirerId,
    acquirerMerchantID: shop.acceptor,
    mcc: shop.merchantCategory,
    // No number for letters that are no country's: `compose` refuses it.
    merchantCountryCode: countryNumber(shop.country) ?? '',
    merchantName: nameText(shop.name, 40),
  };
}

function cardValues({ cardNumber, expiry, cardholderName, email }: AuthenticationRequest): Values {
  const holder = plainText(cardholderName ?? '', 45);
  const address = email?.trim() ?? '';
  return {
    acctNumber: cardNumber.reveal(),
    cardExpiryDate: expiryDate(expiry),
    cardholderName: holder.length < 2 ? null : holder,
    // A misspelt address is no reason not to ask.
    email: address.length <= 254 && /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(address) ? address : null,
  };
}

function purchaseValues({ amount, purchasedAt }: AuthenticationRequest): Values {
  const currency = currencyOf(amount.currency);
  return {
    purchaseAmount: amount.amount.toString(),
    purchaseCurrency: currency.number,
    purchaseExponent: String(currency.exponent),
    // YYYYMMDDHHMMSS in UTC.
    purchaseDate: purchasedAt.toISOString().replaceAll(/\D/g, '').slice(0, 14),
  };
}

/** YYMM. */
function expiryDate({ month, year }: Expiry): string {
  return String(year % 100).padStart(2, '0') + String(month).padStart(2, '0');
}
