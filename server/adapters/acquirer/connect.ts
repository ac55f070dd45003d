/**
 * Where the acquirer is and how its socket is opened.
 */
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Connect } from './link.js';

/** Our certificate and whose we accept, in PEM. */
export interface TlsOptions {
  readonly certificate: string;
  readonly key: string;
  /** Who signs the acquirer's certificate; the public authorities where absent. */
  readonly authority?: string;
  /** The name in the acquirer's certificate, where it is not the host's. */
  readonly serverName?: string;
}

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

/** `tcp://host:port` or `tls://host:port`; null for anything else. */
export function parseAcquirerUrl(text: string): Address | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const secure = url?.protocol === 'tls:';
  if (!url || (!secure && url.protocol !== 'tcp:')) return null;
  const more = url.pathname.replace('/', '') + url.search + url.hash + url.username + url.password;
  const port = Number(url.port);
  if (more !== '' || url.hostname === '' || port === 0) return null;
  return { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port, secure };
}

export function connectTo(host: string, port: number, tls?: TlsOptions): Connect {
  if (!tls) return opened => connectTcp({ host, port }, opened);
  const { certificate, key, authority, serverName } = tls;
  const options = {
    host,
    port,
    cert: certificate,
    key,
    minVersion: 'TLSv1.2' as const,
    ...(authority !== undefined && { ca: authority }),
    ...(serverName !== undefined && { servername: serverName }),
  };
  return opened => connectTls(options, opened);
}
