/**
 * GraphQL over WebSocket (protocol graphql-transport-ws), for subscriptions: who may come in, what is counted, and how
 * every socket ends.
 */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import { handleProtocols } from 'graphql-ws';
import type { Caller } from '../../core/caller.js';
import { newId } from '../../core/identifiers.js';
import type { Deps } from '../../database/deps.js';
import { credentialsOf, type Credentials, type Recognise } from '../context.js';
import { addressBlock, addressOf, isForeign, type Way } from '../visitor.js';
import { CLOSE, LIVE_LIMITS } from './limits.js';
import { Operations } from './operations.js';
import { createProtocol, type Speaking } from './protocol.js';
import { checkRights } from './rights.js';
import { LiveSocket } from './socket.js';

export interface LiveOptions {
  readonly deps: Deps;
  readonly schema: GraphQLSchema;
  readonly way: Way;
  readonly socketsPerAddress: number;
  /** Who sends these, without being seen: an open socket, and one that opens by itself again, is no activity. */
  readonly recognise: Recognise;
  /** These callers as they are now, in this order; undefined for one that has lost its right. */
  readonly current: (callers: readonly Caller[]) => Promise<(Caller | undefined)[]>;
}

export interface LiveDoor {
  readonly upgrade: (request: IncomingMessage, connection: Duplex, head: Buffer) => void;
  /** Sends everybody away, who come back elsewhere with their cursor. */
  close(): Promise<void>;
}

export function createLiveDoor(options: LiveOptions): LiveDoor {
  const { deps, way } = options;
  const sockets = new Map<LiveSocket, Promise<void>>();
  const perAddress = new Map<string, number>();
  const opened = createProtocol(options.recognise, new Operations(deps, options.schema));
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIVE_LIMITS.message_bytes,
    handleProtocols,
  });
  const stopping = new AbortController();
  every(deps, LIVE_LIMITS.ping_ms, stopping.signal, async () => sockets.forEach((_, socket) => socket.ping()));
  every(deps, LIVE_LIMITS.rights_ms, stopping.signal, () => checkRights([...sockets.keys()], options.current));

  const enter = (webSocket: WebSocket, connection: Duplex, credentials: Credentials, address: string): void => {
    const socket = new LiveSocket(webSocket, connection, deps);
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    const gone = converse(webSocket, { socket, credentials }, opened, deps).finally(() => {
      sockets.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    sockets.set(socket, gone);
  };
  return {
    upgrade: (request, connection, head) => {
      // A peer that breaks off before it is in breaks nothing else.
      const ignore = () => connection.destroy();
      connection.on('error', ignore);
      const address = addressBlock(addressOf(request, way));
      const full = (perAddress.get(address) ?? 0) >= options.socketsPerAddress;
      if (stopping.signal.aborted) return refuseUpgrade(deps, connection, 503, 'INTERNAL', 'This server is stopping.');
      if (isForeign(request, deps.publicUrl))
        return refuseUpgrade(deps, connection, 403, 'FORBIDDEN', 'Sockets are opened by our own pages and by servers.');
      if (full) return refuseUpgrade(deps, connection, 429, 'RATE_LIMITED', 'There are too many sockets already.');
      server.handleUpgrade(request, connection, head, webSocket => {
        connection.off('error', ignore);
        enter(webSocket, connection, credentialsOf(request, deps.publicUrl, way, false), address);
      });
    },
    close: async () => {
      stopping.abort();
      for (const socket of sockets.keys()) socket.close(CLOSE.GOING_AWAY, 'This server is stopping');
      await Promise.all(sockets.values());
    },
  };
}

/** Speaks until the socket is closed. */
function converse(
  webSocket: WebSocket,
  speaking: Speaking,
  opened: ReturnType<typeof createProtocol>,
  { log }: Deps,
): Promise<void> {
  const { socket } = speaking;
  const failed = (error: unknown): void => {
    log.error('live: a message was not dealt with', { error });
    // Most likely the database is away: with this code clients come back by themselves.
    socket.close(CLOSE.TRY_AGAIN_LATER, 'Try again later');
  };
  const closed = opened(
    {
      protocol: webSocket.protocol,
      send: text => socket.send(text),
      close: (code = CLOSE.INTERNAL, reason = '') => socket.close(code, reason),
      onMessage: hear => {
        webSocket.on('message', data => {
          if (socket.hear()) socket.inTurn(String(data), hear, failed);
        });
      },
    },
    speaking,
  );
  webSocket.on('pong', () => {
    socket.isAlive = true;
  });
  // Its own faults: it is closed by the library with the code that says which.
  webSocket.on('error', error => log.info('live: a socket broke', { reason: error.message }));
  return new Promise(resolve => {
    webSocket.once('close', (code, reason) => {
      closed(code, String(reason))
        .catch((error: unknown) => log.error('live: a socket did not end in order', { error }))
        .finally(resolve);
    });
  });
}

/** Again and again, each time as long after the one before has ended. */
function every({ timers, log }: Deps, pause_ms: number, stopping: AbortSignal, work: () => Promise<void>): void {
  const next = (): void => {
    const callOff = timers.after(pause_ms, () => {
      stopping.removeEventListener('abort', callOff);
      work()
        .catch((error: unknown) => log.error('live: sockets could not be looked after', { error }))
        .finally(() => stopping.aborted || next());
    });
    stopping.addEventListener('abort', callOff, { once: true });
  };
  next();
}

function refuseUpgrade(deps: Deps, connection: Duplex, status: number, code: string, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId: newId('request', deps) } }] });
  connection.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
