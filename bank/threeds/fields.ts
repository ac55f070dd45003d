/**
 * What a message must carry and how (EMV 3-D Secure, Protocol and Core Functions Specification, table A.1; lengths are
 * those of 2.2.0). A field that is not listed is not looked at.
 */
import { CURRENCIES } from '../currencies.js';
import { type Json, UUID, VERSIONS, field, webAddress } from './message.js';

type Condition = (message: Json) => boolean;

interface Rule {
  readonly fits: (value: unknown, message: Json) => boolean;
  /** When it must be there; never empty and never null even when it need not. */
  readonly required: Condition;
}

type Rules = Readonly<Record<string, Rule>>;

export interface FieldFault {
  /** 201 something is missing, 203 something is not what it should be. */
  readonly code: '201' | '203';
  readonly fields: readonly string[];
}

const always: Condition = () => true;
const never: Condition = () => false;
const since_2_2 = (message: Json): boolean => field(message, 'messageVersion') === '2.2.0';
const withJavaScript = (message: Json): boolean => field(message, 'browserJavascriptEnabled') === true;

const matching = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const text = (longest: number, required = always): Rule => ({
  fits: value => typeof value === 'string' && value.length > 0 && [...value].length <= longest,
  required,
});
const like = (pattern: RegExp, required = always): Rule => ({ fits: matching(pattern), required });
const address = (longest: number): Rule => ({
  fits: value => webAddress(value, longest) !== undefined,
  required: always,
});
const flag = (required: Condition): Rule => ({ fits: value => typeof value === 'boolean', required });

/** The minor units are the currency's own, or the shopper would be shown another amount than is charged. */
function isExponent(value: unknown, message: Json): boolean {
  if (typeof value !== 'string' || !/^\d$/.test(value)) return false;
  const currency = field(message, 'purchaseCurrency');
  const known = typeof currency === 'string' && Object.hasOwn(CURRENCIES, currency) ? CURRENCIES[currency] : undefined;
  return known === undefined || Number(value) === known.exponent;
}

/** YYYYMMDDHHMMSS, and a moment that there is. */
function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{14}$/.test(value)) return false;
  const written = value.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6.000Z');
  const time = new Date(written);
  return !Number.isNaN(time.getTime()) && time.toISOString() === written;
}

const PREQ: Rules = {
  threeDSServerTransID: like(UUID),
  serialNum: text(20, never),
};

const AREQ: Rules = {
  messageCategory: like(/^01$/),
  deviceChannel: like(/^02$/),
  threeDSServerTransID: like(UUID),
  threeDSServerRefNumber: text(32),
  threeDSServerOperatorID: text(32),
  threeDSServerURL: address(2048),
  threeDSCompInd: like(/^[YNU]$/),
  threeDSRequestorID: text(35),
  threeDSRequestorName: text(40),
  threeDSRequestorURL: address(2048),
  threeDSRequestorAuthenticationInd: like(/^0[1-6]$/),
  threeDSRequestorChallengeInd: like(/^0[1-9]$/),
  acctNumber: like(/^\d{13,19}$/),
  cardExpiryDate: like(/^\d\d(?:0[1-9]|1[0-2])$/),
  acquirerBIN: like(/^\d{1,11}$/),
  acquirerMerchantID: like(/^[ -~]{1,35}$/),
  mcc: like(/^\d{4}$/),
  merchantCountryCode: like(/^\d{3}$/),
  merchantName: text(40),
  // Twelve digits, as the authorisation that follows can carry (field 4).
  purchaseAmount: like(/^\d{1,12}$/),
  purchaseCurrency: like(/^\d{3}$/),
  purchaseExponent: { fits: isExponent, required: always },
  purchaseDate: { fits: isMoment, required: always },
  notificationURL: address(256),
  browserAcceptHeader: text(2048),
  browserIP: like(/^[\d.:a-f]{2,45}$/i, never),
  browserJavascriptEnabled: flag(since_2_2),
  browserLanguage: like(/^[\dA-Za-z-]{1,8}$/),
  browserUserAgent: text(2048),
  browserJavaEnabled: flag(withJavaScript),
  browserColorDepth: like(/^(?:1|4|8|15|16|24|32|48)$/, withJavaScript),
  browserScreenHeight: like(/^\d{1,6}$/, withJavaScript),
  browserScreenWidth: like(/^\d{1,6}$/, withJavaScript),
  browserTZ: like(/^-?\d{1,4}$/, withJavaScript),
  cardholderName: { fits: value => typeof value === 'string' && /^.{2,45}$/u.test(value), required: never },
  email: like(/^[^@\s]+@[^@\s]+$/, never),
};

const CREQ: Rules = {
  messageType: like(/^CReq$/),
  messageVersion: like(new RegExp(`^(?:${VERSIONS.map(version => version.replaceAll('.', '\\.')).join('|')})$`)),
  threeDSServerTransID: like(UUID),
  acsTransID: like(UUID),
  challengeWindowSize: like(/^0[1-5]$/),
};

const RULES = { PReq: PREQ, AReq: AREQ, CReq: CREQ } as const;

/** What is wrong with the fields of this message: first everything that is missing, else everything that is false. */
export function faultOf(type: keyof typeof RULES, message: Json): FieldFault | undefined {
  const rules = Object.entries(RULES[type]);
  const missing = rules.filter(([name, rule]) => rule.required(message) && field(message, name) === undefined);
  if (missing.length > 0) return { code: '201', fields: missing.map(([name]) => name) };
  const wrong = rules.filter(([name, rule]) => {
    const value = field(message, name);
    return value !== undefined && !rule.fits(value, message);
  });
  return wrong.length > 0 ? { code: '203', fields: wrong.map(([name]) => name) } : undefined;
}
