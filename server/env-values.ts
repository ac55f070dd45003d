/** How single values of the environment are read: each reader answers a value, or says what is wrong with the text. */
import { Secret } from './core/secret.js';

export class Wrong {
  constructor(readonly problem: string) {}
}

export type Reader<T> = (text: string) => T | Wrong;

export function oneOf<T extends string>(...choices: readonly T[]): Reader<T> {
  return text => choices.find(choice => choice === text) ?? new Wrong(`is ${quoted(text)}`);
}

export function wholeNumber(least: number, most: number): Reader<number> {
  return text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : new Wrong(`is ${quoted(text)}`);
  };
}

export const plainText: Reader<string> = text => (/^[^\s/]+$/.test(text) ? text : new Wrong(`is ${quoted(text)}`));

/** A folder, from the root or from where the process was started. */
export const folder: Reader<string> = text => (/^[^\p{Cc}]+$/u.test(text) ? text : new Wrong(`is ${quoted(text)}`));

/** An origin: scheme, host and perhaps a port; a path, a question or a password in it would be lost or leak. */
export const origin: Reader<string> = text => {
  if (!URL.canParse(text)) return new Wrong(`is ${quoted(text)}`);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return new Wrong(`has the scheme ${url.protocol}`);
  if (url.username + url.password !== '') return new Wrong('carries a user name or password');
  if (url.pathname + url.search + url.hash !== '/') return new Wrong('has more than a host and a port');
  return url.origin;
};

export interface AcquirerAddress {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

export const acquirerAddress: Reader<AcquirerAddress> = text => {
  const match = /^(tcp|tls):\/\/(\[[\da-fA-F:]+\]|[\w.-]+):(\d{1,5})\/?$/.exec(text);
  const [, scheme, host = '', digits] = match ?? [];
  const port = Number(digits);
  if (!match || port < 1 || port > 65_535) return new Wrong(`is ${quoted(text)}`);
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port, secure: scheme === 'tls' };
};

export interface MailAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; by STARTTLS; or, as the operator declares, none. */
  readonly tls: 'IMPLICIT' | 'STARTTLS' | 'NONE';
  readonly user: { readonly name: string; readonly password: Secret } | null;
}

/**
 * `smtps://` is TLS from the first byte, `smtp://` STARTTLS, to this machine itself neither; `?tls=starttls` and `?tls=none`
 * say it outright. Never quoted in a problem: it may carry a password.
 */
export const mailAddress: Reader<MailAddress> = text => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    return new Wrong('is no address of a mail server');
  const tls = mailTls(url);
  if (tls === null || !/^\/?$/.test(url.pathname) || url.hash !== '')
    return new Wrong('has more than a host, a port and ?tls=');
  if ((url.username === '') !== (url.password === '')) return new Wrong('has one of user name and password only');
  const name = decoded(url.username);
  const password = decoded(url.password);
  if (name === null || password === null) return new Wrong('has a name or password that is not percent-encoded');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (tls === 'IMPLICIT' ? 465 : 587) : Number(url.port),
    tls,
    user: name === '' ? null : { name, password: new Secret(password) },
  };
};

function mailTls({ protocol, search, hostname }: URL): MailAddress['tls'] | null {
  if (protocol === 'smtps:') return search === '' ? 'IMPLICIT' : null;
  if (search === '') return isLoopback(hostname) ? 'NONE' : 'STARTTLS';
  if (search === '?tls=starttls') return 'STARTTLS';
  return search === '?tls=none' ? 'NONE' : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export const emailAddress: Reader<string> = text =>
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/.test(text)
    ? text
    : new Wrong(`is ${quoted(text)}`);

/** Never quoted in a problem: it carries a password. */
export const databaseAddress: Reader<Secret> = text => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return new Wrong('is not an address of PostgreSQL');
  if (url.hostname === '') return new Wrong('names no host');
  if (url.username === '') return new Wrong('names no role');
  if (url.pathname.length < 2) return new Wrong('names no database');
  return new Secret(text);
};

export function secretText(least: number): Reader<Secret> {
  return text => (text.length < least ? new Wrong(`has ${text.length} characters`) : new Secret(text));
}

/** Exactly 32 bytes in base64. Bytes that are all alike come from an example, not from a generator. */
export const key: Reader<Secret<Uint8Array>> = text => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) return new Wrong('is not base64');
  if (bytes.length !== 32) return new Wrong(`has ${bytes.length} bytes`);
  if (bytes.every(byte => byte === bytes[0])) return new Wrong('repeats one byte');
  return new Secret<Uint8Array>(bytes);
};

/** `id:base64,id:base64`: the first seals, all open. */
export const keyRing: Reader<ReadonlyMap<string, Secret<Uint8Array>>> = text => {
  const ring = new Map<string, Secret<Uint8Array>>();
  for (const [index, part] of text.split(',').entries()) {
    const at = part.indexOf(':');
    const id = part.slice(0, Math.max(at, 0)).trim();
    if (!/^[\w-]{1,32}$/.test(id)) return new Wrong(`has no usable id before the colon of key ${index + 1}`);
    if (ring.has(id)) return new Wrong(`has the id ${quoted(id)} twice`);
    const value = key(part.slice(at + 1).trim());
    if (value instanceof Wrong) return new Wrong(`has a key ${quoted(id)} that ${value.problem}`);
    ring.set(id, value);
  }
  return ring;
};

/** This machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** This machine or a neighbour that no public network lies between: a private address, or a container's bare name. */
export function isInside(host: string): boolean {
  return (
    isLoopback(host) ||
    /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2,3}$/.test(host) ||
    /^[a-z][\w-]*$/i.test(host)
  );
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
