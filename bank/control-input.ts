/**
 * What the control port is told, checked to the last field.
 */
import { FAULT_KINDS, type FaultName, type Moment, kindOf } from './fault-kinds.js';
import type { FaultOrder } from './faults.js';
import { REQUESTS } from './dialect.js';
import { maskCard } from './grammar.js';

/** Answered with a 4xx status and these words. */
export class BadInput extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly possible?: readonly string[],
  ) {
    super(message);
  }
}

type Body = Readonly<Record<string, unknown>>;

const FAULT_FIELDS = 'kind count probability seed card mti message delayMs forMs code'.split(' ');

const LONGEST_DELAY_ms = 600_000;
/** A hundred years: every instant stays a date. */
const FARTHEST_OFFSET_ms = 100 * 366 * 86_400_000;

export function readFault(body: unknown, hash: (cardNumber: string) => string): FaultOrder {
  const given = readObject(body, FAULT_FIELDS);
  const kind = readChoice(given, 'kind', Object.keys(FAULT_KINDS)) as FaultName;
  const { stage, parameters = {}, mtis = Object.keys(REQUESTS), moments = [] } = kindOf(kind);
  for (const name of ['delayMs', 'forMs', 'code'])
    if (given[name] !== undefined && !(name in parameters))
      throw wrong(`${kind} takes no ${name}`, Object.keys(parameters));
  if (stage === 'CONNECTION' && (given['card'] !== undefined || given['mti'] !== undefined))
    throw wrong(`${kind} befalls connections, not messages`);
  if (stage === 'THREEDS' && given['mti'] !== undefined) throw wrong(`${kind} befalls no message with an MTI`);
  if (given['message'] !== undefined && moments.length < 2) throw wrong(`${kind} takes no message`);
  const card = readText(given, 'card', /^\d{12,19}$/, 'a card number: 12 to 19 digits');
  return definedOnly({
    kind,
    count: readNumber(given, 'count', 1, 1_000_000, true),
    probability: readNumber(given, 'probability', 0, 1, false),
    seed: readSeed(given),
    card: card === undefined ? undefined : { hash: hash(card), masked: maskCard(card) },
    mti: given['mti'] === undefined ? undefined : readChoice(given, 'mti', mtis),
    message: given['message'] === undefined ? undefined : (readChoice(given, 'message', moments) as Moment),
    delayMs: readNumber(given, 'delayMs', 0, LONGEST_DELAY_ms, true),
    forMs: readNumber(given, 'forMs', 0, LONGEST_DELAY_ms, true),
    code: readText(given, 'code', /^[0-9A-Z]{2}$/, 'two digits or capital letters'),
  });
}

export function readClock(body: unknown): { acceptor: string; offset_ms: number } {
  const given = readObject(body, ['acceptor', 'offsetMs']);
  const acceptor = readText(given, 'acceptor', /^(?! )[ -~]{1,15}(?<! )$/, '1 to 15 printable ASCII characters');
  const offset_ms = readNumber(given, 'offsetMs', 0, FARTHEST_OFFSET_ms, true);
  if (acceptor === undefined) throw wrong('acceptor is missing');
  if (offset_ms === undefined) throw wrong('offsetMs is missing');
  return { acceptor, offset_ms };
}

function readObject(body: unknown, known: readonly string[]): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new BadInput(400, 'NOT_AN_OBJECT', 'the body must be a JSON object', known);
  const unknown = Object.keys(body).filter(name => !known.includes(name));
  if (unknown.length > 0)
    throw new BadInput(400, 'UNKNOWN_FIELD', `no such field: ${JSON.stringify(unknown[0]?.slice(0, 40))}`, known);
  return body as Body;
}

function readChoice(body: Body, name: string, possible: readonly string[]): string {
  const value = body[name];
  if (typeof value === 'string' && possible.includes(value)) return value;
  throw wrong(value === undefined ? `${name} is missing` : `${name} is none of what is possible`, possible);
}

function readNumber(body: Body, name: string, least: number, most: number, whole: boolean): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw wrong(`${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
}

/** A number or a text: either is a seed. */
function readSeed(body: Body): string | undefined {
  const value = body['seed'];
  if (Number.isSafeInteger(value)) return String(value);
  return readText(body, 'seed', /^.{1,64}$/u, 'a whole number or a text of 1 to 64 characters');
}

function readText(body: Body, name: string, pattern: RegExp, what: string): string | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw wrong(`${name} must be ${what}`);
}

function wrong(message: string, possible?: readonly string[]): BadInput {
  return new BadInput(400, 'FIELD_INVALID', message, possible);
}

/** exactOptionalPropertyTypes: what was not given is absent, not undefined. */
function definedOnly(order: { [Name in keyof FaultOrder]: FaultOrder[Name] | undefined }): FaultOrder {
  return Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined)) as unknown as FaultOrder;
}
