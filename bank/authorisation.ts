/**
 * 0100: may this card be charged? An amount of zero asks whether the card is good and holds nothing.
 */
import { type Authorised, authorisationId } from './changes.js';
import { CURRENCIES } from './currencies.js';
import type { Context, Decision } from './decision.js';
import { PURCHASE } from './dialect.js';
import { type Card, codeOf, maskCard, readCard } from './grammar.js';
import { type Message, formatTags } from './message.js';
import type { Authentication } from './threeds/authentications.js';

const APPROVED = ['00', '11'];
/** 08 and 10 are no plain yes, and yet the issuer holds the money: the till must give it back (PROTOCOL.md). */
const HOLDING = new Set([...APPROVED, '08', '10']);
/** Said before any issuer saw the security code. */
const BEFORE_THE_ISSUER = new Set(['12', '14', '15', '91', '94']);

/** `forced` is a code that a fault on demand puts in place of the bank's own judgement: nothing is held then. */
export function authorise(message: Message, context: Context, forced?: string): Decision {
  const { ledger } = context;
  const id = authorisationId(message.acceptor, message.must(37), message.must(11), message.must(7));
  // The same request from another terminal: it is not the same message, and there can be only one of it.
  if (ledger.authorisations.has(id)) return { code: '94', changes: [] };
  const proof = proofOf(message, context);
  const code = forced ?? judge(message, context, id, proof);
  const approved = forced === undefined && APPROVED.includes(code);
  const tags = {
    ...(message.tags.has('SC') && { SR: securityCodeResult(code) }),
    ...(approved && { ST: context.reference('scheme', 15) }),
  };
  const authorisationCode = approved ? context.reference('authorisation', 6) : undefined;
  const number = message.must(2);
  const authorised: Authorised = {
    kind: 'AUTHORISED',
    id,
    acceptor: message.acceptor,
    terminal: message.terminal,
    rrn: message.must(37).trimEnd(),
    stan: message.must(11),
    sentAt: message.must(7),
    card: maskCard(number),
    cardHash: context.hash(number),
    currency: message.must(49),
    amount: message.amount,
    held: forced === undefined && HOLDING.has(code) ? message.amount : 0,
    code,
    ...(authorisationCode !== undefined && { authorisationCode }),
    ...(tags.ST !== undefined && { schemeReference: tags.ST }),
    // What was decided without effect leaves the CAVV as good as it was.
    ...(forced === undefined && typeof proof === 'object' && { authentication: proof.acsTransID }),
  };
  const added = {
    ...(authorisationCode !== undefined && { 38: authorisationCode }),
    ...(Object.keys(tags).length > 0 && { 48: formatTags(tags) }),
  };
  return { code, changes: [authorised], added };
}

function judge(message: Message, context: Context, id: string, proof: Proof): string {
  const { ledger } = context;
  if (ledger.remembered.has(id)) return '12';
  if (ledger.underRrn(message.acceptor, message.must(37)).some(isLive)) return '94';
  if (message.must(3) !== PURCHASE || !CURRENCIES[message.must(49)]) return '12';
  const number = message.must(2);
  const card = readCard(number);
  if (typeof card === 'string') return card;
  if (hasExpired(message.must(14), context.now)) return '54';
  if (proof === 'FALSE') return '63';
  return limited(card, message, ledger.available(context.hash(number), message.must(49)), proof !== 'NONE');
}

function limited(card: Card, message: Message, available: number, authenticated: boolean): string {
  const code = codeOf(card, authenticated);
  return HOLDING.has(code) && message.amount > available ? '51' : code;
}

type Proof = Authentication | 'NONE' | 'FALSE';

/** A CAVV is good for what it was given for, and once (PROTOCOL.md, "Rules"). */
function proofOf(message: Message, { ledger, hash }: Context): Proof {
  const cavv = message.tags.get('CV');
  if (cavv === undefined) return 'NONE';
  const authentication = ledger.authentications.withCavv(hash(cavv));
  if (!authentication || authentication.usedBy !== undefined) return 'FALSE';
  const { dsTransID, end, eci = end?.eci } = authentication;
  const sameWords = (message.tags.get('EC') ?? eci) === eci && (message.tags.get('DT') ?? dsTransID) === dsTransID;
  const sameMoney = authentication.amount === message.amount && authentication.currency === message.must(49);
  return sameWords && sameMoney && authentication.cardHash === hash(message.must(2)) ? authentication : 'FALSE';
}

function isLive({ state }: { state: string }): boolean {
  return state === 'HELD' || state === 'CHECKED' || state === 'CAPTURED';
}

function securityCodeResult(code: string): 'M' | 'N' | 'P' {
  if (code === '82') return 'N';
  return BEFORE_THE_ISSUER.has(code) ? 'P' : 'M';
}

/** Field 14, YYMM: a card is good until its month is over everywhere on earth. */
export function hasExpired(expiry: string, now: Date): boolean {
  const twelveHours_ms = 12 * 3_600_000;
  return now.getTime() - twelveHours_ms >= Date.UTC(2000 + Number(expiry.slice(0, 2)), Number(expiry.slice(2)), 1);
}
