/**
 * How a peer's payment provider asks the bank: over the same line as our server, with the same message, as a merchant of its own. What it
 * is handed of a card it sends, and keeps nothing of it.
 */
import { createAcquirer } from '../../server/adapters/acquirer/acquirer.js';
import { createLog } from '../../server/adapters/log.js';
import { systemClock, systemRandom, systemTimers } from '../../server/adapters/system.js';
import { parseCardNumber, parseExpiry, parseSecurityCode } from '../../server/core/card.js';

/** As the shop front sends it. */
export interface Card {
  readonly number: string;
  readonly expiry: string;
  readonly securityCode: string;
}

export interface Price {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

export interface Approval {
  readonly rrn: string;
  readonly authorisationCode: string;
}

export interface Bank {
  /** Null unless the bank has said yes. */
  authorise(card: Card, price: Price): Promise<Approval | null>;
  close(): Promise<void>;
}

const TIMEOUT_ms = 15_000;

export function openBank(): Bank {
  const { hostname, port } = new URL(process.env['ACQUIRER_URL'] ?? '');
  const machine = { clock: systemClock, timers: systemTimers, random: systemRandom, log: createLog({ level: 'warn' }) };
  const acquirer = createAcquirer({ host: hostname, port: Number(port), timeout_ms: TIMEOUT_ms, ...machine });
  const merchant = {
    acceptor: process.env['PEER_ACCEPTOR'] ?? '',
    terminal: 'BENCH001',
    acquirerId: '97300001',
    timeZone: 'Europe/Paris',
    merchantCategory: '5942',
    acceptorName: { name: 'Bench', town: 'Lyon', country: 'FR' },
    brand: 'VISA',
    initiator: 'SHOPPER',
    authentication: null,
    schemeTransactionId: null,
  } as const;
  let asked = 0;
  return {
    async authorise(card, { amount, currency }) {
      asked += 1;
      const rrn = String(asked).padStart(12, '0');
      const answer = await acquirer.authorise({
        ...merchant,
        rrn,
        stan: rrn.slice(-6),
        // Whole seconds are all that the line carries.
        transmittedAt: new Date(Math.floor(systemClock.now().getTime() / 1000) * 1000),
        amount: { amount: BigInt(amount), currency },
        cardNumber: parseCardNumber(card.number),
        expiry: parseExpiry(card.expiry),
        securityCode: parseSecurityCode(card.securityCode, merchant.brand),
      });
      if (answer.kind === 'unknown' || answer.responseCode !== '00') return null;
      return { rrn, authorisationCode: answer.authorisationCode ?? '' };
    },
    close: () => acquirer.close(),
  };
}
