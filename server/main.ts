/**
 * Starts a server process, and stops it when it is told to.
 */
import { createLog } from './adapters/log.js';
import { startServer } from './app.js';
import { ConfigurationError, processEnvironment, type Environment } from './env.js';
import { messagesFolder } from './messages-folder.js';

const environment = readOrExit();
const log = createLog({ level: environment.logLevel });
const server = await startServer(environment, log, messagesFolder());
log.info('listening', { port: server.port, run: environment.run });

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('could not stop in order', { error });
        process.exit(1);
      },
    );
  });

function readOrExit(): Environment {
  try {
    return processEnvironment();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}
