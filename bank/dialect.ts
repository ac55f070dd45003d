/**
 * Which messages the bank takes, what each must carry and what answers it (PROTOCOL.md, "Messages").
 */
import { SEPARATOR } from './changes.js';
import { type Fields, type Message, parseTags } from './message.js';

export type Subject = 'AUTHORISATION' | 'REVERSAL' | 'ADVICE' | 'TOTALS' | 'NETWORK';

interface Request {
  readonly subject: Subject;
  readonly answer: string;
  readonly required: readonly number[];
}

const AUTHORISATION = [2, 3, 4, 7, 11, 12, 13, 14, 18, 22, 25, 32, 37, 41, 42, 43, 48, 49];
const REVERSAL = [2, 3, 4, 7, 11, 12, 13, 32, 37, 41, 42, 49, 90];
const ADVICE = [2, 3, 4, 7, 11, 12, 13, 14, 32, 37, 41, 42, 48, 49];
const TOTALS = [7, 11, 32, 41, 42, 48, 50, 74, 75, 76, 77, 86, 87, 88, 89, 97];

export const REQUESTS: Readonly<Record<string, Request>> = {
  '0100': { subject: 'AUTHORISATION', answer: '0110', required: AUTHORISATION },
  '0400': { subject: 'REVERSAL', answer: '0410', required: REVERSAL },
  '0401': { subject: 'REVERSAL', answer: '0410', required: REVERSAL },
  '0420': { subject: 'REVERSAL', answer: '0430', required: REVERSAL },
  '0421': { subject: 'REVERSAL', answer: '0430', required: REVERSAL },
  '0220': { subject: 'ADVICE', answer: '0230', required: ADVICE },
  '0221': { subject: 'ADVICE', answer: '0230', required: ADVICE },
  '0500': { subject: 'TOTALS', answer: '0510', required: TOTALS },
  '0501': { subject: 'TOTALS', answer: '0510', required: TOTALS },
  '0800': { subject: 'NETWORK', answer: '0810', required: [7, 11, 70] },
};

export const PURCHASE = '000000';
export const REFUND = '200000';
const BRANDS = ['CB', 'VISA', 'MASTERCARD', 'AMEX', 'MAESTRO'];

/** Why this message must be answered with 30, or undefined. */
export function faultOf(message: Message): string | undefined {
  const request = REQUESTS[message.mti];
  if (!request) return `the bank takes no ${message.mti}`;
  const missing = request.required.filter(field => message.get(field) === undefined);
  if (missing.length > 0) return `lacks field ${missing.join(', ')}`;
  const tags = message.get(48);
  if (tags !== undefined && !parseTags(tags)) return 'field 48 is not a run of tags';
  if (request.subject === 'AUTHORISATION') return faultOfAuthorisationTags(message);
  if (request.subject === 'ADVICE' && message.must(3) === REFUND && !message.get(90)) return 'lacks field 90';
  const batched = request.subject === 'ADVICE' || request.subject === 'TOTALS';
  if (batched && !/^\d{1,12}$/.test(message.tags.get('BN') ?? '')) return 'field 48 lacks a batch number';
  return undefined;
}

function faultOfAuthorisationTags(message: Message): string | undefined {
  const checks: readonly (readonly [string, RegExp])[] = [
    ['SC', /^\d{3,4}$/],
    ['CV', /^[0-9A-Za-z+/=]{28}$/],
    ['EC', /^\d{2}$/],
    ['DT', /^.{36}$/],
    ['BR', new RegExp(`^(?:${BRANDS.join('|')})$`)],
    ['IN', /^[SM]$/],
    ['ST', /^.{1,32}$/],
  ];
  const wrong = checks.find(([name, pattern]) => !pattern.test(message.tags.get(name) ?? '') && message.tags.has(name));
  return wrong && `tag ${wrong[0]} of field 48 does not hold what it should`;
}

/** Two messages with this in common are the same message, sent again (PROTOCOL.md, "Rules"). */
export function keyOf(message: Message): string {
  const answer = REQUESTS[message.mti]?.answer ?? message.mti;
  return [answer, message.get(11), message.get(7), message.terminal, message.acceptor].join(SEPARATOR);
}

/** ISO 8583:1987: the third digit of a request is even, and its fourth tells a repeat. */
export function isRequest(mti: string): boolean {
  return /^0(?:[1-6][024]|80)[01]$/.test(mti);
}

const ECHOED = [3, 4, 7, 11, 32, 37, 41, 42, 49];
const ECHOED_TOTALS = [7, 11, 32, 41, 42, 50, 75, 77, 87, 89];

/** The answer to `message`: what it repeats of it, and what is added. */
export function answerTo(message: Message, added: Fields): { mti: string; fields: Fields } {
  const request = REQUESTS[message.mti];
  const mti = request?.answer ?? `${message.mti.slice(0, 2)}${Number(message.mti[2]) + 1}0`;
  const echoed = request?.subject === 'TOTALS' ? ECHOED_TOTALS : request?.subject === 'NETWORK' ? [7, 11, 70] : ECHOED;
  const fields: Record<number, string> = {};
  for (const field of echoed) {
    const value = message.get(field);
    if (value !== undefined) fields[field] = value;
  }
  return { mti, fields: { ...fields, ...added } };
}
