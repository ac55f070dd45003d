/**
 * The bank's state: the fold of the book's lines. `apply` is the only thing that changes it.
 */
import { limitIn } from './currencies.js';
import {
  type AuthorisationId,
  type Authorised,
  type Line,
  type MessageOut,
  type Refunded,
  SEPARATOR,
} from './changes.js';
import { Batches } from './batches.js';
import { Authentications } from './threeds/authentications.js';
import { isOfThreeds } from './threeds/changes.js';

export type AuthorisationState = 'HELD' | 'CHECKED' | 'DECLINED' | 'REVERSED' | 'CAPTURED' | 'LAPSED';

export interface Authorisation extends Omit<Authorised, 'held'> {
  /** When it was booked, by the acceptor's clock. */
  readonly at: string;
  state: AuthorisationState;
  held: number;
  captured: number;
  refunded: number;
}

export interface Account {
  readonly card: string;
  readonly cardHash: string;
  readonly currency: string;
  held: number;
  captured: number;
  refunded: number;
}

export class Ledger {
  readonly authorisations = new Map<AuthorisationId, Authorisation>();
  readonly accounts = new Map<string, Account>();
  readonly refunds = new Map<string, Refunded & { readonly at: string }>();
  readonly batches = new Batches();
  readonly authentications = new Authentications();
  /** Reversals that came before their originals. */
  readonly remembered = new Set<AuthorisationId>();
  /** How far each acceptor's clock is ahead. */
  readonly clocks = new Map<string, number>();
  /** The first answer to every request that was decided. */
  readonly #answers = new Map<string, string>();
  readonly messages = { in: 0, out: 0 };
  readonly #byRrn = new Map<string, AuthorisationId[]>();
  readonly #byStan = new Map<string, AuthorisationId[]>();

  /** All authorisations an acceptor asked for under one RRN: those before a live one hold nothing any more. */
  underRrn(acceptor: string, rrn: string): Authorisation[] {
    return this.#found(this.#byRrn.get(pair(acceptor, rrn.trimEnd())));
  }

  /** Those that field 90 of a refund can mean, which does not repeat the original's RRN. */
  underStan(acceptor: string, stan: string, sentAt: string): Authorisation[] {
    return this.#found(this.#byStan.get(pair(acceptor, stan + sentAt)));
  }

  /** An accepted refund. */
  refund(acceptor: string, rrn: string): Refunded | undefined {
    return this.refunds.get(pair(acceptor, rrn));
  }

  answerTo(key: string): Pick<MessageOut, 'mti' | 'fields'> | undefined {
    const text = this.#answers.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as Pick<MessageOut, 'mti' | 'fields'>);
  }

  /** What an account may still be charged. */
  available(cardHash: string, currency: string): number {
    const account = this.accounts.get(pair(cardHash, currency));
    const limit = limitIn(currency);
    return account ? limit - account.held - account.captured + account.refunded : limit;
  }

  apply(line: Line, at: string): void {
    if (isOfThreeds(line)) this.authentications.apply(line, at);
    else if (line.kind === 'IN') this.messages.in += 1;
    else if (line.kind === 'OUT') this.#answered(line);
    else if (line.kind === 'AUTHORISED') this.#authorised(line, at);
    else if (line.kind === 'REVERSAL_REMEMBERED') this.remembered.add(line.id);
    else if (line.kind === 'CLOCK') this.clocks.set(line.acceptor, line.offset_ms);
    else if (line.kind === 'ITEM_REJECTED') this.batches.reject(line);
    else if (line.kind === 'BATCH_CLOSED') this.batches.close(line.batch, line.code);
    else if (line.kind === 'REVERSED') this.#release(line.id, line.remaining, 'REVERSED');
    else if (line.kind === 'LAPSED') this.#release(line.id, 0, 'LAPSED');
    else if (line.kind === 'CAPTURED') this.#captured(line.id, line.batch, line.amount);
    else this.#refunded(line, at);
  }

  #answered(line: MessageOut): void {
    this.messages.out += 1;
    if (line.key === undefined || this.#answers.has(line.key)) return;
    // As text: of all the bank remembers there is most of this, and as text it takes a fifth of the room.
    this.#answers.set(line.key, JSON.stringify({ mti: line.mti, fields: line.fields }));
  }

  #authorised(line: Authorised, at: string): void {
    const approved = line.authorisationCode !== undefined;
    const state = line.held > 0 ? 'HELD' : approved ? 'CHECKED' : 'DECLINED';
    this.authorisations.set(line.id, { ...line, at, state, captured: 0, refunded: 0 });
    append(this.#byRrn, pair(line.acceptor, line.rrn), line.id);
    append(this.#byStan, pair(line.acceptor, line.stan + line.sentAt), line.id);
    if (line.held > 0) this.#account(line).held += line.held;
    if (line.authentication !== undefined) this.authentications.use(line.authentication, line.rrn);
  }

  #release(id: AuthorisationId, remaining: number, state: 'REVERSED' | 'LAPSED'): void {
    const authorisation = this.#get(id);
    this.#account(authorisation).held -= authorisation.held - remaining;
    authorisation.held = remaining;
    if (remaining === 0) authorisation.state = state;
  }

  #captured(id: AuthorisationId, batch: string, amount: number): void {
    const authorisation = this.#get(id);
    const account = this.#account(authorisation);
    account.held -= authorisation.held;
    account.captured += amount;
    Object.assign(authorisation, { held: 0, captured: amount, state: 'CAPTURED' });
    this.batches.accept(batch, { item: 'CAPTURE', rrn: authorisation.rrn, amount });
  }

  #refunded(line: Refunded, at: string): void {
    const authorisation = this.#get(line.id);
    authorisation.refunded += line.amount;
    this.#account(authorisation).refunded += line.amount;
    this.refunds.set(pair(authorisation.acceptor, line.rrn), { ...line, at });
    this.batches.accept(line.batch, { item: 'REFUND', rrn: line.rrn, amount: line.amount });
  }

  #account(of: { card: string; cardHash: string; currency: string }): Account {
    const key = pair(of.cardHash, of.currency);
    const known = this.accounts.get(key);
    if (known) return known;
    const { card, cardHash, currency } = of;
    const account: Account = { card, cardHash, currency, held: 0, captured: 0, refunded: 0 };
    this.accounts.set(key, account);
    return account;
  }

  #get(id: AuthorisationId): Authorisation {
    const authorisation = this.authorisations.get(id);
    if (!authorisation) throw new Error(`the book speaks of ${id}, which it never authorised`);
    return authorisation;
  }

  #found(ids: readonly AuthorisationId[] = []): Authorisation[] {
    return ids.map(id => this.#get(id));
  }
}

function pair(one: string, other: string): string {
  return one + SEPARATOR + other;
}

function append(index: Map<string, AuthorisationId[]>, key: string, id: AuthorisationId): void {
  const ids = index.get(key);
  if (ids) ids.push(id);
  else index.set(key, [id]);
}
