/**
 * The lines to the counterparties, as the environment describes them.
 */
import { createAcquirer } from './adapters/acquirer/acquirer.js';
import type { TlsOptions } from './adapters/acquirer/connect.js';
import { createMailer } from './adapters/mailer.js';
import { createAuthenticator } from './adapters/threeds/authenticator.js';
import type { Mailer } from './core/mailer-port.js';
import type { Acquirer, Clock, Log, Random, Timers } from './core/ports.js';
import type { Authenticator } from './core/threeds-port.js';
import type { AcquirerTls, Environment } from './env.js';

export interface Machine {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
}

export function acquirerOf(environment: Environment, log: Log, machine: Machine): Acquirer {
  const { host, port, secure } = environment.acquirer;
  return createAcquirer({
    host,
    port,
    timeout_ms: environment.acquirerTimeout_ms,
    // The address alone says whether the line is in the clear; a certificate is shown where there is one.
    ...(secure ? { tls: environment.acquirerTls ? tlsOf(environment.acquirerTls) : {} } : {}),
    ...machine,
    log,
  });
}

function tlsOf({ certificate, key, authority, serverName }: AcquirerTls): TlsOptions {
  return {
    certificate,
    key: key.reveal(),
    ...(authority === null ? {} : { authority }),
    ...(serverName === null ? {} : { serverName }),
  };
}

/** Null where no directory is configured. */
export function authenticatorOf(environment: Environment, log: Log, machine: Machine): Authenticator | null {
  const { directoryUrl, acquirerTls } = environment;
  if (directoryUrl === null) return null;
  const secure = directoryUrl.startsWith('https:');
  return createAuthenticator({
    directoryUrl: `${directoryUrl}/ds`,
    ...(secure ? { tls: acquirerTls ? tlsOf(acquirerTls) : {} } : {}),
    ...machine,
    log,
  });
}

/** Always there: without a mail server it makes messages and sends none. */
export function mailerOf({ mailServer, mailFrom, publicUrl }: Environment, timers: Timers): Mailer {
  return createMailer({ server: mailServer, from: mailFrom, name: new URL(publicUrl).hostname, timers });
}
