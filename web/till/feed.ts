/**
 * The live feed's line. To the rest it is one subscription without an end: when the socket breaks, the laptop sleeps or the
 * server restarts, it is opened again from the last cursor that came, so nothing is missing and nothing comes twice.
 */
import type { ExecutionResult, SubscriptionForwarder } from '@urql/core';
import { type Client, type FormattedExecutionResult, createClient } from 'graphql-ws';
import { chance, deviceTime_ms } from '../ui/device.ts';

export type FeedState = 'connecting' | 'live' | 'reconnecting';

export interface FeedStateChange {
  readonly state: FeedState;
  /** Since when, by the device's clock. */
  readonly since_ms: number;
}

/** A server that refuses a subscription first takes the socket; only what lasts this long is called live. */
const SETTLED_ms = 250;
const PING_EVERY_ms = 12_000;
const PONG_WITHIN_ms = 5_000;
/** Longer out of sight than this, and the socket may have died without a word. */
const ASLEEP_ms = 30_000;
const WAIT_MOST_ms = 15_000;

export function feedTransport(onState: (change: FeedStateChange) => void, onDoubt: () => void): SubscriptionForwarder {
  const tell = (state: FeedState): void => onState({ state, since_ms: deviceTime_ms() });
  return request => ({
    subscribe(sink) {
      const line = new FeedLine(tell, onDoubt, {
        query: request.query ?? '',
        variables: request.variables as Record<string, unknown> | undefined,
        // The same fields; the one type says that an absent field may be undefined, the other that it may not.
        next: result => sink.next(result as ExecutionResult),
      });
      return { unsubscribe: () => line.end() };
    },
  });
}

type FeedResult = FormattedExecutionResult<Record<string, unknown>, unknown>;

interface Followed {
  readonly query: string;
  readonly variables: Record<string, unknown> | undefined;
  readonly next: (result: FeedResult) => void;
}

class FeedLine {
  private readonly client: Client;
  private cursor: unknown;
  private failures = 0;
  private ended = false;
  private leave: () => void = () => undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private hiddenSince_ms: number | null = null;

  constructor(
    private readonly tell: (state: FeedState) => void,
    private readonly onDoubt: () => void,
    private readonly followed: Followed,
  ) {
    this.cursor = followed.variables?.['after'];
    this.client = openClient(() => {
      this.settling = setTimeout(() => {
        this.failures = 0;
        this.tell('live');
      }, SETTLED_ms);
    });
    addEventListener('online', this.wake);
    document.addEventListener('visibilitychange', this.see);
    this.tell('connecting');
    this.connect();
  }

  end(): void {
    this.ended = true;
    this.pause();
    removeEventListener('online', this.wake);
    document.removeEventListener('visibilitychange', this.see);
    this.leave();
    void this.client.dispose();
  }

  private connect(): void {
    const { query, variables, next } = this.followed;
    this.leave = this.client.subscribe<Record<string, unknown>>(
      { query, variables: { ...variables, after: this.cursor } },
      {
        next: result => {
          this.cursor = cursorIn(result) ?? this.cursor;
          next(result);
        },
        error: fault => this.lost(fault),
        complete: () => this.lost(null),
      },
    );
  }

  private lost(fault: unknown): void {
    if (this.ended) return;
    this.pause();
    if (isAboutRights(fault)) this.onDoubt();
    if (this.failures === 0) this.tell('reconnecting');
    const wait_ms = Math.min(500 * 2 ** this.failures, WAIT_MOST_ms) * (0.5 + chance() / 2);
    this.failures += 1;
    this.waiting = setTimeout(() => this.connect(), wait_ms);
  }

  /** Not while a try is under way: only what waits is hurried. */
  private readonly wake = (): void => {
    if (this.waiting === undefined) return;
    this.pause();
    this.connect();
  };

  private readonly see = (): void => {
    if (document.visibilityState === 'hidden') {
      this.hiddenSince_ms = deviceTime_ms();
      return;
    }
    const away_ms = this.hiddenSince_ms === null ? 0 : deviceTime_ms() - this.hiddenSince_ms;
    this.hiddenSince_ms = null;
    if (this.waiting !== undefined) this.wake();
    else if (away_ms > ASLEEP_ms) this.client.terminate();
  };

  private pause(): void {
    clearTimeout(this.waiting);
    clearTimeout(this.settling);
    this.waiting = undefined;
  }
}

/** One socket that never tries again by itself: it would ask from the first cursor, not from the last. */
function openClient(onConnected: () => void): Client {
  let socket: WebSocket | undefined;
  let pong: ReturnType<typeof setTimeout> | undefined;
  const client: Client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: 0,
    keepAlive: PING_EVERY_ms,
    on: {
      connected: opened => {
        socket = opened as WebSocket;
        onConnected();
      },
      ping: received => {
        if (received) return;
        pong = setTimeout(() => {
          if (socket?.readyState === WebSocket.OPEN) client.terminate();
        }, PONG_WITHIN_ms);
      },
      pong: received => {
        if (received) clearTimeout(pong);
      },
      closed: () => clearTimeout(pong),
    },
  });
  return client;
}

/** Whatever the subscription is called: its payload is one event with its cursor. */
function cursorIn(result: FeedResult): unknown {
  const [event] = Object.values(result.data ?? {});
  return event !== null && typeof event === 'object' && 'cursor' in event ? event.cursor : undefined;
}

/** Refused rather than broken: perhaps nobody is signed in any more. A request will tell. */
function isAboutRights(fault: unknown): boolean {
  if (Array.isArray(fault)) return true;
  const code = fault !== null && typeof fault === 'object' && 'code' in fault ? Number(fault.code) : 0;
  return code >= 4400 && code < 4499;
}
