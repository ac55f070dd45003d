/**
 * What the core wants said, as messages (bank/PROTOCOL.md, "Messages").
 */
import { currencyOf } from '../../core/money.js';
import type {
  Advice,
  AuthorisationRequest,
  CaptureAdvice,
  RefundAdvice,
  ReversalAdvice,
  TotalsAdvice,
} from '../../core/ports.js';
import { amountField, digits, expiryField, message, originalData, plainText, type Values } from './fields.js';
import type { Message } from './iso8583.js';
import { transmissionTime, type LocalTime } from './local-time.js';
import { encodeTags, type Tags } from './tags.js';

const PURCHASE = '000000';
const REFUND = '200000';
/** Field 22: read from a page over the internet, card number typed; or taken from what we keep. */
const TYPED_ONLINE = '812';
const STORED_CARD = '102';
/** Field 25. */
const ELECTRONIC_COMMERCE = '59';

type Localise = (instant: Date, timeZone: string) => LocalTime;

export function authorisationMessage(request: AuthorisationRequest, localise: Localise): Message {
  const { name, town, country } = request.acceptorName;
  return message('0100', {
    ...identity(request),
    ...localFields(request, localise),
    2: request.cardNumber.reveal(),
    3: PURCHASE,
    4: amountField(request.amount.amount),
    14: expiryField(request.expiry),
    18: request.merchantCategory,
    22: request.initiator === 'MERCHANT' ? STORED_CARD : TYPED_ONLINE,
    25: ELECTRONIC_COMMERCE,
    37: request.rrn,
    43: plainText(name, 25) + plainText(town, 13) + plainText(country, 2),
    48: encodeTags(authorisationTags(request)),
    49: currencyOf(request.amount.currency).number,
  });
}

export function adviceMessage(advice: Advice, localise: Localise): Message {
  switch (advice.kind) {
    case 'REVERSAL':
      return reversalMessage(advice, localise);
    case 'CAPTURE':
    case 'REFUND':
      return itemMessage(advice, localise);
    case 'TOTALS':
      return totalsMessage(advice);
  }
}

/** 0800. It belongs to no terminal; what pairs it with its answer is its STAN and time. */
export function networkMessage(code: '001' | '002' | '301', stan: string, now: Date): Message {
  return message('0800', { 7: transmissionTime(now), 11: stan, 70: code });
}

function reversalMessage(advice: ReversalAdvice, localise: Localise): Message {
  return message(advice.repeat ? '0421' : '0420', {
    ...identity(advice),
    ...cardFields(advice, localise),
    3: PURCHASE,
    90: originalData(advice.original, advice.acquirerId),
    95: advice.remaining === null ? null : amountField(advice.remaining.amount).padEnd(42, '0'),
  });
}

function itemMessage(advice: CaptureAdvice | RefundAdvice, localise: Localise): Message {
  return message(advice.repeat ? '0221' : '0220', {
    ...identity(advice),
    ...cardFields(advice, localise),
    3: advice.kind === 'CAPTURE' ? PURCHASE : REFUND,
    14: expiryField(advice.expiry),
    48: encodeTags({ BN: advice.batch }),
    90: advice.kind === 'CAPTURE' ? null : originalData(advice.original, advice.acquirerId),
  });
}

function totalsMessage(advice: TotalsAdvice): Message {
  const net = advice.debits.amount - advice.credits.amount;
  return message(advice.repeat ? '0501' : '0500', {
    ...identity(advice),
    48: encodeTags({ BN: advice.batch }),
    50: currencyOf(advice.currency).number,
    74: digits(advice.credits.count, 10),
    75: digits(0, 10),
    76: digits(advice.debits.count, 10),
    77: digits(0, 10),
    86: digits(advice.credits.amount, 16),
    87: digits(0, 16),
    88: digits(advice.debits.amount, 16),
    89: digits(0, 16),
    97: (net < 0n ? 'C' : 'D') + digits(net < 0n ? -net : net, 16),
  });
}

function identity(of: AuthorisationRequest | Advice): Values {
  return {
    7: transmissionTime(of.transmittedAt),
    11: of.stan,
    32: of.acquirerId,
    41: of.terminal,
    42: of.acceptor,
  };
}

function cardFields(advice: ReversalAdvice | CaptureAdvice | RefundAdvice, localise: Localise): Values {
  return {
    ...localFields(advice, localise),
    2: advice.cardNumber.reveal(),
    4: amountField(advice.amount.amount),
    37: advice.rrn,
    38: advice.authorisationCode,
    49: currencyOf(advice.amount.currency).number,
  };
}

function localFields(of: { readonly transmittedAt: Date; readonly timeZone: string }, localise: Localise): Values {
  const { time, date } = localise(of.transmittedAt, of.timeZone);
  return { 12: time, 13: date };
}

function authorisationTags(request: AuthorisationRequest): Tags {
  const { authentication, securityCode, schemeTransactionId } = request;
  return {
    ...(securityCode && { SC: securityCode.reveal() }),
    ...(authentication?.cavv && { CV: authentication.cavv.reveal() }),
    ...(authentication && { EC: authentication.eci, DT: authentication.directoryTransactionId }),
    BR: request.brand,
    IN: request.initiator === 'MERCHANT' ? 'M' : 'S',
    ...(schemeTransactionId !== null && { ST: schemeTransactionId }),
  };
}
