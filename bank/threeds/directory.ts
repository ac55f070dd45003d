/**
 * The directory server: PReq and AReq in, PRes, ARes or Erro out. Nothing is answered before it is on the disk.
 */
import type { Moment } from '../fault-kinds.js';
import type { Fault, Faults } from '../faults.js';
import { type AuthenticateContext, aresOf, authenticate } from './authenticate.js';
import type { Authenticated, ThreedsLine } from './changes.js';
import { type Enrolment, enrolmentAt } from './enrolment.js';
import { newTransactionId, proofOfNothing } from './ids.js';
import { type ErrorCode, erro } from './erro.js';
import { faultOf } from './fields.js';
import { type Json, VERSIONS, field, must, parseObject } from './message.js';
import type { Records } from './records.js';
import { sketchIn, sketchOut } from './sketch.js';

interface DirectoryParts {
  readonly records: Records;
  readonly faults: Faults;
  /** Where the issuer's pages are. */
  readonly origin: string;
  /** The shopper of this authentication will have to be asked. */
  readonly onChallenge: (authenticated: Authenticated) => void;
}

/** What goes out, and what befalls it. */
export interface DirectoryAnswer {
  /** Undefined: nothing does, and the peer waits. */
  readonly text: string | undefined;
  readonly status: number;
  readonly delay_ms: number;
}

interface Said {
  readonly message: Json | undefined;
  readonly changes?: readonly ThreedsLine[];
}

export class Directory {
  readonly #enrolment: Enrolment;
  readonly #context: AuthenticateContext;

  constructor(private readonly parts: DirectoryParts) {
    this.#enrolment = enrolmentAt(parts.origin);
    this.#context = { hash: parts.records.hash, newId: newTransactionId, origin: parts.origin };
  }

  /** `text` is undefined when more came than a message may have. */
  async answer(type: 'PReq' | 'AReq', text: string | undefined): Promise<DirectoryAnswer> {
    const message = text === undefined ? undefined : parseObject(text);
    const wrong = message ? this.#faultOf(type, message) : erro('101', 'not a JSON object of at most 64 kB', type);
    const moment: Moment = type === 'PReq' ? 'preq' : 'areq';
    const number = message && !wrong ? field(message, 'acctNumber') : undefined;
    const befell = wrong ? undefined : this.parts.faults.forThreeds(moment, this.#cardHash(number));
    const said = wrong || !message ? { message: wrong } : this.#say(type, message, befell);
    const { records } = this.parts;
    await records.write(acceptorOf(message), [
      sketchIn(type, message ?? {}, records.hash),
      ...(said.changes ?? []),
      ...(said.message ? [sketchOut(said.message, befell?.kind)] : []),
    ]);
    for (const change of said.changes ?? [])
      if (change.kind === 'AUTHENTICATED' && change.transStatus === 'C') this.parts.onChallenge(change);
    return onItsWay(said.message, befell);
  }

  #faultOf(type: 'PReq' | 'AReq', message: Json): Json | undefined {
    const refuse = (code: ErrorCode, detail: string) => erro(code, detail, type, message);
    if (field(message, 'messageType') !== type) return refuse('101', 'messageType');
    const version = field(message, 'messageVersion');
    if (version === undefined) return refuse('201', 'messageVersion');
    if (!VERSIONS.some(each => each === version)) return refuse('102', VERSIONS.join(','));
    const wrong = faultOf(type, message);
    if (wrong) return refuse(wrong.code, wrong.fields.join(','));
    // A result belongs to one transaction: what was answered cannot be asked again with another amount.
    const known = type === 'AReq' && this.parts.records.authentications.ofServer(must(message, 'threeDSServerTransID'));
    return known ? refuse('305', 'threeDSServerTransID') : undefined;
  }

  #say(type: 'PReq' | 'AReq', message: Json, befell: Fault | undefined): Said {
    if (befell?.kind === 'THREEDS_SILENT') return { message: undefined };
    if (befell?.kind === 'THREEDS_ERRO') return { message: erro('405', 'on demand', type, message) };
    return type === 'PReq' ? { message: this.#pres(message) } : this.#ares(message);
  }

  #pres(preq: Json): Json {
    const { serialNum, cardRangeData } = this.#enrolment;
    return {
      messageType: 'PRes',
      messageVersion: must(preq, 'messageVersion'),
      threeDSServerTransID: must(preq, 'threeDSServerTransID'),
      dsTransID: newTransactionId(),
      serialNum,
      dsStartProtocolVersion: VERSIONS[0],
      dsEndProtocolVersion: VERSIONS.at(-1),
      ...(field(preq, 'serialNum') !== serialNum && { cardRangeData }),
    };
  }

  #ares(areq: Json): Said {
    const authenticated = authenticate(areq, this.#context);
    const { transStatus, behaviour } = authenticated;
    // Of a card that is not in 3-D Secure the two digits say nothing.
    const misbehaves = transStatus === 'C' ? behaviour : undefined;
    if (misbehaves === '07') return { message: undefined };
    if (misbehaves === '13') return { message: erro('405', 'the card says so', 'AReq', areq) };
    if (misbehaves === '14') return { message: this.#ofAnother(authenticated) };
    return { message: aresOf(authenticated, this.#context), changes: [authenticated] };
  }

  /** A whole and convincing answer, to a question that nobody asked; its CAVV is none. */
  #ofAnother(authenticated: Authenticated): Json {
    const { acsURL: _page, acsChallengeMandated: _mandated, ...rest } = aresOf(authenticated, this.#context);
    const proof = { eci: '05', authenticationValue: proofOfNothing() };
    return { ...rest, threeDSServerTransID: newTransactionId(), transStatus: 'Y', ...proof };
  }

  #cardHash(number: unknown): string | undefined {
    return typeof number === 'string' ? this.parts.records.hash(number) : undefined;
  }
}

/** Falsified on its way: the book keeps the truth. */
function onItsWay(message: Json | undefined, befell: Fault | undefined): DirectoryAnswer {
  const text = message && `${JSON.stringify(message)}\n`;
  if (befell?.kind === 'THREEDS_GARBAGE') return { text: `<html>${text?.slice(1, 40)}`, status: 200, delay_ms: 0 };
  if (befell?.kind === 'THREEDS_HTTP_500') return { text: '{}\n', status: 500, delay_ms: 0 };
  return { text, status: 200, delay_ms: befell?.kind === 'THREEDS_DELAY' ? (befell.delayMs ?? 0) : 0 };
}

function acceptorOf(message: Json | undefined): string {
  const acceptor = message && field(message, 'acquirerMerchantID');
  return typeof acceptor === 'string' ? acceptor.trimEnd() : '';
}
