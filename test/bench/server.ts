/**
 * The server as a process of its own, as `server/main.ts` starts it, with three things looked at: how long each
 * conversation with the acquirer took, what was said to the database, and its CPU.
 */
import { join } from 'node:path';
import { createAcquirer } from '../../server/adapters/acquirer/acquirer.js';
import { createLog } from '../../server/adapters/log.js';
import { systemClock, systemRandom, systemTimers } from '../../server/adapters/system.js';
import { startServer } from '../../server/app.js';
import type { Acquirer } from '../../server/core/ports.js';
import { openDemoShop, type DemoShop } from '../../server/demo-shop.js';
import { processEnvironment } from '../../server/env.js';
import { messagesFolder } from '../../server/messages-folder.js';
import { answerQuestions, cpuMeter } from './answering.js';
import { listenToDatabase } from './database-listener.js';
import { settledMemory } from './memory.js';
import { Profiler } from './profiler.js';
import { createShare } from './share.js';

export interface ServerMeasures {
  readonly cpu_ms: number;
  /** Statements sent, by their text: those of the timetable, which runs in this process too, among them. */
  readonly statements: ReadonlyMap<string, number>;
  /** How long the acquirer took, by the amount asked for: the load gives every payment another amount. */
  readonly bank_ms: ReadonlyMap<bigint, number>;
}

export interface ServerReady {
  readonly port: number;
  readonly apiKey: string;
  /** By which the bank knows the shop. */
  readonly acceptor: string;
  readonly members: DemoShop['members'];
}

const environment = processEnvironment();
const log = createLog({ level: environment.logLevel });
const database = listenToDatabase();
let bank_ms = new Map<bigint, number>();

const { host, port } = environment.acquirer;
const machine = { clock: systemClock, timers: systemTimers, random: systemRandom };
const line = createAcquirer({ host, port, timeout_ms: environment.acquirerTimeout_ms, ...machine, log });
const acquirer: Acquirer = {
  async authorise(request) {
    const began = performance.now();
    const answer = await line.authorise(request);
    bank_ms.set(request.amount.amount, performance.now() - began);
    return answer;
  },
  advise: advice => line.advise(advice),
  onLateAnswer: listener => line.onLateAnswer(listener),
  close: () => line.close(),
};
const server = await startServer(environment, log, messagesFolder(), { acquirer });
const cpu = cpuMeter();
const profiler = new Profiler(join(process.env['BENCH_PROFILE'] ?? '.', 'server.cpuprofile'));

answerQuestions(
  {
    async ready(): Promise<ServerReady> {
      const { apiKey, acceptor, members } = await openDemoShop(server.app.deps, systemRandom);
      return { port: server.port, apiKey, acceptor, members };
    },
    measure(): ServerMeasures {
      const measures = { cpu_ms: cpu(), statements: database.counted(), bank_ms };
      bank_ms = new Map();
      return measures;
    },
    record: () => database.record(),
    recorded: () => database.recorded(),
    profile: () => profiler.start(),
    profiled: () => profiler.stop(),
    memory: settledMemory,
    share: createShare(),
  },
  () => server.stop(),
);
