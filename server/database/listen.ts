/**
 * One connection that hears when a channel is notified. It may break and be away for a while: whoever relies on it looks by
 * itself as well, because what was notified meanwhile is lost.
 */
import { Client, escapeIdentifier } from 'pg';
import type { Log, Timers } from '../core/ports.js';
import type { Secret } from '../core/secret.js';

const AGAIN_AFTER_ms = 1_000;

export interface ListenOptions {
  readonly url: Secret;
  readonly channel: string;
  readonly heard: () => void;
  readonly timers: Timers;
  readonly log: Log;
}

export interface Listening {
  close(): Promise<void>;
}

export function listen(options: ListenOptions): Listening {
  const { url, channel, heard, timers, log } = options;
  let client: Client | null = null;
  let closed = false;
  let callOff: (() => void) | null = null;

  const lost = (broken: Client, error?: Error): void => {
    // An error and the end that follows it are one loss.
    if (closed || client !== broken) return;
    client = null;
    broken.end().catch(() => undefined);
    log.warn('listen: the connection is lost', { channel, error });
    callOff = timers.after(AGAIN_AFTER_ms, connect);
  };
  const connect = (): void => {
    const made = new Client({ connectionString: url.reveal(), keepAlive: true, application_name: `listen ${channel}` });
    client = made;
    made.on('notification', heard);
    made.on('error', error => lost(made, error));
    made.on('end', () => lost(made));
    made
      .connect()
      .then(() => made.query(`listen ${escapeIdentifier(channel)}`))
      // Something may have been notified while nobody listened.
      .then(heard, (error: Error) => lost(made, error));
  };
  connect();
  return {
    close: async () => {
      closed = true;
      callOff?.();
      await client?.end();
    },
  };
}
