/**
 * An authenticator on real sockets and timers, whose log can be searched.
 */
import { createAuthenticator, type AuthenticatorOptions } from '../../../server/adapters/threeds/authenticator.js';
import { systemRandom } from '../../../server/adapters/system.js';
import type { Authenticator } from '../../../server/core/threeds-port.js';
import { HastyTimers, KeptLog } from '../acquirer/rig.js';
import { ScriptedDirectory, type Script } from './scripted-directory.js';

/** Long, so that a busy machine is not taken for a silent directory; each its own, so that each can be let expire. */
const ANSWER_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 19_000;

export interface Rig {
  readonly authenticator: Authenticator;
  readonly log: KeptLog;
  readonly timers: HastyTimers;
  /** Ends the wait for every answer under way; for every line being opened. */
  readonly timeOut: () => void;
  readonly connectTimeOut: () => void;
}

export type Stops = (() => Promise<void>)[];

export function rig(stops: Stops, directoryUrl: string, options: Partial<AuthenticatorOptions> = {}): Rig {
  const log = new KeptLog();
  const timers = new HastyTimers();
  const authenticator = createAuthenticator({
    directoryUrl,
    timeout_ms: ANSWER_TIMEOUT_MS,
    connect_timeout_ms: CONNECT_TIMEOUT_MS,
    timers,
    random: systemRandom,
    log,
    ...options,
  });
  stops.push(() => authenticator.close());
  return {
    authenticator,
    log,
    timers,
    timeOut: () => timers.expire(ANSWER_TIMEOUT_MS),
    connectTimeOut: () => timers.expire(CONNECT_TIMEOUT_MS),
  };
}

export type OpenRig = Rig & { readonly directory: ScriptedDirectory };

/** A directory and an authenticator that asks it; `stops` says how to end both. */
export async function startRig(
  stops: Stops,
  script: Script,
  options: Partial<AuthenticatorOptions> = {},
): Promise<OpenRig> {
  const directory = await ScriptedDirectory.start(script);
  const open = rig(stops, directory.url, options);
  stops.push(() => directory.stop());
  return { ...open, directory };
}
