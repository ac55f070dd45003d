/** The server as a process of its own, for reads alone: its door without its timetable. */
import { join } from 'node:path';
import { createLog } from '../../server/adapters/log.js';
import { startServer } from '../../server/app.js';
import { processEnvironment } from '../../server/env.js';
import { messagesFolder } from '../../server/messages-folder.js';
import { answerQuestions, cpuMeter } from './answering.js';
import { listenToDatabase } from './database-listener.js';
import { Profiler } from './profiler.js';

const environment = processEnvironment();
const database = listenToDatabase();
const server = await startServer(environment, createLog({ level: environment.logLevel }), messagesFolder());
const cpu = cpuMeter();
const profiler = new Profiler(join(process.env['BENCH_PROFILE'] ?? '.', 'server.cpuprofile'));

answerQuestions(
  {
    ready: () => server.port,
    measure: () => ({ cpu_ms: cpu() }),
    statements: () => database.counted(),
    profile: () => profiler.start(),
    profiled: () => profiler.stop(),
  },
  () => server.stop(),
);
