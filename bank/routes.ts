/**
 * What the control port can be asked and told.
 */
import { AUTHENTICATIONS, LETTER_CODES } from './grammar.js';
import type { Book } from './book.js';
import type { Change } from './changes.js';
import { lapsed, timeOf } from './clock.js';
import type { Answer, Routes } from './control.js';
import { BadInput, readClock, readFault } from './control-input.js';
import type { Exchange } from './exchange.js';
import { FAULT_KINDS, kindOf } from './fault-kinds.js';
import type { Fault, Faults } from './faults.js';
import type { Host } from './host.js';
import type { Ledger } from './ledger.js';
import { RANGES, SIPS_PREFIXES } from './ranges.js';
import { showBook } from './show-book.js';
import type { Threeds } from './threeds/threeds.js';

interface RoutesParts {
  readonly ledger: Ledger;
  readonly book: Book;
  readonly faults: Faults;
  readonly exchange: Exchange;
  readonly host: Host;
  readonly threeds: Threeds;
  readonly now: () => number;
}

export function routes(parts: RoutesParts): Routes {
  const { ledger, faults } = parts;
  return {
    '/health': { GET: () => ok({ status: 'ok' }) },
    '/book': { GET: () => ok(showBook(ledger)) },
    '/cards': { GET: () => ok(CARDS) },
    '/clock': { POST: body => moveClock(parts, body) },
    '/faults': {
      GET: () => ok({ faults: faults.list().map(showFault), kinds: FAULT_KINDS }),
      POST: body => orderFault(parts, body),
      DELETE: () => clearFaults(parts),
    },
  };
}

const CARDS = {
  grammar: 'BBBBBB DD sssss RR L',
  parts: {
    BBBBBB: 'the range the card is from',
    DD: 'what happens in 3-D Secure',
    sssss: 'a serial number: five digits, four on 15-digit cards',
    RR: 'the ISO 8583 response code, or the digits that stand for a code with letters',
    L: 'the Luhn digit',
  },
  ranges: RANGES,
  authentications: AUTHENTICATIONS,
  letterCodes: LETTER_CODES,
  sips: {
    grammar: 'the first six digits choose the brand, the last two the response code; no Luhn check',
    prefixes: SIPS_PREFIXES,
  },
};

function ok(body: unknown): Answer {
  return { status: 200, body };
}

async function moveClock({ ledger, book, now, threeds }: RoutesParts, body: unknown): Promise<Answer> {
  const { acceptor, offset_ms } = readClock(body);
  const present_ms = ledger.clocks.get(acceptor) ?? 0;
  if (offset_ms < present_ms)
    throw new BadInput(409, 'CLOCK_BACKWARDS', `this clock is ${present_ms} ms ahead, and clocks only move forward`);
  await record(ledger, book, now(), [{ kind: 'CLOCK', acceptor, offset_ms }]);
  await recordLapses(ledger, book, now());
  await threeds.clockMoved();
  return ok({ acceptor, offsetMs: offset_ms, now: timeOf(acceptor, ledger, now()).toISOString() });
}

/** Holds that nobody captured or reversed in time. */
export async function recordLapses(ledger: Ledger, book: Book, now_ms: number): Promise<void> {
  const changes = lapsed(ledger, now_ms);
  if (changes.length > 0) await record(ledger, book, now_ms, changes);
}

function record(ledger: Ledger, book: Book, now_ms: number, lines: readonly Change[]): Promise<void> {
  const at = new Date(now_ms).toISOString();
  for (const line of lines) ledger.apply(line, at);
  return book.write({ at, lines });
}

function orderFault({ faults, book, host }: RoutesParts, body: unknown): Answer {
  const fault = faults.order(readFault(body, book.hash));
  // A till that is connected already would never notice.
  if (kindOf(fault.kind).stage === 'CONNECTION') host.cutAll();
  return { status: 201, body: showFault(fault) };
}

function clearFaults({ faults, exchange }: RoutesParts): Answer {
  exchange.clear();
  return ok({ cleared: faults.clear() });
}

function showFault({ card, ...fault }: Fault): unknown {
  return { ...fault, ...(card && { card: card.masked }) };
}
