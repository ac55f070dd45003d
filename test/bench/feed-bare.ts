/** The floor of the feed: bare `ws`, that makes a frame once and writes it to every socket. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { answerQuestions, cpuMeter } from './answering.js';
import { serverFrame } from './feed-frames.js';
import { settledMemory } from './memory.js';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
await once(server, 'listening');
const connections = new Map<object, Duplex>();
server.on('connection', (webSocket, request) => {
  connections.set(webSocket, request.socket);
  webSocket.once('close', () => connections.delete(webSocket));
  webSocket.send('{}');
});
const cpu = cpuMeter();

answerQuestions(
  {
    ready: () => (server.address() as AddressInfo).port,
    async broadcast({ text, times }: { text: string; times: number }): Promise<void> {
      for (let time = 0; time < times; time++) {
        const frame = serverFrame(text);
        for (const connection of connections.values()) connection.write(frame);
        await othersTurn();
      }
    },
    measure: () => ({ cpu_ms: cpu() }),
    memory: settledMemory,
  },
  async () => {
    for (const connection of connections.values()) connection.destroy();
    server.close();
  },
);
