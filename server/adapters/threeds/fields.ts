/**
 * EMV 3-D Secure 2.1.0 and 2.2.0 as this house speaks it: every field as data, with the form of its value and the rule by
 * which it may be shown (Protocol and Core Functions Specification, table A.1).
 *
 * A field is in the journal only by its rule here: the card's number and expiry, the CAVV and what tells of the shopper
 * not at all (PCI DSS 3.3.1, 3.4.1), addresses by their origin only, because ours are unguessable and must stay so.
 */
/** `PROSE` is shown unless a card's number may be in it. */
export type MaskRule = 'SHOWN' | 'PROSE' | 'ORIGIN' | 'LEFT_OUT';

export interface FieldSpec {
  readonly shape: RegExp;
  readonly mask: MaskRule;
}

function shown(shape: RegExp): FieldSpec {
  return { shape, mask: 'SHOWN' };
}

function prose(shape: RegExp): FieldSpec {
  return { shape, mask: 'PROSE' };
}

function leftOut(shape: RegExp): FieldSpec {
  return { shape, mask: 'LEFT_OUT' };
}

/** 36 characters of RFC 4122; in lower case from us, as it pleases them from others. */
const uuid = shown(/^[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}$/);
const version = shown(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/);
const oneDigit = shown(/^\d$/);
const twoDigits = shown(/^\d{2}$/);
const threeDigits = shown(/^\d{3}$/);
const letter = shown(/^[A-Z]$/);
const reference = prose(/^[\x20-\x7e]{1,32}$/);
const address: FieldSpec = { shape: /^[\x21-\x7e]{1,2048}$/, mask: 'ORIGIN' };
/** Forty characters of any script, none of them a control. */
const name = prose(/^[^\p{Cc}\p{Cs}]{1,40}$/u);
const sentence = prose(/^[^\p{Cc}\p{Cs}]{1,2048}$/u);
const cardDigits = leftOut(/^\d{13,19}$/);
const pixels = leftOut(/^\d{1,6}$/);

export const FIELDS = {
  messageType: shown(/^[A-Za-z]{4}$/),
  messageVersion: version,
  messageCategory: twoDigits,
  deviceChannel: twoDigits,
  threeDSServerTransID: uuid,
  dsTransID: uuid,
  acsTransID: uuid,

  threeDSServerRefNumber: reference,
  threeDSServerOperatorID: reference,
  threeDSServerURL: address,
  threeDSCompInd: letter,
  threeDSRequestorID: shown(/^[\x21-\x7e]{1,35}$/),
  threeDSRequestorName: name,
  threeDSRequestorURL: address,
  threeDSRequestorAuthenticationInd: twoDigits,
  threeDSRequestorChallengeInd: twoDigits,
  acctNumber: cardDigits,
  cardExpiryDate: leftOut(/^\d{2}(?:0[1-9]|1[0-2])$/),
  cardholderName: leftOut(/^[\x20-\x7e]{2,45}$/),
  email: leftOut(/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/),
  acquirerBIN: shown(/^\d{1,11}$/),
  acquirerMerchantID: shown(/^[\x20-\x7e]{1,35}$/),
  mcc: shown(/^\d{4}$/),
  merchantCountryCode: threeDigits,
  merchantName: name,
  purchaseAmount: shown(/^\d{1,48}$/),
  purchaseCurrency: threeDigits,
  purchaseExponent: oneDigit,
  purchaseDate: shown(/^\d{14}$/),
  notificationURL: { shape: /^[\x21-\x7e]{1,256}$/, mask: 'ORIGIN' },
  browserAcceptHeader: leftOut(/^[\x20-\x7e]{1,2048}$/),
  browserUserAgent: leftOut(/^[\x20-\x7e]{1,2048}$/),
  browserLanguage: shown(/^[\dA-Za-z-]{1,8}$/),
  browserIP: leftOut(/^[\d.:A-Fa-f]{2,45}$/),
  browserJavascriptEnabled: shown(/^(?:true|false)$/),
  browserJavaEnabled: leftOut(/^(?:true|false)$/),
  browserColorDepth: leftOut(/^(?:1|4|8|15|16|24|32|48)$/),
  browserScreenHeight: pixels,
  browserScreenWidth: pixels,
  browserTZ: leftOut(/^-?\d{1,4}$/),

  dsReferenceNumber: reference,
  acsReferenceNumber: reference,
  acsOperatorID: reference,
  transStatus: letter,
  transStatusReason: twoDigits,
  /** Twenty bytes as base64: 27 characters, of which the last has two bits to spare, and one of padding. */
  authenticationValue: leftOut(/^[\dA-Za-z+/]{26}[AEIMQUYcgkosw048]=$/),
  eci: twoDigits,
  acsChallengeMandated: letter,
  acsURL: address,
  authenticationType: twoDigits,
  interactionCounter: twoDigits,
  challengeCancel: twoDigits,
  resultsStatus: twoDigits,

  serialNum: prose(/^[\x21-\x7e]{1,20}$/),
  dsStartProtocolVersion: version,
  dsEndProtocolVersion: version,
  startRange: cardDigits,
  endRange: cardDigits,
  actionInd: shown(/^[ADM]$/),
  acsStartProtocolVersion: version,
  acsEndProtocolVersion: version,
  threeDSMethodURL: { shape: /^[\x21-\x7e]{1,256}$/, mask: 'ORIGIN' },
  threeDSMethodNotificationURL: { shape: /^[\x21-\x7e]{1,256}$/, mask: 'ORIGIN' },

  challengeWindowSize: shown(/^0[1-5]$/),
  challengeCompletionInd: letter,

  errorCode: threeDigits,
  errorComponent: letter,
  errorDescription: sentence,
  errorDetail: sentence,
  errorMessageType: shown(/^[A-Za-z]{4}$/),
} satisfies Readonly<Record<string, FieldSpec>>;

export type FieldName = keyof typeof FIELDS;

export function specOf(name: string): FieldSpec | undefined {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldName] : undefined;
}
