/**
 * All that directory and issuer remember: the fold of their lines in the book.
 */
import type { Authenticated, ChallengeEnded, ThreedsLine } from './changes.js';

export interface Authentication extends Authenticated {
  /** When the AReq was answered, by the acceptor's clock. */
  readonly at: string;
  /** The shopper's browser has come. */
  opened: boolean;
  /** The till's own, given back unread. */
  sessionData?: string;
  failures: number;
  end?: ChallengeEnded;
  readonly tries: {
    readonly delivery: number;
    readonly answer: string;
    readonly answered: boolean;
    readonly at: string;
  }[];
  /** The RRN of the authorisation that its CAVV came with. */
  usedBy?: string;
}

export class Authentications {
  readonly all = new Map<string, Authentication>();
  readonly #byServerId = new Map<string, Authentication>();
  readonly #byCavv = new Map<string, Authentication>();

  get(acsTransID: string): Authentication | undefined {
    return this.all.get(acsTransID.toLowerCase());
  }

  ofServer(threeDSServerTransID: string): Authentication | undefined {
    return this.#byServerId.get(threeDSServerTransID.toLowerCase());
  }

  /** The authentication that this CAVV was given for. */
  withCavv(cavvHash: string): Authentication | undefined {
    return this.#byCavv.get(cavvHash);
  }

  use(acsTransID: string, rrn: string): void {
    this.#known(acsTransID).usedBy = rrn;
  }

  apply(line: ThreedsLine, at: string): void {
    if (line.kind === 'AUTHENTICATED') this.#begin(line, at);
    else if (line.kind === 'CHALLENGE_OPENED') this.#open(this.#known(line.acsTransID), line.sessionData);
    else if (line.kind === 'CODE_FAILED') this.#known(line.acsTransID).failures += 1;
    else if (line.kind === 'CHALLENGE_ENDED') this.#end(line);
    else if (line.kind === 'RREQ_TRIED') {
      const { delivery, answer, answered } = line;
      this.#known(line.acsTransID).tries.push({ delivery, answer, answered, at });
    }
  }

  #begin(line: Authenticated, at: string): void {
    const authentication: Authentication = { ...line, at, opened: false, failures: 0, tries: [] };
    this.all.set(line.acsTransID, authentication);
    this.#byServerId.set(line.threeDSServerTransID.toLowerCase(), authentication);
    if (line.cavvHash !== undefined) this.#byCavv.set(line.cavvHash, authentication);
  }

  #open(authentication: Authentication, sessionData: string | undefined): void {
    authentication.opened = true;
    if (sessionData === undefined) delete authentication.sessionData;
    else authentication.sessionData = sessionData;
  }

  #end(line: ChallengeEnded): void {
    const authentication = this.#known(line.acsTransID);
    authentication.end = line;
    if (line.cavvHash !== undefined) this.#byCavv.set(line.cavvHash, authentication);
  }

  #known(acsTransID: string): Authentication {
    const authentication = this.get(acsTransID);
    if (!authentication) throw new Error(`the book speaks of ${acsTransID}, which nobody asked about`);
    return authentication;
  }
}
