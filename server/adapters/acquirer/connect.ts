/**
 * How the acquirer's socket is opened.
 */
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Connect } from './link.js';

/** Our certificate and whose we accept, in PEM. An empty object is TLS too: to a host that asks for no certificate. */
export interface TlsOptions {
  readonly certificate?: string;
  readonly key?: string;
  /** Who signs the acquirer's certificate; the public authorities where absent. */
  readonly authority?: string;
  /** The name in the acquirer's certificate, where it is not the host's. */
  readonly serverName?: string;
}

export function connectTo(host: string, port: number, tls?: TlsOptions): Connect {
  if (!tls) return opened => connectTcp({ host, port }, opened);
  const { certificate, key, authority, serverName } = tls;
  const options = {
    host,
    port,
    minVersion: 'TLSv1.2' as const,
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
    ...(authority !== undefined && { ca: authority }),
    ...(serverName !== undefined && { servername: serverName }),
  };
  return opened => connectTls(options, opened);
}
