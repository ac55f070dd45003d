/**
 * How much one socket, and one address, may ask of the house.
 */
import { MINUTE_ms, SECOND_ms } from '../../core/time.js';

export const LIVE_LIMITS = {
  /** As long as a request over plain HTTP; the library would take 100 MiB. */
  message_bytes: 64 * 1024,
  /** Until `connection_init`. */
  init_ms: 5 * SECOND_ms,
  subscriptions: 20,
  /** Within `window_ms`; more are refused one by one. */
  operations: 60,
  /** Of any kind, within `window_ms`; more end the socket. */
  messages: 600,
  window_ms: MINUTE_ms,
  /** Messages that wait for one before them to be dealt with. */
  waiting: 50,
  /** Unread beyond this, and nothing more is sent until it is read. */
  backlog_bytes: 256 * 1024,
  /** Unread beyond this, whatever it is, ends the socket. */
  backlogMost_bytes: 1024 * 1024,
  /** How long a backlog may stay unread. */
  unread_ms: 10 * SECOND_ms,
  /** Between two pings; whoever has not answered by the next one is gone. */
  ping_ms: 15 * SECOND_ms,
  /** Between two looks at whether callers still have their rights. */
  rights_ms: 3 * SECOND_ms,
  /** From our closing a socket to our cutting it. */
  goodbye_ms: 2 * SECOND_ms,
} as const;

/** Close codes: RFC 6455 section 7.4.1 below 4000, the protocol `graphql-transport-ws` above. */
export const CLOSE = {
  GOING_AWAY: 1001,
  TRY_AGAIN_LATER: 1013,
  UNAUTHORISED: 4401,
  FORBIDDEN: 4403,
  TOO_MANY: 4429,
  INTERNAL: 4500,
} as const;
