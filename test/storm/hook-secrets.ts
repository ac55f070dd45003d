/**
 * The secrets that merchants' servers were given, each handed on at the moment it was told: what comes is verified with them there,
 * and once more by the checker.
 */
import type { HookSecret } from './evidence.js';
import type { Receiver } from './receivers.js';

export class HookSecrets {
  readonly #known: HookSecret[] = [];

  constructor(private readonly receivers: readonly Receiver[]) {}

  get known(): readonly HookSecret[] {
    return this.#known;
  }

  /** `askedAt`: before then nobody can have made it. */
  told(endpointId: string, secret: string, askedAt: Date): void {
    const receiver = this.receivers.find(each => each.endpointId === endpointId);
    if (!receiver) throw new Error(`Nobody is told at ${endpointId}.`);
    receiver.know(secret);
    this.#known.push({ endpointId, secret, askedAt: askedAt.toISOString(), toldAt: new Date().toISOString() });
  }
}
